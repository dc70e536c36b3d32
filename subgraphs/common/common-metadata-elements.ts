/** The common metadata elements (metadata sheet 3): their keys, names, vocabularies and forms, and when each is required. */
import { isEdtf } from './edtf.js';
import { parseDoi, parseHttpUrl, parseRor } from './identifiers.js';
import {
  ACCESS_RIGHTS,
  DATA_FIELDS,
  DATA_TYPES,
  FEES,
  FILE_TYPES,
  FUNDERS,
  LICENSES,
  MANAGER_TYPES,
  MANUSCRIPT_TYPES,
  METADATA_ACCESS_RIGHTS,
  RESEARCH_FIELDS,
  REVIEWED,
  VERSIONS,
  type Vocabulary,
} from './common-metadata-vocabulary.js';

/** What is stated so far, for the rules that depend on another element. */
export interface Stated {
  /** The first code of an element, null where it states none. */
  code(key: string): string | null;
  has(key: string): boolean;
}

/** One element. */
export interface ElementRule {
  readonly key: string;
  readonly ja: string;
  readonly en: string;
  /** Of a dataset, of a paper, or of both and their project. */
  readonly of: 'both' | 'dataset' | 'manuscript';
  /**
   * The mark 共通|Common of the 2026 schema (in 2024 `required` or one of two languages), narrowed by the conditional rules of
   * metadata sheet 3; absent: optional.
   */
  readonly required?: (stated: Stated) => boolean;
  readonly vocabulary?: Vocabulary;
  /** A coded element in which people also write their own text (funder). */
  readonly freeText?: true;
  /** What a value must look like, in words; with the test. */
  readonly form?: { readonly test: (text: string) => boolean; readonly words: string };
  /** A fault of a value in the light of the others. */
  readonly fault?: (stated: Stated) => string | null;
}

const always = (): boolean => true;
const access = (stated: Stated): string | null => stated.code('access-rights');
const isIndividual = (stated: Stated): boolean => stated.code('data-man-type') !== 'organization';
const hasPostalContact = (stated: Stated): boolean =>
  ['data-man-org', 'data-man-address', 'data-man-tel'].every((key) => stated.has(key));
const lacksMail = (stated: Stated): boolean => !stated.has('data-man-email');

const DAY = { test: (text: string) => isEdtf(text) && text.length === 10, words: 'a day such as 2026-11-20' };
const DOI = { test: (text: string) => parseDoi(text) !== null, words: 'a DOI such as 10.20783/dias.662' };
const LINK = {
  test: (text: string) => parseDoi(text) !== null || parseHttpUrl(text) !== null,
  words: 'an address or a DOI',
};
const ROR = { test: (text: string) => parseRor(text) !== null, words: 'a ROR id such as https://ror.org/04ksd4g47' };
/** The schema's own pattern: <1GB, 1-10GB, >100GB, 12KB. */
const SIZE = {
  test: (text: string) => /^[><]?(?:\d+(?:\.\d+)?-)?\d+(?:\.\d+)?[A-Za-z]*B$/.test(text),
  words: 'a size such as <1GB, 1-10GB or 12KB',
};
const RESEARCHER = { test: (text: string) => /^[A-Za-z0-9]+$/.test(text), words: 'an e-Rad researcher number' };

