/** Persons, organisations and projects of the OpenAIRE Graph, from bytes to types. */
import type { z } from 'zod';
import type { UpstreamResponse } from '../../upstream/types.js';
import { UnreadableDocument } from '../common/errors.js';
import { faultOf } from './json.js';
import { readEnvelope } from './responses.js';
import {
  organizationShape,
  personShape,
  projectShape,
  type OrganizationDocument,
  type PersonDocument,
  type ProjectDocument,
} from './shapes.js';

/** The records of a list that can be read; a list of which none can is refused with its first fault. */
function decoder<T>(shape: z.ZodType<T>, what: string): (response: UpstreamResponse) => readonly T[] {
  return (response) => {
    const parsed = readEnvelope(response).results.map((value) => shape.safeParse(value));
    const read = parsed.flatMap(({ success, data }) => (success ? [data] : []));
    const refused = parsed.find(({ success }) => !success)?.error;
    if (read.length === 0 && refused !== undefined) {
      throw new UnreadableDocument(`no ${what} of OpenAIRE that can be read: ${faultOf(refused)}`);
    }
    return read;
  };
}

export const decodePersons: (response: UpstreamResponse) => readonly PersonDocument[] = decoder(personShape, 'person');
export const decodeOrganizations: (response: UpstreamResponse) => readonly OrganizationDocument[] = decoder(
  organizationShape,
  'organisation',
);
export const decodeProjects: (response: UpstreamResponse) => readonly ProjectDocument[] = decoder(
  projectShape,
  'project',
);
