import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { world } from '../../../sandbox/world/index.js';
import {
  attribute,
  childElement,
  childElements,
  childText,
  descendants,
  parseXml,
  textContent,
  type XmlElement,
} from '../../common/xml.js';
import type { RunningSandbox } from '../../common/platform.js';
import { answerOai } from './oai.js';
import { collectArguments } from './oai-request.js';
import { REAL_TOKENS, ResumptionTokens } from './oai-tokens.js';
import { sandboxRepository } from './repositories.js';
import { ask, type TestAnswer } from './testing.js';
import { startJairoSandbox } from '../sandbox.js';

const OPTIONS = { port: 0, latencyMs: 0, fault: null, throttle: false };
let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startJairoSandbox(OPTIONS);
});
afterAll(() => sandbox.close());

function oai(repository: string, query: string, address = sandbox.address): Promise<TestAnswer> {
  return ask(`${address}/r/${repository}/oai?${query}`);
}

function token(document: XmlElement): XmlElement | undefined {
  return descendants(document, 'resumptionToken')[0];
}

function identifiers(document: XmlElement): string[] {
  return descendants(document, 'header').map((header) => childText(header, 'identifier') ?? '');
}

function errors(document: XmlElement): [string | undefined, string][] {
  return childElements(document, 'error').map((error) => [attribute(error, 'code'), textContent(error)]);
}

describe('the envelope of an OAI-PMH answer', () => {
  it('is pretty-printed with a single-quoted declaration and names the public host', async () => {
    const answer = await oai('umi', 'verb=Identify');
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('text/xml; charset=utf-8');
    expect(answer.text).toMatch(
      /^<\?xml version='1.0' encoding='UTF-8'\?>\n<OAI-PMH [^>]+>\n {2}<responseDate>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ</,
    );
    expect(answer.text).toContain('<request verb="Identify">https://umi.repo.nii.ac.jp/oai</request>');
    expect(descendants(answer.xml(), 'Identify').flatMap((identify) => childElements(identify).map(({ name }) => name))).toEqual([
      'repositoryName', 'adminEmail', 'baseURL', 'protocolVersion', 'earliestDatestamp', 'deletedRecord', 'granularity',
    ]); // prettier-ignore
  });

  it('echoes the arguments, `from` as from_ and an instant with a zone twice over', async () => {
    const answer = await oai(
      'umi',
      'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2012-01-01T00:00:00Z&until=2030-01-01T00:00:00Z',
    );
    const request = childElement(answer.xml(), 'request');
    expect(Object.fromEntries(request?.attributes.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      verb: 'ListIdentifiers',
      metadataPrefix: 'oai_dc',
      from_: '2012-01-01T00:00:00+00:00Z',
      until: '2030-01-01T00:00:00+00:00Z',
    });
  });

  it('takes the same request as a form', async () => {
    const answer = await ask(`${sandbox.address}/r/umi/oai`, {
      method: 'POST',
      body: new URLSearchParams({ verb: 'Identify' }),
    });
    expect(childElement(answer.xml(), 'Identify')).toBeDefined();
  });

  it.each([
    ['', 'badVerb', 'Missing data for required field "verb".'],
    ['verb=identify', 'badVerb', 'This is not a valid OAI-PMH verb:identify'],
    ['verb=Identify&set=1', 'badArgument', 'You have passed too many arguments.'],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc',
      'badArgument',
      'Illegal duplicate of argument "metadataPrefix".',
    ],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2025&until=2024',
      'badArgument',
      'Date "from" must be before "until".',
    ],
    [
      'verb=ListRecords&metadataPrefix=oai_marc',
      'cannotDisseminateFormat',
      'The metadataPrefix "oai_marc" is not supported by this repository.',
    ],
    [
      'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:umi.repo.nii.ac.jp:99999999',
      'idDoesNotExist',
      'No matching identifier',
    ],
    [
      'verb=ListRecords&resumptionToken=x',
      'badResumptionToken',
      'The value of the resumptionToken argument is invalid or expired.',
    ],
  ])('refuses %s with 422: %s', async (query, code, message) => {
    const answer = await oai('umi', query);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/^<OAI-PMH [^\n]+$/);
    expect(errors(answer.xml())).toContainEqual([code, message]);
    expect(childElement(answer.xml(), 'request')?.attributes).toEqual([]);
  });

  it('tells several errors at once', async () => {
    expect(errors((await oai('umi', 'verb=GetRecord')).xml())).toEqual([
      ['badArgument', 'Missing data for required field "metadataPrefix".'],
      ['badArgument', 'Missing data for required field "identifier".'],
    ]);
  });

  it('breaks on a date with and one without a zone, and on the verb that nothing handles', async () => {
    expect(
      (await oai('umi', 'verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01&until=2024-02-01T00:00:00Z')).status,
    ).toBe(500);
    expect((await oai('umi', 'verb=GetMetadata&metadataPrefix=oai_dc&identifier=a')).status).toBe(500);
  });

  it('turns desktop browsers away and serves everybody else', async () => {
    const browser = { headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' } };
    expect((await ask(`${sandbox.address}/r/umi/oai?verb=Identify`, browser)).status).toBe(406);
    expect(
      (await ask(`${sandbox.address}/r/umi/oai?verb=Identify`, { headers: { 'User-Agent': 'kakehashi/0' } })).status,
    ).toBe(200);
  });
});

