/** The labelled fields of a landing page, in the order of fact sheet 3; their wording in Japanese is this project's own. */
import type { GedSite } from '../../../sandbox/world/ged-types.js';
import { world, type Bilingual, type WorldWork } from '../../../sandbox/world/index.js';
import type { Held } from './files.js';

export type PageLanguage = 'ja' | 'en';

export interface Field {
  readonly label: { readonly ja: string; readonly en: string };
  /** HTML; null where this page does not have the field. */
  readonly value: string | null;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Text with formulas set as chemists do: CO<sub>2</sub>. */
export function typeset(text: string): string {
  return escaped(text).replaceAll(/\b(CO|CH|O|N|SF)(\d)(?=[^\d])/g, '$1<sub>$2</sub>');
}

function inOne(text: Bilingual | null, language: PageLanguage): string | null {
  const found = text?.[language] ?? null;
  return found === null ? null : typeset(found);
}

function link(url: string, text: string): string {
  return `<a href="${escaped(url)}">${escaped(text)}</a>`;
}

function nameOf(key: string, language: PageLanguage): string {
  const { family, given } = world.person(key);
  return language === 'ja' ? `${family.ja} ${given.ja}` : `${given.en} ${family.en}`;
}

/** Given name first, as all names on the page: a comma parts people. */
function givenFirst(name: string): string {
  return name.split(', ').reverse().join(' ');
}

function creators({ work, dataset }: Held, language: PageLanguage): string {
  const people = work.creators.map((key, position) => {
    const { orcid } = world.person(key);
    const name = escaped(nameOf(key, language));
    return orcid === null || dataset.withoutOrcid.includes(position)
      ? name
      : `${name} (${link(`https://orcid.org/${orcid}`, orcid)})`;
  });
  return [...people, ...work.otherCreators.map((name) => escaped(givenFirst(name)))].join(
    language === 'ja' ? '、' : ', ',
  );
}

/** 2020/08/12 on newer pages, 2020-08-12 on older ones. */
function day(iso: string, { dataset }: Held): string {
  return dataset.layout === 'list' ? iso : iso.replaceAll('-', '/');
}

function coverage(held: Held, language: PageLanguage): string {
  const { from, until } = held.dataset.coverage;
  const to = language === 'ja' ? '～' : '-';
  return until === null ? `${day(from, held)} ${to}` : `${day(from, held)} ${to} ${day(until, held)}`;
}

function observationPeriod({ dataset }: Held, language: PageLanguage): string {
  const { from, until } = dataset.coverage;
  const month = (iso: string): string =>
    language === 'ja' ? `${iso.slice(0, 4)}年${String(Number(iso.slice(5, 7)))}月` : iso.slice(0, 7).replace('-', '/');
  if (language === 'ja') return until === null ? `${month(from)}～(継続中)` : `${month(from)}～${month(until)}`;
  return until === null ? `${month(from)} - (ongoing)` : `${month(from)} - ${month(until)}`;
}

function citation(work: WorldWork, language: PageLanguage): string {
  const names = [...work.creators.map((key) => nameOf(key, language)), ...work.otherCreators.map(givenFirst)].join(
    ', ',
  );
  const journal = work.journal === null ? null : world.journal(work.journal).title[language];
  const where = [journal, work.volume, work.issued.slice(0, 4)].filter((part) => part !== null).join(', ');
  const text = `${escaped(names)}: ${typeset(work.title[language] ?? work.title.ja ?? '')}. ${escaped(where)}.`;
  return work.doi === null ? text : `${text} ${link(`https://doi.org/${work.doi}`, `https://doi.org/${work.doi}`)}`;
}

function list(items: readonly string[]): string | null {
  return items.length === 0 ? null : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function publications({ work, dataset }: Held, language: PageLanguage): string | null {
  if (!dataset.listsPublications) return null;
  const users = work.relations.filter(({ relation }) => relation === 'isReferencedBy');
  return list(users.map((user) => citation(world.work(user.work), language)));
}

function position(site: GedSite, several: boolean, language: PageLanguage): string {
  const text = `${site.latitude}, ${site.longitude}`;
  return several ? `${site.name[language]}: ${text}` : text;
}

function heights(sites: readonly GedSite[], language: PageLanguage): string | null {
  const told = sites.flatMap(({ name, height }) => {
    const text = height?.[language] ?? null;
    return text === null ? [] : [sites.length > 1 ? `${name[language]}: ${text}` : text];
  });
  return told.length === 0 ? null : told.map(escaped).join('<br>');
}

function terms({ work, dataset }: Held, language: PageLanguage): string {
  const text = `<p>${escaped(dataset.terms[language])}</p>`;
  const { licence } = work;
  if (!dataset.licensePrinted || licence === null || licence.url === null) return text;
  return `${text}<p>${link(licence.url, licence.name)}</p>`;
}

/** What stands above the heading "Data set". */
export function aboutFields(held: Held, language: PageLanguage): Field[] {
  const { work, dataset } = held;
  const doi = `10.17595/${dataset.id}`;
  const provider = { ja: '大気観測機構', en: 'Atmospheric Observation Agency' }[language];
  return [
    { label: { ja: '作成者', en: 'Creator(s)' }, value: creators(held, language) },
    { label: { ja: '公開日', en: 'Release date' }, value: day(dataset.released, held) },
    { label: { ja: 'データの期間', en: 'Temporal coverage' }, value: coverage(held, language) },
    { label: { ja: 'データ提供者', en: 'Data provider' }, value: `${provider}<br>ged_admin(at)example.jp` },
    { label: { ja: 'DOI', en: 'DOI' }, value: `${escaped(`doi:${doi}`)}<br>${link(`https://doi.org/${work.doi ?? doi}`, `https://doi.org/${doi}`)}` },
    { label: { ja: 'ファイル形式', en: 'File format' }, value: inOne(dataset.format, language) },
    { label: { ja: 'データ量', en: 'Data volume' }, value: dataset.volume },
    { label: { ja: 'バージョン(最終更新日)', en: 'Version (last updated)' }, value: dataset.version },
    { label: { ja: 'データセットの言語', en: 'Dataset language' }, value: inOne(dataset.dataLanguage, language) },
    { label: { ja: '本データセットを利用した出版物', en: 'Publications using this dataset' }, value: publications(held, language) },
  ]; // prettier-ignore
}

/** What stands below it. */
export function dataFields(held: Held, language: PageLanguage): Field[] {
  const { dataset } = held;
  const { sites } = dataset;
  const positions = sites.map((site) => escaped(position(site, sites.length > 1, language))).join('<br>');
  return [
    { label: { ja: '観測項目', en: 'Observed items' }, value: inOne(dataset.observed, language) },
    { label: { ja: '時間分解能', en: 'Time resolution' }, value: inOne(dataset.resolution, language) },
    { label: { ja: '精度', en: 'Precision' }, value: dataset.precision === null ? null : typeset(dataset.precision) },
    { label: { ja: '観測期間', en: 'Observation period' }, value: observationPeriod(held, language) },
    { label: { ja: '緯度・経度', en: 'Latitude / Longitude' }, value: sites.length === 0 ? null : positions },
    { label: { ja: '高度', en: 'Height' }, value: heights(sites, language) },
    { label: { ja: '測定方法', en: 'Measurement method' }, value: inOne(dataset.method, language) },
    { label: { ja: '計算方法', en: 'Calculation method' }, value: inOne(dataset.calculation, language) },
    { label: { ja: '更新履歴', en: 'Update history' }, value: list(dataset.history.map((text) => typeset(text[language]))) },
    { label: { ja: '参考文献', en: 'References' }, value: list(dataset.references.map(escaped)) },
    { label: { ja: '謝辞', en: 'Acknowledgements' }, value: inOne(dataset.acknowledgements, language) },
    { label: { ja: '利用条件', en: 'Terms and conditions of use' }, value: terms(held, language) },
  ]; // prettier-ignore
}
