/** Words for people's searches and values for filters, in the Graph's two grammars (fact sheet 2.2). */

export type GraphVersion = 'v1' | 'v2' | 'v3';

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** Blanks, parentheses, commas and operators make of a value something else than itself, unless it is quoted. */
function isPlain(value: string): boolean {
  return !/[\s(),"\\]/.test(value) && !OPERATORS.has(value);
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, ' ').replace(/\s+/g, ' ').trim()}"`;
}

/**
 * The values of one parameter, any of which may match. Version 3 takes one expression, ("a" OR "b"), and refuses what has
 * blanks or parentheses without quotes; versions 1 and 2 take the parameter once for each value.
 */
export function anyOf(values: readonly string[], version: GraphVersion): string[] {
  if (version !== 'v3') return [...values];
  const [only] = values;
  if (only === undefined) return [];
  if (values.length === 1) return [isPlain(only) ? only : quoted(only)];
  return [`(${values.map(quoted).join(' OR ')})`];
}

/** Every word of a text, wherever it stands: names and titles are asked for by their words. */
export function allWords(text: string, version: GraphVersion): string {
  const words = text
    .replace(/["\\(),]/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return joined(
    words.flatMap((word, index) => (index === 0 ? [operand(word)] : [operator('AND'), operand(word)])),
    version,
  );
}

type Part = { readonly operand: string; readonly phrase: boolean } | { readonly text: string };

const operand = (text: string, phrase = false): Part => ({ operand: text, phrase });
const operator = (text: string): Part => ({ text });

function joined(parts: readonly Part[], version: GraphVersion): string {
  const bare = version === 'v3' ? parts.length === 1 : true;
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      return !part.phrase && bare && isPlain(part.operand) ? part.operand : quoted(part.operand);
    })
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');
}

/** An expression while it is read: whatever people type becomes one that the platform can parse. */
class Expression {
  readonly parts: Part[] = [];
  private pending: string[] = [];
  private depth = 0;

  /** Whether an operand stands before this place. */
  private get follows(): boolean {
    const last = this.parts.at(-1);
    return last !== undefined && ('operand' in last || last.text === ')');
  }

  private connect(): void {
    const negated = this.pending.includes('NOT');
    if (this.follows) this.parts.push(operator(this.pending.includes('OR') ? 'OR' : 'AND'));
    if (negated) this.parts.push(operator('NOT'));
    this.pending = [];
  }

  add(text: string, phrase: boolean): void {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    this.connect();
    this.parts.push(operand(text, phrase));
  }

  connector(name: string): void {
    this.pending.push(name);
  }

  open(): void {
    this.connect();
    this.parts.push(operator('('));
    this.depth += 1;
  }

  close(): void {
    if (this.depth === 0) return;
    this.pending = [];
    this.depth -= 1;
    if (this.follows) this.parts.push(operator(')'));
    else this.dropOpening();
  }

  /** An opening that nothing followed is taken back, with what connected it. */
  private dropOpening(): void {
    let last = this.parts.pop();
    while (last !== undefined && !('operand' in last) && last.text !== ')') last = this.parts.pop();
    if (last !== undefined) this.parts.push(last);
  }

  end(): readonly Part[] {
    while (this.depth > 0) this.close();
    return this.parts;
  }
}

/**
 * What people search for as the Graph reads it: every word, "a phrase", AND, OR, NOT and parentheses in capitals as they
 * stand. A comma would mean OR in versions 1 and 2 and is a blank here. Empty where there is nothing to search for.
 */
export function searchExpression(query: string, version: GraphVersion): string {
  const expression = new Expression();
  for (const [token, phrase] of query.replace(/,/g, ' ').matchAll(/"([^"]*)"|[()]|[^\s()"]+/gu)) {
    if (phrase !== undefined) expression.add(phrase, true);
    else if (token === '(') expression.open();
    else if (token === ')') expression.close();
    else if (OPERATORS.has(token)) expression.connector(token);
    else expression.add(token.replace(/[\\]/g, ' ').trim(), false);
  }
  return joined(expression.end(), version);
}
