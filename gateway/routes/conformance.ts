import { WORK_PROFILES } from '../../conformance/check.js';
import { DEFAULT_WORDS, DEFAULT_WORKS, MOST_WORKS, platformSubject } from '../../conformance/platform-subject.js';
import type { Subject } from '../../conformance/subject.js';
import { AskFailure } from '../../exports/graphql-port.js';
import { HttpFault } from '../http-fault.js';
import { CONFORMANCE_HEADERS, conformancePage } from '../pages/conformance.js';
import type { DataRequest } from './data-routes.js';
import { oneOf, readParameters, wholeNumber } from './parameters.js';

const NAMES = ['query', 'first', 'profiles'] as const;

/** The report page: how the platforms' works of a search measure up. A platform that is away says so in its own section. */
export async function sendConformance({ search, response, port, platforms, base, signal }: DataRequest): Promise<void> {
  const { own, filter } = readParameters(search, NAMES, platforms);
  const first = wholeNumber('first', own.get('first'), 1) ?? DEFAULT_WORKS;
  if (first > MOST_WORKS)
    throw new HttpFault(400, `first=${String(first)}: at most ${String(MOST_WORKS)} works.`, 'BAD_USER_INPUT');
  const told = own.get('profiles');
  const profiles =
    told === undefined ? WORK_PROFILES : told.split(',').map((name) => oneOf('profiles', name, WORK_PROFILES));
  const query = own.get('query') ?? DEFAULT_WORDS;
  const { platforms: named, ...others } = filter;
  const asked = Array.isArray(named) ? named.map(String) : [...platforms.values()].map(String);
  const question = { query, filter: others, first, profiles };
  const subjects: Subject[] = [];
  // One after another: each asks for all that its works' documents have.
  for (const platform of asked) {
    try {
      subjects.push(await platformSubject(port, { platform, title: platform }, question, false, signal));
    } catch (error) {
      if (!(error instanceof AskFailure) || !error.isOfPlatforms) throw error;
      subjects.push({ name: platform, capabilities: [], checks: [], sample: [], unreadable: [error.message] });
    }
  }
  const body = conformancePage(subjects, query, base);
  response.writeHead(200, {
    ...CONFORMANCE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
