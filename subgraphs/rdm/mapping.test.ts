import { describe, expect, it } from 'vitest';
import { bestText } from '../common/localized-text.js';
import { mapFile, mapNode, mapPeople } from './mapping.js';
import { mapAccount } from './mapping-people.js';
import { decodeContributors, decodeFolder, decodeMe, decodeNode } from './responses.js';
import { contributor, list, node, response, RETRIEVED } from './testing.js';

function mapped(attributes: object = {}, contributors: object | null = list([contributor('青海 波子')])) {
  const read = decodeNode(response({ data: node('abcde', attributes, contributors) }));
  if (read === null) throw new Error('not read');
  return mapNode(read, RETRIEVED);
}

function people(...documents: object[]) {
  return mapPeople(decodeContributors(response(list(documents))).items);
}

describe('a project as a record', () => {
  it('is a restricted project unless it is public, and says nothing where the document says nothing', () => {
    expect(mapped().accessRight).toBe('RESTRICTED');
    expect(mapped({ public: true }).accessRight).toBe('OPEN');
    expect(mapped({ public: null }).accessRight).toBe('UNKNOWN');
  });

  it.each([
    ['project', 'PROJECT'],
    ['', 'PROJECT'],
    ['data', 'DATASET'],
    ['software', 'SOFTWARE'],
    ['methods and measures', 'OTHER'],
  ])('of the category "%s" is a %s', (category, type) => {
    expect(mapped({ category }).type).toBe(type);
  });

  it('has its dates in UTC, printed with Z or without, and no date of issue', () => {
    const record = mapped({ date_created: '2024-04-01T02:03:04.000005', date_modified: '2026-05-06T07:08:09.100000Z' });
    expect([record.created, record.modified, record.updated, record.issued]).toEqual([
      '2024-04-01T02:03:04Z',
      '2026-05-06T07:08:09Z',
      '2026-05-06T07:08:09Z',
      null,
    ]);
  });

  it('has texts without markup, tags as subjects, its id and its page', () => {
    const record = mapped({ title: 'A &amp; B', description: '<p>海の観測</p>', tags: ['藻場', ' '] });
    expect([record.title && bestText(record.title), record.text, record.tags]).toEqual(['A & B', '海の観測', ['藻場']]);
    expect(record.description?.values).toEqual([{ value: '海の観測', lang: 'ja' }]);
    expect([record.id, record.url, record.identifiers?.[0]?.value]).toEqual([
      'rdm:abcde',
      'https://rdm.example/abcde/',
      'abcde',
    ]);
    expect(mapped({ description: '' }).description).toBeNull();
  });

  it('does not take ten contributors for all, nor a failed embed for none', () => {
    const ten = Array.from({ length: 10 }, (_, index) => contributor(`N ${String(index)}`, index));
    expect(mapped({}, list(ten)).members).toHaveLength(10);
    expect(mapped({}, list(ten, 11, 'https://api.rdm.example/next')).members).toBeUndefined();
    expect(mapped({}, { errors: [{ detail: 'Not found.' }] }).creators).toBeUndefined();
    expect(mapped({}, null).creators).toBeUndefined();
  });

  it('does not say what stands in documents of their own', () => {
    expect(mapped()).not.toHaveProperty('funding');
    expect(mapped()).not.toHaveProperty('files');
  });
});

