/** Who asks, and what they may see (fact sheet 6). Pure. */
import { accountOf, tokens, type Account } from '../fixtures/accounts.js';
import { nodeByGuid, type Permission, type SandboxNode } from '../fixtures/nodes.js';
import { exception, failure, forbidden, notFound, unauthenticated, type ErrorView } from './jsonapi.js';

export interface Caller {
  readonly account: Account;
  readonly scopes: readonly string[];
}

const STATES: Readonly<Record<Exclude<Account['state'], 'active'>, string>> = {
  unconfirmed: 'Please confirm your account before using the API.',
  unclaimed: 'Please claim your account before using the API.',
  deactivated: 'Making API requests with credentials associated with a deactivated account is not allowed.',
};

/** Who an Authorization header speaks for: null without one, an error for a token that nobody has and for accounts that may not ask. */
export function callerOf(authorization: string | undefined): Caller | null | ErrorView {
  const token = /^Bearer\s+(.+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  const known = tokens.get(token.trim());
  if (!known) {
    return failure(401, 'User provided an invalid OAuth2 access token', {
      'WWW-Authenticate': 'Documentation realm="api"',
    });
  }
  const account = accountOf(known.account);
  if (account.state !== 'active') return exception(400, STATES[account.state]);
  return { account, scopes: known.scopes };
}

/** Whether a request may ask for what a path shows: anonymous callers have no scopes to lack. */
export function hasScope(caller: Caller | null, scope: 'profile' | 'full' | 'addons'): boolean {
  if (caller === null) return true;
  if (scope === 'addons') return false; // no public scope holds it (fact sheet 6)
  return (
    caller.scopes.includes('osf.full_read') ||
    (scope === 'profile' && caller.scopes.some((name) => name.startsWith('osf.users.')))
  );
}

export function permissionOn(node: SandboxNode, caller: Caller | null): Permission | null {
  return node.contributors.find(({ account }) => account === caller?.account.key)?.permission ?? null;
}

export function canRead(node: SandboxNode, caller: Caller | null): boolean {
  return !node.deleted && (node.public || permissionOn(node, caller) !== null);
}

/** What somebody without the right meets: 401 without a login, 403 with one, so that existence leaks. */
export function refusal(caller: Caller | null): ErrorView {
  return caller === null ? unauthenticated() : forbidden();
}

/** A node that the caller may read, or the error that they meet. */
export function readableNode(id: string, caller: Caller | null): SandboxNode | ErrorView {
  const node = nodeByGuid(id);
  if (!node) return notFound();
  if (node.deleted) return exception(410, 'The requested node is no longer available.');
  return canRead(node, caller) ? node : refusal(caller);
}
