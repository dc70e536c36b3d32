import { hash, ror } from './ids.js';
import { organizations } from './organizations.js';
import { works } from './works.js';
import type { WorldOrganization, WorldWork } from './types.js';

/** Institutions abroad that only European platforms know; none of them exists. */
export const europeanOrganizations: readonly (WorldOrganization & { readonly country: string })[] = (
  [
    ['nebelhorn', 'ネーベルホルン大学', 'Nebelhorn University', 'DE'],
    ['marees', '潮汐研究所', 'Institut des Marées', 'FR'],
    ['polder', 'ポルダー工科大学', 'Polder University of Technology', 'NL'],
    ['vulcano', '火山気象センター', 'Centro Vulcanologico Immaginario', 'IT'],
  ] as const
).map(([key, ja, en, country], index) => ({ key, name: { ja, en }, ror: ror(60_001 + index * 977), isni: null, kakenhi: null, country })); // prettier-ignore

/** A European relative: authors in Europe, award of the European Commission, and a Japanese work that it builds upon. */
export interface EuropeanWork extends WorldWork {
  /** Keys of the institutions of its authors. */
  readonly organizations: readonly string[];
  /** other: something that is neither publication, nor data, nor program (a lecture, a plan). */
  readonly product: 'publication' | 'dataset' | 'software' | 'other';
}

/** Kind, product, title around the relative's own title, and the relation to it, in turn. */
const FORMS = [
  ['article', 'publication', 'A European perspective on “{t}”', 'cites'],
  ['article', 'publication', 'Re-analysis of {t}', 'references'],
  ['dataset', 'dataset', 'European companion data to {t}', 'references'],
  ['conference', 'publication', 'Comparing coasts and skies: {t}', 'cites'],
  ['report', 'other', 'Lecture notes on {t}', 'references'],
  ['article', 'publication', 'Transfer of {t} to European sites', 'references'],
  ['software', 'software', 'Scripts for {t}', 'references'],
] as const;

const AUTHORS = ['Müller, Änne', 'Le Goff, Maël', 'van den Berg, Joost', "D'Angelo, Nicolò", 'Ångström, Siri'];
const AWARDS = ['101099001', '101099002', '820989003'];
const ABROAD = ['fjord', ...europeanOrganizations.map(({ key }) => key)];

/** Every eighth Japanese work or so that OpenAIRE holds has a relative; data have more of them. */
function relativesOf(work: WorldWork): number {
  const turn = hash(`${work.key}/european`);
  return work.kind === 'dataset' ? turn % 3 : turn % 8 === 0 ? 1 : 0;
}

function relative(work: WorldWork, number: number): EuropeanWork {
  const key = `eu-${work.key}-${String(number)}`;
  const turn = hash(key);
  const [kind, product, title, relation] = FORMS[turn % FORMS.length] ?? FORMS[0];
  const abroad = ABROAD[(turn >>> 4) % ABROAD.length] ?? 'fjord';
  const own = work.title.en ?? work.title.ja ?? '';
  const year = Math.min(2026, Number(work.issued.slice(0, 4)) + 1);
  const issued = year === 2026 ? '2026-10' : `${String(year)}-${String(1 + (turn % 9)).padStart(2, '0')}-14`;
  return {
    ...work, key, kind, product, title: { ja: null, en: title.replace('{t}', own) },
    abstract: { ja: null, en: `Building on the work of colleagues in Japan (${work.doi ?? own}), we ask whether its findings hold in Europe. They do in part.` },
    language: 'en', creators: turn % 4 === 0 ? ['nordby'] : turn % 4 === 1 ? ['hagen', ...work.creators.slice(0, 1)] : [],
    otherCreators: [AUTHORS[(turn >>> 7) % AUTHORS.length] ?? '', AUTHORS[(turn >>> 9) % AUTHORS.length] ?? ''].filter((name, index, all) => all.indexOf(name) === index),
    titleKana: null, alternativeTitle: null, publisher: { ja: null, en: kind === 'dataset' ? 'Imaginary European Data Archive' : 'Fictional Open Press' },
    journal: null, volume: null, issue: null, firstPage: null, lastPage: null, event: null, degree: null, issued, deposited: `${String(year)}-11-01`, version: null,
    doi: `10.5072/eu.${String(turn)}`, handle: null, naid: null, ncid: null, isbn: null, access: turn % 9 === 0 ? 'restricted' : 'open', embargoUntil: null,
    licence: { name: 'CC BY', url: null }, files: [], awards: [AWARDS[turn % AWARDS.length] ?? '101099001', ...(turn % 3 === 0 ? work.awards.slice(0, 1) : [])],
    relations: [{ relation, work: work.key }], period: null, organizations: [abroad],
    holdings: { eosc: { id: `doi_________::${turn.toString(16).padStart(8, '0').repeat(4)}`, titles: 'en', abstracts: 'en', issued, withoutOrcid: [], awardPrefix: false } },
  }; // prettier-ignore
}

/**
 * Works from Europe that cite Japanese data or share a grant of the European Commission. They stand apart from the world's
 * own works: the platforms in Japan do not know of them, so that their relations have no inverse there.
 */
export const europeanWorks: readonly EuropeanWork[] = works
  .filter(({ holdings, doi }) => holdings.eosc !== undefined && doi !== null)
  .flatMap((work) => Array.from({ length: relativesOf(work) }, (_, number) => relative(work, number)));

/** Of a key: an institution in Japan or abroad; unknown keys throw, as they are a mistake in the world's data. */
export function anyOrganization(key: string): WorldOrganization & { readonly country: string } {
  const abroad = europeanOrganizations.find((organization) => organization.key === key);
  if (abroad) return abroad;
  const known = organizations.find((organization) => organization.key === key);
  if (!known) throw new Error(`the sandbox world has no organization named ${key}`);
  return { ...known, country: key === 'fjord' ? 'NO' : 'JP' };
}