describe('the people of a project', () => {
  it('are in its own order; those whom it cites are the creators', () => {
    const { members, creators, contributors } = people(
      contributor('Second', 1, { attributes: { bibliographic: false } }),
      contributor('First', 0),
    );
    expect(members.map(({ name }) => bestText(name))).toEqual(['First', 'Second']);
    expect(creators.map(({ name }) => bestText(name))).toEqual(['First']);
    expect(contributors.map(({ role, creator }) => [role, bestText(creator.name)])).toEqual([
      ['ProjectMember', 'Second'],
    ]);
  });

  it('are identified by the ORCID of their profile, text or list; a wrong one stays an identifier', () => {
    const withOrcid = (orcid: unknown) => people(contributor('A', 0, { user: { social: { orcid } } })).members[0];
    expect(withOrcid('0000-0002-1825-0097')?.orcid).toBe('0000-0002-1825-0097');
    expect(withOrcid(['0000-0002-1825-0097'])?.orcid).toBe('0000-0002-1825-0097');
    expect(withOrcid('0000-0002-1825-0098')?.orcid).toBeNull();
    expect(withOrcid('0000-0002-1825-0098')?.identifiers.map(({ scheme }) => scheme)).toEqual(['ORCID', 'RDM_GUID']);
  });

  it('work where their profile says that they work now; "none" is no institution', () => {
    const job = (institution: string, institution_ja: string, more: object = {}) => ({
      institution, institution_ja, ongoing: true, endYear: null, ...more,
    }); // prettier-ignore
    const employment = [
      job('Shiosai University', '潮騒大学'),
      job('none', 'none'),
      job('Old', '旧', { ongoing: false, endYear: 2010 }),
    ];
    const [person] = people(contributor('A', 0, { user: { employment } })).members;
    expect(person?.affiliations.map(({ name }) => name.values)).toEqual([
      [
        { value: '潮騒大学', lang: 'ja' },
        { value: 'Shiosai University', lang: 'en' },
      ],
    ]);
  });

  it('are named where they have no account, or one that is disabled; nobody is made up of a blank', () => {
    const gone = {
      id: 'abcde-x',
      type: 'contributors',
      attributes: { index: 1, bibliographic: true, unregistered_contributor: null },
      embeds: { users: { errors: [{ detail: 'gone', meta: { full_name: '辞目田 去' } }] } },
    };
    const invited = contributor('', 0, { attributes: { unregistered_contributor: '招待 花子' } });
    expect(people(invited, gone, contributor('', 2)).members.map(({ name }) => bestText(name))).toEqual([
      '招待 花子',
      '辞目田 去',
    ]);
  });

  it('know their own account', () => {
    const account = decodeMe(
      response({ data: { id: 'uv76d', type: 'users', attributes: { full_name: '海野 澪', social: {} } } }),
    );
    expect(account && mapAccount(account)).toMatchObject({ id: 'uv76d', name: '海野 澪', orcid: null });
  });
});

describe('a file', () => {
  it('has one name for people and one for the storage, whoever lists it', () => {
    const v2 = {
      id: '0123',
      type: 'files',
      attributes: {
        kind: 'folder', name: '生データ', path: '/0123/', materialized_path: '/生データ/', size: null,
        date_modified: '2024-01-02T03:04:05.123456Z', extra: { hashes: { md5: null, sha256: null } },
      },
      links: { info: 'x', html: 'javascript:alert(1)' },
    }; // prettier-ignore
    const wb = {
      id: 's3/a/b.csv',
      type: 'files',
      attributes: {
        kind: 'file', name: 'b.csv', path: '/a/b.csv', materialized: '/a/b.csv', size: '1337', sizeInt: 1337,
        modified_utc: '1991-09-25T19:20:30.45+01:00', extra: { hashes: { sha256: 'f00d' } },
      },
      links: { download: 'https://files.rdm.example/v1/resources/abcde/providers/s3/a/b.csv' },
    }; // prettier-ignore
    const [folder, file] = (decodeFolder(response(list([v2, wb])))?.items ?? []).map((item) => mapFile(item, '/'));
    expect(folder).toMatchObject({ path: '/生データ/', storagePath: '/0123/', folder: true, bytes: null, url: null });
    expect(file).toMatchObject({
      path: '/a/b.csv',
      bytes: 1337,
      sha256: 'f00d',
      modified: '1991-09-25T18:20:30Z',
      url: 'https://files.rdm.example/v1/resources/abcde/providers/s3/a/b.csv',
    });
  });
});
