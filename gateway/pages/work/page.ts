import { said, type ReadingLanguage } from '../../../formats/work.js';
import { html, jsonScript, styleElement, type HtmlPart } from '../html.js';
import { pageHeaders, styleHash } from '../security.js';
import { creatorList } from './creators.js';
import { details } from './details.js';
import {
  badges,
  cite,
  description,
  downloads,
  files,
  go,
  records,
  related,
  sourcesOfHead,
  titles,
} from './sections.js';
import { WORK_STYLE } from './style.js';
import { w, type WorkView } from './view.js';
import { word } from './words.js';

/** A page of a work loads nothing and runs nothing: JSON-LD in a script element is data. */
export const WORK_HEADERS = pageHeaders(`style-src ${styleHash(WORK_STYLE)}`);

/** A description that search engines show is cut there anyway. */
const SNIPPET = 300;

interface Frame {
  readonly language: ReadingLanguage;
  readonly title: string;
  readonly base: string;
  /** Of the other language; null: there is none. */
  readonly elsewhere: string | null;
  readonly head?: HtmlPart;
  readonly body: HtmlPart;
  readonly note?: string;
}

/** What pages of works have around them. */
export function framed({ language, title, base, elsewhere, head, body, note }: Frame): string {
  const other = language === 'ja' ? 'en' : 'ja';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} | Kakehashi</title>
        ${head ?? null} ${styleElement(WORK_STYLE)}
      </head>
      <body>
        <header>
          <div class="bar">
            <a href="${base}/"><b>Kakehashi 架け橋</b></a
            >${
              elsewhere === null
                ? null
                : html`<a href="${elsewhere}" hreflang="${other}" lang="${other}">${word(language, 'switch')}</a>`
            }
          </div>
        </header>
        <main>${body}</main>
        <footer>
          <div class="bar"><span>${note ?? ''}</span></div>
        </footer>
      </body>
    </html> `.text;
}

function head(view: WorkView): HtmlPart {
  const { work, page, downloads: forms, language } = view;
  const summary = said(work.description, language);
  return html`<link rel="canonical" href="${page}" /><link rel="alternate" hreflang="ja" href="${page}?lang=ja" /><link
      rel="alternate"
      hreflang="en"
      href="${page}?lang=en"
    />${
      summary === null ? null : html`<meta name="description" content="${summary.slice(0, SNIPPET)}" />`
    }${forms.map(({ mediaType, href, name }) => html`<link rel="alternate" type="${mediaType}" title="${name}" href="${href}" />`)}${jsonScript('application/ld+json', work.jsonLd)}`;
}

/** A work for people: in the reader's language where its sources have one, and with the source of each value. */
export function workPage(view: WorkView): string {
  const { work, language, base, page } = view;
  return framed({
    language,
    title: said(work.title, language) ?? work.id,
    base,
    elsewhere: `${page}?lang=${language === 'ja' ? 'en' : 'ja'}`,
    head: head(view),
    note: w(view, 'footer'),
    body: html`${badges(view)}${titles(view)}${creatorList(view)}${sourcesOfHead(view)}${go(view)}
      <div class="columns">
        <div>${description(view)}${files(view)}${details(view)}${related(view)}</div>
        <aside>${cite(view)}${downloads(view)}${records(view)}</aside>
      </div>`,
  });
}
