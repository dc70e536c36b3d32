import { describe, expect, it } from 'vitest';
import { citationKey, writeBibtex } from './bibtex.js';
import { cslItem } from './csl-json.js';
import { FORMATS, written } from './registry.js';
import { writeRis } from './ris.js';
import { citationJs } from './testing/readers.js';
import { ARTICLE, creator, sampleWorks, sharedPresent, whySkipped } from './testing/works.js';
import { dateParts, ownLanguage, said, type FormatWork } from './work.js';
import { NO_FIELDS } from '../subgraphs/common/no-fields.js';

const flat = (text: string | null): string | null => text?.replace(/\s+/g, ' ').trim() ?? null;

/** What is lost or changed on the way out and back by another reader's hand. */
function lostInBibtex(work: FormatWork): string[] {
  const text = writeBibtex(work);
  const items = citationJs(text);
  const [item] = items;
  if (items.length !== 1 || item === undefined) return [`${String(items.length)} entries`];
  const faults: string[] = [];
  const title = flat(said(work.title, ownLanguage(work)));
  if (title !== null && item['title'] !== title) faults.push(`title ${JSON.stringify(item['title'])} for ${title}`);
  if ((item['author'] as unknown[] | undefined)?.length !== (cslItem(work)['author'] as unknown[] | undefined)?.length)
    faults.push('authors');
  if (work.doi !== null && !/[\\{}]/.test(work.doi) && item['DOI'] !== work.doi)
    faults.push(`DOI ${String(item['DOI'])}`);
  const year = dateParts(work.issued)?.year;
  const issued = item['issued'] as { 'date-parts': number[][] } | undefined;
  if (year !== undefined && issued?.['date-parts'][0]?.[0] !== Number(year))
    faults.push(`year ${JSON.stringify(issued)}`);
  return faults;
}

function lostInRis(work: FormatWork): string[] {
  const items = citationJs(writeRis(work));
  const [item] = items;
  if (items.length !== 1 || item === undefined) return [`${String(items.length)} records`];
  const faults: string[] = [];
  const title = flat(said(work.title, ownLanguage(work)));
  if (title !== null && item['title'] !== title) faults.push(`title ${JSON.stringify(item['title'])} for ${title}`);
  if ((item['author'] as unknown[] | undefined)?.length !== (cslItem(work)['author'] as unknown[] | undefined)?.length)
    faults.push('authors');
  if (work.doi !== null && item['DOI'] !== work.doi) faults.push(`DOI ${String(item['DOI'])}`);
  return faults;
}

describe('BibTeX', () => {
  it('leaves Japanese as it is and escapes what means something to TeX', () => {
    const text = writeBibtex(ARTICLE);
    expect(text).toContain('author = {山田, 太郎 and {Ministry of the Environment, Japan}}');
    expect(text).toContain('50\\% \\& 100\\_000 {\\textbraceleft}m{\\textasciicircum}2{\\textbraceright}');
    expect(text).toContain('doi = {10.1234/a_b(1)}');
    expect(text).toContain('month = mar');
    expect(text).toContain('pages = {45--67}');
  });

  it('is read back by another reader as it was', () => {
    expect(lostInBibtex(ARTICLE)).toEqual([]);
  });

  it('has keys that stay the same, are legal, and are never shared', () => {
    const ids = ['doi:10.1234/a_b', 'doi:10.1234/a-b', 'doi:10.1234/a(b', 'doi:10.1234/海'];
    const keys = ids.map((id) => citationKey({ ...ARTICLE, id }));
    expect(new Set(keys).size).toBe(ids.length);
    expect(keys[1]).toBe('doi:10.1234/a-b');
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9.:/+-]+$/);
  });

  it('makes no field of what no source tells', () => {
    expect(writeBibtex({ ...NO_FIELDS, id: 'cinii:1' })).toBe('@misc{cinii:1,\n}\n');
  });
});

describe('RIS', () => {
  it('has a tag a line, keywords and authors one each', () => {
    const lines = writeRis({ ...ARTICLE, creators: [...ARTICLE.creators, creator('佐藤, 逸美')] }).split('\r\n');
    expect(lines[0]).toBe('TY  - JOUR');
    expect(lines).toContain('AU  - 山田, 太郎');
    expect(lines).toContain('AU  - 佐藤, 逸美');
    expect(lines).toContain('AU  - Ministry of the Environment, Japan');
    expect(lines).toContain('DA  - 2021/03//');
    expect(lines).toContain('AB  - 一行目。 二行目。');
    expect(lines.slice(-3)).toEqual(['ER  - ', '', '']);
  });

  it('is read back by another reader as it was', () => {
    expect(lostInRis(ARTICLE)).toEqual([]);
  });
});

describe('CSL-JSON', () => {
  it('has names in parts where the source separates them, else as they are', () => {
    expect(cslItem(ARTICLE)['author']).toEqual([
      { family: '山田', given: '太郎' },
      { literal: 'Ministry of the Environment, Japan' },
    ]);
    expect(cslItem(ARTICLE)['issued']).toEqual({ 'date-parts': [[2021, 3]] });
  });
});

describe('several works in one document', () => {
  const of = (name: string): string => {
    const format = FORMATS.find((item) => item.name === name);
    if (format === undefined) throw new Error(`no format ${name}`);
    return [...written([ARTICLE, { ...ARTICLE, id: 'cinii:2' }], format)].join('');
  };

  it.each(['bibtex', 'ris'])('are entries after one another in %s', (name) => {
    expect(citationJs(of(name))).toHaveLength(2);
  });

  it.each(['csl-json', 'schema-org', 'dcat-ap'])('are an array in %s', (name) => {
    expect(JSON.parse(of(name))).toHaveLength(2);
  });
});

describe.skipIf(!sharedPresent)(`works of every sample${whySkipped}`, () => {
  const works = sampleWorks();
  it('come back from BibTeX', () => {
    expect(works.length).toBeGreaterThan(100);
    expect(works.flatMap((work) => lostInBibtex(work).map((fault) => `${work.id}: ${fault}`))).toEqual([]);
  }, 120_000);

  it('come back from RIS', () => {
    expect(works.flatMap((work) => lostInRis(work).map((fault) => `${work.id}: ${fault}`))).toEqual([]);
  }, 120_000);
});