describe('the lists of a repository', () => {
  it('show 100 records a page in the order of their numbers, with an opaque token', async () => {
    const first = (await oai('umi', 'verb=ListIdentifiers&metadataPrefix=jpcoar_2.0')).xml();
    const numbers = identifiers(first).map((identifier) => Number(identifier.split(':').at(-1)));
    expect(numbers).toHaveLength(100);
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
    const attributes = Object.fromEntries(token(first)?.attributes.map(({ name, value }) => [name, value]) ?? []);
    expect(attributes).toMatchObject({ cursor: '0', completeListSize: '200' });
    expect(attributes['expirationDate']).toMatch(/Z$/);
  });

  it('promise a page that does not come when the total is a multiple of 100', async () => {
    let document = (await oai('umi', 'verb=ListRecords&metadataPrefix=jpcoar_2.0')).xml();
    const seen = identifiers(document);
    for (let page = 0; page < 2; page += 1) {
      const text = encodeURIComponent(token(document) ? textContent(token(document) ?? document) : '');
      document = (await oai('umi', `verb=ListRecords&resumptionToken=${text}`)).xml();
      seen.push(...identifiers(document));
    }
    expect(new Set(seen).size).toBe(200);
    expect(errors(document)).toEqual([
      ['noRecordsMatch', expect.stringContaining('results in an empty list') as string],
    ]);
    expect(
      childElement(document, 'request') && attribute(childElement(document, 'request') ?? document, 'metadataPrefix'),
    ).toBe('jpcoar_2.0');
  });

  it('end with an empty token, have holes, and need POST where tokens are long', async () => {
    let document = (await oai('midori', 'verb=ListRecords&metadataPrefix=jpcoar_1.0')).xml();
    let seen = identifiers(document).length;
    for (
      let text = textContent(token(document) ?? document);
      text !== '';
      text = textContent(token(document) ?? document)
    ) {
      expect(text.length).toBeGreaterThan(2_000);
      const body = new URLSearchParams({ verb: 'ListRecords', resumptionToken: text });
      document = (await ask(`${sandbox.address}/r/midori/oai`, { method: 'POST', body })).xml();
      seen += identifiers(document).length;
    }
    expect(attribute(token(document) ?? document, 'cursor')).toBe('200');
    const hidden = world.works.filter(
      ({ holdings: { jairo } }) => jairo?.repository === 'midori' && jairo.state === 'hidden',
    ).length;
    expect(hidden).toBeGreaterThan(0);
    expect(seen).toBe(230 - hidden);
  });

  it('have no token where everything fits on one page', async () => {
    expect(token((await oai('hoshi', 'verb=ListRecords&metadataPrefix=jpcoar_2.0')).xml())).toBeUndefined();
  });

  it('skip a page when a token is sent twice, unless that is switched off', async () => {
    const next = async (address: string): Promise<string[][]> => {
      const first = (await oai('umi', 'verb=ListIdentifiers&metadataPrefix=oai_dc', address)).xml();
      const query = `verb=ListIdentifiers&resumptionToken=${encodeURIComponent(textContent(token(first) ?? first))}`;
      return [
        identifiers((await oai('umi', query, address)).xml()),
        identifiers((await oai('umi', query, address)).xml()),
      ];
    };
    const [once, twice] = await next(sandbox.address);
    expect(once).toHaveLength(100);
    expect(twice).toEqual([]);
    const patient = await startJairoSandbox(OPTIONS, { tokensAreOneShot: false });
    const [same, again] = await next(patient.address);
    await patient.close();
    expect(same).toHaveLength(100);
    expect(again).toEqual(same);
  });

  it('refuse a token that is expired, changed, of another verb, or beside other arguments', async () => {
    const hasty = await startJairoSandbox(OPTIONS, { tokenLifetimeMs: 0 });
    const expired = textContent(
      token((await oai('umi', 'verb=ListRecords&metadataPrefix=oai_dc', hasty.address)).xml()) ??
        (await oai('umi', '')).xml(),
    );
    expect((await oai('umi', `verb=ListRecords&resumptionToken=${expired}`, hasty.address)).status).toBe(422);
    await hasty.close();
    const good = textContent(
      token((await oai('umi', 'verb=ListRecords&metadataPrefix=oai_dc')).xml()) ?? (await oai('umi', '')).xml(),
    );
    for (const [query, code] of [
      [`verb=ListRecords&resumptionToken=${good}x`, 'badResumptionToken'],
      [`verb=ListIdentifiers&resumptionToken=${good}`, 'badResumptionToken'],
      [`verb=ListRecords&resumptionToken=${good}&from=2020`, 'badArgument'],
    ] as const) {
      const answer = await oai('umi', query);
      expect([answer.status, errors(answer.xml())[0]?.[0]]).toEqual([422, code]);
    }
  });

  it('end the harvest with noRecordsMatch when a whole page is hidden', () => {
    const repository = sandboxRepository(world, world.repository('umi'));
    const answer = answerOai({
      repository: {
        ...repository,
        items: repository.items.map((item, index) => (index < 100 ? { ...item, state: 'hidden' } : item)),
      },
      tokens: new ResumptionTokens(REAL_TOKENS, 1),
      args: collectArguments(new URLSearchParams('verb=ListRecords&metadataPrefix=oai_dc')),
      now: new Date(0),
      endless: false,
    });
    expect(answer.status).toBe(200);
    expect(errors(parseXml(String(answer.body)))[0]?.[0]).toBe('noRecordsMatch');
  });

  it('never end under the fault `endless`', async () => {
    await ask(`${sandbox.address}/__fault`, { method: 'POST', body: '{"kind":"endless"}' });
    let document = (await oai('hoshi', 'verb=ListRecords&metadataPrefix=oai_dc')).xml();
    for (let page = 0; page < 5; page += 1) {
      document = (
        await oai('hoshi', `verb=ListRecords&resumptionToken=${textContent(token(document) ?? document)}`)
      ).xml();
      expect(identifiers(document).length).toBeGreaterThan(0);
    }
    await ask(`${sandbox.address}/__fault`, { method: 'POST', body: '{"kind":null}' });
  });

  it('select by date; until a midnight means the whole day', async () => {
    const stub = '2026-03-18';
    const day = await oai('midori', `verb=ListIdentifiers&metadataPrefix=oai_dc&from=${stub}&until=${stub}`);
    const headers = descendants(day.xml(), 'header');
    expect(headers.length).toBeGreaterThan(0);
    expect(headers.every((header) => childText(header, 'datestamp')?.startsWith(stub))).toBe(true);
    expect(errors((await oai('midori', 'verb=ListIdentifiers&metadataPrefix=oai_dc&until=1990')).xml())[0]?.[0]).toBe(
      'noRecordsMatch',
    );
  });
});

