import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world as fiction } from '../sandbox/world/index.js';
import { startWorld, type Answer, type World } from './support.js';

interface Source {
  readonly platform: string;
  readonly state: string;
  readonly total: number | null;
  readonly message: string | null;
}
interface Work {
  readonly id: string;
  readonly issued: string | null;
  readonly type: string;
  readonly records: readonly { readonly id: string; readonly platform: string }[];
  readonly creators: readonly { readonly orcid: string | null }[];
}
interface Works {
  readonly totalCount: number;
  readonly nodes: readonly Work[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly Source[];
}
interface Name {
  readonly ja: string | null;
  readonly en: string | null;
  readonly values: readonly { readonly value: string }[];
}

const NAME = 'name { ja en values { value } }';
const WORKS =
  '{ totalCount nodes { id issued type records { id platform } creators { orcid } } pageInfo { hasNextPage endCursor } sources { platform state total message } }';
const isobe = fiction.person('isobe');
const shiosai = fiction.organization('shiosai');
/** Nobody's: the check digit is right, and no platform of the sandbox names it. */
const NOBODY = '0000-0002-1825-0097';

function dataOf<T>({ data, errors }: Answer): T {
  expect(errors).toBeUndefined();
  return data as unknown as T;
}
const states = (sources: readonly Source[]): Record<string, string> =>
  Object.fromEntries(sources.map(({ platform, state }) => [platform, state]));

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.catalogued();
});
afterAll(() => world.close());