/** Every element, in the order of GakuNin RDM's report (project first, then the data, then what papers have). */
export const ELEMENTS: readonly ElementRule[] = [
  {
    key: 'funder',
    ja: '資金配分機関情報',
    en: 'Funder',
    of: 'both',
    required: always,
    vocabulary: FUNDERS,
    freeText: true,
  },
  {
    key: 'funding-stream-code',
    ja: '体系的番号におけるプログラム情報コード',
    en: 'Funding stream code in Japan Grant Number',
    of: 'both',
  },
  { key: 'program-name', ja: 'プログラム名', en: 'Program name', of: 'both' },
  { key: 'japan-grant-number', ja: '体系的番号', en: 'Japan Grant Number', of: 'both', required: always },
  { key: 'project-name', ja: 'プロジェクト名', en: 'Project name', of: 'both', required: always },
  {
    key: 'project-research-field',
    ja: 'プロジェクトの分野',
    en: 'Research field of the project',
    of: 'both',
    required: always,
    vocabulary: RESEARCH_FIELDS,
  },
  { key: 'file-type', ja: 'ファイル種別', en: 'File type', of: 'both', vocabulary: FILE_TYPES },
  { key: 'data-number', ja: 'データNo.', en: 'Data No.', of: 'dataset', required: always },
  { key: 'title', ja: 'データの名称', en: 'Title', of: 'both', required: always },
  {
    key: 'date-issued-updated',
    ja: '掲載日・掲載更新日',
    en: 'Date (Issued / Updated)',
    of: 'dataset',
    required: always,
    form: DAY,
  },
  { key: 'data-description', ja: 'データの説明', en: 'Description', of: 'dataset', required: always },
  {
    key: 'data-research-field',
    ja: 'データの分野',
    en: 'Research field',
    of: 'dataset',
    required: always,
    vocabulary: DATA_FIELDS,
  },
  { key: 'data-type', ja: 'データ種別', en: 'Data type', of: 'dataset', required: always, vocabulary: DATA_TYPES },
  { key: 'file-size', ja: '概略データ量', en: 'File size', of: 'dataset', form: SIZE },
  {
    key: 'data-policy-free',
    ja: '管理対象データの利活用・提供方針 (有償/無償)',
    en: 'Data utilization and provision policy (fee-based/free)',
    of: 'dataset',
    required: (stated) => [null, 'open access', 'restricted access'].includes(access(stated)),
    vocabulary: FEES,
    fault: (stated) =>
      access(stated) === 'open access' && stated.code('data-policy-free') === 'consideration'
        ? 'is fee-based, and open access is free'
        : null,
  },
  {
    key: 'data-policy-license',
    ja: '管理対象データの利活用・提供方針 (ライセンス)',
    en: 'Data utilization and provision policy (License)',
    of: 'dataset',
    required: (stated) => [null, 'open access'].includes(access(stated)),
    vocabulary: LICENSES,
  },
  {
    key: 'data-policy-cite',
    ja: '管理対象データの利活用・提供方針 (引用方法等)',
    en: 'Data utilization and provision policy (citation information)',
    of: 'dataset',
  },
  {
    key: 'access-rights',
    ja: 'アクセス権',
    en: 'Access rights',
    of: 'dataset',
    required: always,
    vocabulary: ACCESS_RIGHTS,
  },
  {
    key: 'available-date',
    ja: '公開予定日',
    en: 'Available date',
    of: 'dataset',
    required: (stated) => access(stated) === 'embargoed access',
    form: DAY,
  },
  { key: 'repo-information', ja: 'リポジトリ情報', en: 'Repository information', of: 'dataset', required: always },
  {
    key: 'repo-url-doi-link',
    ja: 'リポジトリURL・DOIリンク',
    en: 'Repository URL / DOI link',
    of: 'dataset',
    required: (stated) => access(stated) === 'open access',
    form: LINK,
  },
  {
    key: 'publication-link',
    ja: '学術論文を掲載した「機関リポジトリ等の情報基盤」のDOI',
    en: 'DOI of the institutional repository where the academic paper is published',
    of: 'dataset',
    form: DOI,
  },
  { key: 'creators', ja: 'データ作成者', en: 'Creator name', of: 'dataset' },
  { key: 'hosting-inst', ja: 'データ管理機関', en: 'Hosting institution', of: 'dataset', required: always },
  {
    key: 'hosting-inst-id',
    ja: 'データ管理機関コード',
    en: 'Hosting institution identifier',
    of: 'dataset',
    form: ROR,
  },
  {
    key: 'data-man-type',
    ja: 'データ管理者の種類',
    en: 'Type of data manager',
    of: 'dataset',
    vocabulary: MANAGER_TYPES,
  },
  { key: 'data-man-name', ja: 'データ管理者', en: 'Data manager', of: 'dataset', required: isIndividual },
  {
    key: 'data-man-number',
    ja: 'データ管理者の e-Rad 研究者番号',
    en: 'Data manager identifier (e-Rad)',
    of: 'dataset',
    required: isIndividual,
    form: RESEARCHER,
  },
  {
    key: 'data-man-org',
    ja: 'データ管理者の所属組織名',
    en: 'Contact organization of data manager',
    of: 'dataset',
    required: lacksMail,
  },
  {
    key: 'data-man-address',
    ja: 'データ管理者の連絡先住所',
    en: 'Contact address of data manager',
    of: 'dataset',
    required: lacksMail,
  },
  {
    key: 'data-man-tel',
    ja: 'データ管理者の連絡先電話番号',
    en: 'Contact phone number of data manager',
    of: 'dataset',
    required: lacksMail,
  },
  {
    key: 'data-man-email',
    ja: 'データ管理者の連絡先メールアドレス',
    en: 'Contact mail address of data manager',
    of: 'dataset',
    required: (stated) => !hasPostalContact(stated),
  },
  {
    key: 'manuscript-type',
    ja: '論文の種類',
    en: 'Type of manuscript',
    of: 'manuscript',
    required: always,
    vocabulary: MANUSCRIPT_TYPES,
  },
  {
    key: 'doi',
    ja: '論文（出版社版）のDOI',
    en: 'DOI of the publication (publisher version)',
    of: 'manuscript',
    form: DOI,
  },
  { key: 'authors', ja: '著者名', en: 'Author name', of: 'manuscript' },
  { key: 'journal-name', ja: '掲載誌名', en: 'Journal name', of: 'manuscript' },
  {
    key: 'date-published',
    ja: '発行年月',
    en: 'Date (published)',
    of: 'manuscript',
    form: { test: (text) => isEdtf(text), words: 'a date such as 2025-06' },
  },
  { key: 'volume', ja: '巻', en: 'Volume', of: 'manuscript' },
  { key: 'issue', ja: '号', en: 'Issue', of: 'manuscript' },
  { key: 'page-start', ja: '掲載ページ (開始)', en: 'Page start', of: 'manuscript' },
  { key: 'page-end', ja: '掲載ページ (終了)', en: 'Page end', of: 'manuscript' },
  { key: 'reviewed', ja: '査読の有無', en: 'Peer reviewed', of: 'manuscript', vocabulary: REVIEWED },
  { key: 'version', ja: '版情報', en: 'Version information', of: 'manuscript', vocabulary: VERSIONS },
  {
    key: 'dataset-link',
    ja: '根拠データを掲載した「機関リポジトリ等の情報基盤」のDOI',
    en: 'DOI of the institutional repository where the supplemental data is published',
    of: 'manuscript',
    form: DOI,
  },
  { key: 'remarks', ja: '備考', en: 'Remarks', of: 'both' },
  {
    key: 'metadata-access-rights',
    ja: 'メタデータのアクセス権',
    en: 'Access rights of metadata',
    of: 'both',
    vocabulary: METADATA_ACCESS_RIGHTS,
  },
];
