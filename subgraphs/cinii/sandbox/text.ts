import type { WorldWork } from '../../../sandbox/world/index.js';
import { peculiarities } from '../fixtures/peculiarities.js';

/** An abstract as its source delivers it: with JATS markup, or with that markup escaped once more (fact sheet 10.5). */
export function markedUp(text: string, markup: 'none' | 'jats' | 'escaped-jats'): string {
  if (markup === 'none') return text;
  const marked = `<jats:p>${text}</jats:p>`;
  return markup === 'jats' ? marked : marked.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A book's month as catalogues print it: 2010.6 (fact sheet 10.9). */
export function cataloguedDate(issued: string, work: WorldWork): string {
  if (work.kind !== 'book' || !peculiarities(work).cataloguedDate) return issued;
  const month = /^\d{4}-(\d{2})/.exec(issued)?.[1];
  return month === undefined ? issued : `${issued.slice(0, 4)}.${String(Number(month))}`;
}
