/** GEO DAB, a CSW and an OAI-PMH server as sources of records: each off unless its address is set (fact sheet 6.3 to 6.6). */
import type { UpstreamReader } from '../../upstream/client.js';
import type { IsoRecord } from '../common/iso19115/record.js';
import { localizedTextOrNull } from '../common/localized-text.js';
import type { LocalizedText } from '../common/record.js';
import { CswClient } from './csw/client.js';
import type { CswRecord } from './csw/responses.js';
import type { ForeignRecord, ForeignSource } from './foreign.js';
import { GeodabClient } from './geodab/client.js';
import type { GeodabHit } from './geodab/report.js';
import { datasetIdOfPath, parseMetadataIdentifier } from './ids.js';
import { OaiClient } from './oai.js';
import type { DiasContact } from './record.js';
import { valuesOfFields } from './shared-fields.js';
import type { DiasValues } from './values.js';

/** Addresses of the other catalogues; null: not asked. */
export interface ForeignServers {
  readonly geodabUrl: string | null;
  readonly cswUrl: string | null;
  readonly oaiUrl: string | null;
}

function together(texts: readonly LocalizedText[]): LocalizedText | null {
  return localizedTextOrNull(texts.flatMap(({ values }) => values));
}

/** The one dataset of DIAS's that links lead to; null where they lead to none, or to several. */
function datasetOfLinks(links: readonly { readonly url: string }[]): string | null {
  const ids = new Set(links.flatMap(({ url }) => (URL.canParse(url) ? (datasetIdOfPath(new URL(url).pathname) ?? []) : [])));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
} // prettier-ignore

function contactsOf({ contacts }: IsoRecord): DiasContact[] {
  return contacts.map(({ name, organization, role, emails }) => ({
    name,
    organization,
    role,
    email: emails[0] ?? null,
  }));
}

/** What an ISO record says beyond the shared fields. */
export function valuesOfIso(iso: IsoRecord): Partial<DiasValues> {
  const values = valuesOfFields(iso.fields);
  const { coverage } = values;
  return {
    ...values,
    coverage: coverage && iso.ongoing ? { ...coverage, end: null, ongoing: true } : (coverage ?? null),
    updated: iso.dateStamp ?? values.updated ?? null,
    contacts: contactsOf(iso),
    topicCategories: iso.topicCategories,
    boxes: iso.boxes,
    constraints: together(iso.constraints),
    processing: iso.lineage,
    online: [...new Set(iso.online.map(({ url }) => url))],
  };
}

/** DIAS's metadata identifier names the dataset, where a catalogue kept it as the file identifier. */
function recordOfIso(identifier: string, iso: IsoRecord, retrievedAt: Date): ForeignRecord {
  const named = parseMetadataIdentifier(iso.fileIdentifier ?? '')?.datasetId ?? null;
  const datasetId = datasetOfLinks(iso.online) ?? named;
  return { identifier, datasetId, url: iso.fields.url, retrievedAt, values: valuesOfIso(iso) };
}

function recordOfHit(hit: GeodabHit, retrievedAt: Date): ForeignRecord {
  const [only = null] = hit.datasetIds;
  const values = {
    ...valuesOfFields(hit.fields),
    constraints: together(hit.constraints),
    online: [...new Set(hit.links.map(({ url }) => url))],
  };
  const datasetId = hit.datasetIds.length === 1 ? only : null;
  return { identifier: hit.id, datasetId, url: hit.fields.url, retrievedAt, values };
}

function recordOfCsw({ id, fields, iso }: CswRecord, retrievedAt: Date): ForeignRecord {
  const identifier = id ?? JSON.stringify([fields.doi, fields.url, fields.title.values]);
  if (iso !== null) return recordOfIso(identifier, iso, retrievedAt);
  const links = [...(fields.url === null ? [] : [{ url: fields.url }]), ...fields.files.flatMap(({ url }) => (url === null ? [] : [{ url }]))];
  return { identifier, datasetId: datasetOfLinks(links), url: fields.url, retrievedAt, values: valuesOfFields(fields) };
} // prettier-ignore

/** The version that the address itself asks for; 2.0.2 is what Japanese and GEO catalogues serve. */
function cswVersion(url: string): '2.0.2' | '3.0.0' {
  return /[?&]version=3/i.test(url) ? '3.0.0' : '2.0.2';
}

/** The sources that are set, in the order in which they fill in. */
export function foreignSources({ geodabUrl, cswUrl, oaiUrl }: ForeignServers, client: UpstreamReader): ForeignSource[] {
  const sources: ForeignSource[] = [];
  if (geodabUrl !== null) {
    const geodab = new GeodabClient(client, geodabUrl);
    sources.push({
      source: 'GEODAB',
      list: async ({ scope }) => {
        const { hits, retrieved } = await geodab.list({}, scope);
        return hits.map((hit) => recordOfHit(hit, retrieved.at));
      },
    });
  }
  if (cswUrl !== null) {
    const csw = new CswClient(client, { url: cswUrl, version: cswVersion(cswUrl) });
    sources.push({
      source: 'CSW',
      list: async ({ scope }) => {
        const { records, retrieved } = await csw.list({}, scope);
        return records.map((record) => recordOfCsw(record, retrieved.at));
      },
    });
  }
  if (oaiUrl !== null) {
    const oai = new OaiClient(client, oaiUrl);
    sources.push({
      source: 'OAI',
      list: async ({ scope }) => {
        const { records, retrieved } = await oai.list(scope);
        return records.map(({ header, iso }) => recordOfIso(header.identifier, iso, retrieved.at));
      },
    });
  }
  return sources;
}
