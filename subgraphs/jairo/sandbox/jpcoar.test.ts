import { type Generation } from './jpcoar-context.js';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world, type WorldWork } from '../../../sandbox/world/index.js';
import {
  attribute,
  childElements,
  descendants,
  parseXml,
  textContent,
  xmlLang,
  type XmlElement,
} from '../../common/xml.js';
import { jpcoarRecord } from './jpcoar.js';
import { quirksOf, showsNoForbiddenQuirk, type Quirk } from './quirks.js';
import { publicItems, sandboxRepository, type Held, type SandboxRepository } from './repositories.js';
import { element, prettyDocument } from './xml.js';

const XSD = resolve('../shared/upstreams/jairo-cloud/xsd');
const XMLLINT = spawnSync('xmllint', ['--version']).error === undefined;

const repositories = world.repositories.map((repository) => sandboxRepository(world, repository));
const items = repositories.flatMap((repository) => publicItems(repository).map(({ held }) => ({ repository, held })));

/** A record as a document of its own: xsi declared, without the schemaLocation that is no pair. */
function document(repository: SandboxRepository, held: Held, generation: Generation): string {
  const record = jpcoarRecord(repository, held, generation);
  const { 'xsi:schemaLocation': _location, ...attributes } = record.attributes;
  return prettyDocument(element(record.name, attributes, record.children));
}

function find(what: (held: Held) => boolean): { readonly repository: SandboxRepository; readonly held: Held } {
  const found = items.find(({ held }) => what(held));
  if (!found) throw new Error('the world has no such item');
  return found;
}

function written(what: (held: Held) => boolean, generation: Generation = '2.0'): XmlElement {
  const { repository, held } = find(what);
  return parseXml(document(repository, held, generation));
}

function children(record: XmlElement, name: string): XmlElement[] {
  return childElements(record, name);
}

const shows =
  (quirk: Quirk, also: (work: WorldWork) => boolean = () => true) =>
  (held: Held): boolean =>
    quirksOf(held).has(quirk) && also(held.work);

