/**
 * What one source says of a dataset, and several sources as one. In their order each fills in what those before it leave
 * open, and never overwrites them (fact sheet 8.2).
 */
import type {
  BoundingBox,
  Contributor,
  Creator,
  Funding,
  Identifier,
  License,
  LocalizedText,
  RelatedWork,
  Subject,
} from '../common/record.js';
import { addLanguages, completeContact, completeCreator, completeEntries, completeKeyword } from './languages.js';
import type { GridDimension } from './html/page.js';
import type { DiasContact, DiasFieldSource, DiasSource } from './record.js';

/** The time that the content covers: EDTF dates of its ends. */
export interface Coverage {
  readonly begin: string | null;
  readonly end: string | null;
  /** Null: the source does not say. */
  readonly ongoing: boolean | null;
}

export interface DiasValues {
  readonly title: LocalizedText | null;
  readonly alternativeTitles: readonly LocalizedText[];
  readonly shortName: string | null;
  readonly version: string | null;
  readonly doi: string | null;
  readonly identifiers: readonly Identifier[];
  readonly metadataIdentifier: string | null;
  readonly contacts: readonly DiasContact[];
  readonly creators: readonly Creator[];
  readonly contributors: readonly Contributor[];
  readonly publisher: LocalizedText | null;
  /** EDTF. */
  readonly created: string | null;
  readonly issued: string | null;
  readonly revised: string | null;
  /** When the metadata was last touched: RFC 3339. */
  readonly updated: string | null;
  readonly abstract: LocalizedText | null;
  readonly languages: readonly string[];
  readonly keywords: readonly Subject[];
  readonly topicCategories: readonly string[];
  readonly coverage: Coverage | null;
  readonly temporalResolution: LocalizedText | null;
  readonly boxes: readonly BoundingBox[];
  readonly places: readonly LocalizedText[];
  readonly grid: readonly GridDimension[];
  readonly online: readonly string[];
  readonly formats: readonly string[];
  readonly size: string | null;
  readonly environment: LocalizedText | null;
  readonly processing: LocalizedText | null;
  readonly remarks: LocalizedText | null;
  readonly constraints: LocalizedText | null;
  readonly licenseText: LocalizedText | null;
  readonly licenses: readonly License[];
  readonly acknowledgement: LocalizedText | null;
  readonly references: readonly string[];
  readonly funding: readonly Funding[];
  readonly related: readonly RelatedWork[];
  readonly accountRequired: boolean | null;
  readonly fileListUrl: string | null;
}

export const NO_VALUES: DiasValues = {
  title: null,
  alternativeTitles: [],
  shortName: null,
  version: null,
  doi: null,
  identifiers: [],
  metadataIdentifier: null,
  contacts: [],
  creators: [],
  contributors: [],
  publisher: null,
  created: null,
  issued: null,
  revised: null,
  updated: null,
  abstract: null,
  languages: [],
  keywords: [],
  topicCategories: [],
  coverage: null,
  temporalResolution: null,
  boxes: [],
  places: [],
  grid: [],
  online: [],
  formats: [],
  size: null,
  environment: null,
  processing: null,
  remarks: null,
  constraints: null,
  licenseText: null,
  licenses: [],
  acknowledgement: null,
  references: [],
  funding: [],
  related: [],
  accountRequired: null,
  fileListUrl: null,
};

/** One source's values of a dataset. */
export interface DiasPart {
  readonly source: DiasSource;
  readonly retrievedAt: Date;
  readonly values: Partial<DiasValues>;
}

/** What a value's field is called in the API, where it is called otherwise. */
const API_NAMES: Readonly<Partial<Record<keyof DiasValues, string>>> = { coverage: 'period', boxes: 'box' };

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'values' in value && Array.isArray(value.values);
}

function says(value: DiasValues[keyof DiasValues] | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (isText(value)) return value.values.length > 0;
  return !Array.isArray(value) || value.length > 0;
}

/** DIAS's own pages: a text that the documents have in one language is completed by the landing pages' other one. */
const OWN_PAGES = new Set<DiasSource>(['DIAS_HTML', 'LANDING_PAGE']);

type Known = { -readonly [Field in keyof DiasValues]: DiasValues[Field] };

class Merge {
  readonly values: Known = { ...NO_VALUES };
  readonly sources: DiasFieldSource[] = [];
  private readonly by = new Map<keyof DiasValues, DiasSource>();

  add(part: DiasPart): void {
    for (const field of FIELD_NAMES) {
      const fills = this.by.has(field) ? this.complete(field, part) : this.fill(field, part);
      if (!fills) continue;
      this.sources.push({ field: API_NAMES[field] ?? field, source: part.source, retrievedAt: part.retrievedAt });
    }
  }

  private fill<Field extends keyof DiasValues>(field: Field, { source, values }: DiasPart): boolean {
    const value = values[field];
    if (value === undefined || !says(value)) return false;
    this.values[field] = value;
    this.by.set(field, source);
    return true;
  }

  /** As `complete`, for the lists whose entries have names in two languages. */
  private completeList(field: keyof DiasValues, { creators, contacts, keywords }: Partial<DiasValues>): boolean {
    const { values } = this;
    const before = { creators: values.creators, contacts: values.contacts, keywords: values.keywords };
    if (field === 'creators') values.creators = completeEntries(values.creators, creators, completeCreator);
    if (field === 'contacts') values.contacts = completeEntries(values.contacts, contacts, completeContact);
    if (field === 'keywords') values.keywords = completeEntries(values.keywords, keywords, completeKeyword);
    return (
      before.creators !== values.creators || before.contacts !== values.contacts || before.keywords !== values.keywords
    );
  }

  /** Adds the language that a text of DIAS's own pages lacks. */
  private complete(field: keyof DiasValues, { source, values }: DiasPart): boolean {
    const before = this.by.get(field);
    if (before === undefined || !OWN_PAGES.has(before) || !OWN_PAGES.has(source)) return false;
    const [known, value] = [this.values[field], values[field]];
    const text = isText(known) && isText(value) ? addLanguages(known, value) : null;
    if (text !== null) Object.assign(this.values, { [field]: text });
    return text !== null || this.completeList(field, values);
  }
}

const FIELD_NAMES = Object.keys(NO_VALUES).filter((name): name is keyof DiasValues => name in NO_VALUES);

/** Several sources as one, the first first. `sources` tells of each field that has a value where it comes from. */
export function mergeParts(parts: readonly DiasPart[]): {
  readonly values: DiasValues;
  readonly sources: readonly DiasFieldSource[];
} {
  const merge = new Merge();
  for (const part of parts) merge.add(part);
  return { values: merge.values, sources: merge.sources };
}
