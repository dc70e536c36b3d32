import type { AccessRight, License, WorkType } from './record.js';
import { parseHttpUrl } from './identifiers.js';

/** Labels of resource types (COAR, JPCOAR 1.0 to 2.1, DataCite resourceTypeGeneral) in lower case, with their WorkType. */
const TYPE_BY_LABEL: ReadonlyMap<string, WorkType> = new Map(
  (
    [
      [
        'ARTICLE',
        'article|journal article|journal_article|journalarticle|departmental bulletin paper|review article|review|editorial|data paper|datapaper|newspaper|newspaper article|software paper|research article|letter|magazine article',
      ],
      [
        'CONFERENCE_PAPER',
        'conference paper|conferencepaper|conference object|conference output|conference presentation|conference poster|conference proceedings|conferenceproceeding|conference proceeding|poster|presentation',
      ],
      ['BOOK', 'book|book part|bookchapter|book chapter|monograph'],
      [
        'DATASET',
        'dataset|data set|aggregated data|clinical trial data|compiled data|encoded data|experimental data|genomic data|geospatial data|laboratory notebook|measurement and test data|observational data|recorded data|simulation data|survey data|research data',
      ],
      ['THESIS', 'thesis|bachelor thesis|master thesis|doctoral thesis|dissertation|doctoral dissertation'],
      ['REPORT', 'report|research report|technical report|policy report|working paper|internal report|report part'],
      ['SOFTWARE', 'software|source code'],
      ['PROJECT', 'project|research project'],
      // Known and none of the above: so that the label wins over a URI that says otherwise.
      [
        'OTHER',
        'journal|periodical|other periodical|cartographic material|map|image|still image|moving image|video|lecture|interview|design patent|patent|pct application|plant patent|plant variety protection|software patent|trademark|utility model|data management plan|sound|commentary|design|industrial design|interactive resource|layout design|learning object|manuscript|musical notation|peer review|research proposal|research protocol|technical documentation|transcription|workflow|archival collection|collection|court documents|knowledge synthesis protocol|artistic work|knowledge organization system|physical sample|research instrument|other',
      ],
    ] as const
  ).flatMap(([type, labels]) => labels.split('|').map((label): [string, WorkType] => [label, type])),
);

/** COAR resource type URIs (last part). c_6501 is shared by three article types: the label, where there is one, is the key. */
const TYPE_BY_COAR: ReadonlyMap<string, WorkType> = new Map(
  (
    [
      ['ARTICLE', 'c_6501 c_beb9 c_b239 c_2fe3 c_dcae04bc c_7bab c_3e5a c_2df8fbb1 c_998f c_efa0 c_ba08'],
      ['CONFERENCE_PAPER', 'c_5794 c_f744 c_6670 c_c94f R60J-J5BD c_18co c_18cp'],
      ['BOOK', 'c_2f33 c_3248'],
      [
        'DATASET',
        'c_ddb1 ACF7-8YT9 c_cb28 FXF3-D3G7 AM6W-6QAW 63NG-B465 A8F1-NPV9 2H0M-X761 H41Y-FW7B DD58-GFSX FF4C-28RK CQMR-7K63 NHD0-W6SY W2XT-7017',
      ],
      ['THESIS', 'c_46ec c_7a1f c_bdcc c_db06'],
      ['REPORT', 'c_93fc c_18ws c_18gh c_186u c_8042 c_18ww c_ba1f'],
      ['SOFTWARE', 'c_5ce6 QH80-2R4E'],
    ] as const
  ).flatMap(([type, codes]) => codes.split(' ').map((code): [string, WorkType] => [code.toLowerCase(), type])),
);

/** A label as the tables have it. */
function labelKey(label: string | null | undefined): string {
  return (label ?? '').normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}

/** The contract's type of a source's label and COAR URI. The label wins where they disagree; what fits nowhere is OTHER. */
export function workType(label: string | null | undefined, coarUri?: string | null): WorkType {
  const byLabel = TYPE_BY_LABEL.get(labelKey(label));
  if (byLabel) return byLabel;
  const code = /resource_type\/([\w-]+)\/?$/.exec(coarUri?.trim() ?? '')?.[1];
  return TYPE_BY_COAR.get(code?.toLowerCase() ?? '') ?? 'OTHER';
}

