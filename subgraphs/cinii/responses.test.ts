import { describe, expect, it } from 'vitest';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { decodeDetail, decodeSearch, readDetail, readSearch } from './responses.js';

const CRID = '1390000000000000017';

function answer(items: unknown, more: object = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      '@context': { '@language': 'ja' },
      '@type': 'channel',
      'opensearch:totalResults': 1,
      'opensearch:startIndex': 1,
      items,
      ...more,
    }),
  );
}

function item(more: object = {}): object {
  return { '@id': `https://cir.nii.ac.jp/crid/${CRID}`, '@type': 'item', ...more };
}

function response(body: string | Buffer, more: Partial<UpstreamResponse> = {}): UpstreamResponse {
  const headers = { 'content-type': 'application/json;charset=UTF-8' };
  return { status: 200, headers, body: Buffer.from(body), url: '', receivedAt: new Date(0), ...more };
}

const HTML = '<!DOCTYPE html>\n<html lang="ja"><body>メンテナンス中</body></html>';
const DETAIL = JSON.stringify({ '@id': `https://cir.nii.ac.jp/crid/${CRID}.json`, '@type': 'Article' });

describe('a search answer', () => {
  it('has its total, its language and its hits, the CRID as text (trap 4)', () => {
    const read = readSearch(answer([item({ title: '海' })]));
    expect([read.total, read.language, read.items.length]).toEqual([1, 'ja', 1]);
    expect(read.items[0]?.['@id']).toBe(CRID);
  });

  it('takes a hit without a title (trap 1)', () => {
    expect(readSearch(answer([item()])).items[0]?.title).toBeUndefined();
  });

  it('takes one or many alike (trap 2)', () => {
    const single = item({
      'dc:creator': '夏目漱石',
      'dc:identifier': { '@type': 'cir:NAID', '@value': '100' },
      'dc:source': { '@id': 'https://example.org/' },
      'dc:subject': '小説',
      'prism:issn': ['02770288'],
    });
    const [hit] = readSearch(answer(single)).items;
    expect(hit?.['dc:creator']).toEqual(['夏目漱石']);
    expect(hit?.['dc:identifier']).toEqual([{ type: 'NAID', value: '100' }]);
    expect(hit?.['dc:source']).toEqual([{ url: 'https://example.org/' }]);
    expect(hit?.['prism:issn']).toEqual(['02770288']);
  });

  it('takes counts as numbers or as digits (fact sheet 4.1), and nothing else', () => {
    expect(readSearch(answer([], { 'opensearch:totalResults': '110265' })).total).toBe(110265);
    expect(() => readSearch(answer([], { 'opensearch:totalResults': 'many' }))).toThrow(/totalResults/);
    expect(() => readSearch(answer([], { 'opensearch:totalResults': -1 }))).toThrow(UnreadableDocument);
  });

  it.each([[[]], [undefined], [null]])('has no hits when items is %o', (items) => {
    expect(readSearch(answer(items, { 'opensearch:totalResults': 0 })).items).toEqual([]);
  });

  it('survives a byte order mark', () => {
    expect(readSearch(Buffer.concat([Buffer.from('\ufeff'), answer([])])).items).toEqual([]);
  });

  it('takes null and blank as absent', () => {
    const [hit] = readSearch(answer([item({ title: null, 'dc:publisher': ' ', 'prism:volume': 35 })])).items;
    expect([hit?.title, hit?.['dc:publisher'], hit?.['prism:volume']]).toEqual([undefined, [], '35']);
  });

  it('leaves out the hits that cannot be read, and says where and why in words for people', () => {
    const read = readSearch(
      answer(['junk', item({ title: '海' }), {}, { '@id': 'https://cir.nii.ac.jp/crid/12' }, null]),
    );
    expect(read.items.map(({ title }) => title?.value)).toEqual(['海']);
    expect(read.refused).toEqual([
      'items[0]: it is no object',
      'items[2]: @id: expected the address of a CRID (19 digits)',
      'items[3]: @id: expected the address of a CRID (19 digits)',
      'items[4]: it is no object',
    ]);
  });

  it('is refused when none of its hits can be read', () => {
    expect(() => readSearch(answer(['junk', {}]))).toThrow(
      new UnreadableDocument('a search answer of CiNii Research that cannot be read: items[0]: it is no object'),
    );
  });

  it('refuses a number that lost digits', () => {
    const wrong = item({ 'dc:identifier': [{ '@type': 'cir:X', '@value': 2 ** 63 }] });
    expect(() => readSearch(answer([wrong]))).toThrow(/items\[0\]: dc:identifier/);
  });

  it('is refused, without a word of it, when it is truncated', () => {
    const cut = answer([item({ title: 'secret title' })]).subarray(0, 150);
    expect(() => readSearch(cut)).toThrow(/^it is not well-formed JSON/);
    expect(() => readSearch(cut)).not.toThrow(/secret/);
  });

  it('is refused when it is empty or no UTF-8', () => {
    expect(() => readSearch(Buffer.from(' '))).toThrow('it is empty');
    expect(() => readSearch(Buffer.from([0x7b, 0xff, 0xfe]))).toThrow('it is not UTF-8 text');
  });

  it('reads RSS: items beside the channel, typed identifiers, addresses', () => {
    const rss = `<?xml version="1.0" encoding="utf-8" ?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ndl="http://ndl.go.jp/dcndl/terms" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xml:lang="en">
<channel rdf:about="x"><title>CiNii Research all</title><opensearch:totalResults>7</opensearch:totalResults><items><rdf:Seq><rdf:li rdf:resource="x"/></rdf:Seq></items></channel>
<item rdf:about="https://cir.nii.ac.jp/crid/${CRID}"><title>R&amp;D</title><dc:creator>A</dc:creator><dc:creator>B</dc:creator>
<ndl:degreeName>博士</ndl:degreeName><dc:identifier rdf:datatype="cir:NAID">02770288</dc:identifier><dc:source rdf:resource="https://example.org/a?b=1&amp;c=2"/></item>
</rdf:RDF>`;
    const read = readSearch(Buffer.from(rss));
    expect([read.total, read.language]).toEqual([7, 'en']);
    const [hit] = read.items;
    expect(hit?.title?.value).toBe('R&D');
    expect(hit?.['dc:creator']).toEqual(['A', 'B']);
    expect(hit?.['ndl:degreeName']).toBe('博士');
    // Digits stay text (trap 19).
    expect(hit?.['dc:identifier']).toEqual([{ type: 'NAID', value: '02770288' }]);
    expect(hit?.['dc:source']).toEqual([{ url: 'https://example.org/a?b=1&c=2' }]);
  });

  it('refuses XML with a document type', () => {
    expect(() => readSearch(Buffer.from('<!DOCTYPE rdf [<!ENTITY a "b">]><rdf/>'))).toThrow(/not well-formed XML/);
  });
});

