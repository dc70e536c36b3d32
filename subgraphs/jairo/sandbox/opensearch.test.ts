import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world } from '../../../sandbox/world/index.js';
import type { RunningSandbox } from '../../common/platform.js';
import {
  attribute,
  childElement,
  childElements,
  childText,
  descendants,
  textContent,
  type XmlElement,
} from '../../common/xml.js';
import { ask, type TestAnswer } from './testing.js';
import { startJairoSandbox } from '../sandbox.js';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startJairoSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

function search(query: string, repository = 'umi'): Promise<TestAnswer> {
  return ask(`${sandbox.address}/r/${repository}/api/opensearch/search?${query}`);
}

function total(document: XmlElement): number {
  return Number(textContent(descendants(document, 'totalResults')[0] ?? document));
}

/** Record numbers of the entries, in the order in which they stand. */
function recids(document: XmlElement): number[] {
  return childElements(document, 'entry').map((entry) => Number(childText(entry, 'identifier')));
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((left, right) => left - right);

describe('the OpenSearch of a host', () => {
  it('finds by keyword in Japanese and English, words joined by AND, OR between', async () => {
    const count = async (words: string): Promise<number> =>
      total((await search(`format=atom&keyword=${encodeURIComponent(words)}`)).xml());
    const [plastics, budget, both, either] = [
      await count('海洋プラスチック'),
      await count('黒潮'),
      await count('海洋プラスチック　黒潮'),
      await count('海洋プラスチック OR 黒潮'),
    ];
    expect(plastics).toBeGreaterThan(0);
    expect(await count('marine plastics')).toBeGreaterThan(0);
    expect(both).toBeLessThanOrEqual(Math.min(plastics, budget));
    expect(either).toBe(plastics + budget - both);
    expect(await count('存在しない言葉')).toBe(0);
  });

  it('ignores `keyword` without `format`, and answers JSON then', async () => {
    const answer = await search('keyword=存在しない言葉&size=3');
    expect(answer.type).toBe('application/json');
    const body: unknown = JSON.parse(answer.text);
    expect(body).toMatchObject({ hits: { total: 100 }, links: { next: expect.stringContaining('page=2') as string } });
  });

  it('takes q as an index id', async () => {
    expect(total((await search('format=atom&q=海洋')).xml())).toBe(0);
    expect(total((await search('format=atom&q=31')).xml())).toBeGreaterThan(0);
  });

  it('reverses the entries of a page in Atom, RSS and JPCOAR; rdf:Seq has the right order', async () => {
    const atom = recids((await search('format=atom&keyword=海洋&size=5')).xml());
    const rss = (await search('format=rss&keyword=海洋&size=5')).xml();
    const jpcoar = (await search('format=jpcoar&keyword=海洋&size=5')).xml();
    const number = (url: string | undefined): number => Number(url?.split('/').at(-1));
    expect(atom).toHaveLength(5);
    expect(atom).toEqual(ascending(atom).reverse());
    expect(childElements(rss, 'item').map((item) => number(childText(item, 'link')))).toEqual(atom);
    expect(descendants(rss, 'li').map((li) => number(attribute(li, 'resource')))).toEqual(ascending(atom));
    expect(descendants(jpcoar, 'Description').map((one) => number(attribute(one, 'about')))).toEqual(atom);
  });

  it('pages by page and size, or their old names, and says a wrong startIndex', async () => {
    const second = (await search('format=atom&keyword=海洋&page=2&size=5')).xml();
    const old = (await search('format=atom&keyword=海洋&page_no=2&list_view_num=5')).xml();
    const first = recids((await search('format=atom&keyword=海洋&size=5')).xml());
    expect(recids(second)).toEqual(recids(old));
    expect(Math.min(...recids(second))).toBeGreaterThan(Math.max(...first));
    expect(textContent(descendants(second, 'startIndex')[0] ?? second)).toBe('1');
    expect(textContent(descendants(old, 'startIndex')[0] ?? old)).toBe('6');
  });

  it('has ten hits a page when nothing is asked', async () => {
    expect(recids((await search('format=atom')).xml())).toHaveLength(10);
  });

  it('lets a filter with an unknown value disappear without a word', async () => {
    const all = total((await search('format=atom')).xml());
    for (const query of ['type=survey data', 'lang=xx', 'version=unknown', 'id=10.1/1', 'subject=x', 'nonsense=1'])
      expect(total((await search(`format=atom&${query}`)).xml())).toBe(all);
    expect(total((await search('format=atom&type=dataset')).xml())).toBeLessThan(all);
    expect(total((await search('format=atom&type=17')).xml())).toBe(
      total((await search('format=atom&type=dataset')).xml()),
    );
    expect(total((await search('format=atom&version=VoR')).xml())).toBe(0);
  });

  it('finds a creator with and without the comma, and an item by its DOI', async () => {
    const count = async (query: string): Promise<number> => total((await search(`format=atom&${query}`)).xml());
    const { family, given } = world.person('isobe');
    expect(await count(`creator=${family.ja} ${given.ja}`)).toBeGreaterThan(0);
    expect(await count(`creator=${family.ja}, ${given.ja}`)).toBe(await count(`creator=${family.ja} ${given.ja}`));
    const doi =
      world.works.find(({ holdings: { jairo }, doi: own }) => jairo?.repository === 'umi' && own !== null)?.doi ?? '';
    expect(await count(`id=${encodeURIComponent(doi)}&id_attr=DOI`)).toBe(1);
  });

  it('refuses a specific Accept header and serves */*', async () => {
    const url = `${sandbox.address}/r/umi/api/opensearch/search?format=jpcoar&keyword=海洋`;
    expect((await ask(url, { headers: { Accept: 'application/xml' } })).status).toBe(406);
    expect((await ask(url, { headers: { Accept: '*/*' } })).status).toBe(200);
  });

  it('puts header and items of JPCOAR into no namespace, and a stray element into records with files', async () => {
    const document = (await search('format=jpcoar&type=dataset&size=20')).xml();
    expect([childElement(document, 'header')?.namespace, childElement(document, 'items')?.namespace]).toEqual(['', '']);
    const records = descendants(document, 'jpcoar');
    expect(records[0]?.namespace).toBe('https://github.com/JPCOAR/schema/blob/master/2.0/');
    expect(records.some((record) => childElement(record, 'system_file') !== undefined)).toBe(true);
  });

  it('writes the index into dc:subject, the item type into dc:type, and a moment that is no ISO date into RSS', async () => {
    const entry = childElements((await search('format=atom&type=dataset&size=1')).xml(), 'entry')[0];
    expect(entry && childText(entry, 'subject')).toMatch(/データ/);
    expect(entry && childText(entry, 'aggregationType')).toMatch(/data/);
    const empty = (await search('format=rss&keyword=存在しない言葉')).xml();
    expect(childElements(empty, 'item')).toEqual([]);
    expect(textContent(descendants(empty, 'date')[0] ?? empty)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+00:00$/);
  });

  it('has a description whose template asks for an index', async () => {
    const answer = await ask(`${sandbox.address}/r/umi/api/opensearch/description.xml`);
    expect(descendants(answer.xml(), 'Url').map((url) => attribute(url, 'template'))).toContain(
      'https://umi.repo.nii.ac.jp/api/opensearch/search?q={searchTerms}',
    );
  });

  it('pages without an end under the fault `endless`', async () => {
    await ask(`${sandbox.address}/__fault`, { method: 'POST', body: '{"kind":"endless"}' });
    const page = (await search('format=atom&page=500&size=10')).xml();
    await ask(`${sandbox.address}/__fault`, { method: 'POST', body: '{"kind":null}' });
    expect([total(page), recids(page).length]).toEqual([1_000_000, 10]);
  });
});