describe('a researcher’s page from an ORCID iD', () => {
  interface Page {
    readonly person: {
      readonly id: string;
      readonly nrid: string;
      readonly eRadId: string;
      readonly name: Name;
      readonly affiliations: readonly {
        readonly name: Name;
        readonly ror: string;
        readonly organization: { readonly id: string };
      }[];
      readonly awards: readonly { readonly id: string; readonly title: Name }[];
      readonly works: Works;
    };
  }
  const query = (orcid: string, works: string): string =>
    `{ person(orcid: "${orcid}") { id orcid nrid eRadId ${NAME} affiliations { ${NAME} ror organization { id } } awards { id title { ja en } } works${works} ${WORKS} } }`;

  it('has the names in both scripts, affiliations, grants, and the works of every platform once', async () => {
    const { person } = dataOf<Page>(
      await world.ask(query(`https://orcid.org/${isobe.orcid ?? ''}?lang=ja`, '(first: 100)')),
    );
    expect(person).toMatchObject({
      id: `orcid:${isobe.orcid ?? ''}`,
      nrid: isobe.nrids[0],
      eRadId: isobe.eRad,
      name: { ja: '磯辺 航', en: 'ISOBE Wataru' },
      affiliations: [
        {
          name: { ja: '潮騒大学', en: 'Shiosai University' },
          ror: shiosai.ror,
          organization: { id: shiosai.ror.replace('https://ror.org/', 'ror:') },
        },
      ],
    });
    expect(person.awards.map(({ id }) => id)).toEqual(['jgn:JP20H01001', 'jgn:JPMJMS2094']);
    expect(person.awards[0]?.title).toEqual({ ja: expect.any(String) as string, en: expect.any(String) as string });

    const { nodes, sources } = person.works;
    expect(states(sources)).toEqual({
      CINII_RESEARCH: 'OK',
      JAIRO_CLOUD: 'OK',
      GAKUNIN_RDM: 'UNAUTHORIZED',
      DIAS: 'OK',
      NIES_GED: 'OK',
      EOSC: 'OK',
    });
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const records = nodes.flatMap((work) => work.records.map(({ id }) => id));
    expect(new Set(records).size).toBe(records.length);
    expect(nodes.some((work) => new Set(work.records.map(({ platform }) => platform)).size === 3)).toBe(true);
    const held = fiction.works.filter(
      ({ creators, holdings }) => creators.includes('isobe') && holdings.cinii !== undefined,
    );
    const cinii = nodes.flatMap((work) => work.records).filter(({ platform }) => platform === 'CINII_RESEARCH');
    expect(cinii.map(({ id }) => id).sort()).toEqual(
      held.map(({ holdings }) => `cinii:${holdings.cinii?.crid ?? ''}`).sort(),
    );
  });

  it('can be walked in pages of any size', async () => {
    const { person } = dataOf<Page>(await world.ask(query(isobe.orcid ?? '', '(first: 100)')));
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = dataOf<Page>(
        await world.ask(query(isobe.orcid ?? '', `(first: 7${after === null ? '' : `, after: "${after}"`})`)),
      );
      walked.push(...page.person.works.nodes.map(({ id }) => id));
      after = page.person.works.pageInfo.hasNextPage ? page.person.works.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked.length).toBe(new Set(walked).size);
    expect([...walked].sort()).toEqual(person.works.nodes.map(({ id }) => id).sort());
  });

  it('is found by a number of NII’s researcher index as well, also by one that was assigned automatically', async () => {
    for (const nrid of isobe.nrids) {
      const { person } = dataOf<Page>(await world.ask(`{ person(nrid: "${nrid}") { id } }`));
      expect(person.id).toBe(`orcid:${isobe.orcid ?? ''}`);
    }
  });

  it('leaves out what stands at a platform that is away, and says so', async () => {
    await world.fault('cinii', '503');
    try {
      const away = await world.another();
      const { data, errors } = await away.ask(query(isobe.orcid ?? '', ''));
      const { person } = data as unknown as Page;
      expect(person.name.values.map(({ value }) => value)).toContain('磯辺 航');
      expect(person.affiliations[0]?.ror).toBe(shiosai.ror);
      expect(person.works.nodes.length).toBeGreaterThan(5);
      expect(states(person.works.sources)).toMatchObject({ CINII_RESEARCH: 'FAILED', EOSC: 'OK', JAIRO_CLOUD: 'OK' });
      // Who the grants are known from is away: not known is not none.
      expect(person.awards).toBeNull();
      expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code, extensions.platform])).toEqual([
        ['person.awards', 'UPSTREAM_UNAVAILABLE', 'CINII_RESEARCH'],
      ]);
    } finally {
      await world.fault('cinii', null);
    }
  });

  it('is null where nobody knows the identifier, and an error where one who may know is away', async () => {
    expect(await world.ask(`{ person(orcid: "${NOBODY}") { id } }`)).toEqual({ data: { person: null } });
    await world.fault('jairo', '503');
    try {
      const away = await world.another();
      const { data, errors } = await away.ask(`{ person(orcid: "${NOBODY}") { id } }`);
      expect(data).toEqual({ person: null });
      expect(errors?.[0]?.extensions).toMatchObject({ platform: 'JAIRO_CLOUD' });
    } finally {
      await world.fault('jairo', null);
    }
  });

  it.each([
    ['{ person { id } }', 'person'],
    [`{ person(orcid: "${NOBODY}", nrid: "1000000399271") { id } }`, 'both'],
    ['{ person(orcid: "0000-0002-1825-0098") { id } }', 'a wrong check digit'],
    ['{ person(nrid: "123") { id } }', 'no number of the index'],
    ['{ organization(ror: "04ksd4g48") { id } }', 'a wrong checksum'],
    ['{ award(number: "grant") { id } }', 'no number'],
    ['{ award(number: "20H01001") { works(filter: { awardNumber: "1" }) { totalCount } } }', 'another award'],
  ])('is refused with a reason: %s (%s)', async (malformed) => {
    const { errors } = await world.ask(malformed);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('shows the caller’s own projects at GakuNin RDM to the caller alone', async () => {
    const token = { 'x-gakunin-rdm-token': 'sandbox-token-isobe' };
    const me = dataOf<{ rdmMe: { orcid: string | null; name: string } }>(
      await world.ask('{ rdmMe { orcid name } }', {}, token),
    );
    const orcid = me.rdmMe.orcid ?? '';
    const asked = `{ person(orcid: "${orcid}") { id ${NAME} works(first: 100) { sources { platform state } nodes { records { platform } } } } }`;
    const held = async (headers: Record<string, string>): Promise<Works> =>
      dataOf<{ person: { works: Works } }>(await world.ask(asked, {}, headers)).person.works;
    const [own, ofOthers] = [await held(token), await held({})];
    const projects = ({ nodes }: Works): number =>
      nodes.flatMap(({ records }) => records).filter(({ platform }) => platform === 'GAKUNIN_RDM').length;
    expect([states(own.sources)['GAKUNIN_RDM'], states(ofOthers.sources)['GAKUNIN_RDM']]).toEqual([
      'OK',
      'UNAUTHORIZED',
    ]);
    expect(projects(own)).toBeGreaterThan(projects(ofOthers));
  });
});

