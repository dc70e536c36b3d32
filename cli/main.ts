#!/usr/bin/env node
import '../gateway/no-telemetry.js';
import { Command, CommanderError, Option } from 'commander';
import { SettingsError } from '../gateway/settings.js';
import { AskFailure } from '../exports/graphql-port.js';
import { CommandFailure, EXIT_ALL_FAILED, EXIT_BAD_INPUT, EXIT_USAGE, tell } from './exit.js';
import type { CheckOptions } from './check.js';
import type { ConvertOptions } from './convert.js';
import { VERSION } from './package-info.js';
import type { SandboxCommandOptions } from './sandbox.js';
import type { ExportOptions } from './export.js';
import type { ReportOptions } from './report.js';
import type { SearchOptions } from './search.js';
import type { ServeOptions } from './serve.js';
import type { SubgraphOptions } from './subgraph.js';
import type { WorkOptions } from './work.js';

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** Commands load what they need when they run: `--help` and `convert` start no gateway. */
function program(): Command {
  const root = new Command('kakehashi')
    .description("One GraphQL endpoint over the platforms that hold Japan's research outputs")
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)');

  root
    .command('serve')
    .description('the gateway; in the sandbox profile over simulated platforms in this process')
    .addOption(new Option('--profile <profile>', 'sandbox or live').choices(['sandbox', 'live']))
    .option('--port <port>', 'port to listen on (4000)')
    .option('--host <host>', 'address to listen on (127.0.0.1)')
    .option('--platforms <names>', 'comma list of the platforms to switch on (all)')
    .option(
      '--subgraphs <addresses>',
      'local, or a comma list of the addresses of subgraphs that run elsewhere (local)',
    )
    .action(async (options: ServeOptions) => (await import('./serve.js')).serve(options));

  root
    .command('subgraph')
    .description('one subgraph as a server of its own: cinii, jairo, …, catalog')
    .argument('<name>', 'which one')
    .addOption(new Option('--profile <profile>', 'sandbox or live').choices(['sandbox', 'live']))
    .option('--port <port>', 'port to listen on (4000)')
    .option('--host <host>', 'address to listen on (127.0.0.1)')
    .option('--platforms <names>', 'of the catalog: comma list of the platforms that it searches (all)')
    .action(async (name: string, options: SubgraphOptions) => (await import('./subgraph.js')).subgraph(name, options));

  root
    .command('sandbox')
    .description("the simulated platforms over HTTP, each on its own port, speaking the platforms' own protocols")
    .option('--port-base <port>', 'port of the first platform', '4100')
    .option('--latency <ms>', 'milliseconds before each answer', '0')
    .option('--fault <platform=kind>', 'a fault that is on from the start; may be repeated', collect, [])
    .option('--throttle', "the platforms' documented throttling", false)
    .action(async (options: SandboxCommandOptions) => (await import('./sandbox.js')).sandbox(options));

  root
    .command('compose')
    .description('composes schema/supergraph.graphql')
    .option('--check', 'only tell whether the file is up to date')
    .action(async (options: { check?: boolean }) => {
      (await import('./compose.js')).compose(options);
    });

  root
    .command('search')
    .description('searches all platforms')
    .argument('<query>', 'words to search for')
    .option('--filter <name=value>', 'a WorkFilter field; lists with commas; may be repeated', collect, [])
    .addOption(
      new Option('--sort <order>', 'order of the works')
        .choices(['relevance', 'newest', 'oldest'])
        .default('relevance'),
    )
    .option('--limit <n>', 'how many works', '20')
    .option('--format <format>', 'table, json, ndjson, csv, bibtex, ris, datacite-xml, … (convert --to)', 'table')
    .action(async (query: string, options: SearchOptions) => (await import('./search.js')).search(query, options));

  root
    .command('work')
    .description('works by DOI or id')
    .argument('[id...]', 'DOIs in any form, or ids')
    .option('--ids <file>', 'a file with one of them a line; - is standard input')
    .option('--format <format>', 'table, json, ndjson, csv, bibtex, ris, datacite-xml, … (convert --to)', 'json')
    .action(async (ids: string[], options: WorkOptions) => (await import('./work.js')).work(ids, options));
  root
    .command('check')
    .description('how what platforms, files or an endpoint give measures up to the profiles that partners check')
    .argument('[file...]', 'documents: DataCite, OpenAIRE, JPCOAR, DCAT-AP, schema.org, common metadata')
    .option('--platforms <names>', 'the platforms whose works are checked, with commas (all)')
    .option('--endpoint <url>', 'a partner’s OAI-PMH, GraphQL or OpenAIRE-like service')
    .option('--profile <names>', 'the profiles, with commas (those that each document is about)')
    .option('--query <words>', 'what works are searched for (海洋)')
    .option('--first <count>', 'works of each platform, 1 to 100 (20)')
    .addOption(
      new Option('--format <format>', 'how it is written').choices(['table', 'json', 'junit']).default('table'),
    )
    .action(async (files: string[], options: CheckOptions) =>
      (await import('./check.js')).checkCommand(files, options),
    );
  root
    .command('report')
    .description("counts the platforms' records, as a table, a file and a picture")
    .option(
      '--by <dimensions>',
      'one to three of platform, type, access_right, year, fiscal_year, language, publisher, funder, repository',
    ) // prettier-ignore
    .option('--query <words>', 'words to search for')
    .option('--filter <name=value>', 'a WorkFilter field; lists with commas; may be repeated', collect, [])
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['table', 'csv', 'json', 'parquet'])
        .default('table'),
    )
    .option('--out <file>', 'where it is written, with its receipt beside it (standard output)')
    .option('--chart <file>', 'a picture of it: a name that ends with .svg or .html')
    .option('--receipt <file>', 'where its receipt is written (FILE.receipt.json beside --out)')
    .option('--from-receipt <file>', 'counts again what a receipt tells of, and prints what has changed')
    .action(async (options: ReportOptions) => (await import('./report.js')).report(options));
  root
    .command('export')
    .description('all works of a search to a file; what is needed to repeat and cite it goes to FILE.receipt.json')
    .option('--query <words>', 'words to search for')
    .option('--filter <name=value>', 'a WorkFilter field; lists with commas; may be repeated', collect, [])
    .addOption(
      new Option('--sort <order>', 'order of the works')
        .choices(['relevance', 'newest', 'oldest'])
        .default('relevance'),
    )
    .option('--limit <n>', 'works at most (all)')
    .option('--ids <file>', 'instead of a search: a file with a DOI or id a line; - is standard input')
    .option('--format <format>', 'how they are written: csv, bibtex, jpcoar, … (what the name of the file ends in)')
    .requiredOption('--out <file>', 'FILE.ndjson, .csv, .parquet, .bib, .ris, .xml (DataCite), or what --format says')
    .option('--resume', 'goes on with an export that was broken off', false)
    .option('--bom', 'begins a CSV file as Excel wants it', false)
    .action(async (options: ExportOptions) => {
      // Before anything is loaded: what the heap has grown to it keeps.
      (await import('./small-heap.js')).keepHeapSmall();
      await (await import('./export.js')).exportWorks(options);
    });
  root
    .command('convert')
    .description('upstream documents to works and to formats that other systems read, offline; one document a file')
    .argument('<file...>', 'files; - is standard input')
    .requiredOption('--from <format>', 'what the files are')
    .requiredOption(
      '--to <format>',
      'what to make of them: work, datacite-xml, jpcoar, bibtex, common-metadata, csv, …',
    )
    .action(async (files: string[], options: ConvertOptions) => {
      (await import('./convert.js')).convert(files, options);
    });

  return root;
}

/** Where the fault lies: the exit code, and one line (or one a fault) on standard error. Never a stack. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (error instanceof CommandFailure) {
    tell(error.message);
    return error.exitCode;
  }
  if (error instanceof AskFailure) {
    tell(error.message);
    return error.isOfPlatforms ? EXIT_ALL_FAILED : EXIT_BAD_INPUT;
  }
  if (error instanceof SettingsError) {
    tell(`The settings cannot be used:\n${error.message}`);
    return EXIT_BAD_INPUT;
  }
  tell(`kakehashi: ${error instanceof Error ? error.message.split('\n')[0] : 'an unexpected fault'}`);
  return EXIT_BAD_INPUT;
}

// A reader that closes early (kakehashi search … | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
