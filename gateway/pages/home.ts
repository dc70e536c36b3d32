import { bestText } from '../../subgraphs/common/localized-text.js';
import { escapeXml } from '../../subgraphs/common/xml.js';
import { pageHeaders, styleHash } from './security.js';
import type { PlatformInfoModel } from '../../subgraphs/catalog/model.js';

const STYLE =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}table{border-collapse:collapse}td,th{text-align:left;padding:.2rem 1rem .2rem 0}code{background:#f2f2f2;padding:.1rem .3rem}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}code{background:#2a2a2a}a{color:#9cf}}';

export const HOME_HEADERS = pageHeaders(`style-src ${styleHash(STYLE)}`);

/** What the plain page tells of this server. */
export interface HomeFacts {
  /** Where callers reach it (PUBLIC_URL); empty: wherever they have found it. */
  readonly base: string;
  readonly hasGraphiql: boolean;
}

/** GET /: what this is, where the routes are, and how the platforms are. No script, nothing from another host. */
export function homePage(platforms: readonly PlatformInfoModel[], { base, hasGraphiql }: HomeFacts): string {
  const at = escapeXml(base);
  const graphiql = hasGraphiql ? `; <a href="${at}/graphiql">/graphiql</a>: ask it here, with examples` : '';
  const rows = platforms
    .map(
      ({ name, homepage, status }) =>
        `<tr><td><a href="${escapeXml(homepage)}">${escapeXml(bestText(name, ['en']))}</a></td><td>${status.state}</td><td>${escapeXml(status.message ?? '')}</td></tr>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kakehashi</title><style>${STYLE}</style></head><body>
<h1>Kakehashi 架け橋</h1>
<p>One GraphQL endpoint over the platforms that hold Japan's research outputs.</p>
<ul><li><code>POST ${at}/graphql</code>: the API${graphiql}</li><li><a href="${at}/schema.graphql">/schema.graphql</a>, <a href="${at}/supergraph.graphql">/supergraph.graphql</a>, <code>${at}/subgraphs/NAME.graphql</code>: its schemas</li><li><code>${at}/works/doi:10.…</code>: the page of a work, and the work in every format</li><li><a href="${at}/oai?verb=Identify">/oai</a>: harvesting by OAI-PMH</li><li><a href="${at}/conformance">/conformance</a>: how the platforms' works measure up to partners' profiles</li><li><a href="${at}/health/ready">/health/ready</a>, <a href="${at}/health/live">/health/live</a>: health; <a href="${at}/metrics">/metrics</a></li></ul>
<table><thead><tr><th>Platform</th><th>State</th><th></th></tr></thead><tbody>${rows}</tbody></table>
</body></html>
`;
}
