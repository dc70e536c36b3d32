import { describe, expect, it } from 'vitest';
import { FakeUpstream, oaiError, oaiRecord, oaiXml, type Asked, type FakeAnswer } from '../../test/jairo/documents.js';
import { UpstreamUnavailable } from '../../upstream/errors.js';
import { RequestScope } from '../../upstream/scope.js';
import { Hosts } from './hosts.js';
import { PLATFORM } from './requests.js';

const UMI = { id: 'umi.repo.nii.ac.jp', baseUrl: 'http://127.0.0.1:4101/r/umi' };
const PLACE = { id: 'jairo:umi.repo.nii.ac.jp/7', repository: UMI.id, recid: '7' };
const TITLE = '<dc:title xml:lang="ja">海</dc:title>';
const IDENTIFIER = 'oai:umi.repo.nii.ac.jp:00000007';

function asking(answer: (asked: Asked) => FakeAnswer) {
  const client = new FakeUpstream(answer);
  const hosts = new Hosts(client, () => null);
  return { client, item: () => hosts.item(UMI, PLACE, new RequestScope()), hosts };
}

describe('a record of a repository', () => {
  it('is asked for once, in JPCOAR 2.0, by its padded number', async () => {
    const { client, item } = asking(() => oaiXml(`<GetRecord>${oaiRecord(IDENTIFIER, TITLE)}</GetRecord>`));
    expect(await item()).toMatchObject({
      ...PLACE,
      platform: 'JAIRO_CLOUD',
      title: { values: [{ value: '海', lang: 'ja' }] },
      oaiIdentifier: IDENTIFIER,
      identifiers: [{ scheme: 'OAI', value: IDENTIFIER }],
      datestamp: '2025-06-06T02:17:39Z',
      sets: ['3:62'],
      deleted: false,
    });
    expect(client.asked).toHaveLength(1);
    expect(client.asked[0]?.url).toBe('http://127.0.0.1:4101/r/umi/oai');
    expect(Object.fromEntries(client.asked[0]?.parameters ?? [])).toEqual({ verb: 'GetRecord', metadataPrefix: 'jpcoar_2.0', identifier: IDENTIFIER }); // prettier-ignore
  });

  it('is asked for in JPCOAR 1.0 where 2.0 is not known, and the next one so at once', async () => {
    const { client, item } = asking(({ parameters }) =>
      parameters.get('metadataPrefix') === 'jpcoar_2.0'
        ? { status: 422, body: oaiError('cannotDisseminateFormat') }
        : oaiXml(`<GetRecord>${oaiRecord(IDENTIFIER, TITLE)}</GetRecord>`),
    );
    expect(await item()).toMatchObject({ title: { values: [{ value: '海' }] } });
    await item();
    expect(client.asked.map(({ parameters }) => parameters.get('metadataPrefix'))).toEqual(['jpcoar_2.0', 'jpcoar_1.0', 'jpcoar_1.0']); // prettier-ignore
  });

  const padded = (recid: string): string => recid.padStart(8, '0');
  /** Three records of one request at once. */
  const three = (hosts: Hosts) => {
    const scope = new RequestScope();
    return Promise.all(['7', '8', '9'].map((recid) => hosts.item(UMI, { ...PLACE, id: `jairo:${UMI.id}/${recid}`, recid }, scope))); // prettier-ignore
  };

  it('is read in JPCOAR 1.0 also where a request beside it learned that first', async () => {
    const { hosts } = asking(({ parameters }) =>
      parameters.get('metadataPrefix') === 'jpcoar_2.0'
        ? { status: 422, body: oaiError('cannotDisseminateFormat') }
        : oaiXml(`<GetRecord>${oaiRecord(parameters.get('identifier') ?? '', TITLE)}</GetRecord>`),
    );
    expect((await three(hosts)).map((item) => item?.recid)).toEqual(['7', '8', '9']);
  });

  it('is refused as the repository refuses it where that has neither format', async () => {
    const { client, hosts } = asking(() => oaiError('cannotDisseminateFormat'));
    await expect(hosts.item(UMI, PLACE, new RequestScope())).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    expect(client.asked).toHaveLength(2);
  });

  it('is found under the prefix of its repository also beside others, and that is asked for once', async () => {
    const { client, hosts } = asking(({ parameters }) => {
      if (parameters.get('verb') === 'ListIdentifiers') return oaiXml('<ListIdentifiers><header><identifier>oai:weko3.example.org:00000001</identifier></header></ListIdentifiers>'); // prettier-ignore
      const identifier = parameters.get('identifier') ?? '';
      return identifier.startsWith('oai:weko3.example.org:')
        ? oaiXml(`<GetRecord>${oaiRecord(identifier, TITLE)}</GetRecord>`)
        : { status: 422, body: oaiError('idDoesNotExist') };
    });
    const found = await three(hosts);
    expect(found.map((item) => item?.oaiIdentifier)).toEqual(['7', '8', '9'].map((recid) => `oai:weko3.example.org:${padded(recid)}`)); // prettier-ignore
    expect(client.asked.filter(({ parameters }) => parameters.get('verb') === 'ListIdentifiers')).toHaveLength(1);
  });

  it.each(['oai:umi.repo.nii.ac.jp:00000008', 'oai:umi.repo.nii.ac.jp:00000070', 'oai:umi.repo.nii.ac.jp:seven'])(
    'is not believed where its header is %s, of another record than the one asked for',
    async (identifier) => {
      for (const content of [TITLE, null]) {
        const { item } = asking(() => oaiXml(`<GetRecord>${oaiRecord(identifier, content)}</GetRecord>`));
        await expect(item()).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED', message: expect.stringContaining('another record') as string }); // prettier-ignore
      }
    },
  );

  it('is the one asked for whatever zeros its number has', async () => {
    const { item } = asking(() => oaiXml(`<GetRecord>${oaiRecord('oai:umi.repo.nii.ac.jp:7', TITLE)}</GetRecord>`));
    expect(await item()).toMatchObject(PLACE);
  });

  it('is found under the prefix of its repository where that is not its host (fact sheet 1), learned once', async () => {
    const own = 'oai:weko3.example.org:00000007';
    const { client, item } = asking(({ parameters }) => {
      if (parameters.get('verb') === 'ListIdentifiers') return oaiXml('<ListIdentifiers><header><identifier>oai:weko3.example.org:00000001</identifier></header></ListIdentifiers>'); // prettier-ignore
      return parameters.get('identifier') === own
        ? oaiXml(`<GetRecord>${oaiRecord(own, TITLE)}</GetRecord>`)
        : { status: 422, body: oaiError('idDoesNotExist') };
    });
    expect(await item()).toMatchObject({ ...PLACE, oaiIdentifier: own });
    await item();
    expect(client.asked.map(({ parameters }) => parameters.get('verb'))).toEqual(['GetRecord', 'ListIdentifiers', 'GetRecord', 'GetRecord']); // prettier-ignore
  });

  it.each([422, 200])('that is not known (idDoesNotExist with status %i, fact sheet 2.8) is null', async (status) => {
    const { item } = asking(({ parameters }) =>
      parameters.get('verb') === 'ListIdentifiers'
        ? oaiError('noRecordsMatch')
        : { status, body: oaiError('idDoesNotExist') },
    );
    expect(await item()).toBeNull();
  });

  it('that is deleted says so and nothing else', async () => {
    const { item } = asking(() => oaiXml(`<GetRecord>${oaiRecord(IDENTIFIER, null)}</GetRecord>`));
    expect(await item()).toMatchObject({
      deleted: true,
      title: { values: [] },
      type: 'OTHER',
      url: null,
      jpcoar: null,
    });
  });

  it('that was deleted five minutes ago is asked for again: it can come back (fact sheet 2.7)', async () => {
    const { client, item } = asking(({ request }) =>
      oaiXml(`<GetRecord>${oaiRecord(IDENTIFIER, request.kind === 'absent' ? TITLE : null)}</GetRecord>`),
    );
    client.ageSeconds = 301;
    expect(await item()).toMatchObject({ deleted: false });
    expect(client.asked.map(({ request }) => request.kind)).toEqual(['record', 'absent']);
  });

  it('that cannot be read is a failure that says why', async () => {
    const { item } = asking(() => oaiXml(`<GetRecord>${oaiRecord(IDENTIFIER, '')}</GetRecord>`));
    await expect(item()).rejects.toMatchObject({
      code: 'UPSTREAM_MALFORMED',
      message: expect.stringContaining('the JPCOAR record is empty') as string,
    });
  });

  it('that the repository refuses for another reason is a failure with the code alone', async () => {
    const { item } = asking(() => ({ status: 422, body: oaiError('badArgument') }));
    await expect(item()).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      message: 'umi.repo.nii.ac.jp refused an OAI-PMH request: badArgument.',
    });
  });
});

