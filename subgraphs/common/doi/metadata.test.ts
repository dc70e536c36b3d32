import { describe, expect, it } from 'vitest';
import { UpstreamUnavailable } from '../../../upstream/errors.js';
import { failureOf, scopeWith } from '../../../upstream/testing.js';
import { FakeReader } from '../small-catalogue/testing.js';
import type { FakeAnswer } from '../small-catalogue/testing.js';
import { DoiMetadata } from './metadata.js';

const servers = { doiUrl: 'https://doi.test/', jalcUrl: 'https://jalc.test', dataciteUrl: 'https://datacite.test' };
const json = (value: unknown): FakeAnswer => ({ body: Buffer.from(JSON.stringify(value)) });
const away = new UpstreamUnavailable({ platform: 'DIAS', message: 'away', status: 503 });
const doi = '10.99999/dias.1';
const jalc = json({ apiType: 'doi', data: { doi: '10.99999/DIAS.1', title_list: [{ title: 'J' }] } });
const datacite = json({ data: { attributes: { doi, titles: [{ title: 'D' }] } } });
const csl = json({
  DOI: doi,
  title: 'C',
  author: [{ family: 'Yamada', given: 'Hana' }],
  issued: { 'date-parts': [[2020, 3]] },
});

/** Answers by server and path; what is not named is 404. */
function asking(answers: Readonly<Record<string, FakeAnswer>>): { reader: FakeReader; metadata: DoiMetadata } {
  const reader = new FakeReader(({ url }) => answers[url.replace('https://', '')] ?? { status: 404 });
  return { reader, metadata: new DoiMetadata(reader, 'DIAS', servers) };
}
const RA = 'doi.test/doiRA/10.99999/dias.1';
const JALC = 'jalc.test/dois/10.99999%2Fdias.1';
const DATACITE = 'datacite.test/dois/10.99999%2Fdias.1';
const CSL = 'doi.test/10.99999/dias.1';
const hosts = ({ asked }: FakeReader): string[] => asked.map(({ url }) => new URL(url).host);

describe('DOI metadata', () => {
  it('are asked of the agency that doi.org names', async () => {
    const { reader, metadata } = asking({ [RA]: json([{ DOI: doi, RA: 'JaLC' }]), [JALC]: jalc, [DATACITE]: datacite });
    const answer = await metadata.read('https://doi.org/10.99999/DIAS.1', scopeWith(1000));
    expect(answer).toMatchObject({ source: 'JALC', fields: { doi, title: { values: [{ value: 'J' }] } } });
    expect(reader.asked.map(({ url }) => url.replace('https://', ''))).toEqual([RA, JALC]);
    expect(reader.asked.every(({ platform }) => platform === 'DIAS')).toBe(true);
  });

  it('of another agency are citation data by content negotiation', async () => {
    const { reader, metadata } = asking({ [RA]: json([{ DOI: doi, RA: 'Crossref' }]), [CSL]: csl });
    expect(await metadata.read(doi, scopeWith(1000))).toMatchObject({
      source: 'CSL',
      fields: {
        title: { values: [{ value: 'C' }] },
        creators: [{ name: { values: [{ value: 'Yamada, Hana' }] } }],
        issued: '2020-03',
      },
    });
    expect(reader.asked.at(-1)?.headers).toEqual({ accept: 'application/vnd.citationstyles.csl+json' });
  });

  it('that the agency does not have are null, and so is a DOI that does not exist', async () => {
    const none = asking({ [RA]: json([{ DOI: doi, RA: 'DataCite' }]) });
    expect(await none.metadata.read(doi, scopeWith(1000))).toBeNull();
    const missing = asking({ [RA]: json([{ DOI: doi, status: 'DOI does not exist' }]), [JALC]: jalc });
    expect(await missing.metadata.read(doi, scopeWith(1000))).toBeNull();
    expect(missing.reader.asked).toHaveLength(1);
    expect(await missing.metadata.read('no DOI', scopeWith(1000))).toBeNull();
    expect(missing.reader.asked).toHaveLength(1);
  });

  it.each([
    ['a text', { body: Buffer.from('"Service error"') }],
    ['no JSON', { body: Buffer.from('<html>') }],
    ['not to be reached', away],
  ])(
    'are found all the same when doi.org’s answer is %s, and what worked for the prefix is asked first',
    async (_, agency) => {
      const { reader, metadata } = asking({ [RA]: agency, [DATACITE]: datacite });
      expect(await metadata.read(doi, scopeWith(1000))).toMatchObject({ source: 'DATACITE' });
      expect(hosts(reader)).toEqual(['doi.test', 'jalc.test', 'datacite.test']);
      await metadata.read(doi, scopeWith(1000));
      expect(hosts(reader).slice(3)).toEqual(['doi.test', 'datacite.test']);
    },
  );

  it('come from citation data when the agency is away, and are an error when those are missing too', async () => {
    const agency = json([{ DOI: doi, RA: 'JaLC' }]);
    const found = asking({ [RA]: agency, [JALC]: away, [CSL]: csl });
    expect(await found.metadata.read(doi, scopeWith(1000))).toMatchObject({ source: 'CSL' });
    const lost = asking({ [RA]: agency, [JALC]: away });
    expect(await failureOf(lost.metadata.read(doi, scopeWith(1000)))).toBe(away);
  });

  it('of another DOI are nobody’s answer', async () => {
    const other = json({ data: { attributes: { doi: '10.99999/other' } } });
    const { metadata } = asking({ [RA]: json([{ DOI: doi, RA: 'DataCite' }]), [DATACITE]: other });
    expect(await metadata.read(doi, scopeWith(1000))).toBeNull();
  });
});
