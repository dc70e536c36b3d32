import { describe, expect, it } from 'vitest';
import { FORMATS } from '../formats/registry.js';
import { exportLines, type Asked } from './export.js';
import { AskFailure, type GraphQLPort } from './graphql-port.js';
import { exchange } from './lines.js';
import type { ExportState } from './receipt.js';

const WORKS = Array.from({ length: 250 }, (_, index) => ({
  id: `eosc:${String(index)}`,
  records: [{ id: `eosc:${String(index)}`, platform: 'EOSC' }],
  export: `<?xml version="1.0" encoding="UTF-8"?>\n<resource>${String(index)}</resource>\n`,
}));
const SOURCE = { platform: 'EOSC', state: 'OK', totalKind: 'EXACT', message: null, attribution: null };

/** The API over one platform; ids that end in x are none. */
const PORT: GraphQLPort = {
  ask(query, variables) {
    if (query.startsWith('query Terms')) return Promise.resolve({ platforms: [] });
    if (query.startsWith('query Works')) {
      const ids = variables['ids'] as readonly string[];
      if (ids.some((id) => id.endsWith('x'))) return Promise.reject(new AskFailure('It is no id.', 'BAD_USER_INPUT'));
      return Promise.resolve({ works: ids.map((id) => WORKS.find((work) => work.id === id) ?? null) });
    }
    const start = Number(variables['after'] ?? 0);
    const nodes = WORKS.slice(start, start + 100);
    const passed = start + nodes.length;
    const pageInfo = { hasNextPage: passed < WORKS.length, endCursor: String(passed) };
    return Promise.resolve({ search: { nodes, pageInfo, sources: [{ ...SOURCE, total: WORKS.length, passed }] } });
  },
};
const SEARCH: Asked = { question: { query: 'sea', filter: {}, sort: 'RELEVANCE' }, limit: null };
const IDS: Asked = { ids: [...WORKS.slice(0, 120).map(({ id }) => id), 'eosc:none', 'no id x'] };

function formatOf(name: string) {
  const format = FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return exchange(format);
}

/** The file, and what there was of it behind each page: the state that is written beside it. */
async function exported(asked: Asked, name: string, before: ExportState | null = null) {
  const { record, pages } = await exportLines(PORT, asked, formatOf(name), { before });
  const states: { readonly text: string; readonly state: ExportState }[] = [];
  let text = '';
  for await (const { bytes, place } of pages) {
    text += bytes.toString('utf8');
    if (place !== null) states.push({ text, state: JSON.parse(JSON.stringify(record.state(place))) as ExportState });
  }
  return { text, states, receipt: record.receipt('1.0.0', new Date(0)) };
}

describe('an export', () => {
  it.each([
    ['datacite-xml', SEARCH, 250],
    ['csl-json', SEARCH, 250],
    ['ris', SEARCH, 250],
    ['datacite-xml', IDS, 120],
    ['csl-json', IDS, 120],
  ] as const)('in %s is the same file from wherever it goes on', async (name, asked, rows) => {
    const whole = await exported(asked, name);
    expect(whole.states.length).toBeGreaterThan(1);
    expect(whole.receipt.rows).toBe(rows);
    for (const { text, state } of whole.states) {
      const rest = await exported(asked, name, state);
      expect(text + rest.text).toBe(whole.text);
      expect(rest.receipt).toMatchObject({ rows, sources: whole.receipt.sources });
    }
  });

  it('in XML is one document with its closing element', async () => {
    const { text } = await exported(SEARCH, 'datacite-xml');
    expect(text.match(/<\?xml/g)).toHaveLength(1);
    expect(text.match(/<resource>/g)).toHaveLength(250);
    expect(text.endsWith('<resource>249</resource>\n</records>\n')).toBe(true);
  });

  it('of ids says which gave nothing, and takes the others', async () => {
    const { receipt } = await exported(IDS, 'ris');
    expect(receipt).toMatchObject({
      question: null,
      rows: 120,
      ids: { unknown: ['eosc:none'], refused: [{ id: 'no id x', why: 'It is no id.' }] },
      sources: [{ platform: 'EOSC', records: 120 }],
    });
    expect(receipt.cite).toContain('122 ids');
  });
});
