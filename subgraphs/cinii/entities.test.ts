import { describe, expect, it } from 'vitest';
import { RequestScope } from '../../upstream/scope.js';
import type { HitSearch } from '../common/connector.js';
import type { PersonKey } from '../common/entity-records.js';
import { bestText } from '../common/localized-text.js';
import { createCiniiConnector } from './connector.js';
import { address, detailDocument, FakeClient, searchDocument, type Answer } from './testing.js';

const ORCID = '0000-0002-1825-0097';
const WHO: PersonKey = { orcid: ORCID, nrid: null, eRadId: null };
const [ONE, OTHER, WORK] = ['1420000000000000011', '1420000000000000012', '1390000000000000013'] as const;
const typed = (type: string, value: string): object => ({ '@type': type, '@value': value });

function connected(answer: (url: URL) => Answer) {
  const client = new FakeClient(answer);
  const connector = createCiniiConnector({ url: 'https://cinii.example', appid: null }, client);
  return { client, connector, scope: new RequestScope() };
}

function researcher(crid: string, fields: object = {}): Buffer {
  return detailDocument(crid, 'Researcher', {
    personIdentifier: [typed('NRID', '9000000000001'), typed('NRID', '1000090210137'), typed('ORCID', ORCID)],
    'foaf:Person': [
      {
        'foaf:name': [
          { '@language': 'ja', '@value': '磯辺 航' },
          { '@language': 'en', '@value': 'ISOBE Wataru' },
        ],
      },
    ],
    career: [
      {
        institution: {
          institutionIdentifier: typed('kakenhi', '91101'),
          notation: [
            { '@language': 'ja', '@value': '潮騒大学' },
            { '@language': 'en', '@value': 'Shiosai University' },
          ],
        },
        since: '2015-04',
      },
      { institution: { notation: { '@language': 'ja', '@value': '前の大学' } }, since: '2001', until: '2015-03' },
    ],
    project: {
      '@id': address('1040000000000000001'),
      projectIdentifier: typed('KAKEN', '20H01001'),
      notation: [{ '@value': '海' }],
      role: 'principal_investigator',
    },
    ...fields,
  });
}

/** A platform that finds these researchers, by documents. */
function holding(documents: Readonly<Record<string, Buffer>>, hit: object = {}) {
  return (url: URL): Answer => {
    const crid = /\/crid\/(\d+)\.json$/.exec(url.pathname)?.[1];
    if (crid !== undefined) return documents[crid] ?? { status: 404 };
    if (url.pathname.endsWith('/researchers')) {
      return searchDocument(
        'ja',
        Object.keys(documents).map((id) => ({ '@id': address(id), title: '磯辺 航', 'dc:type': 'Researcher', ...hit })),
      );
    }
    return searchDocument('ja', [{ '@id': address(WORK), title: '海', 'dc:type': 'Article' }]);
  };
}

const search = (filter: HitSearch['filter']): HitSearch => ({
  query: null,
  filter,
  sort: 'RELEVANCE',
  languages: ['ja'],
  position: null,
  first: 20,
});

describe('a researcher', () => {
  it('is found by an identifier that their own document states, with names, present place and grants', async () => {
    const { client, connector, scope } = connected(holding({ [ONE]: researcher(ONE) }));
    const person = await connector.person?.(WHO, scope);
    expect(client.paths('q')).toEqual([`/opensearch/v2/researchers q=${ORCID}`, `/crid/${ONE}.json q=`]);
    expect(person).toMatchObject({ orcid: ORCID, nrid: '1000090210137', eRadId: '90210137' });
    expect(person && [bestText(person.name, ['ja']), bestText(person.name, ['en'])]).toEqual([
      '磯辺 航',
      'ISOBE Wataru',
    ]);
    expect(person?.affiliations.map(({ name }) => bestText(name, ['en']))).toEqual(['Shiosai University']);
    expect(person?.awards?.map(({ id }) => id)).toEqual(['jgn:JP20H01001']);
  });

  it('is asked for once in a request, by every identifier that is known', async () => {
    const { client, connector, scope } = connected(holding({ [ONE]: researcher(ONE) }));
    const key = { orcid: ORCID, nrid: '9000000000001', eRadId: null };
    await Promise.all([connector.person?.(key, scope), connector.search(search({ person: key }), scope)]);
    expect(client.paths('q', 'researcherId')).toEqual([
      `/opensearch/v2/researchers q=${ORCID} OR 9000000000001 researcherId=`,
      `/crid/${ONE}.json q= researcherId=`,
      `/opensearch/all q= researcherId=${ONE}`,
    ]);
  });

  it.each([
    [
      'whose document states another identifier',
      holding({ [ONE]: researcher(ONE, { personIdentifier: typed('ORCID', '0000-0001-5109-3700') }) }),
    ],
    ['whose document states none', holding({ [ONE]: researcher(ONE, { personIdentifier: [] }) })],
    [
      'that is no person',
      holding({ [ONE]: detailDocument(ONE, 'Article', { personIdentifier: typed('ORCID', ORCID) }) }),
    ],
    [
      'that is gone',
      (url: URL): Answer =>
        url.pathname.includes('/crid/') ? { status: 404 } : holding({ [ONE]: researcher(ONE) })(url),
    ],
  ])('is no record %s', async (_, answer) => {
    const { connector, scope } = connected(answer);
    expect(await connector.person?.(WHO, scope)).toBeNull();
  });

  it('costs no document where the hit says already that it is someone else', async () => {
    const { client, connector, scope } = connected(
      holding({ [ONE]: researcher(ONE) }, { 'dc:identifier': [typed('cir:ORCID', '0000-0001-5109-3700')] }),
    );
    expect(await connector.person?.(WHO, scope)).toBeNull();
    expect(client.asked.length).toBe(1);
  });
});

