import { asGedWork, gedDatasetOf } from './ged-stations.js';
import { plainDiasDetails } from './dias-details.js';
import { hash, crid } from './ids.js';
import { repositories } from './repositories.js';
import { details, type WorkDetails } from './work-details.js';
import { homeOf, type Draft } from './works-from-topics.js';
import type { CiniiHolding, Holdings, JairoHolding, LanguageChoice, Shown, WorldWork } from './types.js';

/** umi holds exactly this many: a list that ends with its last full page is a trap of WEKO's paging. */
const UMI_RECORDS = 100;

type Place = 'both' | 'cinii' | 'jairo' | 'elsewhere';

/** Of fifty works in a row 13 are on both platforms, 18 on CiNii Research alone, 18 on JAIRO Cloud alone, one (if it is data) on neither. */
function placeOf(draft: Draft): Place {
  const turn = (draft.position * 17) % 50;
  if (turn < 13) return 'both';
  if (turn < 31) return 'cinii';
  if (turn < 49) return 'jairo';
  return draft.kind === 'dataset' ? 'elsewhere' : 'both';
}

const LANGUAGES: readonly LanguageChoice[] = ['both', 'both', 'both', 'ja', 'both', 'both', 'en', 'both', 'ja', 'both'];

/** How a platform shows a work: one in three somehow less than whole, and differently on each platform. */
function shown(draft: Draft, work: WorkDetails, platform: string): Shown {
  const turn = hash(`${draft.key}@${platform}`);
  const titles = LANGUAGES[turn % LANGUAGES.length] ?? 'both';
  return {
    titles,
    abstracts:
      draft.kind === 'book'
        ? 'none'
        : titles === 'both'
          ? (LANGUAGES[(turn >>> 4) % LANGUAGES.length] ?? 'both')
          : titles,
    issued: turn % 5 === 1 ? work.issued.slice(0, 4) : turn % 5 === 2 ? work.issued.slice(0, 7) : work.issued,
    withoutOrcid: draft.creators.map((_, index) => index).filter((index) => (turn >>> (index + 3)) % 4 === 0),
    awardPrefix: turn % 2 === 0,
  };
}

/** The sources that CiNii Research merged into its record, with the CRID's leading digits that go with the first. */
function ciniiSources(
  draft: Draft,
  work: WorkDetails,
  onJairo: JairoHolding | null,
): { leading: string; sources: CiniiHolding['sources'] } {
  const serial = String(hash(`${draft.key}/jalc`))
    .slice(0, 9)
    .padStart(9, '2');
  const repository = repositories.find(({ key }) => key === onJairo?.repository);
  const irdb =
    onJairo && repository ? [{ type: 'IRDB', value: `oai:irdb.nii.ac.jp:${repository.irdb}:${onJairo.irdb}` }] : [];
  if (draft.kind === 'book' && work.ncid)
    return {
      leading: '1970',
      sources: [{ type: 'NACSIS_CAT', value: work.ncid }, { type: 'CIB', value: work.ncid }, ...irdb],
    };
  if (draft.kind === 'thesis') {
    return { leading: '1110', sources: irdb.length > 0 ? irdb : [{ type: 'CID', value: `9000${serial.slice(0, 8)}` }] };
  }
  if (work.doi !== null && hash(draft.key) % 4 === 0)
    return { leading: '1360', sources: [{ type: 'CROSSREF', value: work.doi }, ...irdb] };
  if (draft.kind === 'dataset' && work.doi !== null)
    return { leading: '1880', sources: [{ type: 'DATACITE', value: work.doi }, ...irdb] };
  if (work.doi !== null) {
    return {
      leading: '1390',
      sources: [
        { type: 'JALC', value: `oai:japanlinkcenter.org:${serial}` },
        ...(work.naid === null ? [] : [{ type: 'CIA', value: work.naid }]),
        ...irdb,
      ],
    };
  }
  return irdb.length > 0
    ? { leading: '1050', sources: irdb }
    : { leading: '1520', sources: [{ type: 'NDL', value: `oai:iss.ndl.go.jp:R000000004-I${serial}-00` }] };
}

function ciniiHolding(draft: Draft, work: WorkDetails, onJairo: JairoHolding | null): CiniiHolding {
  const { leading, sources } = ciniiSources(draft, work, onJairo);
  const turn = hash(`${draft.key}/abstract`) % 12;
  return {
    ...shown(draft, work, 'cinii'),
    crid: crid(leading, draft.key),
    sources,
    abstractAllowed: turn !== 5,
    markup: turn === 1 ? 'jats' : turn === 2 ? 'escaped-jats' : 'none',
  };
}

