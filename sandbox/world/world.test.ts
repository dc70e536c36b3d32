import { describe, expect, it } from 'vitest';
import { isEdtf } from '../../subgraphs/common/edtf.js';
import { parseDoi, parseIssn, parseOrcid, parseRor } from '../../subgraphs/common/identifiers.js';
import { world } from './index.js';
import type { WorldWork } from './types.js';

const count = (test: (work: WorldWork) => boolean): number => world.works.filter(test).length;
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const aboutPlastics = (work: WorldWork): boolean => work.keywords.some(({ ja }) => ja === '海洋プラスチック');

describe('the sandbox world', () => {
  it('has identifiers with right check digits only', () => {
    for (const { orcid } of world.people) if (orcid !== null) expect(parseOrcid(orcid)).toBe(orcid);
    for (const { ror } of [...world.organizations, ...world.funders]) expect(parseRor(ror)).toBe(ror);
    for (const { issn, eissn } of world.journals) {
      expect(parseIssn(issn)).toBe(issn);
      if (eissn !== null) expect(parseIssn(eissn)).toBe(eissn);
    }
    for (const { doi } of world.works) if (doi !== null) expect(parseDoi(doi)).toBe(doi);
    for (const { holdings } of world.works) if (holdings.cinii) expect(holdings.cinii.crid).toMatch(/^\d{19}$/);
    for (const { nrids } of world.people) for (const nrid of nrids) expect(nrid).toMatch(/^\d{13}$/);
  });

  it('uses every key and every identifier once', () => {
    expect(unique(world.works.map(({ key }) => key))).toBe(true);
    expect(unique(world.works.flatMap(({ doi }) => doi ?? []))).toBe(true);
    expect(unique(world.people.flatMap(({ orcid }) => orcid ?? []))).toBe(true);
    expect(unique(world.people.flatMap(({ nrids }) => nrids))).toBe(true);
    expect(unique(world.organizations.map(({ ror }) => ror))).toBe(true);
    const crids = [
      ...world.works.flatMap(({ holdings }) => holdings.cinii?.crid ?? []),
      ...world.awards.flatMap(({ crid }) => crid ?? []),
      ...world.people.map(({ crid }) => crid),
    ];
    expect(unique(crids)).toBe(true);
    const items = world.works.flatMap(({ holdings }) =>
      holdings.jairo ? [`${holdings.jairo.repository}/${holdings.jairo.recid}`] : [],
    );
    expect(unique(items)).toBe(true);
    expect(unique(world.works.flatMap(({ holdings }) => holdings.jairo?.irdb ?? []))).toBe(true);
    expect(unique(world.works.flatMap(({ holdings }) => holdings.eosc?.id ?? []))).toBe(true);
  });

  it('holds what it promises: enough on each platform, and works that several hold', () => {
    expect(world.people.length).toBeGreaterThanOrEqual(40);
    expect(world.organizations.length).toBeGreaterThanOrEqual(16);
    expect(world.awards.length).toBeGreaterThanOrEqual(25);
    expect(count(({ holdings }) => holdings.cinii !== undefined)).toBeGreaterThanOrEqual(300);
    expect(count(({ holdings }) => holdings.jairo !== undefined)).toBeGreaterThanOrEqual(300);
    expect(
      count(({ holdings }) => holdings.cinii !== undefined && holdings.jairo !== undefined),
    ).toBeGreaterThanOrEqual(115);
    expect(count(({ holdings }) => holdings.eosc !== undefined)).toBeGreaterThanOrEqual(250);
    expect(count(({ holdings }) => Object.keys(holdings).length === 0)).toBe(0);
    expect(count(aboutPlastics)).toBeGreaterThanOrEqual(25);
    expect(
      count((work) => aboutPlastics(work) && work.holdings.cinii !== undefined && work.holdings.jairo !== undefined),
    ).toBeGreaterThanOrEqual(5);
    expect(new Set(world.works.map(({ kind }) => kind)).size).toBe(8);
    expect(new Set(world.works.map(({ access }) => access)).size).toBe(4);
  });

  it('has embargoes that end within this fiscal year, and one that has run out', () => {
    const ends = world.works.flatMap(({ embargoUntil }) => embargoUntil ?? []);
    expect(ends.some((day) => day > world.today && day <= '2027-03-31')).toBe(true);
    expect(ends.some((day) => day < world.today)).toBe(true);
    expect(count(({ access, embargoUntil }) => (access === 'embargoed') !== (embargoUntil !== null))).toBe(0);
  });

  it('dates nothing after its own day', () => {
    for (const { issued, deposited } of world.works) {
      expect(isEdtf(issued)).toBe(true);
      expect(issued <= world.today).toBe(true);
      expect(deposited <= world.today).toBe(true);
    }
  });

  it('fills one repository with exactly one full page of public records', () => {
    const umi = world.works.flatMap(({ holdings }) => (holdings.jairo?.repository === 'umi' ? [holdings.jairo] : []));
    expect(umi).toHaveLength(100);
    expect(umi.every(({ state }) => state === 'public')).toBe(true);
  });

  it('names only people, awards, journals, repositories and works that exist, and every relation has its inverse', () => {
    const inverse: Readonly<Record<string, string>> = {
      references: 'isReferencedBy', isReferencedBy: 'references', cites: 'isCitedBy', isCitedBy: 'cites', hasPart: 'isPartOf', isPartOf: 'hasPart',
      isNewVersionOf: 'isPreviousVersionOf', isPreviousVersionOf: 'isNewVersionOf',
    }; // prettier-ignore
    for (const work of world.works) {
      work.creators.forEach((key) => world.person(key));
      work.awards.forEach((key) => world.award(key));
      if (work.journal !== null) world.journal(work.journal);
      if (work.holdings.jairo) world.repository(work.holdings.jairo.repository);
      for (const { relation, work: other } of work.relations) {
        expect(world.work(other).relations).toContainEqual({ relation: inverse[relation], work: work.key });
      }
    }
    for (const award of world.awards) award.investigators.forEach(({ person }) => world.person(person));
    expect(() => world.work('no-such-work')).toThrow('no work named no-such-work');
  });

  it('shows one work differently on two platforms', () => {
    const both = world.works.filter(({ holdings }) => holdings.cinii !== undefined && holdings.jairo !== undefined);
    expect(both.some(({ holdings }) => holdings.cinii?.issued !== holdings.jairo?.issued)).toBe(true);
    expect(both.some(({ holdings }) => holdings.cinii?.titles !== holdings.jairo?.titles)).toBe(true);
    expect(
      both.some(({ holdings }) => holdings.cinii?.withoutOrcid.join() !== holdings.jairo?.withoutOrcid.join()),
    ).toBe(true);
  });
});
