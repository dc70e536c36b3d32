import { describe, expect, it } from 'vitest';
import { europeanWorks } from './european.js';
import { world, type WorldWork } from './index.js';

const held = world.works.filter(({ holdings }) => holdings.dias !== undefined);
const withDoi = held.filter(({ doi }) => doi !== null);
const count = (test: (work: WorldWork) => boolean, works: readonly WorldWork[] = held): number =>
  works.filter(test).length;

describe("the world's data sets at DIAS", () => {
  it('are more than forty, with ids of their own, of which two differ in case alone', () => {
    const ids = held.flatMap(({ holdings }) => holdings.dias?.id ?? []);
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length - 1);
    expect(ids.every((id) => /^[A-Za-z0-9_]+$/.test(id))).toBe(true);
  });

  it('have DOIs that CiNii Research alone, OpenAIRE alone, both or neither know', () => {
    const known = ({ holdings }: WorldWork): string =>
      `${String(holdings.cinii !== undefined)}/${String(holdings.eosc !== undefined)}`;
    for (const who of ['true/true', 'true/false', 'false/true', 'false/false'])
      expect(
        count((work) => known(work) === who, withDoi),
        who,
      ).toBeGreaterThanOrEqual(3);
    expect(count(({ holdings }) => holdings.jairo !== undefined, withDoi)).toBeGreaterThanOrEqual(3);
    expect(count(({ doi }) => doi === null)).toBeGreaterThanOrEqual(10);
  });

  it('are registered at every kind of agency', () => {
    for (const agency of ['DataCite', 'Crossref', 'unpublished'])
      expect(
        count(({ registration }) => registration === agency, withDoi),
        agency,
      ).toBeGreaterThanOrEqual(1);
    expect(count(({ doi }) => doi?.startsWith('10.20783/dias.9') === true)).toBeGreaterThanOrEqual(18);
    expect(count(({ doi }) => /^10\.20783\/dias\.\d{1,4}$/.test(doi ?? ''))).toBe(0);
  });

  it('are reachable by one channel or several, each of which has some of its own', () => {
    for (const channel of ['pages', 'geodab', 'csw'] as const)
      expect(
        count(({ holdings }) => holdings.dias?.channels.join() === channel),
        channel,
      ).toBeGreaterThanOrEqual(2);
    expect(count(({ holdings }) => holdings.dias?.channels.length === 3)).toBeGreaterThanOrEqual(3);
  });

  it('answer what people ask: the Arctic, the Moonshot programme, European relatives', () => {
    expect(count(({ keywords }) => keywords.some(({ en }) => en === 'Arctic'))).toBeGreaterThanOrEqual(7);
    expect(count(({ awards }) => awards.some((award) => world.award(award).moonshot))).toBeGreaterThanOrEqual(5);
    const relatives = europeanWorks.flatMap(({ relations }) => relations.map(({ work }) => work));
    expect(relatives.filter((key) => key.startsWith('dias-')).length).toBeGreaterThanOrEqual(5);
  });

  it('refer to works that are there', () => {
    for (const { holdings } of held) holdings.dias?.details.references.forEach((key) => world.work(key));
  });
});
