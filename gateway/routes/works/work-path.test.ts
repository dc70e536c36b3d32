import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWork, pathOfWork } from './work-path.js';

describe('the address of a work', () => {
  it('keeps what people read in it, and encodes what an address has no place for', () => {
    expect(pathOfWork('doi:10.20783/dias.662')).toBe('/works/doi:10.20783/dias.662');
    expect(pathOfWork('doi:10.1002/(sici)1<1:aid>3.0.co;2-#')).toBe(
      '/works/doi:10.1002/(sici)1%3C1:aid%3E3.0.co%3B2-%23',
    );
  });

  it('is read back as the id that it was made of, whatever the id holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const id = `cinii:${text}`;
        expect(askedWork(pathOfWork(id))).toEqual({ id, moved: false });
      }),
    );
  });

  it.each([
    '/works/10.20783/DIAS.662',
    '/works/DOI:10.20783/dias.662',
    '/works/doi:10.20783/Dias.662',
    '/works/https://doi.org/10.20783/dias.662',
    '/works/https:/doi.org/10.20783/dias.662',
    '/works/http://dx.doi.org/10.20783/dias.662',
    '/works/doi.org/10.20783%2Fdias.662',
    '/works/info:doi/10.20783/dias.662',
  ])('of a DOI in another form is elsewhere: %s', (path) => {
    expect(askedWork(path)).toEqual({ id: 'doi:10.20783/dias.662', moved: true });
  });

  it('of a DOI is the same with its colon and slash encoded: a proxy that does so is not sent in a circle', () => {
    expect(askedWork('/works/doi%3A10.20783%2Fdias.662')).toEqual({ id: 'doi:10.20783/dias.662', moved: false });
  });

  it('holds no id where it is empty or its encoding is broken', () => {
    expect(askedWork('/works/')).toBeNull();
    expect(askedWork('/works/%E0%A4')).toBeNull();
  });
});