describe('a JPCOAR record of the sandbox', () => {
  it('is well-formed in both generations, for every public item', () => {
    for (const { repository, held } of items) {
      expect(parseXml(document(repository, held, '1.0')).namespace).toBe(
        'https://github.com/JPCOAR/schema/blob/master/1.0/',
      );
      expect(parseXml(document(repository, held, '2.0')).namespace).toBe(
        'https://github.com/JPCOAR/schema/blob/master/2.0/',
      );
    }
  });

  it('names itself by DOI, HDL and URI in this order', () => {
    const record = written(
      ({ work }) =>
        work.doi !== null &&
        work.handle !== null &&
        !quirksOf(find(({ work: one }) => one === work).held).has('registration-only-doi'),
    );
    expect(
      children(record, 'identifier')
        .slice(0, 3)
        .map((one) => attribute(one, 'identifierType')),
    ).toEqual(['DOI', 'HDL', 'URI']);
    expect(textContent(children(record, 'identifier')[1] ?? record)).toMatch(/^http:\/\/hdl\.handle\.net\//);
  });

  it('gives titles and names in each language as siblings', () => {
    const record = written(
      ({ work, holding }) =>
        holding.titles === 'both' &&
        work.title.ja !== null &&
        work.title.en !== null &&
        !quirksOf({ work, holding }).has('no-language-tags'),
    );
    expect(children(record, 'title').map(xmlLang).slice(0, 2)).toEqual(['ja', 'en']);
    const creator = descendants(record, 'creator').find((one) => childElements(one).length > 1);
    expect(descendants(creator ?? record, 'creatorName').map(xmlLang)).toEqual(['ja', 'ja-Kana', 'en']);
  });

  it('converts resource types and funding between the generations', () => {
    const data = ({ work }: Held): boolean => work.kind === 'dataset' && work.awards.length > 0;
    const old = written(data, '1.0');
    const kakenhi = ({ work }: Held): boolean => work.awards.some((key) => world.award(key).funder === 'jsps');
    expect(textContent(children(old, 'type')[0] ?? old)).toBe('dataset');
    expect(descendants(old, 'awardNumber')[0]?.namespace).toBe('https://schema.datacite.org/meta/kernel-4/');
    const types = items
      .filter(({ held }) => held.work.kind === 'dataset')
      .map(({ repository, held }) =>
        textContent(children(parseXml(document(repository, held, '2.0')), 'type')[0] ?? old),
      );
    expect(new Set(types)).toEqual(new Set(['dataset', 'observational data', 'simulation data']));
    expect(
      descendants(written(kakenhi), 'funderIdentifier').map((one) => attribute(one, 'funderIdentifierType')),
    ).toContain('e-Rad_funder');
  });

  it('prints award numbers with and without JP', () => {
    const numbers = items.flatMap(({ repository, held }) =>
      descendants(parseXml(document(repository, held, '2.0')), 'awardNumber').map(textContent),
    );
    expect(numbers.some((number) => /^JP\d\d[A-Z]/.test(number))).toBe(true);
    expect(numbers.some((number) => /^\d\d[A-Z]/.test(number))).toBe(true);
  });

  it('leaves out files that nobody may see, and tells when an embargo ends', () => {
    const record = written(({ work }) => work.access === 'embargoed' && work.files.length > 0);
    expect(children(record, 'date').some((date) => attribute(date, 'dateType') === 'Available')).toBe(true);
    expect(descendants(record, 'file').some((file) => descendants(file, 'date').length > 0)).toBe(true);
  });

  it('shows the peculiarities of real output', () => {
    const empty = (record: XmlElement, name: string): boolean =>
      children(record, name).some((one) => one.children.length === 0);
    expect(empty(written(shows('empty-creator')), 'creator')).toBe(true);
    expect(empty(written(shows('empty-conference', (work) => work.event === null)), 'conference')).toBe(true);
    expect(descendants(written(shows('no-language-tags')), 'title').map(xmlLang)).not.toContain('ja');
    expect(children(written(shows('repeated-singletons', (work) => work.volume !== null)), 'volume')).toHaveLength(2);
    expect(
      textContent(
        children(written(shows('issn-without-hyphen', (work) => work.journal !== null)), 'sourceIdentifier')[0] ??
          written(() => true),
      ),
    ).toMatch(/^\d{7}[\dX]$/);
    expect(
      textContent(
        children(written(shows('escaped-markup', (work) => work.abstract.ja !== null)), 'description')[0] ??
          written(() => true),
      ),
    ).toContain('<p>');
    const award = descendants(
      written(shows('blank-before-award-uri', (work) => work.awards.length > 0)),
      'awardNumber',
    )[0];
    expect(award?.attributes.find(({ name }) => name === 'awardURI')?.value).toMatch(/^ https:/);
    expect(
      descendants(written(shows('relation-without-type', (work) => work.relations.length > 0)), 'relation').map((one) =>
        attribute(one, 'relationType'),
      ),
    ).toContain(undefined);
    expect(children(written(shows('two-types')), 'type')).toHaveLength(2);
  });
});

describe.skipIf(!existsSync(XSD) || !XMLLINT)(
  'against the JPCOAR XSD (skipped where the schema folder or xmllint is missing)',
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'jpcoar-'));
      const xml = pathToFileURL(join(XSD, 'oai_dc/xml.xsd')).href;
      const uris = [
        'http://www.w3.org/2001/03/xml.xsd',
        'http://www.w3.org/2009/01/xml.xsd',
        'http://www.w3.org/2001/xml.xsd',
      ];
      writeFileSync(
        join(folder, 'catalog.xml'),
        `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${uris.map((uri) => `<system systemId="${uri}" uri="${xml}"/><uri name="${uri}" uri="${xml}"/>`).join('')}</catalog>`,
      );
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each([
      ['1.0', 'jpcoar-1.0.2'],
      ['2.0', 'jpcoar-2.0'],
    ] as const)('every record of generation %s without a forbidden peculiarity is valid', (generation, schema) => {
      const orderly = items.filter(({ held: { work, holding }, ...item }) => {
        const hasTitle =
          descendants(parseXml(document(item.repository, { work, holding }, generation)), 'title').length > 0;
        const wholePages = [work.firstPage, work.lastPage].every((page) => page === null || /^\d+$/.test(page));
        return hasTitle && wholePages && showsNoForbiddenQuirk({ work, holding });
      });
      expect(orderly.length).toBeGreaterThan(150);
      const paths = orderly.map(({ repository, held }, index) => {
        const path = join(folder, `${generation}-${String(index)}.xml`);
        writeFileSync(path, document(repository, held, generation));
        return path;
      });
      const checked = spawnSync(
        'xmllint',
        ['--nonet', '--noout', '--schema', join(XSD, schema, 'jpcoar_scm.xsd'), ...paths],
        {
          env: { ...process.env, XML_CATALOG_FILES: join(folder, 'catalog.xml') },
          encoding: 'utf8',
          maxBuffer: 50_000_000,
        },
      );
      expect(
        checked.stderr
          .split('\n')
          .filter((line) => line !== '' && !line.endsWith(' validates') && !line.includes('Skipping import')),
      ).toEqual([]);
      expect(checked.status).toBe(0);
    });
  },
);
