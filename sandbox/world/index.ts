import { awards, funders } from './awards.js';
import { journals } from './journals.js';
import { organizations } from './organizations.js';
import { people } from './people.js';
import { repositories } from './repositories.js';
import type { World } from './types.js';
import { works } from './works.js';

export type * from './types.js';

/** Looks items up by key; an unknown key is a mistake in the world's data. */
function finder<Item extends { readonly key: string }>(kind: string, items: readonly Item[]): (key: string) => Item {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return (key) => {
    const found = byKey.get(key);
    if (!found) throw new Error(`the sandbox world has no ${kind} named ${key}`);
    return found;
  };
}

/** The one world of all simulated platforms. The same at every start: nothing in it is random or depends on the clock. */
export const world: World = {
  today: '2026-11-24',
  organizations,
  people,
  funders,
  awards,
  repositories,
  journals,
  works,
  organization: finder('organization', organizations),
  person: finder('person', people),
  funder: finder('funder', funders),
  award: finder('award', awards),
  repository: finder('repository', repositories),
  journal: finder('journal', journals),
  work: finder('work', works),
};
