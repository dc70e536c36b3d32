/** OAI-PMH 2.0 (https://www.openarchives.org/OAI/openarchivesprotocol.html): the words of the protocol. */
import { OAI_VERBS, type OaiErrorCode, type OaiVerb } from '../subgraphs/common/oai-pmh/envelope.js';

/** A request that cannot be answered: what the protocol calls it, and what is wrong in words for people. */
export class OaiFault extends Error {
  override readonly name = 'OaiFault';
  constructor(
    readonly code: Exclude<OaiErrorCode, 'unknown'>,
    message: string,
  ) {
    super(message);
  }
}

export type ArgumentName = 'identifier' | 'metadataPrefix' | 'from' | 'until' | 'set' | 'resumptionToken';

/** A verb with its arguments, each once, none that the verb has not (section 4). */
export interface OaiCall {
  readonly verb: OaiVerb;
  readonly given: ReadonlyMap<ArgumentName, string>;
}

interface VerbArguments {
  readonly required: readonly ArgumentName[];
  readonly optional: readonly ArgumentName[];
  /** Goes on with a list: then nothing else is given. */
  readonly resumes: boolean;
}

const LIST: VerbArguments = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumes: true };
const ARGUMENTS: Readonly<Record<OaiVerb, VerbArguments>> = {
  Identify: { required: [], optional: [], resumes: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], resumes: false },
  ListSets: { required: [], optional: [], resumes: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], resumes: false },
  ListIdentifiers: LIST,
  ListRecords: LIST,
};

const NAMES: readonly ArgumentName[] = ['identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'];

/** Characters of one argument: a resumption token of ours has some hundred, more with a long DOI. */
const MOST_CHARACTERS = 4096;

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}

function verbOf(values: readonly string[]): OaiVerb {
  const all = OAI_VERBS.join(', ');
  const [value] = values;
  if (value === undefined) throw new OaiFault('badVerb', `verb is missing: give one of ${all}.`);
  if (values.length > 1) throw new OaiFault('badVerb', 'verb is given more than once.');
  const verb = OAI_VERBS.find((known) => known === value);
  if (verb === undefined) throw new OaiFault('badVerb', `${shown(value)} is no verb: give one of ${all}.`);
  return verb;
}

/**
 * Reads the arguments of a request.
 * @throws OaiFault badVerb, badArgument
 */
export function readCall(parameters: URLSearchParams): OaiCall {
  const verb = verbOf(parameters.getAll('verb'));
  const { required, optional, resumes } = ARGUMENTS[verb];
  const allowed = [...required, ...optional, ...(resumes ? (['resumptionToken'] as const) : [])];
  const given = new Map<ArgumentName, string>();
  for (const [name, value] of parameters) {
    if (name === 'verb') continue;
    const known = NAMES.find((one) => one === name);
    if (known === undefined || !allowed.includes(known)) {
      const takes = allowed.length === 0 ? 'no argument' : allowed.join(', ');
      throw new OaiFault('badArgument', `${verb} has no argument ${shown(name)}: it takes ${takes}.`);
    }
    if (given.has(known)) throw new OaiFault('badArgument', `${name} is given more than once.`);
    if (value === '') throw new OaiFault('badArgument', `${name} is empty.`);
    if (value.length > MOST_CHARACTERS)
      throw new OaiFault('badArgument', `${name} has more than ${String(MOST_CHARACTERS)} characters.`);
    given.set(known, value);
  }
  if (given.has('resumptionToken')) {
    if (given.size > 1) throw new OaiFault('badArgument', 'With resumptionToken no other argument is given.');
    return { verb, given };
  }
  const missing = required.filter((name) => !given.has(name));
  if (missing.length > 0) throw new OaiFault('badArgument', `${verb} needs ${missing.join(' and ')}.`);
  return { verb, given };
}
