/** Checks of documents in JSON-LD: nodes by class, values by property. Names count by their last part, whatever prefix, context or full address stands before it. */
import { isObject } from '../subgraphs/common/json.js';
import { shown, type Check, type Finding } from './check.js';
import type { JsonObject } from './document.js';

export interface NodeRule extends Check {
  /** The class whose nodes must have the value. */
  readonly of: string;
  /** Its property; of several names any will do. */
  readonly property: string | readonly string[];
  /** How many values it may have. */
  readonly max?: number;
  /** What is wrong with a value, in words that follow it; null: nothing. */
  readonly fault?: (value: unknown) => string | null;
  /** A fault is told, and the value taken. */
  readonly faultIsWeak?: true;
}

/** `title` of `dct:title`, `http://purl.org/dc/terms/title` and `title`. */
export function localName(name: string): string {
  return /[^:/#]*$/.exec(name)?.[0] ?? name;
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

export function typesOf(node: JsonObject): string[] {
  return [...listOf(node['@type']), ...listOf(node['type'])].filter((type) => typeof type === 'string').map(localName);
}

/** The values of a property of a node. */
export function valuesOf(node: JsonObject, property: string | readonly string[]): unknown[] {
  const names = typeof property === 'string' ? [property] : property;
  return Object.entries(node)
    .filter(([key]) => !key.startsWith('@') && names.includes(localName(key)))
    .flatMap(([, value]) => listOf(value))
    .filter((value) => textOf(value) !== '');
}

/** A value as a text: its own, its label, its name or its address; empty for one that says nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isObject(value)) return '';
  const { '@value': text, '@id': id } = value;
  if (typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean') return String(text).trim();
  if (typeof id === 'string' && id !== '') return id;
  return Object.keys(value).some((key) => key !== '@type') ? JSON.stringify(value) : '';
}

/** JSON-LD nests no deeper than people write. */
const MAX_DEPTH = 30;

/** Every node of a document, itself included, in document order. */
export function nodesIn(value: unknown, depth = 0): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => nodesIn(item, depth + 1));
  if (!isObject(value) || '@value' in value) return [];
  const inner = Object.entries(value).filter(([key]) => key !== '@context');
  return [value, ...inner.flatMap(([, item]) => nodesIn(item, depth + 1))];
}

function nameOf(node: JsonObject, of: string): string {
  const id = node['@id'] ?? node['id'];
  return typeof id === 'string' ? `${of} ${shown(id)}` : of;
}

export function findNode(root: JsonObject, rule: NodeRule): Finding {
  const owners = nodesIn(root).filter((node) => typesOf(node).includes(rule.of));
  if (owners.length === 0) return { saw: 'none', evidence: `no ${rule.of}` };
  const { property, max } = rule;
  const label = typeof property === 'string' ? property : property.join(' or ');
  const all: unknown[] = [];
  for (const owner of owners) {
    const values = valuesOf(owner, property);
    if (values.length === 0) return { saw: 'absent', evidence: `${nameOf(owner, rule.of)} has no ${label}` };
    if (max !== undefined && values.length > max)
      return {
        saw: 'wrong',
        evidence: `${nameOf(owner, rule.of)} has ${String(values.length)} of ${label}: ${String(max)} at most`,
      };
    all.push(...values);
  }
  for (const value of all) {
    const fault = rule.fault?.(value) ?? null;
    if (fault !== null)
      return { saw: rule.faultIsWeak ? 'weak' : 'wrong', evidence: `${label}: ${shown(textOf(value))} ${fault}` };
  }
  const more = all.length === 1 ? '' : ` (and ${String(all.length - 1)} more)`;
  return { saw: 'good', evidence: `${shown(textOf(all[0]))}${more}` };
}
