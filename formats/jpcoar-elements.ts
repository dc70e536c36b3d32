import { elementMaker } from './xml.js';

const JPCOAR = 'https://github.com/JPCOAR/schema/blob/master/2.0/';
const DC = 'http://purl.org/dc/elements/1.1/';
const DCTERMS = 'http://purl.org/dc/terms/';
const DATACITE = 'https://schema.datacite.org/meta/kernel-4/';
const DCNDL = 'http://ndl.go.jp/dcndl/terms/';

/** The namespaces of a JPCOAR 2.0 record and their usual prefixes. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  [JPCOAR]: 'jpcoar',
  [DC]: 'dc',
  [DCTERMS]: 'dcterms',
  [DATACITE]: 'datacite',
  [DCNDL]: 'dcndl',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
};

export const jpcoar = elementMaker(JPCOAR);
export const dc = elementMaker(DC);
export const dcterms = elementMaker(DCTERMS);
export const datacite = elementMaker(DATACITE);
export const dcndl = elementMaker(DCNDL);
