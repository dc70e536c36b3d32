/** The world's data sets as DIAS holds them. */
import { world, type Bilingual, type DiasChannel, type DiasHolding, type LanguageChoice, type WorldWork } from '../../../sandbox/world/index.js'; // prettier-ignore
import { hash } from '../../../sandbox/world/ids.js';
import type { Language } from './labels.js';

export interface Dataset {
  readonly work: WorldWork;
  readonly held: DiasHolding;
}

const all: readonly Dataset[] = world.works.flatMap((work) =>
  work.holdings.dias ? [{ work, held: work.holdings.dias }] : [],
);

export function datasetsOn(channel: DiasChannel): readonly Dataset[] {
  return all.filter(({ held }) => held.channels.includes(channel));
}

/** Those with a landing page, by id; an id's case counts. */
export const pageById: ReadonlyMap<string, Dataset> = new Map(datasetsOn('pages').map((dataset) => [dataset.held.id, dataset])); // prettier-ignore

/** Whether a choice of languages holds one. */
export function holds(choice: LanguageChoice, language: Language): boolean {
  return choice === 'both' || choice === language;
}

function chosen(text: Bilingual, choice: LanguageChoice, language: Language): string | null {
  return holds(choice, language) ? text[language] : null;
}

/** A title is always there: in the other language where DIAS has no translation. */
export function titleOf({ work, held }: Dataset, language: Language): string {
  const other = language === 'ja' ? 'en' : 'ja';
  return chosen(work.title, held.titles, language) ?? chosen(work.title, held.titles, other) ?? held.id;
}

export function abstractOf({ work, held }: Dataset, language: Language): string | null {
  return chosen(work.abstract, held.abstracts, language);
}

/** As citations write it: `10.20783/DIAS.90001`. */
export function printedDoi({ work }: Dataset): string | null {
  return work.doi?.replace(/^10\.20783\/dias\./, '10.20783/DIAS.') ?? null;
}

/** When the document was last revised. */
export function revisedAt({ work }: Dataset): Date {
  const seconds = hash(`${work.key}/revised`) % 86_400;
  return new Date(Date.parse(`${work.deposited}T00:00:00Z`) + seconds * 1000);
}

/** Names of creators, in the order given. */
export function creatorNames({ work }: Dataset, language: Language): string[] {
  const named = work.creators.map((key) => {
    const { family, given } = world.person(key);
    return language === 'ja' ? `${family.ja} ${given.ja}` : `${given.en} ${family.en}`;
  });
  return [...named, ...work.otherCreators];
}