describe('sets', () => {
  it('select their descendants on v2.0.0 and the last index alone on v1.0.8', async () => {
    const list = async (repository: string, set: string): Promise<string[]> =>
      identifiers((await oai(repository, `verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`)).xml());
    expect((await list('umi', '1')).length).toBeGreaterThan((await list('umi', '1:11')).length);
    expect(await list('miyako', '1')).toEqual([]);
    expect((await list('miyako', '1:12')).length).toBeGreaterThan(0);
    expect(await list('umi', '77')).toEqual([]);
  });

  it('are listed as paths, communities among them, those that are not public left out', async () => {
    const document = (await oai('umi', 'verb=ListSets')).xml();
    const specs = descendants(document, 'set').map((set) => childText(set, 'setSpec'));
    expect(specs).toEqual(expect.arrayContaining(['1', '1:11', '3:31:1700000000101', 'user-umi-plastics']));
    expect(specs).not.toContain('9');
    expect(descendants(document, 'setDescription')).toHaveLength(1);
  });

  it('come 100 a page', async () => {
    const first = (await oai('miyako', 'verb=ListSets')).xml();
    const rest = (
      await oai('miyako', `verb=ListSets&resumptionToken=${encodeURIComponent(textContent(token(first) ?? first))}`)
    ).xml();
    expect(descendants(first, 'set')).toHaveLength(100);
    expect(descendants(rest, 'set')).toHaveLength(19);
    expect(textContent(token(rest) ?? rest)).toBe('');
  });
});

