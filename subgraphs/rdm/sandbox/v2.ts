/** A request to API v2, from its address to its answer (fact sheet 1 to 7). */
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/server.js';
import { callerOf, hasScope } from './access.js';
import { isError, type Context } from './context.js';
import { failure, type ErrorView, type JsonObject, type View } from './jsonapi.js';
import { render } from './render.js';
import { follow, match } from './routes.js';
import type { Asker } from './throttle.js';
import { negotiateVersion, rendererFor } from './version.js';

const JSON_API = 'application/vnd.api+json; charset=utf-8';
/** What Django itself says where nothing is routed: its media type is this text, and it has no `meta`. */
const UNROUTED: SandboxResponse = {
  status: 404,
  headers: { 'Content-Type': 'application/vnd.api+json; application/json' },
  body: JSON.stringify({ errors: [{ detail: 'Not found.' }] }),
};

export type Throttle = (asker: Asker) => ErrorView | null;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A document with `meta.version`, as JSON or, for a browser, in a page. */
function answer(
  status: number,
  body: JsonObject,
  context: { readonly minor: number; readonly html: boolean },
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const meta = typeof body.meta === 'object' && body.meta !== null && !Array.isArray(body.meta) ? body.meta : {};
  const document = JSON.stringify({ ...body, meta: { ...meta, version: `2.${String(context.minor)}` } });
  const text = context.html
    ? `<!DOCTYPE html><html lang="en"><head><title>GakuNin RDM APIv2</title></head><body><pre>${document.replaceAll('<', '&lt;')}</pre></body></html>`
    : document;
  return {
    status,
    headers: {
      'Content-Type': context.html ? 'text/html; charset=utf-8' : JSON_API,
      Vary: 'Accept, Cookie, Origin',
      Allow: 'GET, HEAD, OPTIONS',
      ...headers,
    },
    body: text,
  };
}

type Settled = Exclude<View, { kind: 'wait' }>;

async function settled(view: View): Promise<Settled> {
  if (view.kind !== 'wait') return view;
  await new Promise((resolve) => setTimeout(resolve, view.milliseconds).unref());
  return settled(view.then);
}

function show(view: Settled, request: SandboxRequest, context: Context, html: boolean): SandboxResponse {
  const form = { minor: context.minor, html };
  switch (view.kind) {
    case 'error':
      return answer(view.status, { errors: view.errors }, form, view.headers);
    case 'document':
      return answer(200, view.body, form);
    case 'text':
      return { status: 200, headers: { 'Content-Type': view.contentType }, body: view.body };
    case 'one':
    case 'list': {
      const address = `${context.origin}${request.url.pathname}`;
      const leads = (href: string): View => follow(href, context);
      const rendered = render(view, address, context, leads, request.fault === 'endless');
      return isError(rendered)
        ? answer(rendered.status, { errors: rendered.errors }, form, rendered.headers)
        : answer(200, { ...rendered.body, meta: rendered.meta }, form);
    }
  }
}

function refused(view: ErrorView, minor: number): SandboxResponse {
  return answer(view.status, { errors: view.errors }, { minor, html: false }, view.headers);
}

/** Answers a request whose path begins with `/v2/`. */
export async function answerApi(request: SandboxRequest, throttle: Throttle): Promise<SandboxResponse> {
  const { url, headers, method } = request;
  const path = decoded(url.pathname.slice('/v2/'.length));
  const found = match(path);
  if (!found) {
    if (path.endsWith('/') || !match(`${path}/`)) return UNROUTED;
    return { status: 301, headers: { Location: `${url.pathname}/${url.search}` }, body: '' };
  }
  const accept = headers.accept ?? '*/*';
  const minor = negotiateVersion(url.searchParams.get('version'), accept);
  if (typeof minor !== 'number') return refused(minor, 0);
  const renderer = rendererFor(url.searchParams.get('format'), accept);
  if (renderer === null) return refused(failure(406, 'Could not satisfy the request Accept header.'), minor);
  const caller = callerOf(headers.authorization);
  if (caller !== null && isError(caller)) return refused(caller, minor);
  if (method !== 'GET' && method !== 'HEAD') return refused(failure(405, `Method "${method}" not allowed.`), minor);
  if (!hasScope(caller, found.route.scope))
    return refused(failure(403, 'The user has not authorized access to this view.'), minor);
  const wait = throttle({
    user: caller?.account.guid ?? null,
    address: request.remote,
    cookie: headers.cookie !== undefined,
    path,
  });
  if (wait) return refused(wait, minor);
  const context: Context = { origin: url.origin, minor, caller, parameters: url.searchParams };
  const view = await settled(found.route.show(found.parts, context));
  return show(view, request, context, renderer === 'html');
}
