import { describe, expect, it } from 'vitest';
import { FakeUpstream, oaiError, oaiRecord, oaiXml, type Asked, type FakeAnswer } from '../../test/jairo/documents.js';
import { UpstreamTimeout } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import { createJairoConnector } from './connector.js';
import { parseRepository } from './repositories.js';
import { PLATFORM } from './requests.js';

function connecting(answer: (asked: Asked) => FakeAnswer) {
  const client = new FakeUpstream(answer);
  const repositories = [parseRepository('umi.repo.nii.ac.jp=http://127.0.0.1:4101/r/umi')];
  return { client, connector: createJairoConnector({ repositories, irdbUrl: 'https://irdb.nii.ac.jp' }, client) };
}

const entry = (number: number, uri: string): string =>
  `<entry><title>海 ${String(number)}</title><link href="https://irdb.nii.ac.jp/01242/${String(number).padStart(10, '0')}"/><author><name>佐々, 優香</name></author><author><name>サッサ, ユウカ</name></author><author><name>Sassa, Yuka</name></author><URI>${uri}</URI><publicationDate>2026-03</publicationDate></entry>`;
const feed = (total: number, entries: readonly string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/"><o:totalResults>${String(total)}</o:totalResults>${entries.join('')}</feed>`;

const SEARCH: HitSearch = {
  query: '海',
  filter: {},
  sort: 'RELEVANCE',
  languages: ['ja', 'en'],
  position: null,
  first: 20,
};

describe('a search over all repositories', () => {
  const answer = feed(3, [
    entry(1, 'https://kumadai.repo.nii.ac.jp/records/2001355'),
    entry(2, 'https://elsewhere.example.org/records/9'),
  ]);

  it('is one request to IRDB, whatever languages are wanted', async () => {
    const { client, connector } = connecting(() => answer);
    expect(await connector.search(SEARCH, new RequestScope())).toMatchObject({ total: 3, totalKind: 'EXACT', next: '3', partial: false }); // prettier-ignore
    expect(client.asked).toHaveLength(1);
  });

  it('gives hits at hosts that can be asked under their own id, with what IRDB tells and no guess at persons', async () => {
    const { hits } = await connecting(() => answer).connector.search(SEARCH, new RequestScope());
    expect(hits[0]).toMatchObject({ id: 'jairo:kumadai.repo.nii.ac.jp/2001355', issued: '2026-03' });
    for (const field of ['creators', 'doi', 'type', 'accessRight', 'files', 'identifiers']) {
      expect(hits[0]).not.toHaveProperty(field);
    }
  });

  it('leaves other hits as what IRDB says', async () => {
    const { hits } = await connecting(() => answer).connector.search(SEARCH, new RequestScope());
    expect(hits[1]).toMatchObject({
      id: 'jairo:irdb/01242/0000000002',
      url: 'https://elsewhere.example.org/records/9',
      creatorsAreNamesOnly: true,
      creators: [
        { name: { values: [{ value: '佐々, 優香' }, { value: 'サッサ, ユウカ' }, { value: 'Sassa, Yuka' }] } },
      ],
      identifiers: [
        { scheme: 'OAI', value: 'oai:irdb.nii.ac.jp:01242:0000000002' },
        { scheme: 'URL', value: 'https://elsewhere.example.org/records/9' },
      ],
    });
  });

  it('gives a record once for each entry that leads to it, since IRDB counts both, and in a list of its own once, as the first says', async () => {
    const twice = feed(9, [
      entry(1, 'https://kumadai.repo.nii.ac.jp/records/5'),
      entry(2, 'http://kumadai.repo.nii.ac.jp/records/05/'),
      entry(3, 'https://kumadai.repo.nii.ac.jp/records/6'),
    ]);
    const { hits, next } = await connecting(() => twice).connector.search(SEARCH, new RequestScope());
    const [five, six] = ['jairo:kumadai.repo.nii.ac.jp/5', 'jairo:kumadai.repo.nii.ac.jp/6'];
    expect(hits.map(({ id }) => id)).toEqual([five, five, six]);
    expect(hits[0]?.title?.values).toMatchObject([{ value: '海 1' }]);
    expect(next).toBe('4');
    const page = await connecting(() => twice).connector.irdb({ q: '海' }, 4, 20, new RequestScope());
    expect(page.hits.map(({ id }) => id)).toEqual([five, six]);
    expect(page.places).toEqual([4, 6]);
  });

  it('finds the DOI of a record that only IRDB can be asked for where its address is one', async () => {
    const { connector } = connecting(() => feed(1, [entry(1, 'https://doi.org/10.1234/A')]));
    const scope = new RequestScope();
    const { hits } = await connector.search(SEARCH, scope);
    expect(hits[0]).toMatchObject({ doi: '10.1234/a', url: 'https://doi.org/10.1234/A' });
    expect(await connector.recordsByDoi('10.1234/a', scope)).toEqual(hits);
  });

  it('goes on where it ended, and ends with the last hit', async () => {
    const { client, connector } = connecting(({ parameters }) =>
      parameters.get('start') === '3' ? feed(3, [entry(3, '')]) : answer,
    );
    expect((await connector.search({ ...SEARCH, position: '3' }, new RequestScope())).next).toBeNull();
    expect(client.asked[0]?.parameters.get('start')).toBe('3');
    await expect(connector.search({ ...SEARCH, position: 'x' }, new RequestScope())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' }); // prettier-ignore
  });

  it('asks IRDB for creator and publisher, and nobody where there is nothing to ask for', async () => {
    const { client, connector } = connecting(() => answer);
    await connector.search(
      { ...SEARCH, query: null, filter: { creator: '佐々', publisher: '熊本' } },
      new RequestScope(),
    );
    expect(Object.fromEntries(client.asked[0]?.parameters ?? [])).toMatchObject({ author: '佐々', publisher: '熊本' });
    const nothing = await connector.search({ ...SEARCH, query: null }, new RequestScope());
    expect(nothing).toMatchObject({ hits: [], total: 0, message: expect.stringContaining('give a query') as string });
    expect(client.asked).toHaveLength(1);
  });

  it('says of every filter how it is met', () => {
    const { capabilities } = connecting(() => answer).connector;
    expect(capabilities.filter('creator', {})).toBe('native');
    expect(capabilities.filter('from', {})).toBe('records');
    expect(capabilities.filter('languages', {})).toBe('records');
    expect(capabilities.filter('ror', {})).toEqual({ unsupported: expect.stringContaining('ROR') as string });
    expect(capabilities.filter('types', {})).toEqual({ unsupported: expect.stringContaining('type') as string });
    expect(capabilities.sorts).toEqual(['RELEVANCE']);
  });
});

describe('a record', () => {
  const record = oaiXml(`<GetRecord>${oaiRecord('oai:umi.repo.nii.ac.jp:00000007', '<dc:title>x</dc:title><jpcoar:identifier identifierType="DOI">10.15017/1</jpcoar:identifier><jpcoar:relation relationType="references"><jpcoar:relatedIdentifier identifierType="URI">https://kumadai.repo.nii.ac.jp/records/42</jpcoar:relatedIdentifier></jpcoar:relation>')}</GetRecord>`); // prettier-ignore

  it('is read once per request, and its related records carry their ids', async () => {
    const { client, connector } = connecting(() => record);
    const scope = new RequestScope();
    const [one, two] = await Promise.all([
      connector.record('jairo:umi.repo.nii.ac.jp/7', scope),
      connector.record('jairo:umi.repo.nii.ac.jp/7', scope),
    ]);
    expect(one).toBe(two);
    expect(one?.related).toMatchObject([{ id: 'jairo:kumadai.repo.nii.ac.jp/42' }]);
    expect(client.asked).toHaveLength(1);
    expect(await connector.recordsByDoi('10.15017/1', scope)).toEqual([one]);
  });

  it('that failed is asked for again', async () => {
    let tries = 0;
    const { connector } = connecting(() => ((tries += 1) === 1 ? new UpstreamTimeout({ platform: PLATFORM, message: 'late' }) : record)); // prettier-ignore
    const scope = new RequestScope();
    await expect(connector.record('jairo:umi.repo.nii.ac.jp/7', scope)).rejects.toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
    });
    expect(await connector.record('jairo:umi.repo.nii.ac.jp/7', scope)).not.toBeNull();
  });

  it('that is deleted is no work', async () => {
    const { connector } = connecting(() => oaiXml(`<GetRecord>${oaiRecord('oai:umi.repo.nii.ac.jp:00000007', null)}</GetRecord>`)); // prettier-ignore
    expect(await connector.record('jairo:umi.repo.nii.ac.jp/7', new RequestScope())).toBeNull();
    expect(await connector.item('jairo:umi.repo.nii.ac.jp/7', new RequestScope())).toMatchObject({ deleted: true });
    expect(await connector.tombstone?.('jairo:umi.repo.nii.ac.jp/7', new RequestScope())).toMatchObject({
      id: 'jairo:umi.repo.nii.ac.jp/7',
      platform: 'JAIRO_CLOUD',
    });
  });

  it('that is there has no tombstone', async () => {
    const { connector } = connecting(() => record);
    expect(await connector.tombstone?.('jairo:umi.repo.nii.ac.jp/7', new RequestScope())).toBeNull();
  });

  it.each(['jairo:irdb/01242/0007332690', 'jairo:example.org/1', 'cinii:1'])(
    '%s is null, and nobody is asked',
    async (id) => {
      const { client, connector } = connecting(() => record);
      expect(await connector.record(id, new RequestScope())).toBeNull();
      expect(client.asked).toEqual([]);
    },
  );

  it('is recognised by its landing page', () => {
    const { connector } = connecting(() => record);
    expect(connector.recordIdOfUrl?.('https://kumadai.repo.nii.ac.jp/records/42')).toBe(
      'jairo:kumadai.repo.nii.ac.jp/42',
    );
    expect(connector.recordIdOfUrl?.('https://example.org/records/42')).toBeNull();
  });
});

