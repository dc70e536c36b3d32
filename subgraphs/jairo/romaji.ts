/** Katakana in Hepburn romanisation, without long vowels: ッ and ー are read by the function below. */
const SYLLABLES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go サ sa シ shi ス su セ se ソ so ' +
    'ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ' +
    'ハ ha ヒ hi フ fu ヘ he ホ ho バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo ' +
    'ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヰ i ヱ e ヲ o ン n ヴ vu ' +
    'キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo シャ sha シュ shu ショ sho シェ she ジャ ja ジュ ju ジョ jo ジェ je ' +
    'チャ cha チュ chu チョ cho チェ che ヂャ ja ヂュ ju ヂョ jo ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ' +
    'ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ' +
    'ファ fa フィ fi フェ fe フォ fo ティ ti ディ di ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, item, index, all) => {
      if (index % 2 === 0) pairs.push([item, all[index + 1] ?? '']);
      return pairs;
    }, []),
);

/** Whether a text is written in katakana alone, as a reading is. */
export function isKatakana(text: string): boolean {
  return /^[\u30a1-\u30fa\u30fc\u30fb,\s]+$/.test(text.normalize('NFKC').trim());
}

/** A katakana reading in Latin letters, or null where a character has none. */
export function romanise(katakana: string): string | null {
  let latin = '';
  let doubled = false;
  const characters = [...katakana.normalize('NFKC')];
  for (let index = 0; index < characters.length; index += 1) {
    const one = characters[index] ?? '';
    const pair = one + (characters[index + 1] ?? '');
    if (one === 'ッ') doubled = true;
    else if (/[ー・,\s]/.test(one)) continue;
    else {
      const syllable = SYLLABLES[pair] ?? SYLLABLES[one];
      if (syllable === undefined) return null;
      if (SYLLABLES[pair] !== undefined) index += 1;
      latin += (doubled ? (syllable[0] ?? '') : '') + syllable;
      doubled = false;
    }
  }
  return doubled || latin === '' ? null : latin;
}

/** Spellings of other romanisations and of long vowels as plain Hepburn: sya is sha, Ōta, Oota, Ohta and Outa are ota. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/jy/g, 'j'],
  [/zy/g, 'j'],
  [/sy(?=[auo])/g, 'sh'],
  [/(?:ty|cy)(?=[auo])/g, 'ch'],
  [/s(?=i)/g, 'sh'],
  [/t(?=i)/g, 'ch'],
  [/z(?=i)/g, 'j'],
  [/t(?=u)/g, 'ts'],
  [/(?<![cst])h(?=u)/g, 'f'],
  [/d(?=zu)/g, ''],
  [/m(?=[bmp])/g, 'n'],
  [/tc/g, 'cc'],
  [/o(?:h(?![aiueoy])|[ou])+/g, 'o'],
  [/u+/g, 'u'],
  [/([aie])\1+/g, '$1'],
];

/** A name in Latin letters in the form in which readings are compared. */
export function foldRomaji(text: string): string {
  const letters = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return SPELLINGS.reduce((folded, [pattern, replacement]) => folded.replace(pattern, replacement), letters);
}

/** Whether a Latin form is the romanisation of a katakana reading, long vowels and spellings folded. */
export function isRomanisation(katakana: string, latin: string): boolean {
  const read = romanise(katakana);
  return read !== null && /[a-z]/i.test(latin) && foldRomaji(read) === foldRomaji(latin);
}
