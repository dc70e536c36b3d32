/**
 * The inverted index: under each term the documents that have it, with what it is worth there. MiniSearch was measured for
 * this and takes about 5 ms for each common term of 5,000 documents (bench/small-catalogue.ts); a Japanese query of ten
 * pairs has ten of them.
 */

/** A stretch of a document: its terms, and what they are worth. */
export interface WeightedTerms {
  readonly terms: readonly string[];
  readonly weight: number;
  /** How many terms such a stretch has as a rule: in a longer one a term says less. */
  readonly usualLength: number;
}

/** BM25's own constants: how soon repetition counts no more, and how much length matters. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

type Scores<D> = ReadonlyMap<D, number>;

export class Postings<D extends object> {
  private readonly byTerm = new Map<string, Map<D, number>>();
  private readonly termsOf = new Map<D, readonly string[]>();

  add(document: D, stretches: readonly WeightedTerms[]): void {
    const worth = new Map<string, number>();
    for (const { terms, weight, usualLength } of stretches) {
      const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * terms.length) / usualLength);
      for (const [term, count] of countOf(terms)) {
        worth.set(term, (worth.get(term) ?? 0) + (weight * count) / (count + damping));
      }
    }
    for (const [term, value] of worth) {
      const posting = this.byTerm.get(term) ?? new Map<D, number>();
      this.byTerm.set(term, posting.set(document, value));
    }
    this.termsOf.set(document, [...worth.keys()]);
  }

  remove(document: D): void {
    for (const term of this.termsOf.get(document) ?? []) {
      const posting = this.byTerm.get(term);
      posting?.delete(document);
      if (posting?.size === 0) this.byTerm.delete(term);
    }
    this.termsOf.delete(document);
  }

  /**
   * The documents that have, of each item, all terms of one of its alternatives; with their scores (BM25, the rarer a term
   * the more it counts).
   */
  search(wanted: readonly (readonly (readonly string[])[])[]): Scores<D> {
    return intersection(wanted.map((alternatives) => this.either(alternatives)));
  }

  private either(alternatives: readonly (readonly string[])[]): Weighted<D> {
    const [only] = alternatives;
    if (alternatives.length === 1 && only?.length === 1) return this.posting(only[0] ?? '');
    const best = new Map<D, number>();
    for (const terms of alternatives) {
      for (const [document, score] of intersection(terms.map((term) => this.posting(term)))) {
        best.set(document, Math.max(score, best.get(document) ?? 0));
      }
    }
    return { scores: best, factor: 1 };
  }

  private posting(term: string): Weighted<D> {
    const scores = this.byTerm.get(term) ?? new Map<D, number>();
    return { scores, factor: Math.log(1 + (this.termsOf.size - scores.size + 0.5) / (scores.size + 0.5)) };
  }
}

interface Weighted<D> {
  readonly scores: Scores<D>;
  readonly factor: number;
}

/** Who is in all of them, with the sum of the scores: from the shortest on, so that what is rare keeps the work small. */
function intersection<D>(all: readonly Weighted<D>[]): Scores<D> {
  const [first, ...others] = [...all].sort((one, other) => one.scores.size - other.scores.size);
  const found = new Map<D, number>();
  if (first === undefined) return found;
  candidates: for (const [document, score] of first.scores) {
    let sum = score * first.factor;
    for (const { scores, factor } of others) {
      const more = scores.get(document);
      if (more === undefined) continue candidates;
      sum += more * factor;
    }
    found.set(document, sum);
  }
  return found;
}

function countOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
