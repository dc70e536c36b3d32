import { shownTexts } from './jpcoar-context.js';
import type { World } from '../../../sandbox/world/index.js';

import type { Held } from './repositories.js';

/** Texts of a held work by what a search may ask for, folded for comparison. */
export interface SearchTexts {
  readonly title: string;
  readonly creator: string;
  readonly description: string;
  readonly keyword: string;
  readonly publisher: string;
  readonly journal: string;
}

/** One form for texts and questions: NFKC, lower case, commas as blanks (a name is found with and without its comma). */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,，、\s]+/gu, ' ')
    .trim();
}

/** All names of a work's creators in all scripts: kanji, reading, Latin letters. */
export function creatorNames(world: World, held: Held): string[] {
  return [
    ...held.work.creators.flatMap((key) => {
      const { family, given } = world.person(key);
      // Someone whose name is written in kana has no reading beside it.
      return [...new Set([`${family.ja}, ${given.ja}`, `${family.kana}, ${given.kana}`, `${family.en}, ${given.en}`])];
    }),
    ...held.work.otherCreators,
  ];
}

/** Folding is most of a search's work, and what is folded never changes. */
const folded = new WeakMap<Held, SearchTexts>();

/** What of a held work can be searched: what the repository shows of it. */
export function searchTexts(world: World, held: Held): SearchTexts {
  const known = folded.get(held) ?? foldTexts(world, held);
  folded.set(held, known);
  return known;
}

function foldTexts(world: World, held: Held): SearchTexts {
  const { work, holding } = held;
  const joined = (texts: readonly string[]): string => fold(texts.join(' / '));
  const journal = work.journal === null ? null : world.journal(work.journal).title;
  return {
    title: joined([
      ...shownTexts(work.title, holding.titles).map(({ text }) => text),
      work.titleKana ?? '',
      work.alternativeTitle ?? '',
    ]),
    creator: joined(creatorNames(world, held)),
    description: joined(shownTexts(work.abstract, holding.abstracts).map(({ text }) => text)),
    keyword: joined(work.keywords.flatMap((keyword) => [keyword.ja, keyword.en])),
    publisher: joined(shownTexts(work.publisher, 'both').map(({ text }) => text)),
    journal: joined(journal === null ? [] : [journal.ja, journal.en]),
  };
}

/** Whether a text holds the words of a question: blanks are AND, ` OR ` and ` | ` are OR, AND binds first (fact sheet 4.1). */
export function matches(text: string, question: string): boolean {
  return question
    .normalize('NFKC')
    .split(/ OR | \| /u)
    .map((part) =>
      fold(part)
        .split(' ')
        .filter((word) => word !== ''),
    )
    .some((words) => words.length > 0 && words.every((word) => text.includes(word)));
}

/** All searchable texts of a work as one. */
export function wholeText(texts: SearchTexts): string {
  return Object.values(texts).join(' / ');
}
