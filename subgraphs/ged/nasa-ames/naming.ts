import { tidyText } from '../../common/text.js';
import type { Naming } from './types.js';

/** Whose habits a file follows, as its own comments say (fact sheet 6.4). */
export type HouseStyle = 'plain' | 'ebas' | 'caribic';

export function houseStyleOf(specialComments: readonly string[], normalComments: readonly string[]): HouseStyle {
  if (normalComments.some((comment) => /^Data definition:\s*EBAS/.test(comment))) return 'ebas';
  if (specialComments.some((comment) => /^FileFormatVersionInfo:\s*CARIBIC/.test(comment))) return 'caribic';
  return 'plain';
}

/** A text without the `[unit]` at its end, and the unit. */
function splitUnit(text: string): { readonly rest: string; readonly unit: string | null } {
  const open = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  if (open < 0) return { rest: text, unit: null };
  const unit = text.slice(open + 1, -1).trim();
  return { rest: text.slice(0, open).trim(), unit: unit === '' ? null : unit };
}

/** `NAME: description [unit]` (fact sheet 5, rule 1). A colon within brackets, as in a range, is none that ends a name. */
function plainNaming(printed: string): Naming {
  const { rest, unit } = splitUnit(printed);
  const colon = rest.indexOf(':');
  const name = rest.slice(0, Math.max(colon, 0)).trim();
  if (name !== '' && !/[()[\]]/.test(name)) {
    return { name, description: rest.slice(colon + 1).trim(), unit, printed };
  }
  return { name: rest === '' ? printed : rest, description: printed, unit, printed };
}

/** `NAME; description; [unit]`. */
function caribicNaming(printed: string): Naming {
  const parts = printed.split(';').map((part) => part.trim());
  const [name = '', description = '', bracketed = ''] = parts;
  const { rest, unit } = splitUnit(bracketed);
  return parts.length === 3 && name !== '' && rest === '' ? { name, description, unit, printed } : plainNaming(printed);
}

/** `component, unit, key=value, …`; a flag column is its component alone. */
function ebasNaming(printed: string): Naming {
  const [component = '', unit, ...properties] = printed.split(',').map((part) => part.trim());
  if (component === '' || unit === undefined || !properties.every((property) => property.includes('='))) {
    return plainNaming(printed);
  }
  return {
    name: [component, ...properties].join(', '),
    description: printed,
    unit: unit === '' ? null : unit,
    printed,
  };
}

/** What a line calls its variable. An empty line leaves it without a name: `fallback` then is one. */
export function namingOf(line: string, style: HouseStyle, fallback: string): Naming {
  const printed = tidyText(line);
  if (printed === '') return { name: fallback, description: '', unit: null, printed };
  if (style === 'ebas') return ebasNaming(printed);
  return style === 'caribic' ? caribicNaming(printed) : plainNaming(printed);
}

const KEY = /^([A-Z][A-Z0-9_]*):\s+(\S.*)$/;
const CARIBIC_KEY = /^([A-Za-z]\w*):\s+(\S.*)$/;
const EBAS_KEY = /^([A-Za-z][^:]*):\s+(\S.*)$/;

/** `KEY: value` comments: special ones in GED's style (fact sheet 5, rule 2), EBAS's normal ones. The first of a key counts. */
export function attributesOf(
  specialComments: readonly string[],
  normalComments: readonly string[],
  style: HouseStyle,
): Map<string, string> {
  const attributes = new Map<string, string>();
  const read = (comments: readonly string[], pattern: RegExp) => {
    for (const comment of comments) {
      const [, key, value] = pattern.exec(comment) ?? [];
      if (key !== undefined && value !== undefined && !attributes.has(key)) attributes.set(key, value.trim());
    }
  };
  read(specialComments, style === 'caribic' ? CARIBIC_KEY : KEY);
  if (style === 'ebas') read(normalComments, EBAS_KEY);
  return attributes;
}