describe('a university’s newest datasets by ROR id', () => {
  it('come newest first from who can search by it, and the others say why they are left out', async () => {
    const { organization } = dataOf<{ organization: { id: string; name: Name; country: string; works: Works } }>(
      await world.ask(
        `{ organization(ror: "${shiosai.ror.replace('https://ror.org/', '')}") { id ${NAME} country works(sort: NEWEST, filter: { types: [DATASET], accessRights: [OPEN] }, first: 50) ${WORKS} } }`,
      ),
    );
    expect(organization.name.values.map(({ value }) => value)).toEqual(['Shiosai University', '潮騒大学']);
    expect(organization.country).toBe('JP');
    const dates = organization.works.nodes.map(({ issued }) => issued ?? '');
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(organization.works.nodes.every(({ type }) => type === 'DATASET')).toBe(true);
    // The records of DIAS and GED are in the process and are checked one by one.
    const able = ['EOSC', 'DIAS', 'NIES_GED'];
    for (const { state, message } of organization.works.sources.filter(({ platform }) => !able.includes(platform))) {
      expect(state).toBe('SKIPPED');
      expect(message).toMatch(/ROR|date|search/);
    }
  });

  it('narrow by words', async () => {
    const count = async (words: string): Promise<number> =>
      dataOf<{ organization: { works: Works } }>(
        await world.ask(`{ organization(ror: "${shiosai.ror}") { works${words} { totalCount } } }`),
      ).organization.works.totalCount;
    expect(await count('(query: "marine")')).toBeGreaterThan(0);
    expect(await count('(query: "marine")')).toBeLessThan(await count(''));
  });

  it('are null for a ROR id that nobody knows', async () => {
    expect(await world.ask('{ organization(ror: "https://ror.org/02mhbdp94") { id } }')).toEqual({
      data: { organization: null },
    });
  });
});

