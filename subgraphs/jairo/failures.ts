import { UpstreamMalformed, UpstreamRejected } from '../../upstream/errors.js';
import type { OaiErrorCode } from '../common/oai-pmh/envelope.js';
import type { Repository } from './repositories.js';
import { PLATFORM } from './requests.js';

/** A repository's OAI-PMH error that has no meaning of its own where it came. */
export function refusedBy(repository: Repository, codes: readonly OaiErrorCode[]): UpstreamRejected {
  const named = [...new Set(codes)].join(', ');
  return new UpstreamRejected(details(`${repository.id} refused an OAI-PMH request: ${named}.`));
}

/** An answer, or a part of it, that cannot be read or followed. */
export function unusable(repository: Repository, why: string): UpstreamMalformed {
  return new UpstreamMalformed(details(`${repository.id} sent what cannot be used: ${why}.`));
}

function details(message: string): { platform: string; message: string } {
  return { platform: PLATFORM, message };
}
