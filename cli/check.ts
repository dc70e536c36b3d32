import { DOCUMENT_PROFILES, WORK_PROFILES, type ProfileName } from '../conformance/check.js';
import { readDocuments } from '../conformance/document.js';
import { checkEndpoint, UnknownEndpoint } from '../conformance/endpoint/check-endpoint.js';
import { writeJunit } from '../conformance/junit.js';
import { DEFAULT_WORDS, DEFAULT_WORKS, MOST_WORKS, platformSubject } from '../conformance/platform-subject.js';
import { PROFILES } from '../conformance/profiles.js';
import { gapsOf, hasFailed, STATUSES, totalsOf, type Subject } from '../conformance/subject.js';
import { AskFailure } from '../exports/graphql-port.js';
import { cut } from '../reports/text.js';
import { UnreadableDocument } from '../subgraphs/common/errors.js';
import { bestText } from '../subgraphs/common/localized-text.js';
import { platforms as registry } from '../subgraphs/index.js';
import { commandPort } from './ask.js';
import { readBounded } from './bounded-file.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_BAD_INPUT, EXIT_USAGE, tell } from './exit.js';
import { prepare, startRuntime } from './runtime.js';
import { table } from './table.js';

export interface CheckOptions {
  readonly platforms?: string;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly query?: string;
  readonly first?: string;
  readonly format: 'table' | 'json' | 'junit';
}

const ALL_PROFILES: readonly ProfileName[] = [...WORK_PROFILES, ...DOCUMENT_PROFILES];

function list(text: string): string[] {
  return text.split(',').map((item) => item.trim()).filter((item) => item !== ''); // prettier-ignore
}

/** @throws CommandFailure for a name that is no profile */
function profilesOf(text: string | undefined): readonly ProfileName[] {
  if (text === undefined) return ALL_PROFILES;
  return list(text).map((given) => {
    const name = given.toUpperCase().replaceAll('-', '_');
    const found = ALL_PROFILES.find((profile) => profile === name);
    if (found === undefined)
      throw new CommandFailure(`--profile ${given}: is none of ${ALL_PROFILES.join(', ')}.`, EXIT_USAGE);
    return found;
  });
}

/** The platforms by their names in settings, upper case or not. @throws CommandFailure for one that is none */
function platformsOf(text: string | undefined) {
  const known = registry.map(({ name, platform, title }) => ({ name, platform, title: bestText(title, ['en', 'ja']) }));
  if (text === undefined) return known;
  return list(text).map((given) => {
    const found = known.find(({ name, platform }) => [name, platform].includes(given) || name === given.toLowerCase());
    if (found === undefined)
      throw new CommandFailure(`--platforms ${given}: is none of ${known.map(({ name }) => name).join(', ')}.`, EXIT_USAGE); // prettier-ignore
    return found;
  });
}

async function platformSubjects(options: CheckOptions, profiles: readonly ProfileName[]): Promise<Subject[]> {
  const first = options.first === undefined ? DEFAULT_WORKS : Number(options.first);
  if (!Number.isInteger(first) || first < 1 || first > MOST_WORKS)
    throw new CommandFailure(`--first ${String(options.first)}: give 1 to ${String(MOST_WORKS)}.`, EXIT_USAGE);
  const wanted = WORK_PROFILES.filter((name) => profiles.includes(name));
  if (wanted.length === 0)
    throw new CommandFailure(`Works are checked by ${WORK_PROFILES.join(', ')}; the others are of files.`, EXIT_USAGE);
  const asked = platformsOf(options.platforms);
  const runtime = await startRuntime({
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    ...(options.platforms === undefined ? {} : { KAKEHASHI_PLATFORMS: asked.map(({ name }) => name).join(',') }),
  });
  try {
    const port = commandPort(runtime);
    const question = { query: options.query ?? DEFAULT_WORDS, filter: {}, first, profiles: wanted };
    const subjects: Subject[] = [];
    for (const platform of asked) {
      if (runtime.settings.platforms?.includes(platform.name) === false) continue;
      try {
        subjects.push(await platformSubject(port, platform, question, true));
      } catch (error) {
        if (!(error instanceof AskFailure) || !error.isOfPlatforms) throw error;
        tell(`${platform.title}: ${error.message}`);
      }
    }
    if (subjects.length === 0) throw new CommandFailure('Every platform failed.', EXIT_ALL_FAILED);
    return subjects;
  } finally {
    await runtime.close();
  }
}

