import { createHash } from 'node:crypto';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  getOperationAST,
  parse,
  print,
  separateOperations,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { plannedSupergraph } from './planned-supergraph.js';
import { PreparedOperation } from './prepared-operation.js';
import { PrivateNames } from './private-names.js';
import { RequiredArguments } from './required-arguments.js';
import { TypeConditions } from './type-conditions.js';

/** Operations that are kept planned, and the letters of their texts and plans together. */
const MAX_OPERATIONS = 2000;
const MAX_LETTERS = 16_000_000;
/** Texts that are known to be one of these operations: they differ in blanks, comments and what is not used. */
const MAX_TEXTS = 10_000;

/** Plans operations over one supergraph: each once, whatever its variables are and however it is written down. */
export class Planner {
  /** The API as clients see it. */
  readonly schema: GraphQLSchema;
  /** The subgraphs' names. */
  readonly subgraphs: readonly string[];
  /** By the types of the supergraph, those that clients do not see included. */
  readonly typeConditions: TypeConditions;
  private readonly api: Schema;
  private readonly planner: QueryPlanner;
  private readonly names: PrivateNames;
  private readonly requiredArguments: RequiredArguments;
  private readonly operations = new LRUCache<string, PreparedOperation>({ max: MAX_OPERATIONS, maxSize: MAX_LETTERS });
  /** Which operation a text is, by the digest of its normal form: a text that is known keeps no operation alive. */
  private readonly texts = new LRUCache<string, string>({ max: MAX_TEXTS });

  /** @throws GraphQLError for what is no supergraph */
  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const supergraph = Supergraph.build(plannedSupergraph(document));
    this.api = supergraph.apiSchema();
    this.schema = this.api.toGraphQLJSSchema();
    this.subgraphs = supergraph.subgraphsMetadata().map(({ name }) => name);
    this.typeConditions = new TypeConditions(supergraph.schema.toGraphQLJSSchema());
    this.planner = new QueryPlanner(supergraph);
    this.names = new PrivateNames(document);
    this.requiredArguments = new RequiredArguments(document);
  }

  /**
   * The operation that a valid document names.
   * @param hash of the document's text
   */
  prepare(hash: string, document: DocumentNode, operationName: string | null | undefined): PreparedOperation {
    const key = `${hash} ${operationName ?? ''}`;
    const known = this.texts.get(key);
    const prepared = known === undefined ? undefined : this.operations.get(known);
    if (prepared !== undefined) return prepared;
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new TypeError('The document has no such operation.');
    const alone = separateOperations(document)[operation.name?.value ?? ''] ?? document;
    const text = print(alone);
    const digest = createHash('sha256').update(text).digest('base64');
    this.texts.set(key, digest);
    return this.operations.get(digest) ?? this.plan(digest, text, alone, operation);
  }

  private plan(
    digest: string,
    text: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): PreparedOperation {
    const plan = this.planner.buildQueryPlan(operationFromDocument(this.api, this.names.apply(document)));
    const prepared = new PreparedOperation(this.schema, document, operation, plan, this.names);
    this.requiredArguments.check(prepared.steps);
    this.operations.set(digest, prepared, { size: text.length + JSON.stringify(plan).length });
    return prepared;
  }
}
