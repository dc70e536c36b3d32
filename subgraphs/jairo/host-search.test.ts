import { describe, expect, it } from 'vitest';
import { FakeUpstream, jpcoarXml, type Asked, type FakeAnswer } from '../../test/jairo/documents.js';
import { UpstreamTimeout } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { HostSearch, type FoundItems } from './host-search.js';
import { Repositories } from './repositories.js';
import { PLATFORM } from './requests.js';
import { SeenRecords } from './seen.js';

const UMI = { id: 'umi.repo.nii.ac.jp', baseUrl: 'https://umi.repo.nii.ac.jp' };
const YAMA = { id: 'yama.repo.nii.ac.jp', baseUrl: 'http://127.0.0.1:4101/r/yama' };

/** A page of a repository with that many records, numbered from 1, in reverse as WEKO3 writes it. */
function weko(total: number, { parameters }: Asked): string {
  const size = Number(parameters.get('size'));
  const start = (Number(parameters.get('page')) - 1) * size;
  const numbers = Array.from({ length: Math.max(0, Math.min(size, total - start)) }, (_, index) => start + index + 1);
  const items = numbers
    .reverse()
    .map(
      (number) =>
        `<rdf:Description rdf:about="https://elsewhere.repo.nii.ac.jp/records/${String(number)}">${jpcoarXml('<dc:title>x</dc:title>')}</rdf:Description>`,
    );
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><header><opensearch:totalResults>${String(total)}</opensearch:totalResults></header><items>${items.join('')}</items></rdf:RDF>`;
}

const TWO = (asked: Asked): FakeAnswer => weko(asked.url.includes('yama') ? 2 : 5, asked);

function searching(answer: (asked: Asked) => FakeAnswer, repositories = [UMI, YAMA]) {
  const client = new FakeUpstream(answer);
  const search = new HostSearch(client, new Repositories(repositories), () => null, new SeenRecords());
  return {
    client,
    search: (first: number, after: string | null = null, query: string | null = '海') =>
      search.search(repositories, query, first, after, new RequestScope()),
  };
}

const ids = ({ hits }: FoundItems): string[] =>
  hits.map(({ id }) => id.replace('jairo:', '').replace('.repo.nii.ac.jp', ''));

describe('a search at several repositories', () => {
  it('takes their hits in turn, in their order, each under the repository that was asked', async () => {
    const found = await searching(TWO).search(20);
    expect(ids(found)).toEqual(['umi/1', 'yama/1', 'umi/2', 'yama/2', 'umi/3', 'umi/4', 'umi/5']);
    expect(found).toMatchObject({ total: 7, hasNextPage: false, endCursor: null });
  });

  it('gives every hit once over all pages', async () => {
    for (const first of [1, 2, 3, 5]) {
      const { search } = searching(TWO);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const found: FoundItems = await search(first, after);
        expect(found.total).toBe(7);
        seen.push(...ids(found));
        after = found.endCursor;
      } while (after !== null);
      expect(seen.sort()).toEqual(['umi/1', 'umi/2', 'umi/3', 'umi/4', 'umi/5', 'yama/1', 'yama/2']);
    }
  });

  it('leaves the hits of the others where one does not answer, whose total is then not known', async () => {
    const away = new UpstreamTimeout({ platform: PLATFORM, message: 'late' });
    const found = await searching((asked) => (asked.url.includes('yama') ? away : weko(5, asked))).search(2);
    expect(ids(found)).toEqual(['umi/1', 'umi/2']);
    expect(found.total).toBeNull();
    expect(found.asked).toEqual([
      { repository: UMI, error: null },
      { repository: YAMA, error: away },
    ]);
  });

  it('fails where none answers', async () => {
    const { search } = searching(() => new UpstreamTimeout({ platform: PLATFORM, message: 'late' }));
    await expect(search(20)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });

  it('never pages beyond 10,000 hits (fact sheet 4.3.10)', async () => {
    const { client, search } = searching((asked) => weko(30_000, asked), [UMI]);
    let after: string | null = null;
    let pages = 0;
    do {
      after = (await search(100, after)).endCursor;
      pages += 1;
    } while (after !== null && pages < 200);
    expect(pages).toBe(100);
    expect(client.asked.at(-1)?.parameters.get('page')).toBe('100');
  });

  it('refuses a cursor of another search', async () => {
    const { search } = searching(TWO);
    const { endCursor } = await search(1);
    await expect(search(1, endCursor, '山')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
