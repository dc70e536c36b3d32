import { langString, localizedText } from '../common/localized-text.js';
import type { Creator, Degree, LangString, LocalizedText, Subject } from '../common/record.js';
import type { CiniiPublication, CiniiRecord } from './record.js';
import { containerOf } from './mapping-hit.js';

/**
 * A text's tag, now that the other answer is known. A text that stands in both fell silently back from one language to the
 * other (fact sheet 4.3), so it has no language from the answer that it was read in, only from kana. That the answer's
 * language made the tag shows where the two differ; a tag that both give is the source's own or the kana's.
 */
function settled(text: LangString, other: LocalizedText): LangString {
  const twins = other.values.filter(({ value }) => value === text.value);
  const fromAnswer = text.lang === 'ja' || text.lang === 'en';
  if (!fromAnswer || twins.length === 0 || twins.some(({ lang }) => lang === text.lang)) return text;
  return langString(text.value);
}

/** The texts of one answer, settled by the other's. */
function settledBy(texts: LocalizedText, other: LocalizedText): LocalizedText {
  return localizedText(texts.values.map((text) => settled(text, other)));
}

/** The texts of both answers. */
function bothTexts(base: LocalizedText, other: LocalizedText): LocalizedText {
  return localizedText([...settledBy(base, other).values, ...settledBy(other, base).values]);
}

function bothOrEither(
  base: LocalizedText | null | undefined,
  other: LocalizedText | null | undefined,
): LocalizedText | null {
  if (!base) return other ?? null;
  return other ? bothTexts(base, other) : base;
}

/** Names of the same people, by position: only where both answers have as many; else the base's, settled by all of the other's. */
function bothCreators(base: readonly Creator[], other: readonly Creator[]): readonly Creator[] {
  if (base.length === 0) return other;
  if (base.length !== other.length) {
    const names = localizedText(other.flatMap(({ name }) => name.values));
    return base.map((creator) => ({ ...creator, name: settledBy(creator.name, names) }));
  }
  return base.map((creator, index) => {
    const name = other[index]?.name;
    return name ? { ...creator, name: bothTexts(creator.name, name) } : creator;
  });
}

/** Keywords have no common order in the two answers: those that the base lacks are added as subjects of their own. */
function bothSubjects(base: readonly Subject[], other: readonly Subject[]): readonly Subject[] {
  const valueOf = ({ value }: Subject): string | undefined => value.values[0]?.value;
  const known = new Map(other.map((subject) => [valueOf(subject), subject]));
  const kept = base.map((subject) => {
    const twin = known.get(valueOf(subject));
    return twin ? { ...subject, value: bothTexts(subject.value, twin.value) } : subject;
  });
  const values = new Set(base.map(valueOf));
  return [...kept, ...other.filter((subject) => !values.has(valueOf(subject)))];
}

function bothPublications(
  base: CiniiPublication | null | undefined,
  other: CiniiPublication | null | undefined,
): CiniiPublication | null {
  if (!base || !other) return base ?? other ?? null;
  return {
    ...base,
    name: bothOrEither(base.name, other.name),
    publisher: bothOrEither(base.publisher, other.publisher),
  };
}

function bothDegrees(base: Degree, other: Degree): Degree {
  return {
    ...base,
    name: bothOrEither(base.name, other.name),
    grantor: bothOrEither(base.grantor, other.grantor),
  };
}

/** One record from its hits in two languages: everything but texts is the base's. */
function mergeHit(base: CiniiRecord, other: CiniiRecord): CiniiRecord {
  const publication = bothPublications(base.publication, other.publication);
  const abstract = bothOrEither(base.abstract, other.abstract);
  return {
    ...base,
    readIn: [...(base.readIn ?? []), ...(other.readIn ?? [])],
    title: bothTexts(base.title ?? { values: [] }, other.title ?? { values: [] }),
    ...(base.abstract === undefined ? {} : { abstract, description: abstract }),
    creators: bothCreators(base.creators ?? [], other.creators ?? []),
    publisher: bothOrEither(base.publisher, other.publisher),
    publication,
    container: containerOf(publication),
    ...(base.degree && other.degree ? { degree: bothDegrees(base.degree, other.degree) } : {}),
    subjects: bothSubjects(base.subjects ?? [], other.subjects ?? []),
  };
}

/** Merged hits of a base answer, with the other answer that they were merged with. */
const merged = new WeakMap<
  readonly CiniiRecord[],
  { readonly other: readonly CiniiRecord[]; readonly hits: readonly CiniiRecord[] }
>();

/**
 * The hits of the same search in two languages, record by record: the base answer decides which hits there are and their
 * order; a hit that only the base has stays as it is, read in one language. Two answers that are read again are merged once.
 */
export function mergeHits(base: readonly CiniiRecord[], other: readonly CiniiRecord[]): readonly CiniiRecord[] {
  const before = merged.get(base);
  if (before?.other === other) return before.hits;
  const others = new Map(other.map((hit) => [hit.id, hit]));
  const hits = base.map((hit) => {
    const twin = others.get(hit.id);
    return twin ? mergeHit(hit, twin) : hit;
  });
  merged.set(base, { other, hits });
  return hits;
}