describe('records and formats', () => {
  const held = (repository: string, state: string): string => {
    const holding = world.works
      .flatMap(({ holdings: { jairo } }) => jairo ?? [])
      .find((one) => one.repository === repository && one.state === state);
    return `oai:${repository}.repo.nii.ac.jp:${holding?.recid.padStart(8, '0') ?? ''}`;
  };

  it('show deleted and private items as deleted headers without sets and metadata', async () => {
    for (const state of ['deleted', 'private']) {
      const document = (
        await oai('midori', `verb=GetRecord&metadataPrefix=jpcoar_2.0&identifier=${held('midori', state)}`)
      ).xml();
      const header = descendants(document, 'header')[0];
      expect(header && attribute(header, 'status')).toBe('deleted');
      expect(header && childElements(header).map(({ name }) => name)).toEqual(['identifier', 'datestamp']);
      expect(descendants(document, 'metadata')).toEqual([]);
    }
  });

  it('answer a hidden item with 200, idDoesNotExist and a bare request', async () => {
    const answer = await oai(
      'midori',
      `verb=GetRecord&metadataPrefix=jpcoar_2.0&identifier=${held('midori', 'hidden')}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.text.startsWith('<?xml')).toBe(true);
    expect(errors(answer.xml())).toEqual([['idDoesNotExist', 'No matching identifier']]);
    expect(childElement(answer.xml(), 'request')?.attributes).toEqual([]);
  });

  it('have an identifier prefix of their own on one host', async () => {
    const document = (await oai('kita', 'verb=ListIdentifiers&metadataPrefix=oai_dc')).xml();
    expect(identifiers(document).every((identifier) => /^oai:weko3\.example\.org:\d{8}$/.test(identifier))).toBe(true);
    const address = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${(identifiers(document)[0] ?? '').replace('weko3.example.org', 'kita.repo.nii.ac.jp')}`;
    expect(errors((await oai('kita', address)).xml())[0]?.[0]).toBe('idDoesNotExist');
  });

  it('are advertised under namespaces that the records do not have', async () => {
    const formats = descendants((await oai('umi', 'verb=ListMetadataFormats')).xml(), 'metadataFormat');
    const jpcoar = formats.find((format) => childText(format, 'metadataPrefix') === 'jpcoar_2.0');
    expect(jpcoar && childText(jpcoar, 'metadataNamespace')).toBe('https://irdb.nii.ac.jp/schema/jpcoar/2.0/');
    const record = (
      await oai('umi', `verb=GetRecord&metadataPrefix=jpcoar_2.0&identifier=${held('umi', 'public')}`)
    ).xml();
    expect(descendants(record, 'jpcoar')[0]?.namespace).toBe('https://github.com/JPCOAR/schema/blob/master/2.0/');
  });

  it('fall back to 1.0 on the host that has no jpcoar_2.0', async () => {
    const refused = await oai(
      'miyako',
      `verb=GetRecord&metadataPrefix=jpcoar_2.0&identifier=${held('miyako', 'public')}`,
    );
    expect([refused.status, errors(refused.xml())[0]?.[0]]).toEqual([422, 'cannotDisseminateFormat']);
    const record = (
      await oai('miyako', `verb=GetRecord&metadataPrefix=jpcoar_1.0&identifier=${held('miyako', 'public')}`)
    ).xml();
    expect(descendants(record, 'jpcoar')[0]?.namespace).toBe('https://github.com/JPCOAR/schema/blob/master/1.0/');
  });

  it('lose persons in oai_dc: identifiers stand as further creators', async () => {
    const record = (await oai('umi', `verb=GetRecord&metadataPrefix=oai_dc&identifier=${held('umi', 'public')}`)).xml();
    const creators = descendants(record, 'creator').map(textContent);
    expect(creators.some((creator) => /^\d+$/.test(creator))).toBe(true);
    expect(descendants(record, 'dc')[0]?.namespace).toBe('http://www.openarchives.org/OAI/2.0/oai_dc/');
  });

  it('are full in ddi for data and empty for everything else; lom is listed but never comes', async () => {
    const document = (await oai('umi', 'verb=ListRecords&metadataPrefix=ddi')).xml();
    const books = descendants(document, 'codeBook');
    expect(books.some((book) => descendants(book, 'titl').length > 0)).toBe(true);
    expect(books.some((book) => childElements(book).length === 0)).toBe(true);
    expect(errors((await oai('hoshi', 'verb=ListRecords&metadataPrefix=lom')).xml())[0]?.[0]).toBe('noRecordsMatch');
  });
});
