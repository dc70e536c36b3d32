/** The records of the simulated resource catalogue, in both profiles side by side (fact sheet 3.4). */
import type { Json, JsonObject } from './entity.js';

export interface CatalogueRecord {
  readonly id: string;
  readonly type: 'service' | 'datasource' | 'organisation' | 'interoperabilityRecord';
  readonly profile: 5 | 6;
  readonly active: boolean;
  readonly suspended: boolean;
  readonly record: JsonObject;
}

/** Name, what it does, domain, category, tags. */
const SERVICES: readonly (readonly [string, string, string, string, string])[] = [
  [
    'Ocean Litter Mapper',
    'maps marine plastics and coastal litter from surveys and satellite images',
    'natural_sciences',
    'processing_and_analysis-data_analysis',
    'marine plastics,maps',
  ],
  [
    'Kelp Data Vault',
    'stores long series of coastal observations',
    'natural_sciences',
    'access_physical_and_eInfrastructures-data_storage',
    'storage,ocean',
  ],
  [
    'Arctic Carbon Explorer',
    'shows the carbon cycle of the Arctic Ocean',
    'natural_sciences',
    'processing_and_analysis-data_analysis',
    'climate,Arctic',
  ],
  [
    'Plume Forecast Portal',
    'forecasts eruption plumes and ash fall',
    'natural_sciences',
    'access_physical_and_eInfrastructures-compute',
    'volcano,forecast',
  ],
  [
    'Seismic Notebook Hub',
    'runs notebooks beside seismic archives',
    'natural_sciences',
    'access_physical_and_eInfrastructures-compute',
    'notebooks,seismology',
  ],
  [
    'Cursive Script Reader',
    'reads old handwriting and marks what is doubtful',
    'humanities',
    'processing_and_analysis-data_analysis',
    'handwriting,OCR',
  ],
  [
    'Corpus Lantern',
    'searches annotated corpora in many languages',
    'humanities',
    'sharing_and_discovery-data',
    'corpora,language',
  ],
  ['Archive Loom', 'ties finding aids of archives together', 'humanities', 'sharing_and_discovery-data', 'archives'],
  [
    'Alloy Atlas',
    'compares measured and computed properties of alloys',
    'engineering_and_technology',
    'processing_and_analysis-data_analysis',
    'materials,alloys',
  ],
  [
    'Battery Bench',
    'collects cycling data of batteries',
    'engineering_and_technology',
    'sharing_and_discovery-data',
    'batteries,materials',
  ],
  [
    'Gut Flora Commons',
    'shares cohorts of the gut microbiome under controlled access',
    'medical_and_health_sciences',
    'sharing_and_discovery-data',
    'microbiome,cohorts',
  ],
  [
    'Cohort Gatekeeper',
    'decides on requests for sensitive data',
    'medical_and_health_sciences',
    'sharing_and_discovery-data',
    'sensitive data',
  ],
  [
    'Data Ferry',
    'moves large data between sites',
    'generic',
    'access_physical_and_eInfrastructures-data_storage',
    'transfer,storage',
  ],
  [
    'Cloud Quarry',
    'offers virtual machines to researchers',
    'generic',
    'access_physical_and_eInfrastructures-compute',
    'cloud,compute',
  ],
  ['PID Foundry', 'registers persistent identifiers', 'generic', 'sharing_and_discovery-data', 'identifiers,DOI'],
  ['Metadata Kiln', 'checks metadata against profiles', 'generic', 'sharing_and_discovery-data', 'metadata'],
  [
    'Notebook Harbour',
    'hosts notebooks with a DOI each',
    'generic',
    'access_physical_and_eInfrastructures-compute',
    'notebooks',
  ],
  [
    'Login Bridge',
    'lets members of institutions log in everywhere',
    'generic',
    'access_physical_and_eInfrastructures-compute',
    'AAI,login',
  ],
  [
    'Workflow Mill',
    'runs workflows from data to figures',
    'generic',
    'processing_and_analysis-data_analysis',
    'workflows',
  ],
  [
    'Storage Cove',
    'keeps research data for ten years',
    'generic',
    'access_physical_and_eInfrastructures-data_storage',
    'storage,preservation',
  ],
];
const NODES = [
  'node-egi',
  'node-cessda',
  'node-nfdi',
  'node-lifewatch',
  'node-egi',
  'node-sandbox',
  'node-egi',
] as const;
const ORGANISATIONS: readonly (readonly [string, string, string])[] = [
  ['10.5072/nebelhorn', 'Nebelhorn University', 'DE'], ['10.5072/marees', 'Institut des Marées', 'FR'], ['10.5072/fjord', 'Fjord University', 'NO'],
]; // prettier-ignore
const SUBDOMAINS: Readonly<Record<string, string>> = {
  natural_sciences: 'earth_and_related_environmental_sciences', humanities: 'languages_and_literature',
}; // prettier-ignore

