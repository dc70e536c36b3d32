import type { WorldPlace } from './types.js';

/** Japanese, English, west, south, east, north. Places are real, boxes rounded. */
const ROWS: Readonly<Record<string, readonly [string, string, number, number, number, number]>> = {
  tsushima: ['対馬', 'Tsushima', 129.1, 34.0, 129.5, 34.8],
  hateruma: ['波照間島', 'Hateruma Island', 123.7, 24.0, 123.9, 24.1],
  ochiishi: ['落石岬', 'Cape Ochiishi', 145.4, 43.1, 145.6, 43.2],
  minamitori: ['南鳥島', 'Minamitorishima', 153.9, 24.2, 154.1, 24.4],
  fuji: ['富士山頂', 'the summit of Mt. Fuji', 138.7, 35.3, 138.8, 35.4],
  sagami: ['相模湾', 'Sagami Bay', 139.0, 34.8, 139.8, 35.4],
  suruga: ['駿河湾', 'Suruga Bay', 138.2, 34.5, 138.9, 35.2],
  toyama: ['富山湾', 'Toyama Bay', 136.9, 36.7, 137.6, 37.5],
  seto: ['瀬戸内海', 'the Seto Inland Sea', 131.0, 33.4, 135.0, 34.8],
  ariake: ['有明海', 'the Ariake Sea', 130.1, 32.6, 130.7, 33.2],
  'tokyo-bay': ['東京湾', 'Tokyo Bay', 139.6, 35.0, 140.1, 35.7],
  'osaka-bay': ['大阪湾', 'Osaka Bay', 134.9, 34.2, 135.5, 34.8],
  sanriku: ['三陸沖', 'the Sanriku coast', 141.5, 38.0, 143.5, 40.5],
  'japan-sea': ['日本海', 'the Sea of Japan', 128.0, 35.0, 142.0, 48.0],
  kuroshio: ['黒潮続流域', 'the Kuroshio Extension', 141.0, 32.0, 160.0, 38.0],
  'east-china-sea': ['東シナ海', 'the East China Sea', 120.0, 24.0, 131.0, 33.0],
  'west-pacific': ['西部北太平洋', 'the western North Pacific', 130.0, 10.0, 180.0, 45.0],
  okhotsk: ['オホーツク海', 'the Sea of Okhotsk', 141.0, 44.0, 160.0, 60.0],
  arctic: ['北極海', 'the Arctic Ocean', -180.0, 70.0, 180.0, 90.0],
  beaufort: ['ボーフォート海', 'the Beaufort Sea', -157.0, 69.0, -125.0, 76.0],
  barents: ['バレンツ海', 'the Barents Sea', 16.0, 68.0, 60.0, 81.0],
  svalbard: ['スバールバル諸島', 'Svalbard', 10.0, 76.0, 34.0, 81.0],
  alaska: ['アラスカ内陸部', 'interior Alaska', -155.0, 62.0, -141.0, 68.0],
  siberia: ['東シベリア', 'eastern Siberia', 120.0, 60.0, 150.0, 72.0],
  greenland: ['グリーンランド北西部', 'northwest Greenland', -73.0, 75.0, -55.0, 79.0],
  hokkaido: ['北海道', 'Hokkaido', 139.3, 41.3, 145.9, 45.6],
  tohoku: ['東北地方', 'the Tohoku region', 139.0, 36.8, 142.1, 41.6],
  kanto: ['関東平野', 'the Kanto Plain', 138.4, 35.0, 140.9, 37.0],
  kyushu: ['九州北部', 'northern Kyushu', 129.5, 32.5, 132.0, 34.3],
  shikoku: ['四国', 'Shikoku', 132.0, 32.7, 134.8, 34.5],
  okinawa: ['沖縄本島', 'Okinawa Island', 127.6, 26.0, 128.4, 26.9],
  aso: ['阿蘇山', 'Mt. Aso', 130.9, 32.8, 131.2, 33.0],
  sakurajima: ['桜島', 'Sakurajima', 130.5, 31.5, 130.8, 31.7],
  asama: ['浅間山', 'Mt. Asama', 138.4, 36.3, 138.7, 36.5],
  kirishima: ['霧島山', 'the Kirishima volcanoes', 130.7, 31.8, 131.0, 32.0],
  nankai: ['南海トラフ', 'the Nankai Trough', 131.0, 30.0, 138.5, 35.0],
  sendai: ['仙台平野', 'the Sendai Plain', 140.7, 37.8, 141.1, 38.4],
  nemuro: ['根室海峡', 'the Nemuro Strait', 144.8, 43.3, 145.8, 44.4],
  hyuga: ['日向灘', 'the Hyuga-nada Sea', 131.3, 31.2, 132.6, 32.8],
  kumamoto: ['熊本市', 'Kumamoto City', 130.5, 32.6, 130.9, 32.9],
  noto: ['能登半島', 'the Noto Peninsula', 136.6, 36.9, 137.4, 37.6],
  hiroshima: ['広島市', 'Hiroshima City', 132.2, 34.3, 132.6, 34.6],
  joso: ['鬼怒川流域', 'the Kinu River basin', 139.5, 36.0, 140.1, 37.0],
  kyoto: ['京都', 'Kyoto', 135.6, 34.9, 135.9, 35.1],
  edo: ['江戸', 'Edo', 139.6, 35.6, 139.9, 35.8],
  nagasaki: ['長崎', 'Nagasaki', 129.8, 32.7, 130.0, 32.8],
  kaga: ['加賀', 'Kaga', 136.3, 36.2, 136.8, 36.7],
  fiji: ['フィジー', 'Fiji', 176.8, -20.7, -178.2, -12.4],
  palau: ['パラオ', 'Palau', 131.1, 2.8, 134.8, 8.2],
  kiribati: ['キリバス', 'Kiribati', 172.8, -3.0, 177.0, 3.5],
  madagascar: ['マダガスカル中央高地', 'the central highlands of Madagascar', 45.5, -22.0, 48.5, -17.5],
};

/** A place by key; an unknown key is a mistake in the world's data. */
export function place(key: string): WorldPlace {
  const row = ROWS[key];
  if (!row) throw new Error(`the sandbox world has no place named ${key}`);
  const [ja, en, west, south, east, north] = row;
  return { name: { ja, en }, box: { west, south, east, north } };
}
