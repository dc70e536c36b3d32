import { citation, CITATION_STYLES } from '../../formats/citation/citation.js';
import { BadUserInput } from '../common/errors.js';
import { formatWork } from './format-work.js';
import type { MergedWork } from './merge.js';

/** `Work.citation`. @throws BadUserInput for a style or a language that there is none of */
export function citationOf(
  work: MergedWork,
  { style, lang }: { readonly style?: string | null | undefined; readonly lang?: string | null | undefined },
): string {
  const language = (lang ?? 'en').toLowerCase().split('-')[0];
  if (language !== 'ja' && language !== 'en')
    throw new BadUserInput(`citation is made in ja and en: lang "${lang ?? ''}" is neither.`);
  const text = citation(formatWork(work), style ?? 'apa', language);
  if (text === null)
    throw new BadUserInput(`citation knows no style "${style ?? ''}": give one of ${CITATION_STYLES.join(', ')}.`);
  return text;
}
