import type { Bilingual, LanguageChoice, World, WorldRepository } from '../../../sandbox/world/index.js';
import type { Quirk } from './quirks.js';
import type { Held } from './repositories.js';

/** The two generations of the schema that WEKO3 writes. */
export type Generation = '1.0' | '2.0';

/** All that a part of a record is written from. */
export interface JpcoarContext {
  readonly world: World;
  readonly repository: WorldRepository;
  readonly held: Held;
  readonly generation: Generation;
  readonly quirks: ReadonlySet<Quirk>;
}

/** The texts of a choice of languages, tagged. */
export function shownTexts(
  text: Bilingual,
  choice: LanguageChoice,
): { readonly lang: 'ja' | 'en'; readonly text: string }[] {
  return (['ja', 'en'] as const).flatMap((lang) => {
    const value = text[lang];
    return value !== null && (choice === lang || choice === 'both') ? [{ lang, text: value }] : [];
  });
}

/** xml:lang, unless the record shows none. */
export function langAttribute(context: JpcoarContext, lang: string): Record<string, string | undefined> {
  return { 'xml:lang': context.quirks.has('no-language-tags') ? undefined : lang };
}
