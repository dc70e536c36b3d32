import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHARED, sharedPresent, whySkipped } from '../formats/testing/works.js';
import { childElement, descendants, parseXml, type XmlElement } from '../subgraphs/common/xml.js';
import type { ProfileName } from './check.js';
import { DATACITE_RULES } from './datacite.js';
import { JPCOAR_RULES } from './jpcoar.js';
import { OPENAIRE_CRIS_RULES } from './openaire-cris.js';
import { OPENAIRE_LITERATURE_RULES } from './openaire-literature.js';
import { profileOf, PROFILES } from './profiles.js';
import { withoutValues } from './testing/without.js';
import { findXml, type XmlRule } from './xml-rules.js';

type Sample = readonly [name: string, root: XmlElement];

function samplesIn(folder: string): Sample[] {
  if (!sharedPresent) return [];
  return readdirSync(`${SHARED}/${folder}`)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => [name, parseXml(readFileSync(`${SHARED}/${folder}/${name}`, 'utf8'))]);
}

/** The records in the examples of OAI-PMH answers; what is no list of records has none. */
const cerif = samplesIn('eosc/samples/openaire-guidelines/cris-1.2').flatMap(([name, root]) =>
  descendants(root, 'metadata').map((metadata, index): Sample => [`${name} ${String(index + 1)}`, metadata]),
);

/** Each profile that the fact sheets have official examples of. */
const OFFICIAL: readonly [
  profile: ProfileName,
  rules: readonly XmlRule[],
  samples: readonly Sample[],
  count: number,
][] = [
  ['DATACITE_4_6', DATACITE_RULES, samplesIn('eosc/samples/datacite-4.6'), 4],
  ['OPENAIRE_LITERATURE_4', OPENAIRE_LITERATURE_RULES, samplesIn('eosc/samples/openaire-guidelines/literature-4.0'), 2],
  ['OPENAIRE_CRIS_1_2', OPENAIRE_CRIS_RULES, cerif, 49],
  ['JPCOAR_2', JPCOAR_RULES, samplesIn('jairo-cloud/samples/jpcoar/2.0'), 9],
];

/** Checks that fail in a document. */
function failures(profile: ProfileName, root: XmlElement): string[] {
  const checks = profileOf(profile).check({ kind: 'xml', root }, null) ?? [];
  return checks.filter(({ status }) => status === 'FAIL').map(({ id }) => id);
}

/** The record's own element, where it stands in OAI-PMH's. */
function recordOf(root: XmlElement): XmlElement {
  const [name] = root.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
  return root.name === 'metadata' && name !== undefined ? (childElement(root, name) ?? root) : root;
}

describe.skipIf(!sharedPresent).each(OFFICIAL)(
  `the official examples of %s${whySkipped}`,
  (profile, rules, samples, count) => {
    it('are all there', () => {
      expect(samples).toHaveLength(count);
    });

    it.each(samples)('%s passes, and is known to be of this profile', (_, root) => {
      expect(failures(profile, root)).toEqual([]);
      expect(PROFILES.filter(({ isOwn }) => isOwn({ kind: 'xml', root })).map(({ name }) => name)).toEqual([profile]);
    });

    it.each(samples)('%s without one mandatory value fails exactly the check of that value', (_, root) => {
      const record = recordOf(root);
      const mandatory = rules.filter(
        (rule) =>
          (rule.need === 'mandatory' || rule.need === 'conditional') &&
          ['good', 'weak'].includes(findXml(record, rule).saw),
      );
      expect(mandatory.length).toBeGreaterThan(0);
      for (const rule of mandatory) expect(failures(profile, withoutValues(record, rule)), rule.id).toEqual([rule.id]);
    });
  },
);
