/**
 * Makes identifiers of the fictional world: well-formed, check digits right, from ranges that the real registries do not
 * use, so that nothing here can be mistaken for a real person or institution.
 */

const ROR_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** ISO/IEC 7064 mod 11-2. */
function mod11(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** 0009-0099-…: ORCID hands out up to 0009-0010-…. */
export function orcid(serial: number): string {
  const digits = `00090099${String(serial).padStart(7, '0')}`;
  return (`${digits}${mod11(digits)}`.match(/.{4}/g) ?? []).join('-');
}

/** Sixteen digits from a range of its own. */
export function isni(serial: number): string {
  const digits = `00009999${String(serial).padStart(7, '0')}`;
  return `${digits}${mod11(digits)}`;
}

/** https://ror.org/0zz…: ROR's own ids go on with 0 to 5. */
export function ror(serial: number): string {
  let rest = serial;
  let letters = '';
  for (let place = 0; place < 4; place += 1) {
    letters = `${ROR_ALPHABET[rest % 32] ?? '0'}${letters}`;
    rest = Math.floor(rest / 32);
  }
  letters = `zz${letters}`;
  let number = 0;
  for (const letter of letters) number = number * 32 + ROR_ALPHABET.indexOf(letter);
  return `https://ror.org/0${letters}${String(98 - ((number * 100) % 97)).padStart(2, '0')}`;
}

/** ISSN with hyphen and check digit from seven digits. */
export function issn(seven: string): string {
  const sum = [...seven].reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${seven.slice(0, 4)}-${seven.slice(4)}${check === 10 ? 'X' : String(check)}`;
}

/** ISBN-13 with check digit from twelve digits. */
export function isbn(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${String((10 - (sum % 10)) % 10)}`;
}

/** FNV-1a: spreads keys evenly, and the same at every start. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value ^= character.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value;
}

/** A CRID of nineteen digits: the four that go with the kind of source (fact sheet 7.1), then fifteen from the key. */
export function crid(leading: string, key: string): string {
  const tail = `${String(hash(`${key}/a`))}${String(hash(`${key}/b`))}`.padStart(15, '0').slice(-15);
  return `${leading}${tail}`;
}