const ACCESS_BY_LABEL = new Map<string, AccessRight>(
  Object.entries({
    'open access': 'OPEN',
    'embargoed access': 'EMBARGOED',
    'restricted access': 'RESTRICTED',
    'metadata only access': 'METADATA_ONLY',
    // The Cabinet Office's terms, and JDCat's, as they occur in labels.
    公開: 'OPEN',
    オープンアクセス: 'OPEN',
    公開期間猶予: 'EMBARGOED',
    共有: 'RESTRICTED',
    制約付きアクセス: 'RESTRICTED',
    非共有: 'METADATA_ONLY',
    非公開: 'METADATA_ONLY',
    '非共有・非公開': 'METADATA_ONLY',
  }),
);

const ACCESS_BY_COAR = new Map<string, AccessRight>(
  Object.entries({
    c_abf2: 'OPEN',
    c_f1cf: 'EMBARGOED',
    c_16ec: 'RESTRICTED',
    c_14cb: 'METADATA_ONLY',
  }),
);

/** The access right of a source's label and COAR URI; the label wins where they disagree. */
export function accessRight(label: string | null | undefined, coarUri?: string | null): AccessRight {
  const byLabel = ACCESS_BY_LABEL.get(labelKey(label));
  if (byLabel) return byLabel;
  return ACCESS_BY_COAR.get(/access_right\/(\w+)\/?$/.exec(coarUri?.trim() ?? '')?.[1] ?? '') ?? 'UNKNOWN';
}

/** ISO 639-2/B and /T and 639-3 codes that Japanese repositories use, with their BCP 47 form. */
const BCP47 = new Map(Object.entries({
  jpn: 'ja', eng: 'en', fra: 'fr', fre: 'fr', ita: 'it', deu: 'de', ger: 'de', spa: 'es', zho: 'zh', chi: 'zh', rus: 'ru',
  lat: 'la', msa: 'ms', may: 'ms', epo: 'eo', ara: 'ar', ell: 'el', gre: 'el', kor: 'ko', por: 'pt', nld: 'nl', dut: 'nl',
  vie: 'vi', tha: 'th', ind: 'id', mon: 'mn', swe: 'sv', fin: 'fi', dan: 'da', nor: 'no', pol: 'pl', tur: 'tr', hin: 'hi',
})); // prettier-ignore

/** The ISO 639-3 code of a BCP 47 tag: jpn of ja. Null where none is known here. */
export function languageCode(tag: string): string | null {
  const primary = tag.split('-')[0]?.toLowerCase() ?? '';
  if (/^[a-z]{3}$/.test(primary)) return primary;
  return [...BCP47].find(([, known]) => known === primary)?.[0] ?? null;
}

/** A source's language code as a BCP 47 tag: jpn is ja, JPN too; a code without a two-letter form stays; null where it is no code. */
export function languageTag(code: string): string | null {
  const text = code.normalize('NFKC').trim();
  const mapped = BCP47.get(text.toLowerCase());
  if (mapped) return mapped;
  // By its grammar "japanese" is a tag as well; no language of more than three letters was ever registered.
  if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text.replace(/_/g, '-'))[0] ?? null;
  } catch {
    return null;
  }
}

const CC_LICENSE =
  /creativecommons\.org\/(?:licenses\/(by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)\/(\d\.\d)(?:\/(igo|[a-z]{2})\b)?|publicdomain\/(zero|mark)\/(1\.0))/i;
/** The versions that were published without a port; 2.1 was for ports alone. */
const CC_VERSIONS = new Set(['1.0', '2.0', '2.5', '3.0', '4.0']);
/** Ports (…/2.1/jp/) that SPDX names. */
const SPDX_PORTS = new Set([
  'CC-BY-2.5-AU', 'CC-BY-3.0-AT', 'CC-BY-3.0-AU', 'CC-BY-3.0-DE', 'CC-BY-3.0-IGO', 'CC-BY-3.0-NL', 'CC-BY-3.0-US',
  'CC-BY-NC-3.0-DE', 'CC-BY-NC-ND-3.0-DE', 'CC-BY-NC-ND-3.0-IGO', 'CC-BY-NC-SA-2.0-DE', 'CC-BY-NC-SA-2.0-FR',
  'CC-BY-NC-SA-2.0-UK', 'CC-BY-NC-SA-3.0-DE', 'CC-BY-NC-SA-3.0-IGO', 'CC-BY-ND-3.0-DE', 'CC-BY-SA-2.0-UK',
  'CC-BY-SA-2.1-JP', 'CC-BY-SA-3.0-AT', 'CC-BY-SA-3.0-DE', 'CC-BY-SA-3.0-IGO',
]); // prettier-ignore

