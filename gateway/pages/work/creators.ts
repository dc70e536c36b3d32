import type { PageWork } from '../../routes/works/read-work.js';
import { said } from '../../../formats/work.js';
import { html, joined, type HtmlPart } from '../html.js';
import { best, link, others } from './texts.js';
import { w, type WorkView } from './view.js';

type Creator = PageWork['creators'][number];

/** More names than this are folded. */
const SHOWN = 12;

/** Numbers of a person or body that lead to what is known of them. */
function numbers({ orcid, identifiers }: Creator): HtmlPart[] {
  const orcidLink =
    orcid === null ? [] : [html`<a class="id" href="https://orcid.org/${orcid}" title="ORCID iD">ORCID ${orcid}</a>`];
  const rest = identifiers.filter(({ scheme, url }) => url !== null && scheme !== 'ORCID' && scheme !== 'URL');
  return [
    ...orcidLink,
    ...rest.map(({ scheme, value, url }) =>
      link(url, `${scheme} ${value.replace(/^https?:\/\/ror\.org\//, '')}`, html` class="id"`),
    ),
  ];
}

/** A person or body with identifiers and affiliations. */
export function person(creator: Creator, { language }: WorkView): HtmlPart {
  const name = best(creator.name, language);
  const other = others(creator.name, language)[0]?.value ?? null;
  const affiliations = creator.affiliations
    .filter(({ name: body }) => said(body, language) !== null)
    .map(({ name: body, ror }) => link(ror, best(body, language)));
  return html`${name}${other === null ? null : html` <span class="soft">${other}</span>`}${numbers(creator).map((number) => html` ${number}`)}${affiliations.length === 0 ? null : html`<small>${joined(affiliations, ' · ')}</small>`}`;
}

/** Who made the work. */
export function creatorList(view: WorkView): HtmlPart {
  const { creators } = view.work;
  if (creators.length === 0) return null;
  const item = (creator: Creator): HtmlPart => html`<li>${person(creator, view)}</li>`;
  const shown = html`<ul class="creators">
    ${creators.slice(0, SHOWN).map(item)}
  </ul>`;
  const folded = creators.slice(SHOWN).map(item);
  if (folded.length === 0) return shown;
  return html`${shown}
    <details>
      <summary>${w(view, 'more', folded.length)}</summary>
      <ul class="creators">
        ${folded}
      </ul>
    </details>`;
}
