import type { SandboxResponse } from '../../../sandbox/server.js';
import { answered, crashed, echo, errorElements, instant, refused, type OaiCall } from './oai-answers.js';
import { header, record } from './oai-records.js';
import { argument, mixesDates, parseDate, type OaiError } from './oai-request.js';
import type { Continuation } from './oai-tokens.js';
import type { SandboxItem, SandboxRepository } from './repositories.js';
import { element, textElement, type XmlContent } from './xml.js';

/** OAISERVER_PAGE_SIZE (fact sheet 2.6). */
const PAGE_SIZE = 100;

const NO_RECORDS_MATCH: OaiError = {
  code: 'noRecordsMatch',
  message:
    'The combination of the values of the from, until, set and metadataPrefix arguments results in an empty list.',
};
const BAD_TOKEN: OaiError = {
  code: 'badResumptionToken',
  message: 'The value of the resumptionToken argument is invalid or expired.',
};

/** v2.0.0 takes a set with all below it; v1.0.8 only records whose index's last part is the one asked for (fact sheet 2.5). */
function inSet(repository: SandboxRepository, item: SandboxItem, set: string): boolean {
  if (repository.profile.version === '1.0.8')
    return item.setSpecs.some((setSpec) => setSpec.split(':').at(-1) === set.split(':').at(-1));
  return item.setSpecs.some((setSpec) => setSpec === set || setSpec.startsWith(`${set}:`));
}

/** What a list request selects. `until` at midnight means the whole day (fact sheet 2.4). */
function selected({ repository, args }: OaiCall): readonly SandboxItem[] {
  const set = argument(args, 'set');
  if (set !== undefined && !repository.indexes.some((index) => index.public && index.path === set)) return [];
  const from = parseDate(argument(args, 'from') ?? '')?.time ?? Number.NEGATIVE_INFINITY;
  const until = parseDate(argument(args, 'until') ?? '');
  const last = until === null ? Number.POSITIVE_INFINITY : until.time + (until.midnight ? 86_399_000 : 0);
  return repository.items.filter((item) => {
    const time = Date.parse(item.datestamp);
    return time >= from && time <= last && (set === undefined || inSet(repository, item, set));
  });
}

interface Page {
  readonly total: number;
  /** 1-based, as the token counts. */
  readonly page: number;
  readonly scrollId: string | null;
  readonly arguments: Readonly<Record<string, string>>;
}

/**
 * None where all fits on the first page; empty on the last. There is a next page while page*100 <= total: off by one, so
 * that a total of a multiple of 100 promises a page which does not come (fact sheet 2.6).
 */
function resumptionToken(call: OaiCall, verb: string, at: Page): XmlContent {
  const hasNext = call.endless || at.page * PAGE_SIZE <= at.total;
  if (!hasNext && at.page === 1) return undefined;
  const { token, expires } = call.tokens.issue(
    verb,
    { arguments: at.arguments, page: at.page + 1, scrollId: at.scrollId ?? '' },
    call.now,
  );
  const attributes = {
    expirationDate: instant(expires),
    cursor: String((at.page - 1) * PAGE_SIZE),
    completeListSize: String(at.total),
  };
  return hasNext ? element('resumptionToken', attributes, token) : element('resumptionToken', attributes);
}

/** ListRecords and ListIdentifiers, first page and continuations. */
export function listItems(call: OaiCall, verb: 'ListRecords' | 'ListIdentifiers'): SandboxResponse {
  const token = argument(call.args, 'resumptionToken');
  let continuation: Continuation | null = null;
  if (token !== undefined) {
    continuation = call.tokens.read(verb, token, call.now);
    if (!continuation) return refused(call, [BAD_TOKEN]);
  }
  if (mixesDates(call.args)) return crashed();
  const scroll = continuation === null ? { list: selected(call), page: 1 } : call.tokens.advance(continuation);
  if (scroll === null) return crashed();
  const args =
    continuation?.arguments ?? Object.fromEntries(Object.entries(echo(call.args)).filter(([name]) => name !== 'verb'));
  const echoed = { ...args, ...echo(call.args) };
  const start = call.endless ? 0 : (scroll.page - 1) * PAGE_SIZE;
  const prefix = args['metadataPrefix'] ?? '';
  const shown = scroll.list
    .slice(start, start + PAGE_SIZE)
    .flatMap((item) =>
      verb === 'ListRecords'
        ? (record(call.repository, item, prefix) ?? [])
        : item.state === 'hidden'
          ? []
          : header(item),
    );
  if (shown.length === 0) return answered(call, echoed, errorElements([NO_RECORDS_MATCH]));
  const page = continuation?.page ?? 1;
  const scrollId =
    continuation?.scrollId ?? (scroll.list.length >= PAGE_SIZE || call.endless ? call.tokens.open(scroll.list) : null);
  return answered(
    call,
    echoed,
    element(
      verb,
      {},
      shown,
      resumptionToken(call, verb, { total: scroll.list.length, page, scrollId, arguments: args }),
    ),
  );
}

/** 100 indexes a page; those that are not public are skipped, so that a page may hold fewer (fact sheet 2.5). */
export function listSets(call: OaiCall): SandboxResponse {
  const token = argument(call.args, 'resumptionToken');
  const continuation = token === undefined ? null : call.tokens.read('ListSets', token, call.now);
  if (token !== undefined && continuation === null) return refused(call, [BAD_TOKEN]);
  const page = continuation?.page ?? 1;
  const { indexes } = call.repository;
  const start = call.endless ? 0 : (page - 1) * PAGE_SIZE;
  const sets = indexes
    .slice(start, start + PAGE_SIZE)
    .filter((index) => index.public)
    .map((index) =>
      element(
        'set',
        {},
        element('setSpec', {}, index.path),
        element('setName', {}, index.name.ja),
        index.description === null
          ? undefined
          : element(
              'setDescription',
              {},
              element(
                'oai_dc:dc',
                {
                  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
                  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
                  'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
                },
                textElement('dc:description', index.description),
              ),
            ),
      ),
    );
  const at = { total: indexes.length, page, scrollId: null, arguments: {} };
  return answered(call, echo(call.args), element('ListSets', {}, sets, resumptionToken(call, 'ListSets', at)));
}
