import type { ReadingLanguage } from '../../../formats/work.js';
import { said } from '../../../formats/work.js';
import type { LocalizedText } from '../../../subgraphs/common/record.js';
import { parseHttpUrl } from '../../../subgraphs/common/identifiers.js';
import { html, type Html, type HtmlPart } from '../html.js';

/** What HTML takes for a language. */
const TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;
const READING = /-(?:kana|latn|hrkt|hira)\b/i;

/** A text with the language that its source tags, for fonts and screen readers. */
export function marked(value: string, lang: string | null): HtmlPart {
  return lang !== null && TAG.test(lang) ? html`<span lang="${lang}">${value}</span>` : value;
}

/** The best text for the reader, with its language; null where there is none. */
export function best(text: LocalizedText | null, language: ReadingLanguage): HtmlPart {
  const value = said(text, language);
  if (value === null) return null;
  return marked(value, text?.values.find((item) => item.value === value)?.lang ?? null);
}

/** The texts beside the best, readings left out. */
export function others(
  text: LocalizedText | null,
  language: ReadingLanguage,
): { readonly value: string; readonly lang: string | null }[] {
  const first = said(text, language);
  return (text?.values ?? []).filter(({ value, lang }) => value !== first && !READING.test(lang ?? ''));
}

/** A text in paragraphs as its source broke it. */
export function paragraphs(value: string, lang: string | null): Html {
  const parts = value
    .split(/\n\s*\n|\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const tag = lang !== null && TAG.test(lang) ? html` lang="${lang}"` : null;
  return html`<div class="text" ${tag}>${parts.map((part) => html`<p>${part}</p>`)}</div>`;
}

/** A link, where the address is one that a page may lead to; else what it would have been called. */
export function link(url: string | null, name: HtmlPart, attributes: Html | null = null): HtmlPart {
  const href = url === null ? null : parseHttpUrl(url);
  return href === null ? name : html`<a href="${href}" ${attributes}>${name}</a>`;
}
