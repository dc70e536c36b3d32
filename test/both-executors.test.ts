import { readdirSync, readFileSync } from 'node:fs';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  buildSchema,
  validate,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type Endpoint, type World } from './support.js';

/** Values that simulated platforms know something for, by the variable's name or type. */
const VALUES: Readonly<Record<string, unknown>> = {
  q: '海洋',
  query: '海洋',
  first: 3,
  doi: '10.20783/dias.662',
  ID: '10.20783/dias.662',
  String: '海洋',
  Int: 3,
  Boolean: true,
  Float: 1,
};

/** Texts in a test's file that are documents: what stands between quotes or backticks and begins like one. */
function documentsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const quoted = text.matchAll(/(`|')((?:query|\{)(?:(?!\1)[\s\S])*)\1/g);
  return [...quoted].map(([, , document = '']) => document).filter((document) => !document.includes('${'));
}

function valid(schema: GraphQLSchema, text: string): DocumentNode | null {
  try {
    const document = parse(text);
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null;
  }
}

function valueOf(name: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (name in VALUES) return VALUES[name];
  if (isInputObjectType(named)) return {};
  const one = isEnumType(named) ? named.getValues()[0]?.name : VALUES[named.name];
  return isListType(isNonNullType(type) ? type.ofType : type) ? [one] : one;
}

/** Values for the variables that a document has to be given. */
function variablesFor(schema: GraphQLSchema, document: DocumentNode): Record<string, unknown> {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return Object.fromEntries(
    (operation?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
      if (input === undefined || defaultValue !== undefined) return [];
      return [[variable.name.value, valueOf(variable.name.value, input)]];
    }),
  );
}

/** What differs between two answers to the same question because they were given one after the other. */
function timeless(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'tookMs' || (typeof value === 'string' && /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) ? 0 : value,
    ),
  ) as unknown;
}

/** The first place at which two answers differ, and what stands there; null: there is none. */
function difference(ours: unknown, theirs: unknown, path = ''): string | null {
  if (Object.is(ours, theirs)) return null;
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isTree(ours) || !isTree(theirs)) return `${path}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`;
  const [names, others] = [Object.keys(ours).join(), Object.keys(theirs).join()];
  if (names !== others) return `${path}: {${names}} is not {${others}}`;
  for (const name of Object.keys(ours)) {
    const found = difference(ours[name], theirs[name], `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

const here = new URL('.', import.meta.url).pathname;
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.test.ts') && !/^(?:federation|hostile)\//.test(file),
);

describe('our executor and that of @apollo/gateway', () => {
  let world: World;
  let apollos: Endpoint;
  let schema: GraphQLSchema;
  let documents: DocumentNode[] = [];
  beforeAll(async () => {
    world = await startWorld({ KAKEHASHI_SECRET: 'the same for both executors', EXECUTOR: 'own' });
    apollos = await world.another({ EXECUTOR: 'apollo' });
    await Promise.all([world.catalogued(), apollos.catalogued()]);
    schema = buildSchema(await (await fetch(`${world.address}/schema.graphql`)).text());
    const texts = new Set(files.flatMap((file) => documentsIn(`${here}${file}`)));
    // How the platforms are at the moment is told by each gateway of what it asked itself.
    documents = [...texts].flatMap((text) => (/\bstatus\b/.test(text) ? [] : (valid(schema, text) ?? [])));
  }, 120_000);
  afterAll(() => world.close());

  /** Where the two answers to a document differ; null: nowhere. A platform that is slow once is no difference: they are asked again. */
  async function compare(body: string, variables: Record<string, unknown>): Promise<string | null> {
    let differs: string | null = null;
    for (let tries = 0; tries < 4; tries += 1) {
      const ours = timeless(await world.ask(body, variables));
      const theirs = timeless(await apollos.ask(body, variables));
      differs = difference(ours, theirs);
      if (differs === null) return null;
    }
    return differs;
  }

  /** The documents of the tests whose answers differ. */
  async function differences(): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const document of documents) {
      const { body = '' } = document.loc?.source ?? {};
      const variables = variablesFor(schema, document);
      const differs = await compare(body, variables);
      if (differs !== null) found.push({ body, variables, differs });
    }
    return found;
  }

  it('find the documents of the other tests', () => {
    expect(documents.length).toBeGreaterThan(60);
  });

  it('give the same answers, errors and their order included', { timeout: 300_000 }, async () => {
    expect(await differences()).toEqual([]);
  });

  it('give the same answers while a platform is away', { timeout: 300_000 }, async () => {
    await Promise.all(['jairo', 'cinii'].map((platform) => world.fault(platform, '503')));
    expect(await differences()).toEqual([]);
  });
});
