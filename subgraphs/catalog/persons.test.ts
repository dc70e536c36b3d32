import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import type { PersonKey, PersonRecord } from '../common/entity-records.js';
import { bestText, localizedText, plainText } from '../common/localized-text.js';
import type { Creator, LocalizedText, Platform } from '../common/record.js';
import { personOf } from '../common/value-resolvers.js';
import { personKeyOfId, rorOfId } from './entities.js';
import { affiliationsOf, awardsOf, findPerson, nameOfPerson, personOfId } from './persons.js';
import type { Catalog } from './search.js';
import { fakePlatform, fullRecord, type FakePlatform } from './testing/fake-platform.js';

const ORCID = '0000-0002-1825-0097';
const NRID = '1000090210137';
const both: LocalizedText = localizedText([
  { value: '磯辺 航', lang: 'ja' },
  { value: 'ISOBE Wataru', lang: 'en' },
]);

function personRecord(platform: Platform, given: Partial<PersonRecord> = {}): PersonRecord {
  return {
    platform,
    orcid: ORCID,
    nrid: null,
    eRadId: null,
    name: plainText('Wataru Isobe'),
    affiliations: [],
    awards: null,
    ...given,
  };
}

const creator: Creator = {
  name: plainText('磯辺, 航', 'ja'),
  familyName: null,
  givenName: null,
  orcid: ORCID,
  nrid: null,
  eRadId: null,
  identifiers: [],
  affiliations: [{ name: plainText('潮騒大学', 'ja'), ror: 'https://ror.org/04ksd4g47', identifiers: [] }],
};

/** A platform with (or without) a record of the person, and with works that name them. */
function platform(
  name: Platform,
  person: PersonRecord | null | UpstreamUnavailable | undefined,
  works: readonly Creator[] = [],
): FakePlatform {
  const prefix = name.toLowerCase();
  const full = works.map((own, index) =>
    fullRecord({ id: `${prefix}:${String(index)}`, platform: name, creators: [own] }),
  );
  const fake = fakePlatform({ platform: name, prefix, hits: full, full, support: () => 'records' });
  if (person === undefined) return fake;
  const ask = (key: PersonKey): Promise<PersonRecord | null> => {
    fake.asked.push(`person ${[key.orcid, key.nrid, key.eRadId].join(' ')}`);
    return person instanceof UpstreamUnavailable ? Promise.reject(person) : Promise.resolve(person);
  };
  return Object.assign(fake, { connector: { ...fake.connector, person: ask } });
}

const catalogOf = (...platforms: FakePlatform[]): Catalog => ({ platforms, secret: 's', searchTimeoutMs: 500 });
const away = (name: Platform): UpstreamUnavailable =>
  new UpstreamUnavailable({ platform: name, message: `${name} is away.` });

const reference = personOfId(`orcid:${ORCID}`) ?? { id: '', orcid: null, nrid: null, eRadId: null };

