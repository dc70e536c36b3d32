import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pageHeaders } from './security.js';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SOURCE = new URL('../../web/graphiql/', import.meta.url);
/** GraphiQL and React are copied beside the page's own files when it is built (schema/copy-assets.mjs). */
const BUILT = import.meta.url.endsWith('.ts') ? new URL('../../dist/web/graphiql/', import.meta.url) : SOURCE;
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

/** GraphiQL's editor puts styles into the page, and draws with its own font and images in data: addresses. */
const HEADERS = pageHeaders(
  "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'",
);
const DAY = { 'cache-control': 'public, max-age=86400' };

/** The queries of the page's first tabs, each with a comment that says whom it is for. */
export function exampleQueries(): string[] {
  const folder = new URL('examples/', SOURCE);
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

/** The files of GET /graphiql by path, all from this package. Empty where it was not built. */
export function graphiqlFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (!existsSync(new URL('graphiql.js', BUILT))) return files;
  const text = (name: string): string => readFileSync(new URL(name, BUILT), 'utf8');
  files.set('/graphiql', { type: 'text/html; charset=utf-8', body: text('index.html'), headers: HEADERS });
  for (const name of readdirSync(BUILT)) {
    const ending = name.slice(name.lastIndexOf('.') + 1);
    if (ending === 'js' || ending === 'css')
      files.set(`/graphiql/${name}`, { type: TYPES[ending], body: text(name), headers: DAY });
  }
  files.set('/graphiql/examples.json', {
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(exampleQueries()),
    headers: {},
  });
  return files;
}
