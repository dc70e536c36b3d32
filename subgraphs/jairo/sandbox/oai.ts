import type { SandboxResponse } from '../../../sandbox/server.js';
import { METADATA_FORMATS } from '../fixtures/metadata-formats.js';
import { answered, crashed, echo, errorElements, refused, type OaiCall } from './oai-answers.js';
import { listItems, listSets } from './oai-lists.js';
import { record } from './oai-records.js';
import { argument, requestErrors, type OaiError } from './oai-request.js';
import type { SandboxItem } from './repositories.js';
import { element } from './xml.js';

const NO_SUCH_IDENTIFIER: OaiError = { code: 'idDoesNotExist', message: 'No matching identifier' };

function identify(call: OaiCall): SandboxResponse {
  const { profile, repository, host } = call.repository;
  return answered(
    call,
    echo(call.args),
    element(
      'Identify',
      {},
      element('repositoryName', {}, repository.name.ja),
      element('adminEmail', {}, profile.adminEmail),
      element('baseURL', {}, `https://${host}/oai`),
      element('protocolVersion', {}, '2.0'),
      element('earliestDatestamp', {}, profile.earliestDatestamp),
      element('deletedRecord', {}, 'transient'),
      element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
    ),
  );
}

function find(call: OaiCall, identifier: string | undefined): SandboxItem | undefined {
  return call.repository.items.find((item) => item.oaiIdentifier === identifier);
}

function listMetadataFormats(call: OaiCall): SandboxResponse {
  const identifier = argument(call.args, 'identifier');
  if (identifier !== undefined && !find(call, identifier)) return refused(call, [NO_SUCH_IDENTIFIER]);
  const formats = METADATA_FORMATS.filter((format) => call.repository.profile.metadataPrefixes.includes(format.prefix));
  return answered(
    call,
    echo(call.args),
    element(
      'ListMetadataFormats',
      {},
      formats.map(({ prefix, schema, namespace }) =>
        element(
          'metadataFormat',
          {},
          element('metadataPrefix', {}, prefix),
          element('schema', {}, schema),
          element('metadataNamespace', {}, namespace),
        ),
      ),
    ),
  );
}

/** Unknown: refused with 422. Known but not to be shown: 200 with the same error and a bare `request` (fact sheet 2.8). */
function getRecord(call: OaiCall): SandboxResponse {
  const item = find(call, argument(call.args, 'identifier'));
  if (!item) return refused(call, [NO_SUCH_IDENTIFIER]);
  const shown = record(call.repository, item, argument(call.args, 'metadataPrefix') ?? '');
  if (shown === null) return answered(call, {}, errorElements([NO_SUCH_IDENTIFIER]));
  return answered(call, echo(call.args), element('GetRecord', {}, shown));
}

/** Answers an OAI-PMH request as WEKO3 does. */
export function answerOai(call: OaiCall): SandboxResponse {
  const errors = requestErrors(call.args, call.repository.profile.metadataPrefixes);
  if (errors.length > 0) return refused(call, errors);
  const verb = argument(call.args, 'verb');
  switch (verb) {
    case 'Identify':
      return identify(call);
    case 'ListMetadataFormats':
      return listMetadataFormats(call);
    case 'ListSets':
      return listSets(call);
    case 'GetRecord':
      return getRecord(call);
    case 'ListRecords':
    case 'ListIdentifiers':
      return listItems(call, verb);
    default:
      return crashed();
  }
}
