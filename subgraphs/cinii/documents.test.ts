import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../common/errors.js';
import { ciniiDocuments } from './documents.js';
import { address, searchDocument } from './testing.js';

function read(items: readonly unknown[]) {
  const format = ciniiDocuments.find(({ name }) => name === 'cinii-search');
  if (format === undefined) throw new Error('no format');
  return format.read(searchDocument('ja', items));
}

describe('a file of a search answer', () => {
  it('gives the records that can be read, and a line for each of the others', () => {
    const { records, refused } = read(['junk', { '@id': address('1390000000000000017') }, { title: 'no address' }]);
    expect(records.map(({ id }) => id)).toEqual(['cinii:1390000000000000017']);
    expect(refused).toEqual(['items[0]: it is no object', 'items[2]: @id: expected the address of a CRID (19 digits)']);
  });

  it('is refused where nothing in it can be read', () => {
    expect(() => read(['junk'])).toThrow(UnreadableDocument);
  });
});
