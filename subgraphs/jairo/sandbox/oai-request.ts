/** One error element. */
export interface OaiError {
  readonly code: string;
  readonly message: string;
}

/** A request's arguments: each name with every value that was sent, from the query and from a form. */
export type OaiArguments = ReadonlyMap<string, readonly string[]>;

const VERBS: Readonly<
  Record<
    string,
    { readonly required: readonly string[]; readonly optional: readonly string[]; readonly resumable: boolean }
  >
> = {
  Identify: { required: [], optional: [], resumable: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], resumable: false },
  ListSets: { required: [], optional: [], resumable: true },
  GetRecord: { required: ['metadataPrefix', 'identifier'], optional: [], resumable: false },
  // Passes validation but nothing handles it (fact sheet 2.8).
  GetMetadata: { required: ['metadataPrefix', 'identifier'], optional: [], resumable: false },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumable: true },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumable: true },
};

/** The arguments of a query and of a form, in the order sent. */
export function collectArguments(...parts: readonly URLSearchParams[]): OaiArguments {
  const all = new Map<string, string[]>();
  for (const [name, value] of parts.flatMap((part) => [...part])) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
}

/** The first value of an argument. */
export function argument(args: OaiArguments, name: string): string | undefined {
  return args.get(name)?.[0];
}

function badArgument(message: string): OaiError {
  return { code: 'badArgument', message };
}

/** A date as dateutil reads it: a year, a month, a day or an instant; null where it reads nothing. `aware`: it has a zone. */
export function parseDate(
  text: string,
): { readonly time: number; readonly aware: boolean; readonly midnight: boolean } | null {
  const match = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|\+00:00)?)?)?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : { time, aware: zone !== undefined, midnight: time % 86_400_000 === 0 };
}

/** How `request` shows a date: isoformat and a Z after it, so that an instant with a zone shows both (fact sheet 2.1). */
export function echoDate(text: string): string {
  const parsed = parseDate(text);
  if (!parsed) return text;
  return `${new Date(parsed.time).toISOString().slice(0, 19)}${parsed.aware ? '+00:00' : ''}Z`;
}

function dateErrors(args: OaiArguments): OaiError[] {
  const texts = ['from', 'until'].flatMap((name) => argument(args, name) ?? []);
  const [from, until] = [argument(args, 'from'), argument(args, 'until')].map((text) =>
    text === undefined ? undefined : parseDate(text),
  );
  if (texts.some((text) => parseDate(text) === null)) return [badArgument('Not a valid datetime.')];
  return from && until && from.time > until.time ? [badArgument('Date "from" must be before "until".')] : [];
}

/** Whether a date without and one with a zone are to be compared: what the server does not survive (fact sheet 2.4). */
export function mixesDates(args: OaiArguments): boolean {
  const dates = ['from', 'until']
    .map((name) => argument(args, name))
    .flatMap((text) => (text === undefined ? [] : (parseDate(text) ?? [])));
  return dates.length === 2 && dates[0]?.aware !== dates[1]?.aware;
}

/** What is wrong with a request before anything is looked up (fact sheet 2.8); verbs are case sensitive. */
export function requestErrors(args: OaiArguments, metadataPrefixes: readonly string[]): OaiError[] {
  const verb = argument(args, 'verb');
  if (verb === undefined) return [{ code: 'badVerb', message: 'Missing data for required field "verb".' }];
  const rule = VERBS[verb];
  if (!rule) return [{ code: 'badVerb', message: `This is not a valid OAI-PMH verb:${verb}` }];
  const resumes = rule.resumable && args.has('resumptionToken');
  const required = resumes ? ['resumptionToken'] : rule.required;
  // metadataPrefix may stand beside a resumption token: not in the standard, but accepted (fact sheet 2.6).
  const allowed = new Set(['verb', ...required, ...(resumes ? ['metadataPrefix'] : rule.optional)]);
  const missing = required
    .filter((name) => !args.has(name))
    .map((name) => badArgument(`Missing data for required field "${name}".`));
  const repeated = [...args]
    .filter(([, values]) => values.length > 1)
    .map(([name]) => badArgument(`Illegal duplicate of argument "${name}".`));
  const extra = [...args.keys()].some((name) => !allowed.has(name))
    ? [badArgument('You have passed too many arguments.')]
    : [];
  const prefix = argument(args, 'metadataPrefix');
  const unknown =
    prefix !== undefined && allowed.has('metadataPrefix') && !metadataPrefixes.includes(prefix)
      ? [
          {
            code: 'cannotDisseminateFormat',
            message: `The metadataPrefix "${prefix}" is not supported by this repository.`,
          },
        ]
      : [];
  return [...missing, ...repeated, ...extra, ...unknown, ...(resumes ? [] : dateErrors(args))];
}
