/** Which path of API v2 shows what, and what a token must be good for (fact sheet 6 and 8). */
import type { SandboxNode } from '../fixtures/nodes.js';
import { readableNode } from './access.js';
import { isError, type Context } from './context.js';
import { fileDetail, inStorage, storageList, versionList } from './files.js';
import { forbidden, notFound, type View } from './jsonapi.js';
import { allNodes, children, EMPTY_LISTS, nodeResource, nodesOf } from './nodes.js';
import {
  addonList,
  institutionDetail,
  institutionList,
  institutionNodes,
  licenceDetail,
  licenceList,
  logList,
  regionList,
  root,
  wiki,
  wikiList,
} from './reference.js';
import {
  draftDetail,
  nodeDrafts,
  ownDrafts,
  readableRegistration,
  registrationDetail,
  registrationList,
} from './registrations.js';
import { renderResource } from './render.js';
import { blockList, schemaDetail, schemaList } from './schemas.js';
import { contributorDetail, contributorList, ownAccount, userDetail, userList, userResource } from './users.js';

export interface Route {
  readonly path: RegExp;
  readonly scope: 'profile' | 'full' | 'addons';
  readonly show: (parts: readonly string[], context: Context) => View;
}

const ID = '([A-Za-z0-9_-]+)';
const EMPTY: View = { kind: 'list', rows: [] };

function route(path: string, show: Route['show'], scope: Route['scope'] = 'full'): Route {
  return { path: new RegExp(`^${path.replaceAll('ID', ID)}$`, 'u'), scope, show };
}

/** A path below a node: shown once the caller may read the node. */
function ofNode(
  path: string,
  show: (node: SandboxNode, context: Context, parts: readonly string[]) => View,
  scope: Route['scope'] = 'full',
): Route {
  const guarded: Route['show'] = (parts, context) => {
    const node = readableNode(parts[0] ?? '', context.caller);
    return isError(node) ? node : show(node, context, parts);
  };
  return route(`nodes/ID/${path}`, guarded, scope);
}

/** A path below a registration. */
function ofRegistration(path: string, show: (node: SandboxNode, context: Context) => View): Route {
  return route(`registrations/ID/${path}`, ([id = ''], context) => {
    const registration = readableRegistration(id, context);
    return isError(registration) ? registration : show(registration.node, context);
  });
}

function ofUser(path: string, show: (account: ReturnType<typeof ownAccount>, context: Context) => View): Route {
  return route(`users/ID/${path}`, ([id = ''], context) => show(ownAccount(id, context), context));
}

const nodeRoutes: readonly Route[] = [
  route('nodes/', (_, context) => allNodes(context)),
  ofNode('', (node, context) => ({
    kind: 'one',
    resource: nodeResource(node, context),
    ...(context.parameters.has('related_counts') ? { meta: { templated_by_count: 0 } } : {}),
  })),
  ofNode('children/', children),
  ofNode('contributors/', (node, context) => contributorList(node, false, context)),
  ofNode('bibliographic_contributors/', (node, context) => contributorList(node, true, context)),
  ofNode('contributors/ID/', (node, context, [, user = '']) => contributorDetail(node, user, context)),
  ofNode('institutions/', (node, context) => institutionList(node.institutions, context)),
  ofNode('files/', storageList),
  ofNode('files/([a-z0-9]+)(/.*)', (node, context, [, provider = '', path = '/']) =>
    inStorage(node, provider, path, context),
  ),
  ofNode('draft_registrations/', nodeDrafts),
  ofNode('draft_registrations/ID/', (_, context, [, draft = '']) => draftDetail(draft, context)),
  ofNode('registrations/', registrationList),
  ofNode('wikis/', wikiList),
  ofNode('logs/', logList),
  ofNode('addons/', forbidden, 'addons'),
  ofNode(`(?:${EMPTY_LISTS.join('|')})/`, () => EMPTY),
];

const userRoutes: readonly Route[] = [
  route('users/', (_, context) => userList(context)),
  route('users/ID/', ([id = ''], context) => userDetail(id, context), 'profile'),
  ofUser('nodes/', (account, context) => ('kind' in account ? account : nodesOf(account, context))),
  ofUser('registrations/', (account, context) => ('kind' in account ? account : registrationList(null, context))),
  ofUser('institutions/', (account, context) =>
    'kind' in account ? account : institutionList(account.organization === null ? [] : [account.organization], context),
  ),
  ofUser('(?:groups|preprints)/', (account) => ('kind' in account ? account : EMPTY)),
];

/** Every routed path below `/v2/`. */
export const routes: readonly Route[] = [
  route(
    '',
    (_, context) => {
      const me = context.caller && renderResource(userResource(context.caller.account, context), context);
      return root(me === null ? null : { data: me }, context);
    },
    'profile',
  ),
  route('status/', () => ({ kind: 'document', body: { maintenance: null } }), 'profile'),
  ...nodeRoutes,
  ...userRoutes,
  route('files/ID/', ([id = ''], context) => fileDetail(id, context)),
  route('files/ID/versions/', ([id = ''], context) => versionList(id, context)),
  route('registrations/', (_, context) => registrationList(null, context)),
  route('registrations/ID/', ([id = ''], context) => registrationDetail(id, context)),
  ofRegistration('contributors/', (node, context) => contributorList(node, false, context)),
  ofRegistration('bibliographic_contributors/', (node, context) => contributorList(node, true, context)),
  ofRegistration('institutions/', (node, context) => institutionList(node.institutions, context)),
  ofRegistration('(?:children|comments|files|forks|linked_nodes|logs|wikis)/', () => EMPTY),
  route('draft_registrations/', (_, context) => ownDrafts(context)),
  route('draft_registrations/ID/', ([id = ''], context) => draftDetail(id, context)),
  route('schemas/registrations/', (_, context) => schemaList(context)),
  route('schemas/registrations/ID/', ([id = ''], context) => schemaDetail(id, context)),
  route('schemas/registrations/ID/schema_blocks/', ([id = ''], context) => blockList(id, context)),
  route('institutions/', (_, context) => institutionList(null, context)),
  route('institutions/ID/', ([key = ''], context) => institutionDetail(key, context)),
  route('institutions/ID/nodes/', ([key = ''], context) => institutionNodes(key, context)),
  route('licenses/', (_, context) => licenceList(context)),
  route('licenses/ID/', ([id = ''], context) => licenceDetail(id, context)),
  route('regions/', (_, context) => regionList(context)),
  route('addons/', (_, context) => addonList(context)),
  route('wikis/ID/', ([id = ''], context) => wiki(id, false, context)),
  route('wikis/ID/content/', ([id = ''], context) => wiki(id, true, context)),
];

/** The route of a path below `/v2/`, and what its groups matched; null where nothing is routed. */
export function match(path: string): { readonly route: Route; readonly parts: readonly string[] } | null {
  for (const candidate of routes) {
    const found = candidate.path.exec(path);
    if (found) return { route: candidate, parts: found.slice(1) };
  }
  return null;
}

/** What a link of this API leads to, for embeds and counts: the same rights, none of the request's parameters. */
export function follow(href: string, context: Context): View {
  const url = new URL(href);
  const found = url.pathname.startsWith('/v2/') ? match(decodeURIComponent(url.pathname.slice(4))) : null;
  return found ? found.route.show(found.parts, { ...context, parameters: url.searchParams }) : notFound();
}