describe('the works of a researcher', () => {
  it('are searched by the record that the platform has of them', async () => {
    const { connector, scope } = connected(holding({ [ONE]: researcher(ONE) }));
    const { hits, total, message } = await connector.search(search({ orcid: ORCID }), scope);
    expect([hits.map(({ id }) => id), total, message]).toEqual([[`cinii:${WORK}`], 1, null]);
  });

  it('are none that are known of where no record was found, and the total stays open', async () => {
    const { connector, scope } = connected(holding({}));
    expect(await connector.search(search({ orcid: ORCID }), scope)).toMatchObject({
      hits: [],
      total: null,
      totalKind: 'UNKNOWN',
      message: expect.stringContaining('No researcher') as string,
    });
  });

  it('are at least those of the first of two records', async () => {
    const { connector, scope } = connected(holding({ [ONE]: researcher(ONE), [OTHER]: researcher(OTHER) }));
    expect(await connector.search(search({ orcid: ORCID }), scope)).toMatchObject({
      totalKind: 'AT_LEAST',
      message: expect.stringContaining('more than one') as string,
    });
  });
});

describe('a project', () => {
  const project = (number: string): Buffer =>
    detailDocument(ONE, 'Project', {
      projectIdentifier: [typed('KAKEN', number), typed('JGN', `JP${number}`)],
      'jpcoar:awardTitle': [{ '@language': 'en', '@value': 'Budget' }],
      researcher: [{ 'foaf:name': [{ '@value': '磯辺 航' }], personIdentifier: typed('ORCID', ORCID) }],
      since: '2020-04-01',
      until: '2024-03-31',
      fundingProgram: { 'jpcoar:funderName': [{ '@language': 'ja', '@value': '日本学術振興会' }] },
      grant: { 'jpcoar:fundingStream': [{ '@language': 'ja', '@value': '基盤研究(A)' }] },
    });
  const finding =
    (number: string) =>
    (url: URL): Answer =>
      url.pathname.includes('/crid/')
        ? project(number)
        : searchDocument('ja', [{ '@id': address(ONE), 'dc:type': 'Project', title: '海' }]);

  it('is found by its number without JP, and is the award with its people', async () => {
    const { client, connector, scope } = connected(finding('20H01001'));
    const award = await connector.award?.({ id: 'jgn:JP20H01001', number: 'JP20H01001' }, scope);
    expect(client.paths('projectId')[0]).toBe('/opensearch/v2/projects projectId=20H01001');
    expect(award).toMatchObject({
      id: 'jgn:JP20H01001',
      number: 'JP20H01001',
      period: '2020-04-01/2024-03-31',
      investigators: [{ orcid: ORCID }],
    });
    expect(award?.program && bestText(award.program)).toBe('基盤研究(A)');
  });

  it('is asked for with JP where the funder prints no number without', async () => {
    const { client, connector, scope } = connected(() => searchDocument('ja', []));
    expect(await connector.award?.({ id: 'jgn:JPMJMS2021', number: 'JPMJMS2021' }, scope)).toBeNull();
    expect(client.paths('projectId')).toEqual(['/opensearch/v2/projects projectId=JPMJMS2021']);
  });

  it('is not believed where its document has another number, and not asked for by a number from abroad', async () => {
    const { client, connector, scope } = connected(finding('20H99999'));
    expect(await connector.award?.({ id: 'jgn:JP20H01001', number: 'JP20H01001' }, scope)).toBeNull();
    const before = client.asked.length;
    expect(await connector.award?.({ id: 'ec:101017452', number: '101017452' }, scope)).toBeNull();
    expect(client.asked.length).toBe(before);
  });
});
