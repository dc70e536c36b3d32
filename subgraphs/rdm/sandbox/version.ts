import { exception, failure, type ErrorView } from './jsonapi.js';

/** 2.0 is what a client gets that pins nothing; 2.20 is the newest (fact sheet 2). */
const NEWEST_MINOR = 20;

function minorOf(text: string): number | null {
  if (text === 'latest') return NEWEST_MINOR;
  const minor = /^2\.(0|[1-9]\d?)$/.exec(text)?.[1];
  return minor !== undefined && Number(minor) <= NEWEST_MINOR ? Number(minor) : null;
}

/** The minor version that a request asks for, by `version=` or the Accept header; 0 where it pins none. */
export function negotiateVersion(parameter: string | null, accept: string): number | ErrorView {
  const pinned = /application\/vnd\.api\+json\s*;\s*version=([^\s;,]+)/.exec(accept)?.[1] ?? null;
  const fromHeader = pinned === null ? null : minorOf(pinned);
  const fromQuery = parameter === null ? null : minorOf(parameter);
  if (pinned !== null && fromHeader === null) {
    return /^\d+\.\d+$/.test(pinned) && !pinned.startsWith('2.')
      ? exception(409, `Version ${pinned} specified in "Accept" header does not fall within URL path version 2.0`)
      : failure(406, 'Invalid version in "Accept" header.');
  }
  if (parameter !== null && fromQuery === null) {
    return /^\d+\.\d+$/.test(parameter) && !parameter.startsWith('2.')
      ? exception(409, `Version ${parameter} specified in query parameter does not fall within URL path version 2.0`)
      : failure(404, 'Invalid version in query parameter.');
  }
  if (fromHeader !== null && fromQuery !== null && fromHeader !== fromQuery)
    return exception(
      409,
      `Version ${String(parameter)} specified in query parameter does not match version ${String(pinned)} specified in "Accept" header`,
    );
  return fromHeader ?? fromQuery ?? 0;
}

/** What the renderers make of an Accept header or `format=`: JSON:API for everything but a browser (fact sheet 2). */
export function rendererFor(format: string | null, accept: string): 'json' | 'html' | null {
  if (format !== null) return format === 'jsonapi' || format === 'json' ? 'json' : format === 'api' ? 'html' : null;
  const wanted = accept
    .split(',')
    .map((range) => range.split(';')[0]?.trim() ?? '')
    .filter((range) => range !== '');
  if (wanted.length === 0) return 'json';
  const known = wanted.find((range) =>
    ['application/vnd.api+json', 'application/json', 'application/*', '*/*', 'text/html', 'text/*'].includes(range),
  );
  return known === undefined ? null : known.startsWith('text/') ? 'html' : 'json';
}
