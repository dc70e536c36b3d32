import {
  GraphQLError,
  GraphQLScalarType,
  Kind,
  valueFromASTUntyped,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { parseDoi, parseHttpUrl, parseOrcid, parseRor } from '../subgraphs/common/identifiers.js';
import { isEdtf, parseEdtf, parseInstant } from '../subgraphs/common/edtf.js';

interface Scalar {
  /** The value in canonical form, or null where it is none. */
  readonly read: (input: string) => string | null;
  /** What a right one looks like, for the error. */
  readonly expected: string;
}

function canonicalLanguage(input: string): string | null {
  try {
    // By its grammar "japanese" is a tag as well; no language of more than three letters was ever registered.
    return /^[a-z]{2,3}(?:-|$)/i.test(input.trim()) ? (Intl.getCanonicalLocales(input.trim())[0] ?? null) : null;
  } catch {
    return null;
  }
}

const SCALARS: Readonly<Record<string, Scalar>> = {
  DOI: {
    read: parseDoi,
    expected: 'a DOI such as 10.20783/dias.662 (10., digits, a slash, a suffix; doi:… and https://doi.org/… are fine)',
  },
  ORCID: {
    read: parseOrcid,
    expected: 'an ORCID iD such as 0000-0002-1825-0097 whose last character is the right check digit',
  },
  ROR: { read: parseRor, expected: 'a ROR id such as https://ror.org/04ksd4g47 with the right checksum' },
  URL: { read: parseHttpUrl, expected: 'an absolute http(s) URL' },
  Date: {
    read: (input) => (isEdtf(input) && input.length === 10 ? input : null),
    expected: 'a day such as 2026-11-20 that exists in the calendar',
  },
  DateTime: { read: parseInstant, expected: 'an instant such as 2026-11-20T09:11:00Z' },
  EDTF: {
    read: parseEdtf,
    expected: 'a date such as 2017, 2017-03, 2017-03-31 or 2010/2015-06',
  },
  LanguageTag: { read: canonicalLanguage, expected: 'a BCP 47 language tag such as ja, en or ja-Kana' },
};

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'symbol' ? 'enum' : typeof value;
}

function refuse(name: string, scalar: Scalar, value: unknown): never {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `A value of kind ${kindOf(value)}`;
  throw new GraphQLError(`${shown} is not ${scalar.expected}.`, {
    extensions: { code: 'BAD_USER_INPUT', scalar: name },
  });
}

/** Turns an instant into the wire form; every other scalar is a string already. */
function serialize(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().replace(/\.\d+Z$/, 'Z') : value;
}

function parseValue(name: string, scalar: Scalar, value: unknown): string {
  // A bare year (from: 2019) is what people write for EDTF.
  const text = name === 'EDTF' && Number.isInteger(value) ? String(value) : value;
  const canonical = typeof text === 'string' ? scalar.read(text) : null;
  return canonical ?? refuse(name, scalar, value);
}

function parseLiteral(name: string, scalar: Scalar, node: ValueNode): string {
  // An enum value (lang: ja) would come back as text: it was written without quotes and is none.
  return parseValue(name, scalar, node.kind === Kind.ENUM ? Symbol(node.value) : valueFromASTUntyped(node));
}

/** The resolver map's scalars, for a subgraph. */
export const scalarResolvers: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  Object.entries(SCALARS).map(([name, scalar]) => [
    name,
    new GraphQLScalarType<unknown, unknown>({
      name,
      serialize,
      parseValue: (value) => parseValue(name, scalar, value),
      parseLiteral: (node) => parseLiteral(name, scalar, node),
    }),
  ]),
);

/**
 * Installs the checks on a schema that was built from SDL alone (the gateway's API schema has none of our code): a
 * malformed DOI is refused before anything is fetched.
 */
export function installScalars(schema: GraphQLSchema): void {
  for (const [name, scalar] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLScalarType)) continue;
    type.serialize = serialize;
    type.parseValue = (value) => parseValue(name, scalar, value);
    type.parseLiteral = (node) => parseLiteral(name, scalar, node);
  }
}
