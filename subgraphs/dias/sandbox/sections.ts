/** What stands in each section of a data set's description, in one language: the same in document and landing page. */
import { world, type BothLanguages } from '../../../sandbox/world/index.js';
import { abstractOf, creatorNames, printedDoi, revisedAt, titleOf, type Dataset } from './datasets.js';
import { UNDER_CONTINUATION, type LabelKey, type Language, type SectionKey } from './labels.js';

/** What a section holds: nothing, pairs, a table with a head, lines, or text. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [LabelKey, string])[] }
  | { readonly kind: 'table'; readonly head: readonly LabelKey[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

const EMPTY: Content = { kind: 'empty' };

function pairs(...all: readonly (readonly [LabelKey, string | null])[]): Content {
  return { kind: 'pairs', pairs: all.map(([key, value]) => [key, value ?? ''] as const) };
}

function table(head: readonly LabelKey[], rows: readonly (readonly string[])[]): Content {
  return rows.length === 0 ? EMPTY : { kind: 'table', head, rows };
}

function text(value: string | null | undefined): Content {
  return value === null || value === undefined || value === '' ? EMPTY : { kind: 'text', text: value };
}

/** YYYYMMDDhhmmss */
function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-T:]/g, '');
}

/** `{ID}{stamp}-{ORG}{stamp}-{lang}`, without its middle where the document's name has none (fact sheet 2). */
export function metadataIdentifier(dataset: Dataset, language: Language): string {
  const { id, details } = dataset.held;
  const organization = details.org === null ? '' : `-${details.org}20221121113753`;
  return `${id}${stamp(revisedAt(dataset))}${organization}-${language}`;
}

/** Name, organisation, address and e-mail of the first creator; three in four show an e-mail. */
function datasetContact({ work }: Dataset, language: Language): Content {
  const [first] = work.creators;
  if (first === undefined) return EMPTY;
  const person = world.person(first);
  const name = language === 'ja' ? `${person.family.ja} ${person.given.ja}` : `${person.given.en} ${person.family.en}`;
  return pairs(
    ['name', name],
    ['organization', world.organization(person.organization).name[language]],
    ['address', language === 'ja' ? '架空県架空市1-2-3' : '1-2-3 Kaku, Kaku-ken, Japan'],
    ['email', work.key.length % 4 === 0 ? '' : `${person.key}@${person.organization}.example.ac.jp`],
  );
}

function projectContact(language: Language): Content {
  return pairs(
    ['name', language === 'ja' ? 'DIAS事務局' : 'DIAS Office'],
    ['organization', language === 'ja' ? '架空海洋研究開発機構' : 'Fictional Agency for Marine-Earth Science'],
    ['address', language === 'ja' ? '架空県架空市4-5-6' : '4-5-6 Kaku, Kaku-ken, Japan'],
    ['email', 'dias-office@dias.example.org'],
  );
}

function temporal({ held }: Dataset, language: Language): Content {
  const { period, resolution } = held.details;
  if (period === null) return EMPTY;
  return pairs(
    ['begin', period.from],
    ['end', period.until ?? UNDER_CONTINUATION],
    ['characteristics', resolution?.[language] ?? ''],
  );
}

function box({ work }: Dataset): Content {
  const [place] = work.places;
  if (!place) return EMPTY;
  const { north, west, east, south } = place.box;
  return pairs(['north', String(north)], ['west', String(west)], ['east', String(east)], ['south', String(south)]);
}

/** The address of the list of files, which only those who have logged in may see (fact sheet 1, 4). */
export function fileListUrl({ held }: Dataset, language: Language, address: string): string | null {
  const { fileList } = held.details;
  return fileList === null ? null : `${address}/dl/storages/filelist/dataset:${String(fileList)}/lang:${language}`;
}

function online(dataset: Dataset, language: Language, address: string): Content {
  const files = fileListUrl(dataset, language, address);
  const project = `https://${dataset.work.topic}.example.org/${language}/`;
  const lines = [
    ...(files === null ? [] : [`${language === 'ja' ? 'ファイルのダウンロード' : 'File download'} : ${files}`]),
    ...(dataset.work.key.length % 2 === 0 ? [`${language === 'ja' ? 'プロジェクト' : 'Project'} : ${project}`] : []),
  ];
  return lines.length === 0 ? EMPTY : { kind: 'lines', lines };
}

