/** Finds out what an endpoint speaks, and asks it the questions of that protocol. */
import { Asking, orWhy, type Answered } from './asking.js';
import { checkGraphql, isGraphql } from './graphql.js';
import { checkOaiPmh, isOai } from './oai-pmh.js';
import { checkOpenaire, isOpenaire } from './openaire.js';
import { SAMPLE, type EndpointReport } from './report.js';

/** An address that speaks none of the protocols, or does not answer. The message is for users. */
export class UnknownEndpoint extends Error {}

export interface EndpointQuestion {
  /** What works are searched for, where the endpoint searches; null: all. */
  readonly words: string | null;
  /** `kakehashi/<version> (+<address>)`. */
  readonly userAgent: string;
}

/**
 * Asks an endpoint by OAI-PMH, GraphQL or as the OpenAIRE Graph is asked, whichever it answers: what it can, how it tells
 * errors, and how a sample of its records measures up to the profiles.
 * @param address of the service itself: …/oai, …/graphql, …/v2/researchProducts
 * @throws UnknownEndpoint
 */
export async function checkEndpoint(address: string, { words, userAgent }: EndpointQuestion): Promise<EndpointReport> {
  let asking: Asking;
  try {
    asking = new Asking(address, userAgent);
  } catch (error) {
    if (error instanceof TypeError) throw new UnknownEndpoint(`${address} is no http or https address.`);
    throw error;
  }
  try {
    const said: string[] = [];
    const tried = async (name: string, got: Promise<Answered>, is: (one: Answered) => boolean): Promise<boolean> => {
      const answer = await orWhy(got);
      if (typeof answer !== 'string' && is(answer)) return true;
      said.push(`${name}: ${typeof answer === 'string' ? answer : `status ${String(answer.status)}, ${answer.type || 'no media type'}`}`);
      return false;
    }; // prettier-ignore
    if (await tried('OAI-PMH', asking.get({ verb: 'Identify' }), isOai)) return await checkOaiPmh(asking);
    if (await tried('GraphQL', asking.post({ query: '{ __typename }' }), isGraphql))
      return await checkGraphql(asking, words);
    if (await tried('OpenAIRE', asking.get({ pageSize: String(SAMPLE) }), isOpenaire))
      return await checkOpenaire(asking);
    throw new UnknownEndpoint(
      `${address} answers neither as OAI-PMH nor as GraphQL nor as the OpenAIRE Graph does (${said.join('; ')}). Give the address of the service itself, such as …/oai, …/graphql or …/v2/researchProducts.`,
    );
  } finally {
    await asking.close();
  }
}
