import type { ReadingLanguage } from '../../../formats/work.js';
import { html } from '../html.js';
import { framed } from './page.js';
import { word, type Word } from './words.js';

/** What a page tells instead of a work. */
export interface FaultFacts {
  readonly status: number;
  readonly message: string;
  /** Seconds; null: it would be the same. */
  readonly retryAfter: string | null;
  readonly language: ReadingLanguage;
  readonly base: string;
}

function heading(status: number): Word {
  if (status === 404) return 'notWork';
  if (status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'away' : 'refused';
}

/** Why there is no work to show, for people. */
export function faultPage({ status, message, retryAfter, language, base }: FaultFacts): string {
  const title = word(language, heading(status));
  return framed({
    language,
    title,
    base,
    elsewhere: null,
    body: html`<p class="soft">${status}</p>
      <h1>${title}</h1>
      <p lang="en">${message}</p>
      ${retryAfter === null ? null : html`<p>${word(language, 'retry', retryAfter)}</p>`}
      <p class="go"><a class="button" href="${base}/">${word(language, 'home')}</a></p>`,
  });
}
