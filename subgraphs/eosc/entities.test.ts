import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../upstream/scope.js';
import { createEoscConnector } from './connector.js';
import { FakeClient, list, SERVER, type Answer } from './testing.js';

const ORCID = '0000-0002-1825-0097';
const ROR = 'https://ror.org/04ksd4g47';
const WHO = { orcid: ORCID, nrid: null, eRadId: null };

function connected(answer: (url: URL) => Answer, version: 'v1' | 'v2' | 'v3' = 'v3') {
  const client = new FakeClient(answer);
  return { client, connector: createEoscConnector({ ...SERVER, version }, client), scope: new RequestScope() };
}

const person = (originalId: readonly string[]): object => ({
  id: 'orcid_______::1',
  originalId,
  givenName: 'Wataru',
  familyName: 'Isobe',
  alternativeNames: ['磯辺 航', 'Isobe W.'],
  biography: null,
});

describe('a person of OpenAIRE', () => {
  it('is found by ORCID iD, with the names that it has and no language made up', async () => {
    const { client, connector, scope } = connected(() => list([person([ORCID])]));
    expect(await connector.person?.(WHO, scope)).toEqual({
      platform: 'EOSC',
      orcid: ORCID,
      nrid: null,
      eRadId: null,
      name: {
        values: [
          { value: 'Wataru Isobe', lang: null },
          { value: '磯辺 航', lang: null },
          { value: 'Isobe W.', lang: null },
        ],
      },
      affiliations: [],
      awards: null,
    });
    expect(client.paths('originalId')).toEqual([`/graph/v3/persons originalId=${ORCID}`]);
  });

  it('is one request with others who are asked for at the same time', async () => {
    const other = '0000-0001-5109-3700';
    const { client, connector, scope } = connected(() => list([person([other]), person([ORCID])]));
    const both = await Promise.all([WHO, { ...WHO, orcid: other }].map(async (key) => connector.person?.(key, scope)));
    expect(both.map((found) => found?.orcid)).toEqual([ORCID, other]);
    expect(client.paths('originalId')).toEqual([`/graph/v3/persons originalId=("${ORCID}" OR "${other}")`]);
  });

  it('is nobody without an ORCID iD, or where the answer is about another', async () => {
    const { client, connector, scope } = connected(() => list([person(['0000-0001-5109-3700'])]));
    expect(await connector.person?.({ orcid: null, nrid: '1000090210137', eRadId: null }, scope)).toBeNull();
    expect(client.asked).toEqual([]);
    expect(await connector.person?.(WHO, scope)).toBeNull();
  });

  it('is asked of version 1 where products are asked of version 2, which has no persons', async () => {
    const { client, connector, scope } = connected(() => list(null), 'v2');
    expect(await connector.person?.(WHO, scope)).toBeNull();
    expect(client.paths()).toEqual(['/graph/v1/persons']);
  });
});

describe('an organisation of OpenAIRE', () => {
  const organization = (pids: object | null): object => ({
    id: 'openorgs____::1', legalName: 'National Institute of Informatics', legalShortName: 'NII', alternativeNames: ['国立情報学研究所'], country: { code: 'JP', label: 'Japan' }, pids,
  }); // prettier-ignore

  it('is found by ROR id', async () => {
    const { client, connector, scope } = connected(() =>
      list([
        organization([
          { scheme: 'ROR', value: ROR },
          { scheme: 'ror', value: ROR },
        ]),
      ]),
    );
    expect(await connector.organization?.(ROR, scope)).toMatchObject({
      ror: ROR,
      country: 'JP',
      name: { values: [{ value: 'National Institute of Informatics' }, { value: '国立情報学研究所' }] },
    });
    expect(client.paths('pid')).toEqual([`/graph/v3/organizations pid=${ROR}`]);
  });

  it.each([
    ['none', null],
    [
      'another’s besides',
      [
        { scheme: 'ROR', value: ROR },
        { scheme: 'ROR', value: 'https://ror.org/057zh3y96' },
      ],
    ],
  ])('is not taken for it where it states %s', async (_, pids) => {
    const { connector, scope } = connected(() => list([organization(pids)]));
    expect(await connector.organization?.(ROR, scope)).toBeNull();
  });
});

describe('a project of OpenAIRE', () => {
  const project = (code: string, shortName: string, name: string): object => ({
    id: `${shortName}::${code}`, code, title: 'The Arctic', startDate: '2021-09-01', endDate: '2026-08-31',
    fundings: [{ shortName, name, jurisdiction: 'EU', fundingStream: { id: 'EC::HE', description: 'Horizon Europe' } }],
  }); // prettier-ignore
  const KEY = { id: 'ec:101017452', number: '101017452' };

  it('is the award whose number and funder it has, whoever else gave the number', async () => {
    const { connector, scope } = connected(() =>
      list([
        project('101017452', 'DFG', 'Deutsche Forschungsgemeinschaft'),
        project('101017452', 'EC', 'European Commission'),
      ]),
    );
    expect(await connector.award?.(KEY, scope)).toMatchObject({
      id: KEY.id,
      openaireId: 'EC::101017452',
      period: '2021-09-01/2026-08-31',
      investigators: null,
      program: { values: [{ value: 'Horizon Europe' }] },
    });
  });

  it('is asked for with and without JP where it is Japanese', async () => {
    const { client, connector, scope } = connected(() =>
      list([project('JP20H01001', 'JSPS', 'Japan Society for the Promotion of Science')]),
    );
    expect(await connector.award?.({ id: 'jgn:JP20H01001', number: 'JP20H01001' }, scope)).toMatchObject({
      number: 'JP20H01001',
    });
    expect(client.paths('code')).toEqual(['/graph/v3/projects code=("JP20H01001" OR "20H01001")']);
  });

  it('narrows a search for the works of an award by its own id, and finds none where it is not known', async () => {
    const search = {
      query: null,
      filter: { awardNumber: KEY.number, awardId: KEY.id },
      sort: 'RELEVANCE',
      languages: ['en'],
      position: null,
      first: 5,
    } as const;
    const known = connected((url) =>
      url.pathname.endsWith('/projects') ? list([project('101017452', 'EC', 'European Commission')]) : list(null),
    );
    await known.connector.search(search, known.scope);
    expect(known.client.paths('relProjectId', 'relProjectCode').at(-1)).toBe(
      '/graph/v3/research-products relProjectId=EC::101017452',
    );
    const unknown = connected(() => list(null));
    expect(await unknown.connector.search(search, unknown.scope)).toMatchObject({
      hits: [],
      total: 0,
      message: expect.stringContaining('no project') as string,
    });
    expect(unknown.client.paths()).toEqual(['/graph/v3/projects']);
  });

  it('fails for itself alone: what cannot be read is an error, not none', async () => {
    const { connector, scope } = connected(() => list([{ ...project('101017452', 'EC', 'EC'), code: 7 }]));
    await expect(connector.award?.(KEY, scope)).rejects.toThrow(/project of OpenAIRE/);
  });
});
