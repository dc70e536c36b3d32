import { issn } from './ids.js';
import type { Field, WorldJournal } from './types.js';

/** key, titles, publishers, first seven digits of the ISSNs, NCID, whether refereed. */
const ROWS: readonly (readonly [string, string, string, string, string, string, string | null, string, boolean])[] = [
  ['kiko-kenkyu', '気候と大気の研究', 'Journal of Climate and Atmosphere Studies', '日本気候大気学会', 'Climate and Atmosphere Society of Japan', '9901001', '9901002', 'AN99010010', true],
  ['kaiyo-ronshu', '海と環境', 'Sea and Environment', '海洋環境研究会', 'Association for Marine Environment Studies', '9902001', '9902002', 'AN99020011', true],
  ['bosai-gakkai', '災害科学論文集', 'Transactions of Disaster Science', '災害科学会', 'Society for Disaster Science', '9903001', null, 'AN99030012', true],
  ['zairyo-letters', '先端材料レターズ', 'Frontier Materials Letters', '先端材料学会', 'Frontier Materials Society', '9904001', '9904002', 'AA99040013', true],
  ['seimei-kagaku', '生命と医の科学', 'Life and Medical Sciences', '生命医科学協会', 'Society for Life and Medical Sciences', '9905001', '9905002', 'AN99050014', true],
  ['jinbun-joho', '人文情報研究', 'Studies in Humanities and Information', '人文情報学会', 'Society for Humanities and Information', '9906001', '9906002', 'AN99060015', true],
  ['shiosai-kiyo', '潮騒大学海洋科学研究科紀要', 'Bulletin of the Graduate School of Marine Science, Shiosai University', '潮騒大学', 'Shiosai University', '9907001', null, 'AN99070016', false],
  ['hokuto-kiyo', '北斗大学地球環境報告', 'Earth and Environment Reports, Hokuto University', '北斗大学', 'Hokuto University', '9908001', '9908002', 'AN99080017', false],
  ['kazan-kiyo', '火山科学大学研究紀要', 'Memoirs of Kazan University of Science', '火山科学大学', 'Kazan University of Science', '9909001', null, 'AN99090018', false],
  ['hoshi-kiyo', '星空工業大学紀要', 'Bulletin of Hoshizora Institute of Technology', '星空工業大学', 'Hoshizora Institute of Technology', '9910001', null, 'AN99100019', false],
  ['midori-kiyo', '緑野医科大学雑誌', 'Journal of Midorino Medical University', '緑野医科大学', 'Midorino Medical University', '9911001', null, 'AN9911002X', false],
  ['miyako-kiyo', '都文化大学人文論叢', 'Miyako Humanities Review', '都文化大学', 'Miyako University of Letters', '9912001', null, 'AN99120021', false],
]; // prettier-ignore

/** Journals and bulletins; none of them exists. */
export const journals: readonly WorldJournal[] = ROWS.map(
  ([key, ja, en, publisherJa, publisherEn, print, electronic, ncid, refereed]) => ({
    key,
    title: { ja, en },
    publisher: { ja: publisherJa, en: publisherEn },
    issn: issn(print),
    eissn: electronic === null ? null : issn(electronic),
    ncid,
    refereed,
  }),
);

/** Where articles and bulletin papers of a field appear, and which repository their authors use. */
export const homes: Readonly<
  Record<Field, { readonly journal: string; readonly bulletin: string; readonly repository: string }>
> = {
  climate: { journal: 'kiko-kenkyu', bulletin: 'hokuto-kiyo', repository: 'kita' },
  ocean: { journal: 'kaiyo-ronshu', bulletin: 'shiosai-kiyo', repository: 'umi' },
  disaster: { journal: 'bosai-gakkai', bulletin: 'kazan-kiyo', repository: 'kazan' },
  materials: { journal: 'zairyo-letters', bulletin: 'hoshi-kiyo', repository: 'hoshi' },
  life: { journal: 'seimei-kagaku', bulletin: 'midori-kiyo', repository: 'midori' },
  humanities: { journal: 'jinbun-joho', bulletin: 'miyako-kiyo', repository: 'miyako' },
};