const CONTACT: JsonObject = { firstName: 'Ada', lastName: 'Example', email: 'ada@example.org' };

interface Draft {
  readonly index: number;
  readonly name: string;
  readonly text: string;
  readonly domain: string;
  readonly category: string;
  readonly tags: readonly string[];
}

/** Fields whose names both profiles share. */
function shared({ index, name, text, domain, category, tags }: Draft): JsonObject {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    name, webpage: `https://${slug}.example.org/`, logo: `https://${slug}.example.org/logo.png`,
    // HTML in descriptions (fact sheet 3.5).
    description: index % 3 === 0 ? `<p>${name} ${text}.</p><p>Free &amp; open.</p>` : `${name} ${text}.`,
    scientificDomains: [{ scientificDomain: `scientific_domain-${domain}`, scientificSubdomain: `scientific_subdomain-${domain}-${SUBDOMAINS[domain] ?? 'generic'}` }],
    categories: [{ category: `category-${category}`, subcategory: null }], tags, trl: `trl-${String(6 + (index % 4))}`,
    termsOfUse: `https://${slug}.example.org/terms`, privacyPolicy: `https://${slug}.example.org/privacy`, accessPolicy: null,
    orderType: index % 4 === 0 ? 'order_type-order_required' : 'order_type-open_access', order: null, mainContact: CONTACT,
  }; // prettier-ignore
}

function profile6(draft: Draft): CatalogueRecord {
  const { index } = draft;
  const id = `10.5072/service-${String(index).padStart(3, '0')}`;
  const [owner = ''] = ORGANISATIONS[index % ORGANISATIONS.length] ?? [];
  // Text or list: the documentation contradicts itself (fact sheet 3.5).
  const accessTypes: Json = index % 2 === 0 ? 'access_type-remote' : ['access_type-remote', 'access_type-virtual'];
  return {
    id, type: 'service', profile: 6, active: index !== 7, suspended: index === 11,
    record: {
      id, ...shared(draft), urls: [`https://service-${String(index)}.example.org/`], alternativePIDs: [], nodePID: NODES[index % NODES.length] ?? 'node-egi',
      publishingDate: '2026-01-01', type: 'Service', resourceOwner: owner, serviceProviders: index % 2 === 0 ? owner : [owner], accessTypes,
      jurisdiction: 'ds_jurisdiction-global', publicContacts: ['support@example.org'], catalogueId: 'eosc',
    },
  }; // prettier-ignore
}

