import type { WorldRepository } from './types.js';

type Set = WorldRepository['sets'][number];

function sets(...rows: readonly (readonly [string, string, string, string])[]): readonly Set[] {
  return rows.map(([id, path, ja, en]) => ({ id, path, name: { ja, en } }));
}

/** Indexes that most repositories have: papers, theses, data, the rest. */
const COMMON = sets(
  ['11', '1:11', '学術雑誌論文', 'Journal Articles'],
  ['12', '1:12', '紀要論文', 'Departmental Bulletin Papers'],
  ['13', '1:13', '会議発表論文', 'Conference Papers'],
  ['21', '2:21', '博士論文', 'Doctoral Theses'],
  ['31', '3:31', '研究データ', 'Research Data'],
  ['41', '4:41', '報告書', 'Reports'],
  ['51', '5:51', '図書', 'Books'],
  ['61', '6:61', 'ソフトウェア', 'Software'],
);

/** The repositories; hosts and institutions are fictional. */
export const repositories: readonly WorldRepository[] = [
  {
    key: 'umi', host: 'umi.repo.nii.ac.jp', name: { ja: '潮騒大学学術リポジトリ うみ', en: 'Umi: Shiosai University Repository' },
    organization: 'shiosai', doiPrefix: '10.999101', handlePrefix: '99101', irdb: '09101', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'kazan', host: 'kazan.repo.nii.ac.jp', name: { ja: '火山科学大学機関リポジトリ', en: 'Kazan University of Science Repository' },
    organization: 'kazan', doiPrefix: '10.999102', handlePrefix: '99102', irdb: '09102', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'hoshi', host: 'hoshi.repo.nii.ac.jp', name: { ja: '星空工業大学リポジトリ', en: 'Hoshizora Institute of Technology Repository' },
    organization: 'hoshizora', doiPrefix: '10.5072', handlePrefix: '99103', irdb: '09103', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'kita', host: 'kita.repo.nii.ac.jp', name: { ja: '北斗大学学術成果コレクション', en: 'Hokuto University Collection of Scholarly Papers' },
    organization: 'hokuto', doiPrefix: '10.5072', handlePrefix: '99104', irdb: '09104', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'midori', host: 'midori.repo.nii.ac.jp', name: { ja: '緑野医科大学リポジトリ', en: 'Midorino Medical University Repository' },
    organization: 'midori', doiPrefix: '10.5072', handlePrefix: '99105', irdb: '09105', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'miyako', host: 'miyako.repo.nii.ac.jp', name: { ja: '都文化大学学術情報リポジトリ', en: 'Miyako University of Letters Academic Repository' },
    organization: 'miyako', doiPrefix: '10.5072', handlePrefix: '99106', irdb: '09106', jairoCloud: true, sets: COMMON,
  },
  {
    key: 'example', host: 'repository.example-univ.ac.jp', name: { ja: '架空大学リポジトリ', en: 'Example University Repository' },
    organization: 'example', doiPrefix: '10.5072', handlePrefix: '99107', irdb: '09107', jairoCloud: false, sets: COMMON,
  },
]; // prettier-ignore