/** A file's documents by the profiles that are about them. */
function fileSubject(file: string, profiles: readonly ProfileName[], isAsked: boolean): Subject {
  const rest = { name: file, capabilities: [], checks: [] };
  try {
    const documents = readDocuments(readBounded(file));
    const sample = documents.map((document, index) => ({
      id: documents.length === 1 ? file : `${file} [${String(index + 1)}]`,
      checks: PROFILES.filter((one) => profiles.includes(one.name) && (isAsked || one.isOwn(document))).flatMap(
        (profile) => profile.check(document, null) ?? [],
      ),
    }));
    const none = sample.filter(({ checks }) => checks.length === 0);
    const unreadable = none.map(({ id }) => `${id}: no document that ${isAsked ? 'this profile is' : 'a profile is'} about.`);
    return { ...rest, sample: sample.filter(({ checks }) => checks.length > 0), unreadable };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { ...rest, sample: [], unreadable: [`${file}: ${error.message}`] };
  }
} // prettier-ignore

async function endpointSubject(address: string, query: string, profiles: readonly ProfileName[]): Promise<Subject> {
  const { userAgent } = await prepare({}, () => []);
  try {
    const { kind, capabilities, checks, sample, unreadable } = await checkEndpoint(address, { words: query, userAgent });
    return {
      name: address,
      capabilities: [{ name: 'speaks', value: kind }, ...capabilities],
      checks,
      sample: sample.map(({ id, checks: all }) => ({ id, checks: all.filter((one) => profiles.includes(one.profile)) })),
      unreadable,
    };
  } catch (error) {
    if (error instanceof UnknownEndpoint) throw new CommandFailure(error.message, EXIT_BAD_INPUT);
    throw error;
  }
} // prettier-ignore

const EVIDENCE_COLUMNS = 60;

function subjectTable(subject: Subject): string {
  const { name, capabilities, checks, sample, unreadable } = subject;
  const totals = totalsOf(subject).map(({ profile, records, counts }) => [
    profile,
    String(records),
    ...STATUSES.map((status) => String(counts[status])),
  ]);
  const gaps = [...gapsOf(subject, 'FAIL'), ...gapsOf(subject, 'WARN')].map(
    ({ status, profile, id, cause, records, evidence }) =>
      [status, profile, id, cause ?? '', `${String(records)} of ${String(sample.length)}`, cut(evidence ?? '', EVIDENCE_COLUMNS)],
  );
  const questions = checks.map(({ status, id, evidence }) => [status, id, cut(evidence, EVIDENCE_COLUMNS)]);
  return [
    `# ${name}`,
    ...capabilities.map((one) => `${one.name}: ${one.value}`),
    ...(questions.length === 0 ? [] : ['', table(['status', 'question', 'evidence'], questions)]),
    ...(totals.length === 0 ? ['', 'No record was checked.'] : ['', table(['profile', 'records', ...STATUSES.map((one) => one.toLowerCase())], totals)]),
    ...(gaps.length === 0 ? [] : ['', table(['status', 'profile', 'check', 'cause', 'records', 'evidence'], gaps)]),
    ...unreadable.map((line) => `unreadable: ${line}`),
  ].join('\n');
} // prettier-ignore

function written(subjects: readonly Subject[], format: CheckOptions['format']): string {
  switch (format) {
    case 'junit':
      return writeJunit(subjects);
    case 'json':
      return `${JSON.stringify({ subjects: subjects.map((one) => ({ ...one, totals: totalsOf(one) })) }, null, 2)}\n`;
    case 'table':
      return `${subjects.map(subjectTable).join('\n\n')}\n`;
  }
}

/**
 * `kakehashi check`: how what platforms, files or an endpoint give measures up to the profiles that partners check. Ends with 1 when
 * something failed.
 */
export async function checkCommand(files: readonly string[], options: CheckOptions): Promise<void> {
  const profiles = profilesOf(options.profile);
  if (files.length > 0 && (options.endpoint ?? options.platforms) !== undefined)
    throw new CommandFailure('Give files, or --endpoint, or --platforms: one of them.', EXIT_USAGE);
  const subjects =
    options.endpoint !== undefined
      ? [await endpointSubject(options.endpoint, options.query ?? DEFAULT_WORDS, profiles)]
      : files.length > 0
        ? files.map((file) => fileSubject(file, profiles, options.profile !== undefined))
        : await platformSubjects(options, profiles);
  process.stdout.write(written(subjects, options.format));
  if (subjects.some(hasFailed)) process.exitCode = EXIT_BAD_INPUT;
}