function profile5(draft: Draft): CatalogueRecord {
  const { index, name } = draft;
  // Older ids have their slash too, but for one.
  const id = index === 39 ? 'service_039' : `21.T15999/legacy-${String(index).padStart(3, '0')}`;
  return {
    id, type: 'service', profile: 5, active: index !== 30, suspended: false,
    record: {
      id, ...shared(draft), abbreviation: name.replace(/[^A-Z]/g, ''), node: NODES[index % NODES.length] ?? 'node-egi', resourceOrganisation: ORGANISATIONS[index % ORGANISATIONS.length]?.[1] ?? '',
      // Older records hold empty texts for what is missing (fact sheet 3.5).
      resourceProviders: [''], alternativeIdentifiers: [{ type: 'Other', value: `legacy-${String(index)}` }], tagline: 'From the former portal', multimedia: [], useCases: null,
      targetUsers: ['target_user-researchers'], accessTypes: ['access_type-virtual'], accessModes: [''], horizontalService: false, serviceCategories: [''], marketplaceLocations: [],
      geographicalAvailabilities: ['EU'], languageAvailabilities: ['en'], publicContacts: [{ firstName: null, lastName: null, email: 'help@example.org' }],
      helpdeskEmail: 'help@example.org', securityContactEmail: 'security@example.org', lifeCycleStatus: 'life_cycle_status-production', version: '', lastUpdate: '1717200000000',
      helpdeskPage: '', catalogueId: index % 2 === 0 ? 'eosc' : 'eosc-legacy',
    },
  }; // prettier-ignore
}

const services: readonly CatalogueRecord[] = [...SERVICES, ...SERVICES].map(
  ([name, text, domain, category, tags], index) => {
    const edition = index < SERVICES.length ? name : `${name} II`;
    const draft = { index, name: edition, text, domain, category, tags: tags.split(',') };
    return index < 28 ? profile6(draft) : profile5(draft);
  },
);

const organisations: readonly CatalogueRecord[] = ORGANISATIONS.map(([id, name, country]) => ({
  id, type: 'organisation', profile: 6, active: true, suspended: false,
  record: {
    id, name, abbreviation: name.replace(/[^A-Z]/g, ''), alternativePIDs: [], nodePID: 'node-sandbox', website: 'https://www.example.org/', country, legalEntity: true,
    legalStatus: null, hostingLegalEntity: null, description: `${name}, which does not exist.`, logo: 'https://www.example.org/logo.png', multimedia: [], mainContact: CONTACT,
    publicContacts: ['info@example.org'], users: [], catalogueId: 'eosc',
  },
})); // prettier-ignore

const guidelines: readonly CatalogueRecord[] = [1, 2].map((number) => ({
  id: `10.5072/guideline-${String(number)}`, type: 'interoperabilityRecord', profile: 6, active: true, suspended: false,
  record: {
    id: `10.5072/guideline-${String(number)}`, name: `Imaginary guideline ${String(number)}`, urls: [], alternativePIDs: [], nodePID: 'node-sandbox', description: 'How services talk to each other.',
    publishingDate: '2026-02-01', type: 'InteroperabilityRecord', resourceOwner: '10.5072/fjord', resourceTypeInfo: { resourceType: 'Guideline', resourceTypeGeneral: 'Text' },
    relatedStandards: [], license: null, creators: [], publicContacts: ['info@example.org'], catalogueId: 'eosc',
  },
})); // prettier-ignore

/** Version 6: a full record, all of a service and more. */
const datasources: readonly CatalogueRecord[] = [0, 6].map((index) => {
  const [name = '', text = '', domain = '', category = '', tags = ''] = SERVICES[index] ?? [];
  const service = profile6({ index, name: `${name} Archive`, text, domain, category, tags: tags.split(',') });
  const id = `10.5072/datasource-${String(index)}`;
  return {
    ...service, id, type: 'datasource',
    record: { ...service.record, id, type: 'Datasource', datasourceClassification: 'ds_classification-repository', researchProductTypes: ['ds_research_entity_type-research_data'], thematic: true },
  };
}); // prettier-ignore

export const catalogueRecords: readonly CatalogueRecord[] = [
  ...services,
  ...datasources,
  ...organisations,
  ...guidelines,
];

/** Which resources follow a guideline. */
export const followers: Readonly<Record<string, readonly string[]>> = {
  '10.5072/guideline-1': ['10.5072/service-001', '10.5072/service-002'],
  '10.5072/guideline-2': [],
};
