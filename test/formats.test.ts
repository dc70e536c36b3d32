/** Every work of the simulated platforms in every format, as a partner takes it from the API. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CITATION_STYLES } from '../formats/citation/citation.js';
import { FORMATS } from '../formats/registry.js';
import { citationJs, dcatApShapes, expanded, violations } from '../formats/testing/readers.js';
import { convert } from '../cli/convert.js';
import { world as data, type WorldWork } from '../sandbox/world/index.js';
import { readDataciteJson } from '../subgraphs/common/doi/datacite-json.js';
import { readDataciteXml } from '../subgraphs/common/doi/datacite-xml.js';
import { dataciteFaults } from './datacite-rules.js';
import { startWorld, type World } from './support.js';

const XSD = resolve('../shared/upstreams/jairo-cloud/xsd');
const SHAPES = resolve('../shared/upstreams/eosc/samples/conformance');
const XMLLINT = spawnSync('xmllint', ['--version']).error === undefined;
/** Works in one request. */
const AT_ONCE = 20;

const CITED = CITATION_STYLES.flatMap((style) => ['ja', 'en'].map((lang) => ({ style, lang })));
const QUERY = `query ($ids: [ID!]!) { works(ids: $ids) {
  id doi issued title { values { value } } description { values { value } }
  commonMetadata { elements { key } }
  ${FORMATS.map(({ exportFormat }) => `${exportFormat}: export(format: ${exportFormat})`).join('\n')}
  ${CITED.map(({ style, lang }) => `${style}_${lang}: citation(style: "${style}", lang: "${lang}")`).join('\n')}
} }`;

const text = z.object({ values: z.array(z.object({ value: z.string() })) });
const readWork = z
  .object({
    id: z.string(),
    doi: z.string().nullable(),
    issued: z.string().nullable(),
    title: text,
    description: text.nullable(),
    commonMetadata: z.object({ elements: z.array(z.object({ key: z.string() })) }),
  })
  .catchall(z.string());
type Exported = z.infer<typeof readWork>;

/** An id by which the API finds a work of the world; null where no platform shows it. */
function idOf({ doi, holdings: { rdm, cinii, jairo } }: WorldWork): string | null {
  if (doi !== null) return `doi:${doi}`;
  if (rdm !== undefined) return `rdm:${rdm.guid}`;
  if (cinii !== undefined) return `cinii:${cinii.crid}`;
  return jairo === undefined ? null : `jairo:${data.repository(jairo.repository).host}/${jairo.recid}`;
}

const said = (work: Exported, name: string): string => z.string().parse(work[name]);

