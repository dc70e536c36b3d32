import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, fold } from './text.js';

describe('entities in a text', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['&#28023;&#x6d0b;', '海洋'],
    ['caf&eacute;', 'café'],
    ['a&nbsp;b', 'a b'],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;', '&amp;'],
    ['p &lt; 0.05', 'p < 0.05'],
    ['5 &lt; 6 &gt; 2', '5 < 6 > 2'],
  ])('%j is decoded once: %j', (source, text) => {
    expect(cleanText(source)).toBe(text);
  });

  it('are left as they stand where they are none', () => {
    expect(cleanText('R&D & Q&A')).toBe('R&D & Q&A');
    expect(cleanText('?a=1&copy=2 &amp; x')).toBe('?a=1&copy=2 & x');
    expect(cleanText('&unknownentity;')).toBe('&unknownentity;');
  });

  it('are decoded once also beside markup that was escaped', () => {
    expect(cleanText('&lt;p&gt;a &amp;lt; b&lt;/p&gt;')).toBe('a &lt; b');
    expect(cleanText('&lt;p&gt;R&amp;amp;D&lt;/p&gt;')).toBe('R&amp;D');
  });
});

describe('markup in a text', () => {
  it.each([
    ['<p>First.</p><p>Second.</p>', 'First.\nSecond.'],
    ['one<br/>two<br>three', 'one\ntwo\nthree'],
    ['<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O</jats:p>', 'Abstract\nH2O'],
    ['<title>A <i>b</i></title>', 'A b'],
    ['CO<SUB>2</SUB> and <i class="x">E. coli</i>', 'CO2 and E. coli'],
    ['<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>', 'x2'],
    ['<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><mo>=</mo><mi>m</mi></math>', 'E=m'],
    ["see <a href='https://example.org/?a=1&amp;b=2'>here</a>", 'see here'],
    ['&lt;jats:p&gt;escaped&lt;/jats:p&gt;', 'escaped'],
    ['&lt;i&gt;E. coli&lt;/i&gt;', 'E. coli'],
    ['a<!-- b > c -->d', 'ad'],
  ])('%j becomes %j', (source, text) => {
    expect(cleanText(source)).toBe(text);
  });

  it('takes scripts and style sheets away with what is in them', () => {
    expect(cleanText('a<script>if (x<y) alert("<p>")</script>b<style type="text/css">p{}</style>c')).toBe('abc');
    expect(cleanText('a<SCRIPT src="x"></SCRIPT >b')).toBe('ab');
  });

  it.each([
    'p < 0.05',
    'a<b',
    'a<b and c>d',
    'x <y> z',
    '1<2>1',
    'the <unk> token',
    '<',
    '<<>>',
    'a <!-- b',
    'a <script b',
  ])('leaves %j, which only looks like it', (source) => {
    expect(cleanText(source)).toBe(source);
    expect(cleanText(`<i>x</i> ${source}`)).toBe(`x ${source}`);
  });

  it('loses nothing after a script that never ends', () => {
    expect(cleanText('a <script> b')).toContain('b');
  });
});

describe('characters that nobody reads', () => {
  it('are dropped: controls, zero-width characters, byte order marks, halves of surrogate pairs', () => {
    expect(cleanText('\ufeffa\u0000b\u200bc\u2060d\u0007e\u009ff\ud800g')).toBe('abcdefg');
    expect(cleanText('a&#8203;b')).toBe('ab');
  });

  it('are kept where they make a difference to the reader', () => {
    expect(cleanText('👩\u200d🔬')).toBe('👩\u200d🔬');
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('never join the words of two lines', () => {
    expect(cleanText('a\r\nb\rc\u000bd\u000ce\u0085f\u2028g')).toBe('a\nb\nc\nd\ne\nf\ng');
  });
});

describe('blanks', () => {
  it('become one within a line, and none at its ends', () => {
    expect(cleanText('  a \t b\u00a0 c  \n\n\n  d ')).toBe('a b c\nd');
    expect(cleanText('か\u3099')).toBe('が');
    expect(cleanText(' \n ')).toBe('');
  });

  it('stand for line breaks in a title', () => {
    expect(cleanLine('<p>First</p>\n <p>second</p>')).toBe('First second');
  });
});

it('loses nothing of a plain text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abAB09海データé&;#<>/=."\''), minLength: 1, maxLength: 12 });
  const plain = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' '))
    .filter((text) => !/<\/?[ab]\b/i.test(text) && !/&[#\w]+;/.test(text));
  fc.assert(
    fc.property(plain, (text) => {
      expect(cleanText(text)).toBe(text.normalize('NFC'));
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['<', '<'],
  ['<b>', ''],
  ['</i><b>', ''],
  ['<!--', '-->'],
  ['<script>', ''],
  ['<p a="1" ', ''],
  ['&', '&amp;'],
  ['&lt;', '<p>'],
  ['\u3000', 'x'],
  ['<p                  ', ''],
])('reads a megabyte of %j without getting slower by the length', (piece, tail) => {
  const source = `x${piece.repeat(Math.ceil(1_000_000 / piece.length))}${tail}`;
  const start = performance.now();
  cleanLine(source);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('fold', () => {
  it('makes texts equal that differ in width, case, dashes and blanks alone', () => {
    expect(fold('Ｄａｔａ\u3000‐ Ｓｅｔ ')).toBe(fold('data - set'));
    expect(fold('データ')).toBe(fold('ﾃﾞｰﾀ'));
    expect(fold('data')).not.toBe(fold('date'));
  });
});
