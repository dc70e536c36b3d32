/** What a value of a parameter asks for, in the Graph's two grammars (fact sheet 2.2). */

export type Expression =
  | { readonly kind: 'is'; readonly text: string; readonly phrase: boolean }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression };

/** Whether one operand fits a record. */
export type Fits = (text: string, phrase: boolean) => boolean;

type Token = { readonly kind: 'word' | 'phrase' | 'operator'; readonly text: string };

function tokensOf(value: string): Token[] {
  return [...value.matchAll(/"([^"]*)"|([()])|([^\s()"]+)/gu)].map(([, phrase, bracket, word = ''], index): Token => {
    if (phrase !== undefined) return { kind: 'phrase', text: phrase };
    if (bracket !== undefined) return { kind: 'operator', text: bracket };
    // NOT may begin a value; AND and OR there are words like others.
    const operator = word === 'NOT' || (index > 0 && (word === 'AND' || word === 'OR'));
    return { kind: operator ? 'operator' : 'word', text: word };
  });
}

/** Reads `a AND (b OR "c d") NOT e`; words that stand side by side are one operand. */
class Reader {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  private takes(operator: string): boolean {
    const token = this.tokens[this.position];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.position += 1;
    return true;
  }

  private operand(): Expression {
    if (this.takes('(')) {
      const inner = this.either();
      this.takes(')');
      return inner;
    }
    if (this.takes('NOT')) return { kind: 'not', part: this.operand() };
    const first = this.tokens[this.position];
    if (first?.kind === 'phrase') {
      this.position += 1;
      return { kind: 'is', text: first.text, phrase: true };
    }
    const words: string[] = [];
    for (let token = first; token?.kind === 'word'; token = this.tokens[this.position]) {
      words.push(token.text);
      this.position += 1;
    }
    // An operator with nothing to work on asks for nothing.
    if (words.length === 0) this.position += 1;
    return { kind: 'is', text: words.join(' '), phrase: false };
  }

  private all(): Expression {
    const parts = [this.operand()];
    for (;;) {
      const token = this.tokens[this.position];
      if (token === undefined || (token.kind === 'operator' && (token.text === 'OR' || token.text === ')'))) break;
      this.takes('AND');
      parts.push(this.operand());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'and', parts };
  }

  either(): Expression {
    const parts = [this.all()];
    while (this.takes('OR')) parts.push(this.all());
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'or', parts };
  }
}

/** Version 1 and 2: commas part alternatives, except within quotes. */
function alternatives(value: string): string[] {
  return value.match(/(?:"[^"]*"|[^,"])+/gu) ?? [];
}

/** Whether version 3 takes a value: one bare word, or operands in quotes with operators between them. */
export function isWellQuoted(value: string): boolean {
  const tokens = tokensOf(value.trim());
  if ((value.match(/"/g) ?? []).length % 2 === 1) return false;
  if (tokens.length === 1) return tokens[0]?.kind !== 'operator';
  return tokens.every(({ kind }) => kind !== 'word');
}

/** All values of one parameter: repeated ones are alternatives. `commas`: whether a comma parts alternatives too. */
export function expressionOf(values: readonly string[], commas: boolean): Expression {
  const parts = values
    .flatMap((value) => (commas ? alternatives(value) : [value]))
    .filter((value) => value.trim() !== '')
    .map((value) => new Reader(tokensOf(value)).either());
  return { kind: 'or', parts };
}

export function holds(expression: Expression, fits: Fits): boolean {
  switch (expression.kind) {
    case 'is':
      return fits(expression.text, expression.phrase);
    case 'not':
      return !holds(expression.part, fits);
    case 'and':
      return expression.parts.every((part) => holds(part, fits));
    case 'or':
      return expression.parts.length === 0 || expression.parts.some((part) => holds(part, fits));
  }
}

/** Lower case, without marks, words parted by single blanks: what the index compares. */
export function indexed(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** Whether all words (or the phrase) stand in an indexed text: whole words, but any part of a Japanese one. */
export function mentions(text: string, sought: string, phrase: boolean): boolean {
  const plain = indexed(sought).trim();
  if (plain === '') return true;
  const parts = phrase ? [plain] : plain.split(' ');
  return parts.every((part) =>
    text.includes(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(part) ? part : ` ${part} `),
  );
}