describe('an award by its number', () => {
  const AWARD = `id number title { ja en } funder { ja en } program { ja en } period investigators { orcid ${NAME} }`;
  const grant = fiction.award('20H01001');

  it.each([
    'JP20H01001',
    '20h01001',
    'ＪＰ２０Ｈ０１００１',
    'JSPS KAKENHI Grant Number JP20H01001',
    'https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-20H01001/',
  ])('is a KAKENHI grant with its people and period: %s', async (number) => {
    const { award } = dataOf<{ award: unknown }>(
      await world.ask('query ($number: String!) { award(number: $number) { ' + AWARD + ' } }', { number }),
    );
    expect(award).toMatchObject({
      id: 'jgn:JP20H01001',
      number: 'JP20H01001',
      title: grant.title,
      funder: { ja: '日本学術振興会' },
      program: grant.stream,
      period: '2020-04-01/2024-03-31',
      investigators: grant.investigators.map(({ person }) => ({ orcid: fiction.person(person).orcid })),
    });
  });

  it('is a Moonshot grant or one of Horizon’s', async () => {
    const data = dataOf<Record<string, { period: string }>>(
      await world.ask(
        `{ moonshot: award(number: "JPMJMS2091") { ${AWARD} } horizon: award(number: "GA 101099001") { ${AWARD} works { nodes { id } } } }`,
      ),
    );
    expect(data).toMatchObject({
      moonshot: {
        id: 'jgn:JPMJMS2091',
        funder: { en: 'Japan Science and Technology Agency' },
        program: { ja: 'ムーンショット型研究開発事業' },
      },
      horizon: {
        id: 'ec:101099001',
        period: '2021-09-01/2026-08-31',
        works: { nodes: expect.arrayContaining([{ id: expect.any(String) as string }]) as unknown },
      },
    });
  });

  it('lists the outputs of a Moonshot project, how many of them data, with whoever can search by grant', async () => {
    const works = (filter: string): string => `works(first: 100${filter}) ${WORKS}`;
    const { award } = dataOf<{ award: { works: Works; data: Works } }>(
      await world.ask(
        `{ award(number: "JPMJMS2094") { ${works('')} data: ${works(', filter: { types: [DATASET] }')} } }`,
      ),
    );
    const held = fiction.works.filter(
      ({ awards, holdings }) => awards.includes('JPMJMS2094') && (holdings.cinii ?? holdings.eosc),
    );
    expect(award.works.nodes.filter(({ type }) => type !== 'PROJECT').length).toBeGreaterThanOrEqual(held.length);
    expect(award.data.nodes.length).toBeGreaterThan(0);
    const datasets = award.works.nodes.filter(({ type }) => type === 'DATASET').map(({ id }) => id);
    expect(award.data.nodes.map(({ id }) => id).sort()).toEqual(datasets.sort());
    expect(states(award.works.sources)).toEqual({
      CINII_RESEARCH: 'OK',
      JAIRO_CLOUD: 'SKIPPED',
      GAKUNIN_RDM: 'SKIPPED',
      DIAS: 'OK',
      NIES_GED: 'OK',
      EOSC: 'OK',
    });
  });

  it('keeps what the other platform knows when one is away, and is an error where nothing could be known', async () => {
    await world.fault('cinii', '503');
    try {
      const away = await world.another();
      const known = await away.ask(
        '{ award(number: "20H01001") { id title { text(lang: ["en"]) } period investigators { orcid } } }',
      );
      expect(known).toEqual({
        data: {
          award: {
            id: 'jgn:JP20H01001',
            title: { text: grant.title.en },
            period: '2020-04-01/2024-03-31',
            investigators: [],
          },
        },
      });
      const unknown = await away.ask('{ award(number: "20H99999") { id } }');
      expect(unknown.data).toEqual({ award: null });
      expect(unknown.errors?.[0]?.extensions).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        platform: 'CINII_RESEARCH',
      });
    } finally {
      await world.fault('cinii', null);
    }
  });

  it('is null where nobody knows the number', async () => {
    expect(await world.ask('{ award(number: "20H99999") { id } }')).toEqual({ data: { award: null } });
    expect(await world.ask('{ award(number: "EP/X000000/1") { id } }')).toEqual({ data: { award: null } });
  });
});

describe('persons, organisations and awards reached from works', () => {
  it('are whole from any platform’s record, and lead on to their works', async () => {
    const PERSON = 'person { id name { ja en } works(first: 2) { nodes { id } } }';
    const query = `{ search(query: "海洋プラスチック", first: 4) { nodes {
      creators { ${PERSON} affiliations { organization { id name { values { value } } } } }
      funding { award { id title { ja } works(first: 2) { nodes { id } } } }
      cinii { creators { ${PERSON} } projects { id title { ja } period works(first: 1) { nodes { id } } } }
      jairo { creators { ${PERSON} } funding { award { id number program { ja } } } }
      eosc { projects { id program { en ja values { value } } } organizations { organization { id country } } }
    } } }`;
    const { search } = dataOf<{ search: { nodes: readonly Record<string, unknown>[] } }>(await world.ask(query));
    const all = JSON.stringify(search);
    interface Person {
      readonly id: string;
      readonly name: Name;
      readonly works: Works;
    }
    const people = search.nodes.flatMap((node) =>
      (node['creators'] as readonly { person: Person | null }[]).flatMap(({ person }) => person ?? []),
    );
    expect(people.length).toBeGreaterThan(3);
    for (const { name, works } of people) {
      expect(name.ja).not.toBeNull();
      expect(works.nodes.length).toBeGreaterThan(0);
    }
    const ofCinii = search.nodes.flatMap((node) =>
      ((node['cinii'] as { creators: readonly { person: Person | null }[] } | null)?.creators ?? []).flatMap(
        ({ person }) => person ?? [],
      ),
    );
    for (const { id, name } of ofCinii) expect(name).toEqual(people.find((person) => person.id === id)?.name ?? name);
    expect(all).toMatch(/"country":"JP"/);
    expect(all).toMatch(/"period":"\d{4}-/);
    expect(all).toMatch(/jgn:JP/);
  });
});
