/** Users and contributors of API v2 (fact sheet 9). */
import { world } from '../../../sandbox/world/index.js';
import { accountByGuid, accountOf, accounts, type Account } from '../fixtures/accounts.js';
import type { Contribution, SandboxNode } from '../fixtures/nodes.js';
import { refusal } from './access.js';
import { api, isError, WEB, type Context } from './context.js';
import { filtered, type FilterFields } from './filter.js';
import {
  date,
  exception,
  notFound,
  related,
  toOne,
  unauthenticated,
  type Json,
  type JsonObject,
  type Resource,
  type View,
} from './jsonapi.js';

/** An account that has told nothing has the institution "none" (fact sheet 9, users). */
function employment(account: Account): Json {
  const organization = account.organization === null ? null : world.organization(account.organization).name;
  return [
    {
      title: account.jobTitle,
      institution: organization?.en ?? 'none',
      institution_ja: organization?.ja ?? 'none',
      department: account.department.en,
      department_ja: account.department.ja,
      startYear: organization === null ? null : 2017,
      startMonth: organization === null ? null : 4,
      endYear: null,
      endMonth: null,
      ongoing: organization !== null,
    },
  ];
}

/** Names at other services: texts before 2.10, lists since for three of them. */
function social(account: Account, minor: number): JsonObject {
  return {
    ...(account.orcid === null ? {} : { orcid: account.orcid }),
    ...(account.key === 'reiji' ? { github: minor < 10 ? 'reiji-sandbox' : ['reiji-sandbox'] } : {}),
  };
}

export function userResource(account: Account, context: Context): Resource {
  const { minor, caller } = context;
  const self = api(context, `users/${account.guid}/`);
  const mine = caller?.account.key === account.key && caller.scopes.includes('osf.users.email_read');
  return {
    id: account.guid,
    type: 'users',
    attributes: {
      uid: account.uid,
      full_name: account.fullName,
      given_name: account.givenName,
      middle_names: '',
      family_name: account.familyName,
      suffix: '',
      date_registered: date(account.registered, minor),
      active: account.state === 'active' && !account.disabled,
      timezone: 'Asia/Tokyo',
      locale: 'ja',
      social: social(account, minor),
      employment: employment(account),
      education: [],
      can_view_reviews: [],
      accepted_terms_of_service: true,
      can_create_new_project: true,
      ...(mine ? { email: `${account.key}@sandbox.example` } : {}),
    },
    relationships: {
      nodes: related(`${self}nodes/`),
      groups: related(`${self}groups/`),
      quickfiles: related(`${self}quickfiles/`),
      registrations: related(`${self}registrations/`),
      institutions: related(`${self}institutions/`, `${self}relationships/institutions/`),
      preprints: related(`${self}preprints/`),
      emails: related(`${self}settings/emails/`),
      default_region: toOne(api(context, 'regions/us/'), 'regions', 'us'),
      settings: toOne(`${self}settings/`, 'user-settings', account.guid),
    },
    links: {
      html: `${WEB}/${account.guid}/`,
      profile_image: `${WEB}/static/img/profile.png`,
      self,
    },
  };
}

/** A colleague as an embed shows them: the user, or the name of somebody who was switched off. */
function colleague(account: Account, context: Context): View {
  if (!account.disabled) return { kind: 'one', resource: userResource(account, context) };
  return exception(410, 'The requested user is no longer available.', {}, {
    full_name: account.fullName, family_name: account.familyName, given_name: account.givenName, middle_names: '', profile_image: `${WEB}/static/img/profile.png`,
  }); // prettier-ignore
}

/** Whose account `users/{id}` means: one's own as `me` or by guid. Others are closed on GRDM, unlike on OSF. */
export function ownAccount(id: string, context: Context): Account | View {
  const { caller } = context;
  if (caller === null) return unauthenticated();
  if (id === 'me' || id === caller.account.guid) return caller.account;
  return accountByGuid(id) === undefined ? notFound() : refusal(caller);
}

export function userDetail(id: string, context: Context): View {
  const account = ownAccount(id, context);
  return 'kind' in account ? account : { kind: 'one', resource: userResource(account, context) };
}

const USER_FILTER: FilterFields<Account> = {
  fields: {
    id: { type: 'id', get: ({ guid }) => guid },
    uid: { type: 'choice', get: ({ uid }) => uid },
    full_name: { type: 'text', get: ({ fullName }) => fullName },
    given_name: { type: 'text', get: ({ givenName }) => givenName },
    middle_names: { type: 'text', get: () => '' },
    family_name: { type: 'text', get: ({ familyName }) => familyName },
  },
  others: ['suffix', 'date_registered', 'active', 'timezone', 'locale', 'social', 'employment', 'education'],
};

export function userList(context: Context): View {
  if (context.caller === null) return unauthenticated();
  const listed = accounts.filter(({ state, disabled }) => state === 'active' && !disabled);
  const kept = filtered(listed, context.parameters, USER_FILTER);
  if (isError(kept)) return kept;
  return { kind: 'list', rows: kept.map((account) => () => userResource(account, context)) };
}

interface Listed {
  readonly contribution: Contribution;
  readonly account: Account;
  readonly index: number;
}

function contributorResource(node: SandboxNode, { contribution, account, index }: Listed, context: Context): Resource {
  return {
    id: `${node.guid}-${account.guid}`,
    type: 'contributors',
    attributes: {
      index,
      bibliographic: contribution.bibliographic,
      permission: contribution.permission,
      unregistered_contributor: contribution.unregisteredName,
    },
    relationships: {
      users: toOne(api(context, `users/${account.guid}/`), 'users', account.guid),
      node: toOne(api(context, `nodes/${node.guid}/`), 'nodes', node.guid),
    },
    embeds: { users: colleague(account, context) },
    links: { self: api(context, `nodes/${node.guid}/contributors/${account.guid}/`) },
  };
}

const ofUser = (get: (account: Account) => string): FilterFields<Listed>['fields'][string] => ({
  type: 'text',
  get: ({ account }) => get(account),
});

const CONTRIBUTOR_FILTER: FilterFields<Listed> = {
  fields: {
    id: { type: 'id', get: ({ account }) => account.guid },
    bibliographic: { type: 'bool', get: ({ contribution }) => contribution.bibliographic },
    permission: { type: 'choice', get: ({ contribution }) => contribution.permission },
    index: { type: 'int', get: ({ index }) => index },
    full_name: ofUser(({ fullName }) => fullName),
    given_name: ofUser(({ givenName }) => givenName),
    family_name: ofUser(({ familyName }) => familyName),
  },
  others: ['unregistered_contributor', 'users', 'node'],
};

function listed(node: SandboxNode): Listed[] {
  return node.contributors.map((contribution, index) => ({
    contribution,
    account: accountOf(contribution.account),
    index,
  }));
}

/** Contributors of a node in their order; their users are always embedded. */
export function contributorList(node: SandboxNode, bibliographicOnly: boolean, context: Context): View {
  const all = listed(node).filter(({ contribution }) => !bibliographicOnly || contribution.bibliographic);
  const kept = filtered(all, context.parameters, CONTRIBUTOR_FILTER);
  if (isError(kept)) return kept;
  return {
    kind: 'list',
    rows: kept.map((row) => () => contributorResource(node, row, context)),
    meta: { total_bibliographic: node.contributors.filter(({ bibliographic }) => bibliographic).length },
  };
}

export function contributorDetail(node: SandboxNode, user: string, context: Context): View {
  const found = listed(node).find(({ account }) => account.guid === user);
  return found ? { kind: 'one', resource: contributorResource(node, found, context) } : notFound();
}
