import { HeaderMap } from '@apollo/server';
import { GraphQLError, type ASTNode } from 'graphql';
import type { FaultCode } from './http-fault.js';

/** The codes of what Apollo Server has read of a request, beside those that are known before. */
type RefusalCode = FaultCode | 'GRAPHQL_VALIDATION_FAILED' | 'OPERATION_RESOLUTION_FAILURE';

/** Refuses a request within Apollo Server, with its HTTP status: without one it would be 500. */
export function refusal(
  code: RefusalCode,
  message: string,
  {
    status = 400,
    headers = {},
    nodes,
  }: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly nodes?: readonly ASTNode[];
  } = {},
): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes === undefined ? {} : { nodes }),
    extensions: { code, http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });
}
