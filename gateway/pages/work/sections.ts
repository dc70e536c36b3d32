import { facetLabel } from '../../../subgraphs/catalog/facet-labels.js';
import { said } from '../../../formats/work.js';
import { bestText } from '../../../subgraphs/common/localized-text.js';
import { parseHttpUrl } from '../../../subgraphs/common/identifiers.js';
import { html, joined, type HtmlPart } from '../html.js';
import { best, link, marked, others, paragraphs } from './texts.js';
import { from, w, type WorkView } from './view.js';
import { termWord, word } from './words.js';

/** What kind of thing it is, and whether it is to be had. */
export function badges({ work, language }: WorkView): HtmlPart {
  const kind = bestText(facetLabel('TYPE', work.type), [language]);
  const access = bestText(facetLabel('ACCESS_RIGHT', work.accessRight), [language]);
  return html`<ul class="badges">
    <li class="badge">${kind}</li>
    ${
      work.accessRight === 'UNKNOWN' ? null : html`<li class="badge ${work.accessRight}">${access}</li>`
    }${work.issued === null ? null : html`<li class="badge">${work.issued.split('/')[0] ?? ''}</li>`}
  </ul>`;
}

export function titles({ work, language }: WorkView): HtmlPart {
  const title = best(work.title, language) ?? word(language, 'noTitle');
  const rest = others(work.title, language).map(({ value, lang }) => html`<p class="also">${marked(value, lang)}</p>`);
  return html`<h1>${title}</h1>
    ${rest}`;
}

/** Whose the title and the creators are, in a line below both. */
export function sourcesOfHead(view: WorkView): HtmlPart {
  const told = (['title', 'creators'] as const).flatMap((field) => {
    const source = from(view, field);
    return source === null ? [] : [html`<span>${w(view, field)} ${source}</span>`];
  });
  return told.length === 0 ? null : html`<p class="sources soft">${told}</p>`;
}

