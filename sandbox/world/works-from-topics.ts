import { hash } from './ids.js';
import { homes } from './journals.js';
import { place } from './places.js';
import { people } from './people.js';
import type { Study, Topic } from './topics.js';
import type { Bilingual, Keyword, WorkKind, WorldPlace, WorldRelation } from './types.js';

/** What a study over a variant says of itself, before dates, identifiers and holdings are settled (holdings.ts). */
export interface Draft {
  readonly key: string;
  /** Position among all drafts: spreads what must not cluster. */
  readonly position: number;
  readonly topic: Topic;
  readonly kind: WorkKind;
  readonly title: Bilingual;
  readonly abstract: Bilingual;
  readonly keywords: readonly Keyword[];
  readonly creators: readonly string[];
  readonly places: readonly WorldPlace[];
  readonly version: string | null;
  readonly relations: readonly WorldRelation[];
  readonly year: number;
}

/** Kinds of the five lines of studies, per variant. */
const KINDS: readonly (readonly [WorkKind, WorkKind, WorkKind, WorkKind])[] = [
  ['article', 'article', 'bulletin', 'conference'],
  ['bulletin', 'article', 'conference', 'article'],
  ['dataset', 'dataset', 'dataset', 'dataset'],
  ['conference', 'bulletin', 'article', 'article'],
  ['thesis', 'report', 'thesis', 'book'],
];

const FIRST_YEAR = 2012;
const LAST_YEAR = 2026;

export function keyword(pair: string): Keyword {
  const [ja = '', en = ''] = pair.split('/');
  return { ja, en };
}

function variantOf(text: string): { readonly ja: string; readonly en: string; readonly places: readonly WorldPlace[] } {
  if (!text.startsWith('@')) return { ...keyword(text), places: [] };
  const found = place(text.slice(1));
  return { ...found.name, places: [found] };
}

/** How works of one kind relate within a topic: data are used by articles, later articles cite earlier ones, theses hold articles. */
function relationsOf(topic: Topic, line: number, variant: number): WorldRelation[] {
  const to = (relation: string, otherLine: number): WorldRelation => ({
    relation,
    work: `${topic.key}-${String(otherLine)}-${String(variant)}`,
  });
  switch (line) {
    case 0:
      return [to('references', 2), to('isCitedBy', 3), to('isPartOf', 4)];
    case 1:
      return [to('references', 2)];
    case 2:
      return [
        to('isReferencedBy', 0),
        to('isReferencedBy', 1),
        ...(variant === 0 ? [{ relation: 'isPreviousVersionOf', work: `${topic.key}-2-0-v2` }] : []),
      ];
    case 3:
      return [to('cites', 0)];
    default:
      return [to('hasPart', 0)];
  }
}

/** One to four authors: the topic's people in turn, now and then somebody from elsewhere. */
function creatorsOf(topic: Topic, line: number, variant: number, kind: WorkKind): string[] {
  const turn = line + variant;
  const own = topic.people.map((_, index) => topic.people[(turn + index) % topic.people.length] ?? '');
  if (kind === 'thesis') return own.slice(0, 1);
  const count = 1 + (hash(`${topic.key}${String(turn)}`) % Math.min(4, own.length + 1));
  const guest = people[hash(`${topic.key}/${String(line)}/${String(variant)}`) % people.length]?.key ?? '';
  return [...new Set(turn % 3 === 2 ? [...own.slice(0, count), guest] : own.slice(0, count))];
}

function fill(text: string, variant: string, number: number): string {
  return text.replaceAll('{v}', variant).replaceAll('{n}', String(number));
}

function draft(topic: Topic, study: Study, line: number, variant: number, position: number): Draft {
  const { ja, en, places } = variantOf(topic.variants[variant] ?? '');
  const key = `${topic.key}-${String(line)}-${String(variant)}`;
  const number = 4 + (hash(key) % 57);
  const kind = KINDS[line]?.[variant] ?? 'article';
  // Data come before what uses them, citing works after the cited.
  const base = FIRST_YEAR + (hash(`${topic.key}/${String(variant)}`) % (LAST_YEAR - FIRST_YEAR - 2));
  const later = [1, 2, 0, 3, 3][line] ?? 0;
  const title = fill(study.en, en, number);
  return {
    key,
    position,
    topic,
    kind,
    title: { ja: fill(study.ja, ja, number), en: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}` },
    abstract: {
      ja: `${topic.backgroundJa}${fill(study.findingJa, ja, number)}`,
      en: `${topic.backgroundEn} ${fill(study.findingEn, en, number)}`,
    },
    keywords: topic.keywords.map(keyword),
    creators: creatorsOf(topic, line, variant, kind),
    places,
    version: kind === 'dataset' ? '1.0' : null,
    relations: relationsOf(topic, line, variant),
    year: Math.min(LAST_YEAR, base + later),
  };
}

/** The second version of a topic's first data set, extended and corrected. */
function secondVersion(first: Draft, position: number): Draft {
  return {
    ...first,
    key: `${first.key}-v2`,
    position,
    title: { ja: `${first.title.ja ?? ''}(第2版)`, en: `${first.title.en ?? ''} (Version 2)` },
    version: '2.0',
    relations: [{ relation: 'isNewVersionOf', work: first.key }],
    year: Math.min(LAST_YEAR, first.year + 2),
  };
}

/** The works of topics: five lines of studies over four variants, and the second version of one data set each. */
export function topicWorks(topics: readonly Topic[]): Draft[] {
  const drafts: Draft[] = [];
  for (const topic of topics) {
    topic.studies.forEach((study, line) => {
      topic.variants.forEach((_, variant) => drafts.push(draft(topic, study, line, variant, drafts.length)));
    });
    const first = drafts.find((candidate) => candidate.key === `${topic.key}-2-0`);
    if (first) drafts.push(secondVersion(first, drafts.length));
  }
  return drafts;
}

/** Where works of this topic's field appear. */
export function homeOf(topic: Topic): (typeof homes)[Topic['field']] {
  return homes[topic.field];
}