/** The SPDX identifier that a Creative Commons address, or a label in SPDX form (CC-BY-4.0, CC BY 4.0), states; otherwise null. */
export function spdxOf(text: string): string | null {
  const url = CC_LICENSE.exec(text);
  if (url?.[4]) return url[4].toLowerCase() === 'zero' ? 'CC0-1.0' : null;
  if (url?.[1] && url[2]) {
    const plain = `CC-${url[1].toUpperCase()}-${url[2]}`;
    // 4.0 has no ports: what follows it is the language of the page.
    if (!url[3] || url[3].toLowerCase() === 'en' || url[2] === '4.0') return CC_VERSIONS.has(url[2]) ? plain : null;
    const port = `${plain}-${url[3].toUpperCase()}`;
    return SPDX_PORTS.has(port) ? port : null;
  }
  if (/^cc0(?:[\s-]1\.0)?(?:\s+universal)?$/i.test(text.trim())) return 'CC0-1.0';
  const label = /^cc[\s-](by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)[\s-](\d\.\d)(?:\s+international)?$/i.exec(text.trim());
  return label?.[1] && label[2] && CC_VERSIONS.has(label[2]) ? `CC-${label[1].toUpperCase()}-${label[2]}` : null;
}

/** A licence from what a source prints (name) and links (url). Null where it says nothing. */
export function license(name: string | null, url: string | null): License | null {
  const trimmed = name?.trim() ?? '';
  const address = url === null ? null : parseHttpUrl(url);
  const nameAsUrl = parseHttpUrl(trimmed);
  if (trimmed === '' && address === null) return null;
  return {
    name: trimmed === '' || nameAsUrl !== null ? null : trimmed,
    spdx: (address === null ? null : spdxOf(address)) ?? spdxOf(trimmed),
    url: address ?? nameAsUrl,
  };
}

/** DataCite's relation types in their own spelling; JPCOAR's and CiNii's names differ in case (isCitedBy). */
const RELATION_TYPES = [
  'IsCitedBy', 'Cites', 'IsSupplementTo', 'IsSupplementedBy', 'IsContinuedBy', 'Continues', 'IsDescribedBy', 'Describes',
  'HasMetadata', 'IsMetadataFor', 'HasVersion', 'IsVersionOf', 'IsNewVersionOf', 'IsPreviousVersionOf', 'IsPartOf', 'HasPart',
  'IsPublishedIn', 'IsReferencedBy', 'References', 'IsDocumentedBy', 'Documents', 'IsCompiledBy', 'Compiles', 'IsVariantFormOf',
  'IsOriginalFormOf', 'IsIdenticalTo', 'IsReviewedBy', 'Reviews', 'IsDerivedFrom', 'IsSourceOf', 'IsRequiredBy', 'Requires',
  'Obsoletes', 'IsObsoletedBy', 'IsCollectedBy', 'Collects', 'IsTranslationOf', 'HasTranslation',
]; // prettier-ignore
const RELATION_BY_NAME = new Map([
  ...RELATION_TYPES.map((relation) => [relation.toLowerCase(), relation] as const),
  ['isformatof', 'IsVariantFormOf'],
  ['hasformat', 'IsOriginalFormOf'],
  ['isreplacedby', 'IsObsoletedBy'],
  ['replaces', 'Obsoletes'],
  ['inseries', 'IsPartOf'],
]);

/** A source's relation as a DataCite relation type; a name that DataCite lacks keeps the source's spelling with a capital. */
export function relationType(name: string): string {
  const text = name.trim();
  return RELATION_BY_NAME.get(text.toLowerCase()) ?? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

const UNITS = new Map(
  Object.entries({
    b: 1,
    byte: 1,
    bytes: 1,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
  }),
);

/** The bytes of a printed size (794 KB, 1GB), or null where it is none (150 pages). Rounded sizes give rounded bytes. */
export function sizeInBytes(printed: string): number | null {
  const match = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([a-z]+)$/i.exec(printed.normalize('NFKC').trim());
  const unit = UNITS.get(match?.[2]?.toLowerCase() ?? '');
  const amount = Number(match?.[1]?.replace(/,/g, ''));
  return unit === undefined || !Number.isFinite(amount) ? null : Math.round(amount * unit);
}