describe('a record of which IRDB alone tells', () => {
  const ID = 'jairo:irdb/01242/0000000002';

  it('is for later requests what a search gave, with its age, and no field that IRDB lacks', async () => {
    const { client, connector } = connecting(() => feed(1, [entry(2, 'https://elsewhere.example.org/records/9')]));
    expect(await connector.record(ID, new RequestScope())).toBeNull();
    const { hits } = await connector.search(SEARCH, new RequestScope());
    const again = await connector.record(ID, new RequestScope());
    expect(again).toEqual({ ...hits[0], retrieved: { at: hits[0]?.retrieved.at, cache: 'HIT', ageSeconds: expect.any(Number) as number } }); // prettier-ignore
    expect(again).not.toHaveProperty('type');
    expect(await connector.record('jairo:irdb/01242/0000000003', new RequestScope())).toBeNull();
    expect(client.asked).toHaveLength(1);
  });
});

const NOTHING =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><header><totalResults>0</totalResults></header><items/></rdf:RDF>';

describe('a look-up by DOI', () => {
  const dois = new Map([
    ['7', '10.15017/0000000007'],
    ['8', '10.15017/0000000008'],
    ['9', '10.15017/free'],
    ['10', '10.15018/free'],
  ]);
  const umi = () =>
    connecting(({ parameters }) => {
      if (parameters.has('id_attr')) return NOTHING;
      const identifier = parameters.get('identifier') ?? '';
      const doi = dois.get(String(Number(identifier.split(':')[2])));
      if (doi === undefined) return oaiError(parameters.has('identifier') ? 'idDoesNotExist' : 'noRecordsMatch');
      return oaiXml(`<GetRecord>${oaiRecord(identifier, `<dc:title>x</dc:title><jpcoar:identifier identifierType="DOI">${doi}</jpcoar:identifier>`)}</GetRecord>`); // prettier-ignore
    });
  const ids = async (connector: ReturnType<typeof umi>['connector'], doi: string) =>
    (await connector.recordsByDoi(doi, new RequestScope())).map(({ id }) => id);

  it('asks the configured repositories for one or two DOIs of which nothing is known, and nobody for more', async () => {
    const { client, connector } = umi();
    expect(await ids(connector, '10.15017/0000000007')).toEqual([]);
    expect(client.asked.map(({ parameters }) => parameters.get('id'))).toEqual(['10.15017/0000000007']);
    const scope = new RequestScope();
    const three = ['10.1/a', '10.1/b', '10.1/c'].map((doi) => connector.recordsByDoi(doi, scope));
    expect((await Promise.all(three)).flat()).toEqual([]);
    expect(client.asked).toHaveLength(1);
  });

  it('finds what an earlier request has read', async () => {
    const { connector } = umi();
    await connector.record('jairo:umi.repo.nii.ac.jp/9', new RequestScope());
    expect(await ids(connector, '10.15017/free')).toEqual(['jairo:umi.repo.nii.ac.jp/9']);
  });

  it("finds a record by its number where its repository's DOIs were seen to be numbers (fact sheet 6)", async () => {
    const { connector } = umi();
    await connector.record('jairo:umi.repo.nii.ac.jp/7', new RequestScope());
    expect(await ids(connector, '10.15017/0000000008')).toEqual(['jairo:umi.repo.nii.ac.jp/8']);
  });

  it('believes only a record that states this very DOI, and gives none that is not there', async () => {
    const { connector } = umi();
    await connector.record('jairo:umi.repo.nii.ac.jp/7', new RequestScope());
    expect(await ids(connector, '10.15017/0000000009')).toEqual([]);
    expect(await ids(connector, '10.15017/0000000099')).toEqual([]);
  });

  it('guesses no number under a prefix whose DOIs were seen to be free', async () => {
    const { client, connector } = umi();
    await connector.record('jairo:umi.repo.nii.ac.jp/10', new RequestScope());
    expect(await ids(connector, '10.15018/0000000010')).toEqual([]);
    expect(client.asked.filter(({ parameters }) => parameters.has('identifier'))).toHaveLength(1);
  });
});