describe('every work of the simulated platforms', () => {
  let world: World;
  let folder = '';
  const works: Exported[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kakehashi-formats-'));
    world = await startWorld({ SEARCH_TIMEOUT_MS: '10000', REQUEST_TIMEOUT_MS: '30000', MAX_COST: '1000000' });
    await world.catalogued();
    const ids = data.works.flatMap((work) => idOf(work) ?? []);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const answer = await world.ask(QUERY, { ids: ids.slice(from, from + AT_ONCE) });
      expect(answer.errors).toBeUndefined();
      const asked = z.object({ works: z.array(readWork.nullable()) }).parse(answer.data);
      works.push(...asked.works.flatMap((work) => work ?? []));
    }
  }, 180_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  /** One line a fault, with the work that has it. */
  const faultsOf = (check: (work: Exported) => readonly string[]): string[] =>
    works.flatMap((work) => check(work).map((fault) => `${work.id}: ${fault}`));

  /** What xmllint says against a format's documents; all are handed to it at once. */
  function schemaFaults(schema: string, format: string, among: readonly Exported[]): string[] {
    const xml = pathToFileURL(join(XSD, 'oai_dc/xml.xsd')).href;
    const rows = ['2001/03/xml.xsd', '2009/01/xml.xsd', '2001/xml.xsd'].map((path) => {
      const uri = `http://www.w3.org/${path}`;
      return `<system systemId="${uri}" uri="${xml}"/><uri name="${uri}" uri="${xml}"/>`;
    });
    const catalog = join(folder, 'catalog.xml');
    writeFileSync(catalog, `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${rows.join('')}</catalog>`);
    const files = among.map((work, index) => {
      const file = join(folder, `${format}-${String(index)}.xml`);
      writeFileSync(file, said(work, format));
      return file;
    });
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(XSD, schema), ...files], {
      encoding: 'utf8',
      env: { ...process.env, XML_CATALOG_FILES: catalog },
      maxBuffer: 64 * 1024 * 1024,
    });
    // A schema that cannot be read says nothing of any document.
    expect(stderr.split('\n').filter((line) => / (?:validates|fails to validate)$/.test(line))).toHaveLength(
      files.length,
    );
    return stderr
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' validates') && !line.includes('Schemas parser warning'));
  }

  it('is there', () => {
    expect(works.length).toBeGreaterThan(300);
    expect(works.some(({ doi }) => doi === null)).toBe(true);
  });

  it.skipIf(!existsSync(XSD) || !XMLLINT)(
    'is valid oai_dc, and JPCOAR 2.0 wherever it has a title (skipped where the schemas or xmllint are missing)',
    () => {
      const titled = works.filter(({ title }) => title.values.length > 0);
      expect(titled.length).toBeGreaterThan(works.length - 10);
      expect(schemaFaults('jpcoar-2.0/jpcoar_scm.xsd', 'JPCOAR_XML', titled)).toEqual([]);
      expect(schemaFaults('oai_dc/oai_dc.xsd', 'OAI_DC', works)).toEqual([]);
    },
  );

  it('is DataCite XML by its rules, but for what no source tells', () => {
    const missing = ({ doi, issued, title }: Exported, xml: string): string[] => [
      ...(title.values.length === 0 ? ['titles is missing'] : []),
      ...(doi === null ? ['identifier is missing'] : []),
      ...(/<(?:\w+:)?creators>/.test(xml) ? [] : ['creators is missing']),
      ...(/<(?:\w+:)?publisher[ >]/.test(xml) ? [] : ['publisher is missing']),
      ...(issued === null ? ['publicationYear is missing'] : []),
    ];
    expect(
      faultsOf((work) => {
        const xml = said(work, 'DATACITE_XML');
        const allowed = missing(work, xml);
        return dataciteFaults(xml).filter((fault) => !allowed.includes(fault));
      }),
    ).toEqual([]);
  });

  it('says the same in DataCite JSON and XML, where it has the DOI that a record in JSON is read by', () => {
    for (const work of works.filter(({ doi }) => doi !== null)) {
      const [json] = readDataciteJson(Buffer.from(said(work, 'DATACITE_JSON'))).works;
      const xml = readDataciteXml(Buffer.from(said(work, 'DATACITE_XML')));
      expect({ ...xml, url: null }, work.id).toEqual({ ...json, url: null });
    }
  });

  it('is expanded from schema.org without loss', async () => {
    for (const work of works) expect(await expanded(said(work, 'SCHEMA_ORG_JSONLD')), work.id).toHaveLength(1);
  }, 60_000);

  it.skipIf(!existsSync(SHAPES))(
    'passes the shapes of DCAT-AP 3, but for a description that no source has (skipped where they are missing)',
    async () => {
      const validator = dcatApShapes();
      const found: string[] = [];
      for (const work of works) {
        const violated = await violations(said(work, 'DCAT_AP_JSONLD'), validator);
        const allowed =
          (work.description?.values.length ?? 0) === 0 ? ['description: MinCountConstraintComponent'] : [];
        found.push(...violated.filter((item) => !allowed.includes(item)).map((item) => `${work.id}: ${item}`));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(['BIBTEX', 'RIS'])('is read back from %s by another reader with title, DOI and year', (format) => {
    expect(
      faultsOf((work) => {
        const items = citationJs(said(work, format));
        const [item] = items;
        if (items.length !== 1 || item === undefined) return [`${String(items.length)} entries`];
        const titles = work.title.values.map(({ value }) => value.replace(/\s+/g, ' ').trim());
        const year = z
          .object({ 'date-parts': z.tuple([z.tuple([z.coerce.number()]).rest(z.unknown())]) })
          .safeParse(item['issued']);
        return [
          ...(titles.length === 0 || titles.includes(String(item['title'])) ? [] : [`title ${String(item['title'])}`]),
          ...((item['DOI'] ?? null) === work.doi ? [] : [`DOI ${String(item['DOI'])}`]),
          ...(work.issued === null || year.data?.['date-parts'][0][0] === Number(work.issued.slice(0, 4))
            ? []
            : [`year ${JSON.stringify(item['issued'])} for ${work.issued}`]),
        ];
      }),
    ).toEqual([]);
  });

  it('holds no markup of its platforms and no control characters in any text', () => {
    const tags = '(?:jats:\\w+|p|br|i|b|em|sub|sup|div|span|a)(?: [^<>&]*)?/?';
    const markup = {
      xml: new RegExp(`&lt;/?${tags}&gt;`, 'i'),
      other: new RegExp(`</?${tags}>|&lt;/?${tags}&gt;`, 'i'),
    };
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
    expect(
      faultsOf((work) =>
        FORMATS.flatMap(({ exportFormat, many }) => {
          const written = said(work, exportFormat);
          const found = markup[many === 'xml' ? 'xml' : 'other'].exec(written) ?? control.exec(written);
          return found === null ? [] : [`${exportFormat} has ${JSON.stringify(found[0])}`];
        }),
      ),
    ).toEqual([]);
  });

  it('has common metadata elements and a reference in every style and language', () => {
    expect(
      faultsOf((work) => [
        ...(work.commonMetadata.elements.length > 0 ? [] : ['no elements']),
        ...CITED.flatMap(({ style, lang }) => {
          const reference = said(work, `${style}_${lang}`);
          return /undefined|null|\[object|\s{2}|^\s*$|\.\.(?!\.)/.test(reference)
            ? [`${style} ${lang}: ${reference}`]
            : [];
        }),
      ]),
    ).toEqual([]);
  });
});

const RECORD = `<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5072/sea</identifier>
<creators><creator><creatorName>Yamada, Taro</creatorName></creator></creators><titles><title xml:lang="en">Observing the sea</title></titles>
<publisher>Umi</publisher><publicationYear>2021</publicationYear><resourceType resourceTypeGeneral="Dataset"/></resource>`;

describe('a DataCite document that is converted', () => {
  it.each(FORMATS.map(({ name }) => name))('is written as %s, with its title and DOI', (to) => {
    const folder = mkdtempSync(join(tmpdir(), 'kakehashi-convert-'));
    const file = join(folder, 'record.xml');
    writeFileSync(file, RECORD);
    let out = '';
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
      out += piece.toString();
      return true;
    });
    try {
      convert([file], { from: 'datacite', to });
    } finally {
      written.mockRestore();
      rmSync(folder, { recursive: true, force: true });
    }
    expect(out).toContain('Observing the sea');
    expect(out).toContain('10.5072/sea');
  });
});

describe('the rules of DataCite', () => {
  const faults = (from: string, to: string): string[] => dataciteFaults(RECORD.replace(from, to));

  it.each([
    ['', '', []],
    ['"Dataset"', '"Data"', ['resourceType@resourceTypeGeneral Data']],
    ['<creatorName>', '<givenName>Taro</givenName><creatorName>', ['the order in <creator>']],
    ['<publisher>Umi</publisher>', '', ['publisher is missing']],
    ['<publisher>Umi', '<publisher>', ['<publisher> is empty']],
    ['>2021<', '>2021-04<', ['<publicationYear> 2021-04']],
    ['<publisher>', '<dates><date dateType="Issued">last May</date></dates><publisher>', ['<date> last May']],
  ])('find what is wrong where %j is %j', (from, to, expected) => {
    expect(faults(from, to)).toEqual(expected);
  });
});
