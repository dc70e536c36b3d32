/** JaLC's REST API (dias fact sheet 6.1): numbers are texts, and much may be missing or odd. */
import type { SandboxRequest, SandboxResponse } from '../server.js';
import { world, type WorldPerson } from '../world/index.js';
import { creatorsOf, doiInPath, findDoi, registeredDois, updatedOf, type RegisteredDoi } from './registered.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const NOT_FOUND = 'データが見つかりませんでした。';

function json(status: number, value: Json): SandboxResponse {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

function failure(status: number, message: string): SandboxResponse {
  return json(status, { message: { errors: { message } } });
}

interface Paging {
  readonly total: number;
  readonly rows: number;
  readonly page: number;
}

function envelope(apiType: 'doi' | 'doilist' | 'prefixes', { total, rows, page }: Paging, data: Json): SandboxResponse {
  const message = { total, rows, totalPages: Math.ceil(total / Math.max(rows, 1)), page };
  return json(200, { status: 'OK', apiType, apiVersion: '1.0.0', message, data });
}

/** Whom JaLC names as the one that registered it; a blank at the end of a name, as real files have it. */
function site({ prefix }: RegisteredDoi): { readonly siteId: string; readonly site_name: string } {
  if (prefix === '10.20783') return { siteId: 'SI/SBX.DIAS', site_name: 'データ統合・解析システム(架空) ' };
  if (prefix === '10.17595') return { siteId: 'SI/SBX.GED', site_name: '地球環境データベース(架空) ' };
  return { siteId: 'SI/SBX.REPO', site_name: '架空機関リポジトリ ' };
}

/** One record in seven has this peculiarity. */
function odd(entry: RegisteredDoi, number: number): boolean {
  return entry.turn % 7 === number;
}

function names(entry: RegisteredDoi, { family, given }: WorldPerson): Json[] {
  // The whole name in first_name.
  if (odd(entry, 1)) return [{ lang: 'ja', first_name: `${family.ja}／${given.ja}` }];
  return [
    { lang: 'ja', last_name: family.ja, first_name: given.ja },
    { lang: 'en', last_name: family.en, first_name: given.en },
  ];
}

function creator(entry: RegisteredDoi, person: WorldPerson, index: number): Json {
  const { name } = world.organization(person.organization);
  return {
    sequence: String(index + 1),
    ...(odd(entry, 2) ? {} : { type: 'person' }),
    names: names(entry, person),
    affiliation_list: [
      { affiliation_name: name.ja, sequence: '1', lang: 'ja' },
      { affiliation_name: name.en, sequence: '1', lang: 'en' },
    ],
    ...(person.orcid === null
      ? {}
      : { researcher_id_list: [{ id_code: `https://orcid.org/${person.orcid}`, type: 'ORCID' }] }),
  };
}

function titles(entry: RegisteredDoi): Json[] {
  const { ja, en } = entry.work.title;
  return [
    ...(ja === null ? [] : [odd(entry, 3) ? { title: ja } : { lang: 'ja', title: ja }]),
    ...(en === null ? [] : [{ lang: 'en', title: en }]),
  ];
}

function publishers(entry: RegisteredDoi): Json[] {
  const { ja, en } = entry.work.publisher;
  if (odd(entry, 4)) return [{ publisher_name: '[出版者なし]', lang: 'ja' }];
  return [
    ...(ja === null ? [] : [{ publisher_name: ja, lang: 'ja' }]),
    ...(en === null ? [] : [{ publisher_name: en, lang: 'en' }]),
  ];
}

function publicationDate(entry: RegisteredDoi): Json {
  const [year = '', month, day] = entry.work.issued.split('-');
  if (odd(entry, 5)) return { publication_year: '0000' };
  return {
    publication_year: year,
    ...(month === undefined ? {} : { publication_month: month }),
    ...(day === undefined ? {} : { publication_day: day }),
  };
}

function keywords({ work }: RegisteredDoi): Json[] {
  return work.keywords.flatMap(({ ja, en }, index) => [
    { keyword: ja, sequence: String(index + 1), lang: 'ja' },
    { keyword: en, sequence: String(index + 1), lang: 'en' },
  ]);
}

function record(entry: RegisteredDoi): Json {
  const { siteId, site_name } = site(entry);
  return {
    siteId,
    content_type: 'RD',
    doi: entry.doi,
    // The resolver's address, not the landing page.
    url: `https://doi.org/${entry.doi}`,
    ra: 'JaLC',
    prefix: entry.prefix,
    site_name,
    publisher_list: publishers(entry),
    title_list: titles(entry),
    creator_list: creatorsOf(entry.work).map((person, index) => creator(entry, person, index)),
    publication_date: publicationDate(entry),
    ...(entry.turn % 2 === 0 ? { content_language: entry.work.language } : {}),
    ...(entry.turn % 3 === 0 ? { keyword_list: keywords(entry) } : {}),
    ...(entry.work.version === null ? {} : { edition: entry.work.version }),
    updated_date: updatedOf(entry),
  };
}

function listItem(entry: RegisteredDoi): Json {
  const dois = { doi: entry.doi, url: `https://doi.org/${entry.doi}` };
  return { dois, ra: 'JaLC', siteId: site(entry).siteId, updated_date: updatedOf(entry) };
}

const ofJalc = registeredDois.filter(({ registration }) => registration === 'JaLC' || registration === 'unpublished');

/** `/doilist/{prefix}`: rows 1 to 1000, page from 1; a page past the end is 404. Reserved DOIs are in it. */
function doiList(prefix: string, parameters: URLSearchParams): SandboxResponse {
  const number = (name: string, fallback: string): number => {
    const text = parameters.get(name) ?? fallback;
    return /^\d{1,6}$/.test(text) ? Number(text) : 0;
  };
  const [rows, page] = [number('rows', '100'), number('page', '1')];
  const [from, until] = [parameters.get('from') ?? '0000-00-00', parameters.get('until') ?? '9999-99-99'];
  const order = parameters.get('order') ?? 'asc';
  if (rows < 1 || rows > 1000) return failure(400, 'rowsの値が不正です。');
  if (page < 1) return failure(400, 'pageの値が不正です。');
  for (const [name, text] of [['from', from], ['until', until]] as const) if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return failure(400, `${name}の値が不正です。`); // prettier-ignore
  if (!['asc', 'desc'].includes(order)) return failure(400, 'orderの値が不正です。');
  if (!['updated_date', null].includes(parameters.get('sort'))) return failure(400, 'sortの値が不正です。');
  const found = ofJalc
    .filter((entry) => entry.prefix === prefix && updatedOf(entry) >= from && updatedOf(entry) <= until)
    .sort((one, other) => updatedOf(one).localeCompare(updatedOf(other)) * (order === 'desc' ? -1 : 1));
  const items = found.slice((page - 1) * rows, page * rows);
  if (items.length === 0) return failure(404, NOT_FOUND);
  return envelope('doilist', { total: found.length, rows: Math.min(rows, items.length), page }, { items: items.map(listItem) }); // prettier-ignore
}

function prefixList(parameters: URLSearchParams): SandboxResponse {
  const ra = parameters.get('ra') ?? 'JaLC';
  if (!['JaLC', 'Crossref', 'DataCite'].includes(ra)) return failure(400, 'raの値が不正です。');
  const prefixes = ra === 'JaLC' ? [...new Map(ofJalc.map((entry) => [entry.prefix, entry])).values()] : [];
  const items = prefixes.map((entry) => ({ prefix: entry.prefix, ra, siteId: site(entry).siteId, updated_date: updatedOf(entry) })); // prettier-ignore
  if (parameters.get('order') === 'desc') items.reverse();
  return envelope('prefixes', { total: items.length, rows: items.length, page: 1 }, { items });
}

/** Answers what stands after JaLC's address; `path` without a slash in front, an output version (`v2/`) allowed. */
export function answerJalc({ url }: SandboxRequest, path: string): SandboxResponse {
  const [, route = '', rest = ''] = /^(?:v\d+\/)?([a-z]+)\/?(.*)$/.exec(path) ?? [];
  if (route === 'prefixes' && rest === '') return prefixList(url.searchParams);
  if (route === 'doilist') return doiList(rest, url.searchParams);
  if (route !== 'dois') return failure(404, NOT_FOUND);
  const entry = findDoi(doiInPath(rest) ?? '');
  if (entry?.registration !== 'JaLC') return failure(404, NOT_FOUND);
  return envelope('doi', { total: 1, rows: 1, page: 1 }, record(entry));
}
