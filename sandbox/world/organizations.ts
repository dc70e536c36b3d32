import { isni, ror } from './ids.js';
import type { WorldOrganization } from './types.js';

/** key, Japanese, English, whether it has an ISNI, its KAKENHI institution number. */
const ROWS: readonly (readonly [string, string, string, boolean, string | null])[] = [
  ['shiosai', '潮騒大学', 'Shiosai University', true, '91101'],
  ['hokuto', '北斗大学', 'Hokuto University', true, '91102'],
  ['kazan', '火山科学大学', 'Kazan University of Science', true, '91203'],
  ['hoshizora', '星空工業大学', 'Hoshizora Institute of Technology', true, '91304'],
  ['miyako', '都文化大学', 'Miyako University of Letters', true, '92601'],
  ['midori', '緑野医科大学', 'Midorino Medical University', true, '93202'],
  ['example', '架空大学', 'Example University', false, '92799'],
  ['nagisa', '渚女子大学', "Nagisa Women's University", false, '93411'],
  ['kaiyo', '国立海洋環境研究所', 'National Institute for Marine Environment Research', true, '98201'],
  ['taiki', '大気観測機構', 'Atmospheric Observation Agency', true, '98202'],
  ['kyokuchi', '極域研究センター', 'Polar Region Research Center', true, '96101'],
  ['bosai', '防災技術総合研究所', 'Research Institute for Disaster Resilience Technology', true, '98302'],
  ['zairyo', '先端材料研究機構', 'Institute for Frontier Materials', true, '98403'],
  ['seimei', '生命システム研究所', 'Institute for Living Systems', true, '98504'],
  ['kotenseki', '古典籍文化研究館', 'Institute for Classical Books and Culture', false, '98605'],
  ['fjord', 'フィヨルド大学', 'Fjord University', true, null],
]; // prettier-ignore

/** Universities and institutes; none of them exists. */
export const organizations: readonly WorldOrganization[] = ROWS.map(([key, ja, en, hasIsni, kakenhi], index) => ({
  key,
  name: { ja, en },
  ror: ror(4001 + index * 977),
  isni: hasIsni ? isni(1001 + index * 37) : null,
  kakenhi,
}));
