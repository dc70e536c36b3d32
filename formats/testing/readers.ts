import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { z } from 'zod';
import { SHARED } from './works.js';

/** Of what citation-js gives here. */
const cslItems = z.array(z.record(z.string(), z.unknown()));
type CslItems = z.infer<typeof cslItems>;

const load = createRequire(import.meta.url);
const { plugins } = z
  .object({ plugins: z.object({ input: z.object({ chain: z.custom<(text: string, options: object) => unknown>() }) }) })
  .parse(load('@citation-js/core'));
load('@citation-js/plugin-ris');
load('@citation-js/plugin-bibtex');

/** BibTeX or RIS, read by citation-js. */
export function citationJs(text: string): CslItems {
  return cslItems.parse(
    plugins.input.chain(text, { generateGraph: false, forceType: text.startsWith('@') ? '@bibtex/text' : '@ris/file' }),
  );
}

/** What schema.org's context says of the properties whose values are addresses, for a processor without network. */
const SCHEMA_ORG = {
  '@context': { '@vocab': 'http://schema.org/', url: { '@type': '@id' }, contentUrl: { '@type': '@id' }, sameAs: { '@type': '@id' } },
}; // prettier-ignore

/** Contexts from here alone: a document that names another one fails. */
function documentLoader(url: string): Promise<{ document: object; documentUrl: string; contextUrl?: string }> {
  if (url !== 'https://schema.org') return Promise.reject(new Error(`the context ${url} is not bundled`));
  return Promise.resolve({ document: SCHEMA_ORG, documentUrl: url });
}

const nodeObjects = z.array(z.record(z.string(), z.unknown()));

/** A JSON-LD document, expanded; `safe` refuses all that would be lost in it. */
export async function expanded(text: string): Promise<z.infer<typeof nodeObjects>> {
  const document = z
    .record(z.string(), z.custom<jsonld.JsonLdDocument[keyof jsonld.JsonLdDocument]>())
    .parse(JSON.parse(text));
  const options = { documentLoader, safe: true } as unknown as jsonld.Options.Expand;
  return nodeObjects.parse(await jsonld.expand(document, options));
}

/** A JSON-LD document as triples. */
export async function triples(text: string): Promise<Quad[]> {
  const nquads: unknown = await jsonld.toRDF(JSON.parse(text) as jsonld.JsonLdDocument, {
    documentLoader: documentLoader as never,
    format: 'application/n-quads',
  });
  return new Parser({ format: 'N-Quads' }).parse(z.string().parse(nquads));
}

const SHAPES = `${SHARED}/eosc/samples/conformance/dcat-ap-3.0.1-shacl-shapes.ttl`;

/** DCAT-AP's own shapes. */
export function dcatApShapes(): SHACLValidator {
  return new SHACLValidator(new Store(new Parser().parse(readFileSync(SHAPES, 'utf8'))));
}

/** What a document violates: the last part of the property's name and of the constraint's. */
export async function violations(text: string, validator: SHACLValidator): Promise<string[]> {
  const report = await validator.validate(new Store(await triples(text)));
  const last = (term: { value: string } | null | undefined): string => /[^/#]*$/.exec(term?.value ?? '')?.[0] ?? '';
  return report.results
    .filter(({ severity }) => last(severity) === 'Violation')
    .map(
      ({ path, sourceConstraintComponent }) =>
        `${last(path as { value: string } | null)}: ${last(sourceConstraintComponent)}`,
    );
}