describe('a person', () => {
  it('is asked for once in a request, whatever is wanted of them', async () => {
    const cinii = platform('CINII_RESEARCH', personRecord('CINII_RESEARCH', { name: both, awards: [] }));
    const [catalog, scope] = [catalogOf(cinii), new RequestScope()];
    const person = await findPerson({ orcid: ORCID }, catalog, scope);
    await Promise.all([
      nameOfPerson(person ?? reference, catalog, scope),
      awardsOf(person ?? reference, catalog, scope),
    ]);
    expect(cinii.asked).toEqual([`person ${ORCID}  `]);
  });

  it('is the same whichever platform answers first, with the better name', async () => {
    const names = await Promise.all(
      [0, 1].map(async (turn) => {
        const platforms = [
          platform('EOSC', personRecord('EOSC')),
          platform('CINII_RESEARCH', personRecord('CINII_RESEARCH', { name: both, nrid: NRID })),
        ];
        const catalog = catalogOf(...(turn === 0 ? platforms : platforms.reverse()));
        const scope = new RequestScope();
        const person = await findPerson({ orcid: ORCID }, catalog, scope);
        return [person, await nameOfPerson(reference, catalog, scope)];
      }),
    );
    expect(names[0]).toEqual(names[1]);
    expect(names[0]).toEqual([{ id: `orcid:${ORCID}`, orcid: ORCID, nrid: NRID, eRadId: null }, both]);
  });

  it('goes by the ORCID iD that a record states of an NRID', async () => {
    const catalog = catalogOf(platform('CINII_RESEARCH', personRecord('CINII_RESEARCH', { nrid: NRID })));
    expect(
      (await findPerson({ nrid: `https://nrid.nii.ac.jp/ja/nrid/${NRID}/` }, catalog, new RequestScope()))?.id,
    ).toBe(`orcid:${ORCID}`);
  });

  it('is who works name where no platform has a record', async () => {
    const catalog = catalogOf(platform('EOSC', null), platform('JAIRO_CLOUD', undefined, [creator]));
    const scope = new RequestScope();
    expect(await findPerson({ orcid: ORCID }, catalog, scope)).toEqual(personOf(creator));
    expect(bestText(await nameOfPerson(reference, catalog, scope))).toBe('磯辺, 航');
    expect((await affiliationsOf(reference, false, catalog, scope)).map(({ ror }) => ror)).toEqual([
      'https://ror.org/04ksd4g47',
    ]);
    expect(await awardsOf(reference, catalog, scope)).toBeNull();
  });

  it('is nobody where none knows the identifier, and an error where one who may could not be asked', async () => {
    expect(await findPerson({ orcid: ORCID }, catalogOf(platform('EOSC', null)), new RequestScope())).toBeNull();
    const failing = catalogOf(platform('EOSC', null), platform('CINII_RESEARCH', away('CINII_RESEARCH')));
    await expect(findPerson({ orcid: ORCID }, failing, new RequestScope())).rejects.toThrow('CINII_RESEARCH is away.');
    const works = platform('JAIRO_CLOUD', undefined, [creator]);
    works.before = () => {
      throw away('JAIRO_CLOUD');
    };
    await expect(
      findPerson({ orcid: ORCID }, catalogOf(platform('EOSC', null), works), new RequestScope()),
    ).rejects.toThrow(/JAIRO_CLOUD/);
  });

  it('keeps what is known where a platform is away', async () => {
    const catalog = catalogOf(
      platform('EOSC', personRecord('EOSC')),
      platform('CINII_RESEARCH', away('CINII_RESEARCH')),
    );
    const scope = new RequestScope();
    expect(await findPerson({ orcid: ORCID }, catalog, scope)).toMatchObject({ id: `orcid:${ORCID}` });
    expect(bestText(await nameOfPerson(reference, catalog, scope))).toBe('Wataru Isobe');
    await expect(awardsOf(reference, catalog, scope)).rejects.toThrow('CINII_RESEARCH is away.');
  });

  it('stands in the better form that works have of their places, only if ids are wanted', async () => {
    const own = [{ name: plainText('潮騒大学', 'ja'), ror: null, identifiers: [] }];
    const cinii = platform('CINII_RESEARCH', personRecord('CINII_RESEARCH', { affiliations: own }), [creator]);
    const scope = new RequestScope();
    expect(await affiliationsOf(reference, false, catalogOf(cinii), scope)).toEqual(own);
    expect(cinii.asked).toEqual([`person ${ORCID}  `]);
    expect(await affiliationsOf(reference, true, catalogOf(cinii), scope)).toEqual(creator.affiliations);
    cinii.before = () => {
      throw away('CINII_RESEARCH');
    };
    expect(await affiliationsOf(reference, true, catalogOf(cinii), new RequestScope())).toEqual(own);
  });
});

describe('ids', () => {
  it('say one identifier in its canonical form, or none', () => {
    expect(personKeyOfId(`orcid:${ORCID}`)?.orcid).toBe(ORCID);
    expect(personKeyOfId(`nrid:${NRID}`)?.nrid).toBe(NRID);
    expect(personKeyOfId('erad:90210137')?.eRadId).toBe('90210137');
    for (const id of [
      'orcid:0000-0002-1825-0098',
      `orcid:https://orcid.org/${ORCID}`,
      'nrid:1',
      'erad:x',
      'isni:1',
      '',
    ])
      expect(personKeyOfId(id)).toBeNull();
    expect(rorOfId('ror:04ksd4g47')).toBe('https://ror.org/04ksd4g47');
    expect([rorOfId('ror:04ksd4g48'), rorOfId('04ksd4g47')]).toEqual([null, null]);
  });
});