describe('what is no search answer', () => {
  it.each([
    [HTML, 'an HTML page'],
    ['[]', 'JSON that is no object'],
    ['{"error":"x"}', 'JSON of another kind'],
    ['{"@context":"http://schema.org","@graph":[]}', 'the schema.org block of a page for people'],
    ['{"@graph":[{}]}', 'an answer of CiNii Books (with a @graph)'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'an Atom feed'],
    ['<grantAwards/>', 'an answer of KAKEN (grantAwards)'],
    ['<x/>', 'XML of another kind (its root is x)'],
    [DETAIL, "a record's own document (Article), read it as cinii-detail"],
  ])('is refused with what it is: %s', (text, what) => {
    expect(() => readSearch(Buffer.from(text))).toThrow(`not a search answer of CiNii Research: it is ${what}`);
  });
});

describe("a record's own document", () => {
  it('needs nothing but its address and kind', () => {
    const read = readDetail(Buffer.from(DETAIL));
    expect([read['@id'], read['@type'], read['dc:title']]).toEqual([CRID, 'Article', []]);
  });

  it('takes publication and grant once or in a list, dcterms:subject too', () => {
    const document = {
      ...(JSON.parse(DETAIL) as object),
      publication: [{ 'prism:volume': '3' }],
      grant: [{ grantIdentifier: { '@type': 'KAKEN', '@value': '1' } }],
      'dcterms:subject': { subjectScheme: 'BSH', notation: [{ '@value': 'x' }] },
      productIdentifier: { identifier: { '@type': 'DOI', '@value': '10.5072/a' }, extra: [{ type: 'title' }] },
    };
    const read = readDetail(Buffer.from(JSON.stringify(document)));
    expect(read.publication?.['prism:volume']).toBe('3');
    expect(read.grant?.grantIdentifier).toEqual([{ type: 'KAKEN', value: '1' }]);
    expect(read['dcterms:subject'][0]?.subjectScheme).toBe('BSH');
    expect(read.productIdentifier[0]?.identifier).toEqual({ type: 'DOI', value: '10.5072/a' });
  });

  it('reads RDF as it reads JSON, whichever address ndl and jpcoar have (trap 15)', () => {
    const rdf = `<rdf:RDF xmlns="https://cir.nii.ac.jp/schema/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:ndl="http://ndl.go.jp/dcndl/terms/" xmlns:jpcoar="https://github.com/JPCOAR/schema/blob/master/1.0/">
<Dissertation rdf:about="https://cir.nii.ac.jp/crid/${CRID}.rdf"><dc:title xml:lang="ja">海</dc:title><dc:title>Sea</dc:title>
<ndl:degreeName>博士(理学)</ndl:degreeName><degreeAwardInstitution rdf:parseType="Resource"><jpcoar:degreeGrantorName>架空大学</jpcoar:degreeGrantorName></degreeAwardInstitution>
<creator><Researcher rdf:about="https://cir.nii.ac.jp/crid/1420000000000000011"><personIdentifier rdf:datatype="https://cir.nii.ac.jp/schema/1.0/NRID">1000030413925</personIdentifier><foaf:name>大向, 一輝</foaf:name></Researcher></creator>
<url><rdf:Description rdf:about="https://example.org/"></rdf:Description></url></Dissertation></rdf:RDF>`;
    const read = readDetail(Buffer.from(rdf));
    expect(read['@type']).toBe('Dissertation');
    expect(read['dc:title']).toEqual([
      { value: '海', lang: 'ja' },
      { value: 'Sea', lang: null },
    ]);
    expect(read['ndl:degreeName'][0]?.value).toBe('博士(理学)');
    expect(read.degreeAwardInstitution?.['jpcoar:degreeGrantorName'][0]?.value).toBe('架空大学');
    expect(read.creator[0]?.personIdentifier).toEqual([{ type: 'NRID', value: '1000030413925' }]);
    expect(read.url).toEqual([{ url: 'https://example.org/' }]);
  });

  it('is refused where it is a search answer', () => {
    expect(() => readDetail(answer([]))).toThrow(/search answer, read it as cinii-search/);
  });
});

describe('an answer of the platform', () => {
  it('is refused when it is HTML with status 200 (trap 10)', () => {
    const html = response(HTML, { headers: { 'content-type': 'text/html;charset=UTF-8' } });
    expect(() => decodeSearch(html)).toThrow('it is no JSON but text/html');
    expect(() => decodeSearch(response(HTML))).toThrow(/an HTML page/);
  });

  it.each(['application/json', 'application/ld+json;charset=UTF-8'])('is read as %s', (type) => {
    expect(decodeSearch(response(answer([]), { headers: { 'content-type': type } })).total).toBe(1);
  });

  it('is null for an unknown CRID, whatever the page says', () => {
    expect(decodeDetail(response(HTML, { status: 404, headers: { 'content-type': 'text/html' } }))).toBeNull();
    expect(decodeDetail(response(DETAIL))?.['@id']).toBe(CRID);
  });
});
