import { hash } from './ids.js';
import type { WorkDetails } from './work-details.js';
import type { BothLanguages, DiasDetails, DiasKeyword } from './types.js';

/** What a data policy says in prose; DIAS has no other word on accounts and restrictions (fact sheet 3, 4). */
export type DiasPolicy = 'account' | 'open' | 'research' | 'ask' | 'silent';

const PROVIDER: Readonly<Record<DiasPolicy, BothLanguages | null>> = {
  account: {
    ja: '本データセットのダウンロードにはDIASアカウントが必要です。データポリシーに同意のうえご利用ください。第三者への再配布は禁止します。',
    en: 'A DIAS account is required to download this dataset. Please agree to the data policy before use. Redistribution to third parties is prohibited.',
  },
  open: {
    ja: 'アカウント登録なしで、どなたでもダウンロードできます。',
    en: 'Anyone can download the data; no account is required.',
  },
  research: {
    ja: '研究・教育目的に限り利用できます。商用利用を希望する場合は事前にデータ提供者へ連絡してください。',
    en: 'The data may be used for research and education only. Contact the data provider before any commercial use.',
  },
  ask: {
    ja: '利用にあたってはデータ提供者の承認が必要です。利用申請書を問い合わせ先へお送りください。',
    en: 'Use requires the approval of the data provider. Send an application form to the contact given above.',
  },
  silent: null,
};

const PROJECT: BothLanguages = {
  ja: 'DIASサービス利用規約(https://terms.dias.example.org/ja/)に従ってください。',
  en: 'Please follow the DIAS Terms of Service (https://terms.dias.example.org/en/).',
};

export function providerPolicy(policy: DiasPolicy): BothLanguages | null {
  return PROVIDER[policy];
}

export function projectPolicy(policy: DiasPolicy): BothLanguages | null {
  return policy === 'silent' ? null : PROJECT;
}

/** AGU index terms, as documents of DIAS name them. */
const AGU = {
  climate: { ja: '地球変動', en: 'GLOBAL CHANGE' },
  ocean: { ja: '海洋学:一般', en: 'OCEANOGRAPHY: GENERAL' },
  disaster: { ja: '自然災害', en: 'NATURAL HAZARDS' },
  life: { ja: '生物地球科学', en: 'BIOGEOSCIENCES' },
  materials: { ja: '情報科学', en: 'INFORMATICS' },
  humanities: { ja: '情報科学', en: 'INFORMATICS' },
} as const;

export function themesOf(work: Pick<WorkDetails, 'field' | 'keywords' | 'places'>): DiasKeyword[] {
  return [
    { text: AGU[work.field], type: 'theme', thesaurus: 'AGU' },
    ...work.keywords.map((text): DiasKeyword => ({ text, type: 'theme', thesaurus: null })),
    ...work.places.map(({ name }): DiasKeyword => ({ text: name, type: 'place', thesaurus: null })),
  ];
}

const TOPICS = {
  climate: ['climatologyMeteorologyAtmosphere'],
  ocean: ['oceans', 'environment'],
  disaster: ['geoscientificInformation', 'society'],
  life: ['farming', 'biota'],
  materials: ['environment'],
  humanities: ['society'],
} as const;

export function topicCategoriesOf(field: WorkDetails['field']): readonly string[] {
  return TOPICS[field];
}

const POLICIES: readonly DiasPolicy[] = ['account', 'research', 'silent', 'account', 'open', 'ask'];
const FORMATS = { 'text/csv': 'CSV', 'application/x-netcdf': 'netCDF', 'application/zip': 'ZIP' } as const;

function isKnownFormat(mediaType: string): mediaType is keyof typeof FORMATS {
  return mediaType in FORMATS;
}

/** What DIAS says of a data set that no row of works-dias.ts describes: made from the work itself. */
export function plainDiasDetails(work: WorkDetails): DiasDetails {
  const turn = hash(`${work.key}/dias`);
  const policy = POLICIES[turn % POLICIES.length] ?? 'silent';
  return {
    org: 'DIAS',
    documents: 'both',
    abbreviation: null,
    period: work.period,
    resolution: null,
    topicCategories: topicCategoriesOf(work.field),
    grid: [],
    themes: themesOf(work),
    formats: work.files.flatMap(({ mediaType }) =>
      isKnownFormat(mediaType) ? [[FORMATS[mediaType], '', ''] as const] : [],
    ),
    processing: null,
    remarks: null,
    providerPolicy: providerPolicy(policy),
    projectPolicy: projectPolicy(policy),
    acknowledgement: null,
    references: [],
    fileList: turn % 3 === 0 ? null : 91_000 + (turn % 900),
  };
}
