/** schema.org's Dataset in a page, where there is one (none could be confirmed, fact sheet 0.2). What has another form is passed over. */
import { isObject, parseJsonText } from '../../common/json.js';

export interface DatasetJsonLd {
  readonly name: string | null;
  readonly description: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly version: string | null;
  readonly license: string | null;
  readonly keywords: readonly string[];
}

function parse(text: string): unknown {
  try {
    return parseJsonText(text);
  } catch {
    return null;
  }
}

function textIn(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one.trim() === '' ? null : one.trim();
  return typeof one === 'number' ? String(one) : null;
}

function isDataset(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const type = value['@type'];
  return (Array.isArray(type) ? type : [type]).some((one) => one === 'Dataset' || one === 'https://schema.org/Dataset');
}

/** The first Dataset of a page's JSON-LD scripts, at the top, in a list, or in a graph. */
export function readJsonLd(scripts: readonly string[]): DatasetJsonLd | null {
  for (const script of scripts) {
    const value = parse(script);
    const top: readonly unknown[] = Array.isArray(value) ? value : [value];
    const nodes = top.flatMap((node): readonly unknown[] => {
      const graph = isObject(node) ? node['@graph'] : null;
      return Array.isArray(graph) ? graph : [node];
    });
    const dataset = nodes.find(isDataset);
    if (dataset === undefined) continue;
    const keywords: unknown[] = Array.isArray(dataset['keywords']) ? dataset['keywords'] : [dataset['keywords']];
    const license = dataset['license'];
    return {
      name: textIn(dataset['name']),
      description: textIn(dataset['description']),
      datePublished: textIn(dataset['datePublished']),
      dateModified: textIn(dataset['dateModified']),
      version: textIn(dataset['version']),
      license: isObject(license) ? textIn(license['url'] ?? license['@id'] ?? license['name']) : textIn(license),
      keywords: keywords.flatMap((keyword) => textIn(keyword)?.split(/\s*[,、]\s*/) ?? []),
    };
  }
  return null;
}
