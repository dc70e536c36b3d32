import { describe, expect, it } from 'vitest';
import { plainText } from '../common/localized-text.js';
import { readLandingPage } from './landing/page.js';
import { EN_ROWS, landingPage, PAGE, withRows } from './landing/testing.js';
import { completed } from './completion.js';
import { mapPages } from './mapping.js';

const dataset = (changes: Record<string, string | null> = {}) =>
  mapPages(
    '20990401.001',
    { ja: null, en: readLandingPage(landingPage('en', withRows(EN_ROWS, changes)), PAGE) },
    { ja: null, en: PAGE.url },
  );

describe('metadata of the DOI', () => {
  it('fill in what the page lacks, and overwrite nothing of it', () => {
    const subjects = [{ value: plainText('methane', 'en'), scheme: null, url: null }];
    const filled = completed(dataset({ 'Latitude / Longitude': null }), {
      source: 'JALC',
      fields: {
        title: plainText('Another title', 'en'),
        version: '9',
        subjects,
        places: [{ name: null, box: null, point: { lat: 1, lon: 2 } }],
        licenses: [{ name: 'CC BY 4.0', spdx: 'CC-BY-4.0', url: null }],
        accessRight: 'OPEN',
      },
    });
    expect(filled).toMatchObject({
      title: { values: [{ value: 'Atmospheric methane at Cape Kakuu' }] },
      version: '1.2',
      subjects,
      accessRight: 'OPEN',
      license: { spdx: 'CC-BY-4.0' },
      box: { west: 2, south: 1, east: 2, north: 1 },
      metadataFrom: 'JALC',
    });
  });

  it('that add nothing are not named as a source', () => {
    const filled = completed(dataset(), {
      source: 'CSL',
      fields: { title: plainText('x'), version: '2', creators: [] },
    });
    expect(filled.metadataFrom).toBeNull();
  });
});
