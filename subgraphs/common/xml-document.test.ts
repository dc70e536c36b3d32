import { describe, expect, it } from 'vitest';
import { readXmlDocument } from './xml-document.js';

describe('reading an XML document', () => {
  it.each(['<a>é</a>', "<?xml version='1.0' encoding='UTF-8'?>\n<a>é</a>", '\ufeff<a>é</a>', '\n  <a>é</a>'])(
    'reads %j, with or without declaration or byte order mark',
    (text) => {
      expect(readXmlDocument(Buffer.from(text)).children).toEqual(['é']);
    },
  );

  it('reads an encoding that is declared', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><a>'),
      Buffer.from([0x8a, 0x43]),
      Buffer.from('</a>'),
    ]);
    expect(readXmlDocument(bytes).children).toEqual(['海']);
  });

  it.each([
    ['<!DOCTYPE html><html><body>Login</body></html>', 'HTML page'],
    ['{"hits": 1}', 'JSON'],
    ['', 'empty'],
    ['<a><b></a>', 'line 1'],
    ['<a><b/>', 'not readable as XML'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document type declaration'],
    ['<a x:y="1"/>', 'unbound namespace prefix'],
  ])('refuses %j in one line that says why', (text, why) => {
    expect(() => readXmlDocument(Buffer.from(text))).toThrow(expect.objectContaining({ name: 'UnreadableDocument' }));
    expect(() => readXmlDocument(Buffer.from(text))).toThrow(why);
  });

  it('refuses bytes that are no text, and shows none of them', () => {
    expect(() => readXmlDocument(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]))).toThrow(
      'the bytes are no text in utf-8',
    );
  });
});
