import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attribute,
  childElement,
  childElements,
  childText,
  descendants,
  escapeXml,
  parseXml,
  serializeXml,
  textContent,
  xmlLang,
  XmlError,
  type XmlElement,
} from './xml.js';

/** The error that reading gives, or a failed test. */
function refusal(source: string, limits?: Parameters<typeof parseXml>[1]): XmlError {
  try {
    parseXml(source, limits);
  } catch (error) {
    if (error instanceof XmlError) return error;
    throw error;
  }
  throw new Error('the document was read');
}

describe('parseXml', () => {
  it('resolves namespaces: the same name under any prefix is the same', () => {
    const root = parseXml('<r xmlns="urn:a" xmlns:p="urn:b"><p:x p:k="1" k="2"/><y xmlns="urn:c"/></r>');
    expect([root.name, root.namespace]).toEqual(['r', 'urn:a']);
    expect(childElements(root).map(({ name, namespace }) => [name, namespace])).toEqual([
      ['x', 'urn:b'],
      ['y', 'urn:c'],
    ]);
    expect(childElement(root, 'x')?.attributes).toEqual([
      { name: 'k', namespace: 'urn:b', value: '1' },
      { name: 'k', namespace: '', value: '2' },
    ]);
  });

  it('leaves numbers as text', () => {
    const root = parseXml('<r><crid>1390282680241132288</crid><issn>02770288</issn></r>');
    expect(childText(root, 'crid')).toBe('1390282680241132288');
    expect(childText(root, 'issn')).toBe('02770288');
  });

  it('reads CDATA, the five entities and character references', () => {
    expect(textContent(parseXml('<r>a<![CDATA[<b> & ]]>c &lt;&gt;&amp;&quot;&apos;&#x6d77;</r>'))).toBe(
      'a<b> & c <>&"\'海',
    );
  });

  it('reads a document behind a byte order mark or blank lines, and counts those lines', () => {
    expect(parseXml('\ufeff<?xml version="1.0"?><r/>').name).toBe('r');
    expect(parseXml('\n\n<?xml version="1.0"?>\n<r/>').line).toBe(4);
    expect(refusal('\n\n<r>\n<a></b>\n</r>').line).toBe(4);
  });

  it('reads elements and attributes that are named as the properties of an object', () => {
    const root = parseXml('<constructor __proto__="x"><toString/></constructor>');
    expect(attribute(root, '__proto__')).toBe('x');
    expect(childElements(root).map(({ name }) => name)).toEqual(['toString']);
  });

  it.each([
    ['<!DOCTYPE r><r/>', /document type declaration/],
    ['<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>', /document type declaration/],
    ['<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', /document type declaration/],
    ['<r>&nbsp;</r>', /undefined entity/],
    ['<r>\u0000</r>', /disallowed character/],
    ['<r>&#0;</r>', /./],
    ['<r><a></r>', /unexpected close tag/],
    ['<r>', /unclosed tag/],
    ['<p:r/>', /unbound namespace prefix/],
    ['<r a="1" a="2"/>', /duplicate attribute/],
    ['<r/><r/>', /./],
    ['not XML', /./],
    ['', /./],
  ])('refuses %j', (source, why) => {
    expect(refusal(source).message).toMatch(why);
  });

  it('says where it stopped', () => {
    const error = refusal('<r>\n  <a>\n  </b>\n</r>');
    expect(error.line).toBe(3);
    expect(error.column).toBeGreaterThan(0);
    expect(error.message).toMatch(/\(line 3, column \d+\)$/);
    expect(error.message).not.toContain('\n');
  });

  it('keeps its message short however long a name is', () => {
    expect(refusal(`<r><${'a'.repeat(100_000)}>`).message.length).toBeLessThan(200);
  });

  it('holds its limits exactly', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    const limits = { maxDepth: 3, maxElements: 5 };
    expect(parseXml(nested(3), limits).name).toBe('a');
    expect(refusal(nested(4), limits).message).toMatch(/nested deeper than 3/);
    expect(childElements(parseXml(`<r>${'<a/>'.repeat(4)}</r>`, limits))).toHaveLength(4);
    expect(refusal(`<r>${'<a/>'.repeat(5)}</r>`, limits).message).toMatch(/more than 5 elements/);
  });

  it('refuses ten megabytes of nested elements at once', () => {
    const source = '<a>'.repeat(3_500_000);
    const start = performance.now();
    expect(refusal(source).message).toMatch(/nested deeper than 100/);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('reading an element', () => {
  const root = parseXml(
    '<r xmlns:q="urn:q" xml:lang=" ja "><a>1<b>2</b></a><c> </c><a q:href=" x " xml:lang="">3</a><d><a>4</a></d></r>',
  );

  it('finds children and descendants in the order of the document', () => {
    expect(childElements(root, 'a').map(textContent)).toEqual(['12', '3']);
    expect(descendants(root, 'a').map(textContent)).toEqual(['12', '3', '4']);
  });

  it('takes blank texts and attributes for absent', () => {
    expect(childText(root, 'a')).toBe('12');
    expect(childText(root, 'c')).toBeUndefined();
    expect(childText(root, 'none')).toBeUndefined();
    expect(attribute(childElements(root, 'a')[1] ?? root, 'href')).toBe('x');
    expect(attribute(root, 'none')).toBeUndefined();
  });

  it('reads xml:lang as tagged, a blank one as none', () => {
    expect(xmlLang(root)).toBe('ja');
    expect(xmlLang(childElements(root, 'a')[1] ?? root)).toBeUndefined();
    expect(xmlLang(parseXml('<r lang="ja"/>'))).toBeUndefined();
  });
});

/** What a document says: neighbouring texts are one, positions count for nothing. */
function meaning(element: XmlElement): unknown {
  const children: unknown[] = [];
  for (const child of element.children) {
    const last = children.at(-1);
    if (typeof child !== 'string') children.push(meaning(child));
    else if (typeof last === 'string') children[children.length - 1] = last + child;
    else children.push(child);
  }
  const { name, namespace, attributes } = element;
  return { name, namespace, attributes, children };
}

describe('serializeXml', () => {
  it.each([
    ['a default namespace inside another and back', '<a xmlns="urn:1"><b xmlns="urn:2"><c xmlns="urn:1"/></b></a>'],
    ['no namespace inside a default one', '<a xmlns="urn:1"><b xmlns=""><c/></b></a>'],
    ['two attributes of unknown namespaces', '<a xmlns:p="urn:1" xmlns:q="urn:2" p:x="1" q:x="2" x="3"/>'],
    ['a known prefix', '<a xmlns="urn:known" xmlns:k="urn:known" k:x="1"><b/></a>'],
    ['a namespace named as a property', '<a xmlns="constructor"/>'],
    ['xml:lang', '<a xml:lang="ja">海</a>'],
    ['blanks and line breaks', '<a b="1&#10;2&#9;3&#13;">x&#13;\ny\tz</a>'],
    ['escapes', '<a b="&lt;&amp;&quot;\'">]]&gt; &amp;lt;</a>'],
  ])('writes what reads as the same: %s', (_what, source) => {
    const root = parseXml(source);
    expect(meaning(parseXml(serializeXml(root, { 'urn:known': 'k' })))).toEqual(meaning(root));
  });

  it('declares a namespace once, where it changes, and not what the caller declares', () => {
    const root = parseXml('<a xmlns="urn:known"><b/><b/></a>');
    expect(serializeXml(root, { 'urn:known': 'k' })).toBe('<k:a xmlns:k="urn:known"><k:b/><k:b/></k:a>');
    expect(serializeXml(root, { 'urn:known': 'k' }, new Set(['k=urn:known']))).toBe('<k:a><k:b/><k:b/></k:a>');
  });

  it('writes any document so that it reads as the same', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const namespace = fc.constantFrom('', 'urn:1', 'urn:2', 'urn:known');
    const text = fc.string({ unit: fc.constantFrom(...'ab<>&"\'\t\n\r 海]'), minLength: 1 });
    const attributes = fc.uniqueArray(fc.record({ name, namespace, value: text }), {
      selector: (item) => `${item.namespace} ${item.name}`,
      maxLength: 3,
    });
    const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
      element: fc.record({
        name,
        namespace,
        attributes,
        children: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 3 }),
        line: fc.constant(1),
      }),
    }));
    fc.assert(
      fc.property(element, (root) => {
        expect(meaning(parseXml(serializeXml(root, { 'urn:known': 'k' })))).toEqual(meaning(root));
      }),
      { numRuns: 500 },
    );
  });
});

it('escapeXml drops what XML has no place for and keeps everything else', () => {
  expect(escapeXml('a\u0000\u0008\ud800\uffffb<&>"\t\n😀')).toBe('ab&lt;&amp;&gt;&quot;\t\n😀');
});
