/** The terms that the simulated catalogue's records use: a few of each vocabulary. */
import type { JsonObject } from './entity.js';

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly parentId: string | null;
}

const ROWS: readonly (readonly [string, string, string, string?])[] = [
  ['scientific_domain-natural_sciences', 'Natural Sciences', 'SCIENTIFIC_DOMAIN'], ['scientific_domain-humanities', 'Humanities', 'SCIENTIFIC_DOMAIN'],
  ['scientific_domain-engineering_and_technology', 'Engineering & Technology', 'SCIENTIFIC_DOMAIN'],
  ['scientific_domain-medical_and_health_sciences', 'Medical & Health Sciences', 'SCIENTIFIC_DOMAIN'], ['scientific_domain-generic', 'Generic', 'SCIENTIFIC_DOMAIN'],
  ['scientific_subdomain-natural_sciences-earth_and_related_environmental_sciences', 'Earth & Related Environmental Sciences', 'SCIENTIFIC_SUBDOMAIN', 'scientific_domain-natural_sciences'],
  ['scientific_subdomain-humanities-languages_and_literature', 'Languages & Literature', 'SCIENTIFIC_SUBDOMAIN', 'scientific_domain-humanities'],
  ['scientific_subdomain-generic-generic', 'Generic', 'SCIENTIFIC_SUBDOMAIN', 'scientific_domain-generic'],
  ['category-processing_and_analysis-data_analysis', 'Data Analysis', 'CATEGORY'], ['category-sharing_and_discovery-data', 'Data', 'CATEGORY'],
  ['category-access_physical_and_eInfrastructures-compute', 'Compute', 'CATEGORY'], ['category-access_physical_and_eInfrastructures-data_storage', 'Data Storage', 'CATEGORY'],
  ['trl-6', '6 - technology demonstrated in relevant environment', 'TRL'], ['trl-7', '7 - system prototype demonstration in operational environment', 'TRL'],
  ['trl-8', '8 - system complete and qualified', 'TRL'], ['trl-9', '9 - actual system proven in operational environment', 'TRL'],
  ['node-egi', 'EGI', 'NODE'], ['node-cessda', 'CESSDA', 'NODE'], ['node-nfdi', 'NFDI', 'NODE'], ['node-lifewatch', 'LifeWatch', 'NODE'], ['node-sandbox', 'Sandbox', 'NODE'],
  ['access_type-remote', 'Remote', 'ACCESS_TYPE'], ['access_type-virtual', 'Virtual', 'ACCESS_TYPE'],
  ['order_type-open_access', 'Open Access', 'ORDER_TYPE'], ['order_type-order_required', 'Order required', 'ORDER_TYPE'],
  ['ds_jurisdiction-global', 'Global', 'DS_JURISDICTION'], ['DE', 'Germany', 'COUNTRY'], ['FR', 'France', 'COUNTRY'], ['NO', 'Norway', 'COUNTRY'],
]; // prettier-ignore

export const terms: readonly Term[] = ROWS.map(([id, name, type, parentId = null]) => ({ id, name, type, parentId }));

/** The label of a value: the term's name where it is a term's id (fact sheet 3.3). */
export function labelOf(value: string): string {
  return terms.find(({ id }) => id === value)?.name ?? value;
}

export function showTerm({ id, name, type, parentId }: Term): JsonObject {
  return { id, name, description: null, parentId, type, extras: {} };
}
