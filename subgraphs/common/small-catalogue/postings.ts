/**
 * The inverted index: under each term the documents that have it, with what it is worth there. MiniSearch was measured for
 * this (bench/small-catalogue.ts): each common term of 5,000 documents costs it milliseconds, and a Japanese query of ten
 * pairs has ten of them. Documents are numbers here, so that a question is a few runs over plain arrays.
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

/** The documents of one term, and what it is worth in each. */
interface Posting {
  readonly documents: number[];
  readonly worth: number[];
}

/** Documents with their scores. */
export interface Scored {
  readonly documents: readonly number[];
  readonly scoreOf: (document: number) => number;
}

interface Weighted extends Posting {
  readonly factor: number;
}

export class Postings {
  private readonly byTerm = new Map<string, Posting>();
  private readonly termsOf = new Map<number, readonly string[]>();
  /** The highest number of a document so far, and one more. */
  private size = 0;

  /** @param document a small whole number that no other document has: room is kept for all below it. */
  add(document: number, stretches: readonly WeightedTerms[]): void {
    const worth = new Map<string, number>();
    for (const { terms, weight, usualLength } of stretches) {
      const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * terms.length) / usualLength);
      for (const [term, count] of countOf(terms)) {
        worth.set(term, (worth.get(term) ?? 0) + (weight * count) / (count + damping));
      }
    }
    for (const [term, value] of worth) {
      const posting = this.byTerm.get(term) ?? { documents: [], worth: [] };
      posting.documents.push(document);
      posting.worth.push(value);
      this.byTerm.set(term, posting);
    }
    this.termsOf.set(document, [...worth.keys()]);
    this.size = Math.max(this.size, document + 1);
  }

  remove(document: number): void {
    for (const term of this.termsOf.get(document) ?? []) {
      const posting = this.byTerm.get(term);
      if (posting === undefined) continue;
      takeOut(posting, document);
      if (posting.documents.length === 0) this.byTerm.delete(term);
    }
    this.termsOf.delete(document);
  }

  /**
   * The documents that have, of each item, all terms of one of its alternatives; with their scores (BM25, the rarer a term
   * the more it counts).
   */
  search(wanted: readonly (readonly (readonly string[])[])[]): Scored {
    return this.intersection(wanted.map((alternatives) => this.either(alternatives)));
  }

  private either(alternatives: readonly (readonly string[])[]): Weighted {
    const [only] = alternatives;
    if (alternatives.length === 1 && only?.length === 1) return this.posting(only[0] ?? '');
    const best = new Map<number, number>();
    for (const terms of alternatives) {
      const { documents, scoreOf } = this.intersection(terms.map((term) => this.posting(term)));
      for (const document of documents) best.set(document, Math.max(scoreOf(document), best.get(document) ?? 0));
    }
    return { documents: [...best.keys()], worth: [...best.values()], factor: 1 };
  }

  private posting(term: string): Weighted {
    const { documents, worth } = this.byTerm.get(term) ?? { documents: [], worth: [] };
    const has = documents.length;
    return { documents, worth, factor: Math.log(1 + (this.termsOf.size - has + 0.5) / (has + 0.5)) };
  }

  /** Who is in all of them, with the sum of the scores: a document counts on only where it was in all before. */
  private intersection(all: readonly Weighted[]): Scored {
    const sorted = [...all].sort((one, other) => one.documents.length - other.documents.length);
    const score = new Float64Array(this.size);
    const foundIn = new Uint16Array(this.size);
    for (const [before, { documents, worth, factor }] of sorted.entries()) {
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] ?? 0;
        if (foundIn[document] !== before) continue;
        foundIn[document] = before + 1;
        score[document] = (score[document] ?? 0) + (worth[at] ?? 0) * factor;
      }
    }
    const documents = (sorted[0]?.documents ?? []).filter((document) => foundIn[document] === sorted.length);
    return { documents, scoreOf: (document) => score[document] ?? 0 };
  }
}

/** The last one takes the place of the one that goes: their order says nothing. */
function takeOut({ documents, worth }: Posting, document: number): void {
  const at = documents.indexOf(document);
  const [lastDocument, lastWorth] = [documents.pop(), worth.pop()];
  if (at < 0 || at === documents.length || lastDocument === undefined || lastWorth === undefined) return;
  documents[at] = lastDocument;
  worth[at] = lastWorth;
}

function countOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
