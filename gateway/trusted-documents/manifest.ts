import { readFileSync } from 'node:fs';
import { getOperationAST, GraphQLError, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { z } from 'zod';

/** A document that may run, as the manifest tells it. */
export interface TrustedDocument {
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
}

/** Apollo's persisted-query manifest, as its tools write it from a client's code. */
const manifestShape = z.object({
  format: z.literal('apollo-persisted-query-manifest', { error: 'must be "apollo-persisted-query-manifest"' }),
  version: z.literal(1, { error: 'must be 1' }),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().min(1),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string().min(1),
    }),
  ),
});

/** What can be said of a manifest before the schema is known; `faults` are for people. */
export interface ReadManifest {
  readonly documents: readonly TrustedDocument[];
  readonly faults: readonly string[];
}

const unusable = (...faults: readonly string[]): ReadManifest => ({ documents: [], faults });

/** Reads a manifest's file. */
export function readManifest(file: string): ReadManifest {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    return unusable(
      error instanceof SyntaxError ? `the file ${file} is not JSON.` : `the file ${file} cannot be read.`,
    );
  }
  const read = manifestShape.safeParse(json);
  if (!read.success)
    return unusable(...read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`));
  const { operations } = read.data;
  const ids = operations.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return { documents: operations, faults: twice.map((id) => `the id ${id} stands for two operations.`) };
}

function parsed(body: string): DocumentNode | string {
  try {
    return parse(body);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message;
  }
}

/** What is wrong with one document under a schema. */
function faultsOf({ name, type, body }: TrustedDocument, schema: GraphQLSchema): readonly string[] {
  const document = parsed(body);
  if (typeof document === 'string') return [document];
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const operation = getOperationAST(document, name);
  if (operations.length !== 1 || operation == null) return [`its body must hold one operation, named ${name}.`];
  if (operation.operation.toString() !== type) return [`its body is a ${operation.operation}, not a ${type}.`];
  return validate(schema, document).map(({ message }) => message);
}

/** Everything that is wrong with documents under a schema, each by the operation's name. */
export function manifestFaults(documents: readonly TrustedDocument[], schema: GraphQLSchema): string[] {
  return documents.flatMap((document) =>
    faultsOf(document, schema).map((fault) => `operation ${document.name} (${document.id}): ${fault}`),
  );
}
