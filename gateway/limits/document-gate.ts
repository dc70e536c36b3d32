import { GraphQLError, Kind, Lexer, parse, Source, TokenKind, visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { HttpFault } from '../http-fault.js';
import { MAX_BRACKETS, type DocumentLimits } from './limits.js';
import { shapeOf } from './shape.js';

/** Letters of documents that are known to be within the limits; more are measured again. */
const MAX_LETTERS = 4_000_000;

/**
 * Refuses documents that are too large in any way, before they are validated: validation alone can cost seconds for what is small
 * on the wire. A text is measured once.
 */
export class DocumentGate {
  private readonly passed = new LRUCache<string, true>({
    maxSize: MAX_LETTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(readonly limits: DocumentLimits) {}

  /** @throws HttpFault 400 with QUERY_TOO_COMPLEX. What is no GraphQL passes: the parser tells where. */
  check(text: string): void {
    if (this.passed.has(text)) return;
    const { limits } = this;
    const { tokens, nesting } = measure(text, limits.tokens);
    if (tokens > limits.tokens) throw tooMuch(`The document has more than ${String(limits.tokens)} tokens.`);
    if (nesting > MAX_BRACKETS)
      throw tooMuch(`The document nests brackets ${String(nesting)} deep; ${String(MAX_BRACKETS)} are allowed.`);
    let document: DocumentNode;
    try {
      document = parse(text, { noLocation: true });
    } catch (error) {
      if (error instanceof GraphQLError) return;
      throw error;
    }
    checkNodes(document, limits);
    const { depth, aliases, fields, repeated } = shapeOf(document);
    if (depth > limits.depth)
      throw tooMuch(`The document nests ${String(depth)} fields deep; ${String(limits.depth)} are allowed.`);
    if (aliases > limits.aliases)
      throw tooMuch(
        `The document has ${String(aliases)} aliases, with fragments spread; ${String(limits.aliases)} are allowed.`,
      );
    if (repeated.count > limits.repeats)
      throw tooMuch(
        `The document selects ${repeated.name} ${String(repeated.count)} times in one place; ${String(limits.repeats)} are allowed.`,
      );
    if (fields > limits.fields)
      throw tooMuch(
        `The document has ${String(fields)} fields, with fragments spread; ${String(limits.fields)} are allowed.`,
      );
    this.passed.set(text, true);
  }
}

function tooMuch(message: string): HttpFault {
  return new HttpFault(400, `${message} Ask for less, or in several requests.`, 'QUERY_TOO_COMPLEX');
}

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Tokens of a text, counted no further than one more than are allowed, and how deep its brackets nest. Of what is no GraphQL, those
 * before the fault.
 */
function measure(text: string, most: number): { readonly tokens: number; readonly nesting: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let nesting = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF && tokens <= most; token = lexer.advance()) {
      tokens += 1;
      if (OPENING.has(token.kind)) nesting = Math.max(nesting, (open += 1));
      else if (CLOSING.has(token.kind)) open -= 1;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return { tokens, nesting };
}

/** Looks at each node by itself: directives and lists. */
function checkNodes(document: DocumentNode, { directives, directivesHere, list }: DocumentLimits): void {
  let together = 0;
  visit(document, {
    enter(node) {
      const here = 'directives' in node ? (node.directives?.length ?? 0) : 0;
      together += here;
      if (here > directivesHere || together > directives)
        throw tooMuch(
          `The document has too many directives: ${String(directivesHere)} in one place and ${String(directives)} together are allowed.`,
        );
      if (node.kind === Kind.LIST && node.values.length > list)
        throw tooMuch(`The document has a list of ${String(node.values.length)} values; ${String(list)} are allowed.`);
    },
  });
}
