import { facetLabel } from '../../../subgraphs/catalog/facet-labels.js';
import { bestText } from '../../../subgraphs/common/localized-text.js';
import { html, joined, type Html, type HtmlPart } from '../html.js';
import { person } from './creators.js';
import { best, link, marked, others } from './texts.js';
import { from, w, type WorkView } from './view.js';
import { termWord, type Word } from './words.js';

type Rows = readonly (Html | null)[];

/** A row of the details: what, the value, and whose it is. Nothing where there is no value. */
function row(view: WorkView, name: Word, field: string | null, value: HtmlPart): Html | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  const source = field === null ? null : from(view, field);
  return html`<div>
    <dt>${w(view, name)}</dt>
    <dd>${value}</dd>
    ${source === null ? null : html`<dd>${source}</dd>`}
  </div>`;
}

function listed(values: readonly HtmlPart[], kind: 'list' | 'tags' = 'list'): HtmlPart {
  const told = values.filter((value) => value !== null);
  if (told.length === 0) return null;
  if (told.length === 1 && kind === 'list') return told;
  return html`<ul class="${kind}">
    ${told.map((value) => html`<li>${value}</li>`)}
  </ul>`;
}

/** A date as the source prints it; a period from its beginning to its end. */
function when(date: string | null): HtmlPart {
  if (date === null) return null;
  return joined(
    date.split('/').map((part) => html`<time datetime="${part}">${part}</time>`),
    ' – ',
  );
}

function container(view: WorkView): HtmlPart {
  const { container: part } = view.work;
  if (part === null) return null;
  const { title, issn, volume, issue, firstPage, lastPage } = part;
  const pages = [firstPage, lastPage].filter((page) => page !== null).join('–');
  const told = [
    best(title, view.language),
    volume === null ? null : w(view, 'volume', volume),
    issue === null ? null : w(view, 'issue', issue),
    pages === '' ? null : w(view, 'pages', pages),
    issn.length === 0 ? null : `ISSN ${issn.join(', ')}`,
  ].filter((item) => item !== null);
  return told.length === 0 ? null : joined(told, ', ');
}

function places({ work, language }: WorkView): HtmlPart {
  return listed(
    work.places.map(({ name, box, point }) => {
      const edge = (value: number, positive: string, negative: string): string =>
        `${String(Math.abs(value))}° ${value < 0 ? negative : positive}`;
      const area =
        box === null
          ? null
          : `${edge(box.south, 'N', 'S')} – ${edge(box.north, 'N', 'S')}, ${edge(box.west, 'E', 'W')} – ${edge(box.east, 'E', 'W')}`;
      const spot = point === null ? null : `${edge(point.lat, 'N', 'S')}, ${edge(point.lon, 'E', 'W')}`;
      const told = [best(name, language), area ?? spot].filter((item) => item !== null);
      return told.length === 0 ? null : joined(told, ' · ');
    }),
  );
}

function funding({ work, language }: WorkView): HtmlPart {
  return listed(
    work.funding.map(({ funder, funderIds, awardNumber, awardTitle }) => {
      const body = best(funder, language);
      const told = [
        body === null ? null : link(funderIds.find(({ url }) => url !== null)?.url ?? null, body),
        awardNumber === null ? null : html`<span class="mono">${awardNumber}</span>`,
        best(awardTitle, language),
      ].filter((item) => item !== null);
      return told.length === 0 ? null : joined(told, ' · ');
    }),
  );
}

function degree(view: WorkView): HtmlPart {
  const { degree: told } = view.work;
  if (told === null) return null;
  const parts = [best(told.name, view.language), best(told.grantor, view.language), when(told.granted), told.number];
  const present = parts.filter((item) => item !== null);
  return present.length === 0 ? null : joined(present, ' · ');
}

function event({ work: { event: told }, language }: WorkView): HtmlPart {
  if (told === null) return null;
  const present = [best(told.name, language), best(told.place, language), when(told.period)].filter(
    (item) => item !== null,
  );
  return present.length === 0 ? null : joined(present, ' · ');
}

function label(field: 'ACCESS_RIGHT' | 'LANGUAGE', value: string, { language }: WorkView): string {
  return bestText(facetLabel(field, value), [language]);
}

/** What the sources tell of the work beside title, creators and description. */
export function details(view: WorkView): HtmlPart {
  const { work, language } = view;
  const rows: Rows = [
    row(
      view,
      'identifiers',
      // Of all records.
      null,
      listed(
        work.identifiers.map(({ scheme, value, url }) => html`<span class="soft">${scheme}</span> ${link(url, value)}`),
      ),
    ),
    row(view, 'issued', 'issued', when(work.issued)),
    row(view, 'updated', 'updated', when(work.updated?.slice(0, 10) ?? null)),
    row(view, 'publisher', 'publisher', best(work.publisher, language)),
    row(view, 'container', 'container', container(view)),
    row(view, 'event', 'event', event(view)),
    row(view, 'degree', 'degree', degree(view)),
    row(view, 'version', 'version', work.version),
    row(
      view,
      'accessRight',
      'accessRight',
      work.accessRight === 'UNKNOWN' ? null : label('ACCESS_RIGHT', work.accessRight, view),
    ),
    row(view, 'embargoUntil', 'embargoUntil', when(work.embargoUntil)),
    row(
      view,
      'licenses',
      'licenses',
      listed(work.licenses.map(({ name, spdx, url }) => link(url ?? null, spdx ?? name ?? url))),
    ),
    row(view, 'languages', 'languages', listed(work.languages.map((tag) => label('LANGUAGE', tag, view)))),
    row(view, 'period', 'period', when(work.period)),
    row(view, 'places', 'places', places(view)),
    row(
      view,
      'subjects',
      'subjects',
      listed(
        work.subjects.map(({ value, url }) => link(url, html`<span>${best(value, language)}</span>`)),
        'tags',
      ),
    ),
    row(
      view,
      'formats',
      'formats',
      listed(
        work.formats.map((format) => html`<span>${format}</span>`),
        'tags',
      ),
    ),
    row(view, 'size', 'size', work.size),
    row(view, 'funding', 'funding', funding(view)),
    row(
      view,
      'contributors',
      'contributors',
      listed(
        work.contributors.map(
          ({ role, creator }) => html`<span class="soft">${termWord(language, role)}</span> ${person(creator, view)}`,
        ),
      ),
    ),
    row(
      view,
      'alternativeTitles',
      'alternativeTitles',
      listed(
        work.alternativeTitles.flatMap((title) => [
          best(title, language),
          ...others(title, language).map(({ value, lang }) => marked(value, lang)),
        ]),
      ),
    ),
  ];
  const told = rows.filter((item) => item !== null);
  return told.length === 0
    ? null
    : html`<section>
        <h2>${w(view, 'details')}</h2>
        <dl>${told}</dl>
      </section>`;
}
