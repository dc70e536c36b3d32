import type { Connector } from '../common/connector.js';
import type { LocalizedText } from '../common/record.js';

/** A configured platform as the catalog uses it, in the registry's order (which is also the order of canonical ids). */
export interface CatalogPlatform {
  readonly connector: Connector;
  /** origin beats index where two records state a value equally well. */
  readonly standing: 'origin' | 'index';
  /** For people. */
  readonly name: string;
  /** The same in the languages that it has one in. */
  readonly title: LocalizedText;
  /** A record id as it looks: cinii:<19 digits>. */
  readonly exampleId: string;
  /** The credit line that the operator asks for. */
  readonly attribution: string | null;
}
