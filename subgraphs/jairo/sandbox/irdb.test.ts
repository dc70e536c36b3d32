import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world } from '../../../sandbox/world/index.js';
import type { RunningSandbox } from '../../common/platform.js';
import { childElement, childElements, childText, descendants, textContent, type XmlElement } from '../../common/xml.js';
import { ask, type TestAnswer } from './testing.js';
import { startJairoSandbox } from '../sandbox.js';

const ATOM = 'http://www.w3.org/2005/Atom';
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startJairoSandbox({ port: 0, latencyMs: 0, fault: null, throttle: false });
});
afterAll(() => sandbox.close());

function search(query: string): Promise<TestAnswer> {
  return ask(`${sandbox.settings['IRDB_URL'] ?? ''}/opensearch/search?format=atom&${query}`);
}

function entries(document: XmlElement): XmlElement[] {
  return childElements(document, 'entry');
}

function text(document: XmlElement, name: string): string {
  return textContent(descendants(document, name)[0] ?? document);
}

describe('IRDB', () => {
  it('finds 海洋プラスチック in many repositories, each hit with its address there and its page at IRDB', async () => {
    const document = (await search('q=海洋プラスチック&count=100')).xml();
    const urls = entries(document).map((entry) => childText(entry, 'URI') ?? '');
    expect(urls.length).toBeGreaterThanOrEqual(10);
    expect(urls.every((url) => /^https:\/\/[a-z.-]+\/records\/\d+$/.test(url))).toBe(true);
    expect(new Set(urls.map((url) => new URL(url).host)).size).toBeGreaterThan(1);
    expect(
      entries(document).every((entry) =>
        /^https:\/\/irdb\.nii\.ac\.jp\/\d{5}\/\d{10}$/.test(childText(entry, 'id') ?? ''),
      ),
    ).toBe(true);
  });

  it('holds repositories that are not on JAIRO Cloud, and no deleted, private or hidden item', async () => {
    const seen: string[] = [];
    for (let start = 1; ; start += 100) {
      const page = entries((await search(`count=100&start=${String(start)}`)).xml());
      if (page.length === 0) break;
      seen.push(...page.map((entry) => childText(entry, 'URI') ?? ''));
    }
    const harvested = world.works.flatMap(({ holdings: { jairo } }) => (jairo?.state === 'public' ? [jairo] : []));
    expect(seen.some((url) => url.startsWith('https://repository.example-univ.ac.jp/'))).toBe(true);
    expect(new Set(seen).size).toBe(harvested.length);
  });

  it.each([
    ['', 20],
    ['count=20', 20],
    ['count=50', 50],
    ['count=100', 100],
    ['count=30', 20],
    ['count=1000', 20],
  ])('gives for "%s" %d hits, and says 20 a page', async (query, size) => {
    const document = (await search(query)).xml();
    expect(entries(document)).toHaveLength(size);
    expect(text(document, 'itemsPerPage')).toBe('20');
  });

  it('starts where asked, counted from 1, and tells the total on every page', async () => {
    const first = (await search('count=50')).xml();
    const later = (await search('count=20&start=21')).xml();
    expect(entries(later).map((entry) => childText(entry, 'id'))).toEqual(
      entries(first)
        .slice(20, 40)
        .map((entry) => childText(entry, 'id')),
    );
    expect(text(later, 'totalResults')).toBe(text(first, 'totalResults'));
    expect(text(later, 'startIndex')).toBe('21');
    expect(entries((await search('start=100000')).xml())).toEqual([]);
  });

  it('repeats the words in the title', async () => {
    const document = (await search('q=黒潮')).xml();
    expect(childText(document, 'title')).toBe('IRDB OpenSearch | 黒潮 黒潮');
  });

  it('lists every variant of a name as an author of its own', async () => {
    const { family, given } = world.person('isobe');
    const document = (await search(`author=${family.ja} ${given.ja}`)).xml();
    const names = entries(document).map((entry) =>
      childElements(entry, 'author').map((author) => childText(author, 'name')),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const list of names) {
      const at = list.indexOf(`${family.ja}, ${given.ja}`);
      expect(list.slice(at, at + 3)).toEqual([
        `${family.ja}, ${given.ja}`,
        `${family.kana}, ${given.kana}`,
        `${family.en}, ${given.en}`,
      ]);
    }
  });

  it("puts its own elements into Atom's namespace and a date without time into updated", async () => {
    const entry = entries((await search('q=海洋')).xml())[0];
    for (const name of ['language', 'publisher', 'URI', 'irname'])
      expect(entry && childElement(entry, name)?.namespace).toBe(ATOM);
    expect(entry && childText(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('searches title, journal, ISSN, publisher and author id, all joined by AND', async () => {
    const count = async (query: string): Promise<number> => Number(text((await search(query)).xml(), 'totalResults'));
    const all = await count('');
    const journal = world.journals.find(({ key }) =>
      world.works.some((work) => work.journal === key && work.holdings.jairo?.state === 'public'),
    );
    expect(await count(`issn=${journal?.issn ?? ''}`)).toBeGreaterThan(0);
    expect(await count(`journal=${journal?.title.ja ?? ''}`)).toBe(await count(`issn=${journal?.issn ?? ''}`));
    expect(await count(`authorid=${world.person('isobe').orcid ?? ''}`)).toBeGreaterThan(0);
    expect(await count('title=海洋プラスチック')).toBeLessThanOrEqual(await count('q=海洋プラスチック'));
    expect(await count('fulltext=1')).toBeLessThan(all);
    expect(await count('year=2020')).toBe(all);
  });

  it('answers RSS where Atom is not asked for', async () => {
    const answer = await ask(`${sandbox.address}/irdb/opensearch/search?q=海洋`);
    expect(answer.xml().namespace).toBe('http://www.w3.org/1999/02/22-rdf-syntax-ns#');
    expect(childElements(answer.xml(), 'item')).toHaveLength(20);
  });
});