function references({ work, held }: Dataset, language: Language): Content {
  const lines = held.details.references.map((key) => {
    const other = world.work(key);
    const title = other.title[language] ?? other.title.ja ?? other.title.en ?? '';
    const names = creatorNames({ work: other, held }, language).join(', ');
    return `${names} (${other.issued.slice(0, 4)}): ${title}.${other.doi === null ? '' : ` https://doi.org/${other.doi}`}`;
  });
  const awards = work.awards.map((key) => {
    const award = world.award(key);
    return `${award.title[language]} (${award.jgn ?? award.number})`;
  });
  const all = [...lines, ...awards];
  return all.length === 0 ? EMPTY : { kind: 'lines', lines: all };
}

function keywords({ held }: Dataset, language: Language): Content {
  const rows = held.details.themes.map(({ type, text: words, thesaurus }) => [type, words[language], thesaurus ?? '']);
  return table(['keywordType', 'keyword', 'thesaurus'], rows);
}

const PROJECT_KEYWORD: BothLanguages = {
  ja: 'DIAS > データ統合・解析システム',
  en: 'DIAS > Data Integration and Analysis System',
};
const PROJECT_THANKS: BothLanguages = {
  ja: '本研究では、データ統合・解析システム(DIAS)により収集・提供されたデータを利用した。',
  en: 'The dataset used in this study was collected and provided by the Data Integration and Analysis System (DIAS).',
};

/** What the section holds; sections that only group others hold nothing. */
export function contentOf(dataset: Dataset, key: SectionKey, language: Language, address: string): Content {
  const { work, held } = dataset;
  const { details } = held;
  const doi = printedDoi(dataset);
  switch (key) {
    case 'identification':
      return pairs(
        ['name', titleOf(dataset, language)],
        ['edition', work.version],
        ['abbreviation', details.abbreviation],
        ['doi', doi === null ? '' : `doi:${doi}`],
        ['metadataIdentifier', metadataIdentifier(dataset, language)],
      );
    case 'contactDataset':
      return datasetContact(dataset, language);
    case 'contactDias':
      return projectContact(language);
    case 'author':
      return pairs(['name', creatorNames(dataset, language)[0] ?? ''], ['email', '']);
    case 'creator':
      return { kind: 'lines', lines: creatorNames(dataset, language) };
    case 'documentDate':
      return text(revisedAt(dataset).toISOString().slice(0, 10));
    case 'datasetDate':
      return pairs(
        ['creation', ''],
        ['publication', held.issued],
        ['revision', work.deposited === held.issued ? '' : work.deposited],
      );
    case 'abstract':
      return text(abstractOf(dataset, language));
    case 'topic':
      return details.topicCategories.length === 0 ? EMPTY : { kind: 'lines', lines: details.topicCategories };
    case 'temporal':
      return temporal(dataset, language);
    case 'box':
      return box(dataset);
    case 'grid':
      return table(['dimension', 'size', 'resolution'], details.grid);
    case 'place':
      return text(work.places[0]?.name[language]);
    case 'keywordsDataset':
      return keywords(dataset, language);
    case 'keywordsProject':
      return table(['keywordType', 'keyword', 'thesaurus'], [['theme', PROJECT_KEYWORD[language], 'No_Dictionary']]);
    case 'online':
      return online(dataset, language, address);
    case 'distribution':
      return table(['formatName', 'formatVersion', 'specification'], details.formats);
    case 'processing':
      return text(details.processing?.[language]);
    case 'remarks':
      return text(details.remarks?.[language]);
    case 'policyProvider':
      return text(details.providerPolicy?.[language]);
    case 'policyProject':
      return text(details.projectPolicy?.[language]);
    case 'licence':
      return text(
        work.licence === null ? null : [work.licence.name, work.licence.url].filter((part) => part !== null).join(' '),
      );
    case 'sourceProvider':
      return text(details.acknowledgement?.[language]);
    case 'sourceProject':
      return text(details.projectPolicy === null ? null : PROJECT_THANKS[language]);
    case 'references':
      return references(dataset, language);
    default:
      return EMPTY;
  }
}