const SET_OF_KIND = {
  article: '11',
  bulletin: '12',
  conference: '13',
  thesis: '21',
  dataset: '31',
  report: '41',
  book: '51',
  software: '61',
} as const;

function jairoHolding(draft: Draft, work: WorkDetails, repository: string, recid: number): JairoHolding {
  const minutes = hash(`${draft.key}/stamp`) % 1440;
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:07Z`;
  const turn = hash(`${draft.key}/state`) % 40;
  // umi and the one outside JAIRO Cloud hold nothing but public records.
  const states = repository === 'umi' || repository === 'example';
  return {
    ...shown(draft, work, 'jairo'),
    repository,
    recid: String(recid),
    sets: draft.kind === 'article' && turn % 9 === 0 ? ['11', '41'] : [SET_OF_KIND[draft.kind]],
    irdb: `0004${String(hash(`${draft.key}/irdb`) % 1_000_000).padStart(6, '0')}`,
    datestamp: `${work.deposited}T${time}`,
    state: states ? 'public' : turn === 0 ? 'deleted' : turn === 1 ? 'private' : turn === 2 ? 'hidden' : 'public',
  };
}

/** The repository of every draft that is on JAIRO Cloud: that of its field, some at the example university, and umi filled up to its number. */
function repositoriesOf(drafts: readonly Draft[]): Map<string, string> {
  const held = drafts.filter((draft) => ['both', 'jairo'].includes(placeOf(draft)));
  const chosen = new Map(
    held.map((draft) => [draft.key, draft.position % 13 === 6 ? 'example' : homeOf(draft.topic).repository]),
  );
  const count = (): number => [...chosen.values()].filter((repository) => repository === 'umi').length;
  for (const draft of held) {
    if (count() < UMI_RECORDS && draft.topic.field === 'climate' && chosen.get(draft.key) === 'kita')
      chosen.set(draft.key, 'umi');
  }
  return chosen;
}

function otherHoldings(draft: Draft, work: WorkDetails): Holdings {
  const turn = hash(`${draft.key}/others`);
  const isData = draft.kind === 'dataset';
  const observed = draft.topic.field === 'climate' || draft.topic.field === 'ocean';
  const elsewhere = placeOf(draft) === 'elsewhere';
  const id = String(turn % 100_000).padStart(5, '0');
  const ged = gedDatasetOf(draft.key);
  return {
    ...(isData && (turn % 6 === 0 || (elsewhere && !observed))
      ? { rdm: { ...shown(draft, work, 'rdm'), guid: turn.toString(36).padStart(5, 'a').slice(-5) } }
      : {}),
    ...(isData && observed && (turn % 3 === 0 || elsewhere)
      ? {
          dias: {
            ...shown(draft, work, 'dias'),
            id: `SBX${id}_${draft.topic.key}`,
            channels: turn % 2 === 0 ? ['pages', 'geodab'] : ['pages'],
            details: plainDiasDetails(work),
          },
        }
      : {}),
    ...(ged ? { ged: { ...shown(draft, work, 'ged'), titles: 'both', abstracts: 'both', ...ged } } : {}),
    ...(work.doi !== null && turn % 3 !== 0
      ? { eosc: { ...shown(draft, work, 'eosc'), id: `doi_dedup___::${turn.toString(16).padStart(8, '0').repeat(4)}` } }
      : {}),
  };
}

/** Gives every draft its dates, identifiers, files and rights, and says which platforms hold it and how. */
export function settle(drafts: readonly Draft[]): WorldWork[] {
  const chosen = repositoriesOf(drafts);
  const recids = new Map<string, number>();
  return drafts.map((draft) => {
    const repository = chosen.get(draft.key) ?? null;
    const recid = repository === null ? 0 : (recids.get(repository) ?? 100) + 1 + (hash(draft.key) % 3);
    if (repository !== null) recids.set(repository, recid);
    const work = asGedWork(details(draft, repository, recid));
    const jairo = repository === null ? null : jairoHolding(draft, work, repository, recid);
    const onCinii = ['both', 'cinii'].includes(placeOf(draft));
    return {
      ...work,
      holdings: {
        ...(onCinii ? { cinii: ciniiHolding(draft, work, jairo) } : {}),
        ...(jairo ? { jairo } : {}),
        ...otherHoldings(draft, work),
      },
    };
  });
}
