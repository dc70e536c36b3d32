import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../subgraphs/common/localized-text.js';
import type { PageWork } from '../../routes/works/read-work.js';
import { faultPage } from './fault-page.js';
import { WORK_HEADERS, workPage } from './page.js';
import type { WorkView } from './view.js';

/** What would become markup, an attribute, a script's end or a link that runs, if it were not escaped. */
const HOSTILE = `"'></title></script><img src=x onerror=alert(1)><!-- {{7*7}} \u2028 & javascript:alert(1)`;
const text = plainText(HOSTILE, 'en');
const identifier = { scheme: HOSTILE, value: HOSTILE, url: `javascript:${HOSTILE}` };
const creator = {
  name: text,
  orcid: '0000-0002-1825-0097',
  identifiers: [identifier],
  affiliations: [{ name: text, ror: HOSTILE }],
};

const WORK: PageWork = {
  id: 'doi:10.1234/a',
  type: 'DATASET',
  doi: '10.1234/a',
  url: 'https://doi.org/10.1234/a',
  identifiers: [identifier],
  creators: Array.from({ length: 20 }, () => creator),
  licenses: [{ name: HOSTILE, spdx: null, url: `javascript:${HOSTILE}` }],
  files: [
    { name: HOSTILE, url: `data:text/html,${HOSTILE}`, mediaType: HOSTILE, size: HOSTILE, bytes: null, accessRight: 'OPEN', availableFrom: HOSTILE },
    { name: 'a.csv', url: 'https://files.example/a.csv', mediaType: 'text/csv', size: null, bytes: 1_234_567, accessRight: 'UNKNOWN', availableFrom: null },
  ],
  title: { values: [{ value: HOSTILE, lang: 'en' }, { value: HOSTILE + HOSTILE, lang: HOSTILE }, { value: '海', lang: 'ja' }] },
  alternativeTitles: [text],
  description: text,
  contributors: [{ role: HOSTILE, creator }],
  publisher: text,
  container: { title: text, issn: [HOSTILE], volume: HOSTILE, issue: HOSTILE, firstPage: HOSTILE, lastPage: null },
  event: { name: text, place: text, period: HOSTILE },
  degree: { name: text, grantor: text, granted: HOSTILE, number: HOSTILE },
  version: HOSTILE,
  issued: HOSTILE,
  updated: HOSTILE,
  languages: [HOSTILE, 'ja'],
  subjects: [{ value: text, scheme: HOSTILE, url: `javascript:${HOSTILE}` }],
  accessRight: 'EMBARGOED',
  embargoUntil: HOSTILE,
  formats: [HOSTILE],
  size: HOSTILE,
  funding: [{ funder: text, funderIds: [identifier], awardNumber: HOSTILE, awardTitle: text }],
  places: [{ name: text, box: { west: -10, south: -20, east: 30, north: 40 }, point: null }],
  period: HOSTILE,
  related: [{ relation: HOSTILE, id: HOSTILE, identifier, title: text }],
  records: [{ id: HOSTILE, platform: 'DIAS', url: `javascript:${HOSTILE}`, retrieved: { at: '2026-12-01T10:11:12Z', cache: 'STALE' } }],
  provenance: [{ field: 'title', platform: 'DIAS', recordId: HOSTILE }, { field: 'version', platform: HOSTILE, recordId: '?' }],
  jsonLd: JSON.stringify({ name: HOSTILE }),
  citations: new Map([['apa', HOSTILE], ['sist02', '海.']]),
}; // prettier-ignore

const view = (language: 'ja' | 'en'): WorkView => ({
  work: WORK,
  language,
  base: 'https://k.example',
  page: 'https://k.example/works/doi:10.1234/a',
  downloads: [{ name: 'BibTeX', mediaType: 'application/x-bibtex', href: 'https://k.example/works/doi:10.1234/a?format=bibtex' }],
  pageOf: (id) => `https://k.example/works/${encodeURIComponent(id)}`,
  credit: (platform) => ({ name: platform, short: platform, attribution: HOSTILE, termsUrl: HOSTILE }),
}); // prettier-ignore

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a page, as a browser's parser would find them. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' };
      found.push(element);
      open.push(element);
    },
    ontext: (data) => {
      for (const element of open) element.text += data;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return found;
}

const ALLOWED = new Set(
  'html head meta title link script style body header div a b main ul li h1 h2 h3 p span section details summary dl dt dd small time table thead tbody tr th td aside blockquote br footer'.split(
    ' ',
  ),
);
const page = elements(workPage(view('en')));
const textOf = (name: string): string[] => page.filter((element) => element.name === name).map((item) => item.text);

describe('the page of a work whose sources are hostile', () => {
  it('has no element and no attribute but its own', () => {
    for (const { name, attributes } of page) {
      expect(ALLOWED).toContain(name);
      for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^src$|^style$/);
    }
  });

  it('leads to http addresses alone', () => {
    const targets = page.flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]));
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(target).toMatch(/^(?:https?:\/\/|#record-1$)/);
  });

  it('has one script, which is data and is whole', () => {
    const scripts = page.filter(({ name }) => name === 'script');
    expect(scripts.map(({ attributes }) => attributes['type'])).toEqual(['application/ld+json']);
    expect(JSON.parse(scripts[0]?.text ?? '')).toEqual({ name: HOSTILE });
  });

  it('shows what the sources say, as they say it', () => {
    expect(textOf('title')).toEqual([`${HOSTILE} | Kakehashi`]);
    expect(textOf('h1')[0]).toBe(HOSTILE);
    expect(textOf('blockquote')).toContain(HOSTILE);
  });
});

describe('the page of a work', () => {
  it('names its style to the policy by its hash, and allows nothing else', () => {
    const [style = ''] = textOf('style');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(WORK_HEADERS['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  });

  it('is in the language that is asked for, and leads to the other', () => {
    const japanese = elements(workPage(view('ja')));
    expect(japanese[0]?.attributes['lang']).toBe('ja');
    expect(japanese.find(({ name }) => name === 'h1')?.text).toBe('海');
    expect(japanese.map(({ attributes }) => attributes['href'])).toContain(
      'https://k.example/works/doi:10.1234/a?lang=en',
    );
    expect(japanese.find(({ name }) => name === 'blockquote')?.text).toBe('海.');
  });

  it('tells beside a value whose it is, and leads to that record', () => {
    const sources = page.filter(({ attributes }) => attributes['class'] === 'from');
    expect(sources.find(({ attributes }) => attributes['href'] === '#record-1')?.text).toBe('DIAS');
    expect(page.some(({ attributes }) => attributes['id'] === 'record-1')).toBe(true);
  });

  it('tells sizes in the unit in which they are small', () => {
    expect(textOf('td')).toContain('1.2 MB');
  });

  it('folds names beyond the first twelve', () => {
    expect(textOf('summary')).toContain('8 more');
  });
});

describe('the page of a fault', () => {
  it('tells what is wrong and when to try again, in the language that is asked for', () => {
    const html = faultPage({ status: 503, message: HOSTILE, retryAfter: '30', language: 'ja', base: '' });
    expect(html).toContain('30秒');
    expect(elements(html).every(({ name }) => ALLOWED.has(name))).toBe(true);
  });
});
