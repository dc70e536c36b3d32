import { readNasaAmesNow } from './read.js';
import type { NasaAmesFile } from './types.js';

/** A fictional file of FFI 1001 in GED's house style (fact sheet 5); each part can be another. */
export interface FictionalFile {
  readonly headerLines?: number;
  readonly originators?: string;
  readonly organisation?: string;
  readonly dates?: string;
  readonly step?: string;
  readonly axis?: string;
  readonly count?: string;
  readonly scales?: string;
  readonly missing?: string;
  readonly variables?: readonly string[];
  readonly special?: readonly string[];
  readonly normal?: readonly string[];
  readonly rows?: readonly string[];
}

export function fictionalFile(parts: FictionalFile = {}): string {
  const variables = parts.variables ?? ['CO2: mole fraction of carbon dioxide [ppm]', 'FLAG: quality flag'];
  const special = parts.special ?? [];
  const normal = parts.normal ?? [];
  const each = (text: string) => variables.map(() => text).join(' ');
  const header = [
    parts.originators ?? 'Minami, Hana; Kitano, Ken',
    parts.organisation ?? 'Institute for Imagined Air',
    'in situ/Tower',
    'Imagined Air Programme',
    '1 1',
    parts.dates ?? '2014 01 01 2024 04 15',
    parts.step ?? '1',
    parts.axis ?? 'RECORD: Hours since 2014-01-01 00:00:00 +00:00',
    parts.count ?? String(variables.length),
    parts.scales ?? each('1'),
    parts.missing ?? each('9999'),
    ...variables,
    String(special.length),
    ...special,
    String(normal.length),
    ...normal,
  ];
  const rows = parts.rows ?? ['0 401.5 0', '1 9999 1', '2 402.25 0'];
  return [`${String(parts.headerLines ?? header.length + 1)} 1001`, ...header, ...rows, ''].join('\n');
}

export function readText(text: string): NasaAmesFile {
  return readNasaAmesNow(Buffer.from(text, 'utf8'));
}

export function readFictional(parts: FictionalFile = {}): NasaAmesFile {
  return readText(fictionalFile(parts));
}

/** The one line with which a text is refused, or what was read instead. */
export function refusalOf(text: string | Uint8Array): string {
  try {
    const file = readNasaAmesNow(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
    return `read: ${JSON.stringify(file.warnings)}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