describe('what a repository says of itself', () => {
  it('is its sets, page by page', async () => {
    const { hosts } = asking(({ parameters }) =>
      parameters.has('resumptionToken')
        ? oaiXml('<ListSets><set><setSpec>3</setSpec></set></ListSets>')
        : oaiXml('<ListSets><set><setSpec>1</setSpec></set><set><setSpec>1:2</setSpec></set><resumptionToken>t</resumptionToken></ListSets>'),
    ); // prettier-ignore
    expect(await hosts.sets(UMI, new RequestScope())).toEqual(['1', '1:2', '3']);
  });

  it('does not go on with sets that lead back to themselves', async () => {
    const page = oaiXml('<ListSets><set><setSpec>1</setSpec></set><resumptionToken>t</resumptionToken></ListSets>');
    const { client, hosts } = asking(() => page);
    await expect(hosts.sets(UMI, new RequestScope())).rejects.toMatchObject({ code: 'UPSTREAM_MALFORMED' });
    expect(client.asked).toHaveLength(2);
  });

  it('is its metadata formats, none where it has none', async () => {
    const { hosts } = asking(() => oaiError('noMetadataFormats'));
    expect(await hosts.metadataFormats(UMI, new RequestScope())).toEqual([]);
  });

  it('fails as the repository fails', async () => {
    const { hosts } = asking(() => new UpstreamUnavailable({ platform: PLATFORM, message: 'away' }));
    await expect(hosts.identify(UMI, new RequestScope())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });
});
