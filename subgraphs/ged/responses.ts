import type { UpstreamResponse } from '../../upstream/types.js';
import { pageText } from './landing/document.js';
import { readLandingPage, type LandingPage } from './landing/page.js';
import { DataFile } from './data-file.js';

/** Reads landing pages; made once, so that a page that did not change is decoded once. @throws UnreadableDocument */
export function landingReader(filesUrl: string): (response: UpstreamResponse) => LandingPage {
  return ({ body, url }) => readLandingPage(pageText(body), { url, filesUrl });
}

/** What became of a request for a data file. */
export type FileAnswer =
  | { readonly state: 'read'; readonly file: DataFile }
  | { readonly state: 'moved'; readonly to: string | null }
  | { readonly state: 'closed' }
  | { readonly state: 'absent' };

/** Statuses of a file's address that have a meaning here: moved, with a password, not there. */
export const FILE_STATUSES: readonly number[] = [301, 302, 303, 307, 308, 401, 403, 404, 410];

/** Reads answers to requests for data files; made once, so that a file is parsed once while its answer is kept. */
export function fileReader(maxBytes: number): (response: UpstreamResponse) => FileAnswer {
  return ({ status, headers, body }) => {
    if (status === 401 || status === 403) return { state: 'closed' };
    if (status === 404 || status === 410) return { state: 'absent' };
    if (status >= 300 && status < 400) return { state: 'moved', to: headers['location'] ?? null };
    return { state: 'read', file: new DataFile(body, maxBytes) };
  };
}
