import { describe, expect, it } from 'vitest';
import { readPeople } from './people.js';

const names = (printed: string): string[] => readPeople(printed).map(({ name }) => name);
const ID = '0000-0002-1825-0097';

describe('creators', () => {
  it.each([
    ['架空 花子, 見本 太郎', ['架空 花子', '見本 太郎']],
    ['架空花子、見本太郎', ['架空花子', '見本太郎']],
    ['Hanako Kakuu, Taro Mihon and Jiro Rei', ['Hanako Kakuu', 'Taro Mihon', 'Jiro Rei']],
    ['Müller, Astrid; Kakuu, Hanako', ['Müller, Astrid', 'Kakuu, Hanako']],
    ['Kakuu, H., Mihon, T. J.', ['Kakuu, H.', 'Mihon, T. J.']],
    ['Kakuu, Hanako\nMihon, Taro', ['Kakuu, Hanako', 'Mihon, Taro']],
    ['', []],
  ])('are split where %j separates them', (printed, expected) => {
    expect(names(printed)).toEqual(expected);
  });

  it.each([
    `架空 花子 (orcid.org/${ID})`,
    `架空 花子( (orcid.org/${ID}))`,
    `架空 花子（https://orcid.org/${ID}）`,
    `架空 花子 ORCID: ${ID}`,
    `架空 花子\nORCID iD: ${ID}`,
  ])('have the ORCID iD beside their name: %j', (printed) => {
    expect(readPeople(printed)).toEqual([{ name: '架空 花子', orcid: ID, affiliations: [] }]);
  });

  it('have affiliations by mark, and in brackets', () => {
    expect(readPeople('A B*1,*2, C D*3\n*1 One *2 Two\n*3 Three; part')).toEqual([
      { name: 'A B', orcid: null, affiliations: ['One', 'Two'] },
      { name: 'C D', orcid: null, affiliations: ['Three; part'] },
    ]);
    expect(readPeople(`A B (National Institute, Tsukuba) ${ID}`)).toEqual([
      { name: 'A B', orcid: ID, affiliations: ['National Institute, Tsukuba'] },
    ]);
    expect(readPeople('A B1,2, C D9\n1) One\n2) Two').map(({ affiliations }) => affiliations)).toEqual([['One', 'Two'], []]);
  }); // prettier-ignore
});