/** Where the work itself is. */
export function go(view: WorkView): HtmlPart {
  const { doi, url } = view.work;
  const href = url === null ? null : parseHttpUrl(url);
  if (href === null) return null;
  return html`<p class="go">
    <a class="button" href="${href}">${w(view, 'open')}</a>${
      doi === null ? null : html`<a class="mono" href="${href}">https://doi.org/${doi}</a>`
    }
  </p>`;
}

export function description(view: WorkView): HtmlPart {
  const { work, language } = view;
  const first = said(work.description, language);
  if (first === null) return null;
  const rest = others(work.description, language);
  const lang = work.description?.values.find(({ value }) => value === first)?.lang ?? null;
  return html`<section>
    <h2>${w(view, 'abstract')}${from(view, 'description')}</h2>
    ${paragraphs(first, lang)}${
      rest.length === 0
        ? null
        : html`<details>
            <summary>${w(view, 'otherLanguages')}</summary>
            ${rest.map((text) => paragraphs(text.value, text.lang))}
          </details>`
    }
  </section>`;
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the unit in which they are a small number; the source's own words where it tells no bytes. */
function sizeOf(bytes: number | null, printed: string | null, language: string): string | null {
  if (bytes === null) return printed;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length);
  const unit = UNITS[power - 1] ?? 'byte';
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, style).format(bytes / 1000 ** power);
}

type File = WorkView['work']['files'][number];

function accessOf({ accessRight, availableFrom }: File, view: WorkView): HtmlPart {
  const right = accessRight === 'UNKNOWN' ? null : bestText(facetLabel('ACCESS_RIGHT', accessRight), [view.language]);
  const told = [right, availableFrom === null ? null : w(view, 'from', availableFrom)].filter((item) => item !== null);
  return told.length === 0 ? null : joined(told, ', ');
}

/** The files, in the columns that something is told in. */
export function files(view: WorkView): HtmlPart {
  const { work, language } = view;
  if (work.files.length === 0) return null;
  const columns = [
    { kind: 'name', name: w(view, 'file'), cells: work.files.map(({ url, name }) => link(url, name)) },
    { kind: 'size', name: w(view, 'size'), cells: work.files.map(({ bytes, size }) => sizeOf(bytes, size, language)) },
    { kind: 'type', name: w(view, 'mediaType'), cells: work.files.map(({ mediaType }) => mediaType) },
    { kind: 'access', name: w(view, 'access'), cells: work.files.map((file) => accessOf(file, view)) },
  ].filter(({ cells }) => cells.some((cell) => cell !== null));
  return html`<section>
    <h2>${w(view, 'files')}${from(view, 'files')}</h2>
    <table class="files">
      <thead>
        <tr>
          ${columns.map(({ kind, name }) => html`<th class="${kind}">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${work.files.map(
          (_, row) =>
            html`<tr>
              ${columns.map(({ kind, cells }) => html`<td class="${kind}">${cells[row] ?? null}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function related(view: WorkView): HtmlPart {
  const { work, language, pageOf } = view;
  const items = work.related.flatMap(({ relation, id, identifier, title }) => {
    const name = best(title, language) ?? identifier?.value ?? id;
    if (name === null) return [];
    const target = id === null ? link(identifier?.url ?? null, name) : html`<a href="${pageOf(id)}">${name}</a>`;
    return [html`<li><span class="soft">${termWord(language, relation)}</span> ${target}</li>`];
  });
  if (items.length === 0) return null;
  return html`<section>
    <h2>${w(view, 'related')}${from(view, 'related')}</h2>
    <ul class="list">
      ${items}
    </ul>
  </section>`;
}

/** The names of the styles as people write them. */
const STYLES: Readonly<Record<string, string>> = {
  apa: 'APA',
  mla: 'MLA',
  chicago: 'Chicago',
  vancouver: 'Vancouver',
  ieee: 'IEEE',
  sist02: 'SIST 02',
};

/** References: first in the style that is usual in the reader's language. */
export function cite(view: WorkView): HtmlPart {
  const usual = view.language === 'ja' ? 'sist02' : 'apa';
  const all = [...view.work.citations].map(([style, text]) => ({
    style,
    part: html`<h3>${STYLES[style] ?? style}</h3>
      <blockquote>${text}</blockquote>`,
  }));
  return html`<section>
    <h2>${w(view, 'cite')}</h2>
    ${all.filter(({ style }) => style === usual).map(({ part }) => part)}
    <details>
      <summary>${w(view, 'otherStyles')}</summary>
      ${all.filter(({ style }) => style !== usual).map(({ part }) => part)}
    </details>
  </section>`;
}

export function downloads(view: WorkView): HtmlPart {
  const items = view.downloads.map(
    ({ name, mediaType, href }) => html`<li><a href="${href}" title="${mediaType}">${name}</a></li>`,
  );
  return html`<section class="downloads">
    <h2>${w(view, 'downloads')}</h2>
    <ul class="tags">
      ${items}
    </ul>
  </section>`;
}

/** The platforms' own records, when they were read, and the credit that their operators ask for. */
export function records(view: WorkView): HtmlPart {
  const { work, credit } = view;
  const items = work.records.map(({ id, platform, url, retrieved }, index) => {
    const { name, attribution, termsUrl } = credit(platform);
    const read = retrieved.at.slice(0, 16).replace('T', ' ');
    return html`<li id="record-${index + 1}">
      <b>${name}</b><br />${link(url, html`<span class="mono">${id}</span>`)}<br /><span class="soft"
        >${w(view, 'read', `${read} UTC`)}${retrieved.cache === 'STALE' ? ` ${w(view, 'stale')}` : null}</span
      >${attribution === null ? null : html`<br /><span class="soft">${attribution}</span>`}${
        termsUrl === null ? null : html`<br />${link(termsUrl, w(view, 'terms'))}`
      }
    </li>`;
  });
  return html`<section>
    <h2>${w(view, 'records')}</h2>
    <ul class="records">
      ${items}
    </ul>
  </section>`;
}
