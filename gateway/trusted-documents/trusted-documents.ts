import { HttpFault } from '../http-fault.js';
import type { TrustedDocument } from './manifest.js';

type Params = Readonly<Record<string, unknown>>;

function isParams(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id that a request gives: in `documentId` (GraphQL over HTTP, also as sha256:…), or as persisted queries do. */
function idOf({ documentId, extensions }: Params): string | null {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/, '');
  const persisted = isParams(extensions) ? extensions['persistedQuery'] : null;
  const hash = isParams(persisted) ? persisted['sha256Hash'] : null;
  return typeof hash === 'string' ? hash : null;
}

function withoutPersistedQuery(extensions: unknown): Params {
  return isParams(extensions)
    ? Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'persistedQuery'))
    : {};
}

function unknownId(): HttpFault {
  return new HttpFault(400, 'No trusted document has this id.', 'PERSISTED_QUERY_NOT_FOUND');
}

/** Documents that callers name by an id in place of sending them. */
export class TrustedDocuments {
  private byId: ReadonlyMap<string, TrustedDocument> = new Map();

  constructor(
    documents: readonly TrustedDocument[],
    /** Nothing else runs. */
    readonly only: boolean,
  ) {
    this.replace(documents);
  }

  /** From now on these are the trusted ones. */
  replace(documents: readonly TrustedDocument[]): void {
    this.byId = new Map(documents.map((document) => [document.id, document]));
  }

  /**
   * A request's parameters with the document that its id names. What is no request, and where other documents run as well
   * what names none of these, is given back as it is.
   * @throws HttpFault for what is not trusted
   */
  resolve(params: unknown): unknown {
    if (!isParams(params)) return params;
    const id = idOf(params);
    if (id === null) {
      if (!this.only) return params;
      throw new HttpFault(
        400,
        'Only trusted documents run here: name one by documentId, or extensions.persistedQuery.sha256Hash.',
        'PERSISTED_QUERY_NOT_SUPPORTED',
      );
    }
    const document = this.byId.get(id);
    if (document === undefined) {
      // Without a document of its own only an automatic persisted query can be meant, of which these know nothing.
      if (this.only || params['documentId'] !== undefined) throw unknownId();
      return params;
    }
    const { documentId: _, query, extensions, ...rest } = params;
    if (typeof query === 'string' && query !== document.body)
      throw new HttpFault(400, 'The document differs from the trusted one of this id: leave it out.');
    const others = withoutPersistedQuery(extensions);
    return {
      ...rest,
      query: document.body,
      ...(Object.keys(others).length === 0 ? {} : { extensions: others }),
    };
  }

  /** The same for the query of an address. */
  resolveSearch(search: string): string {
    const given = new URLSearchParams(search);
    const extensions = given.get('extensions');
    const params = {
      ...(given.has('documentId') ? { documentId: given.get('documentId') } : {}),
      ...(given.has('query') ? { query: given.get('query') } : {}),
      ...(extensions === null ? {} : { extensions: parseJson(extensions) }),
    };
    const resolved = this.resolve(params);
    if (resolved === params || !isParams(resolved)) return search;
    given.set('query', String(resolved['query']));
    given.delete('documentId');
    if (resolved['extensions'] === undefined) given.delete('extensions');
    else given.set('extensions', JSON.stringify(resolved['extensions']));
    return `?${given.toString()}`;
  }
}

/** What is no JSON is refused where the rest of the request is read. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
