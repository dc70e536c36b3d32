import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../formats/registry.js';
import { negotiated, wantsPage } from './representations.js';

const JPCOAR = 'application/xml;profile="https://github.com/JPCOAR/schema/blob/master/2.0/"';
const OAI_DC = 'application/xml; profile="http://www.openarchives.org/OAI/2.0/oai_dc/"';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('the form that a work is given in', () => {
  it.each([
    ['nothing is said', undefined, 'html'],
    ['the header is empty', '  ', 'html'],
    ['anything will do', '*/*', 'html'],
    ['a browser asks', BROWSER, 'html'],
    ['JSON-LD is asked for', 'application/ld+json', 'schema-org'],
    [
      'JSON-LD of schema.org is asked for by its profile',
      'application/ld+json;profile="https://schema.org/"',
      'schema-org',
    ],
    [
      'JSON-LD of DCAT is asked for by its profile',
      'application/ld+json; profile="http://www.w3.org/ns/dcat#"',
      'dcat-ap',
    ],
    ['XML is asked for', 'application/xml', 'jpcoar'],
    ['XML of JPCOAR is asked for', JPCOAR, 'jpcoar'],
    ['XML of Dublin Core is asked for', OAI_DC, 'oai-dc'],
    ['one is preferred by its quality', 'application/x-bibtex;q=0.5, application/x-research-info-systems;q=0.9', 'ris'],
    ['the preferred one is not to be had', 'text/turtle, application/x-bibtex;q=0.2', 'bibtex'],
    ['what is named goes before what is as good', '*/*, application/vnd.citationstyles.csl+json', 'csl-json'],
    ['the page is refused', 'text/html;q=0, */*;q=0.1', 'datacite-json'],
    ['media types are written in capitals', 'APPLICATION/X-BIBTEX', 'bibtex'],
    ['a linkset is asked for', 'application/linkset', 'linkset'],
    ['a linkset is asked for as JSON', 'application/linkset+json', 'linkset-json'],
  ])('when %s', (_, accept, name) => {
    expect(negotiated(accept)?.name).toBe(name);
  });

  it.each(['text/turtle', 'application/xml;profile="https://example.org/"', 'text/html;q=0', 'nonsense'])(
    'is none when only this is accepted: %s',
    (accept) => {
      expect(negotiated(accept)).toBeNull();
    },
  );

  it.each(FORMATS.map(({ name, mediaType }) => [name, mediaType]))(
    'is the format whose own media type is asked for: %s',
    (name, mediaType) => {
      expect(negotiated(mediaType)?.name).toBe(name);
    },
  );
});

describe('a fault', () => {
  it('is a page for browsers alone', () => {
    expect(wantsPage(BROWSER)).toBe(true);
    expect(wantsPage(undefined)).toBe(false);
    expect(wantsPage('*/*')).toBe(false);
    expect(wantsPage('application/x-bibtex')).toBe(false);
  });
});
