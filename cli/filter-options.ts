import { addFilter, UnreadableFilter, type PlatformNames } from '../exports/filter-values.js';
import { CommandFailure, EXIT_USAGE } from './exit.js';

/** A WorkFilter from `--filter name=value` options; a list field that is given twice has both values. */
export function readFilterOptions(options: readonly string[], platforms: PlatformNames): Record<string, unknown> {
  const filter: Record<string, unknown> = {};
  for (const option of options) {
    const at = option.indexOf('=');
    if (at < 1)
      throw new CommandFailure(`--filter ${option}: write name=value, for example types=DATASET,ARTICLE.`, EXIT_USAGE);
    const name = option.slice(0, at).trim();
    const value = option.slice(at + 1).trim();
    try {
      addFilter(filter, name, value, platforms);
    } catch (error) {
      if (!(error instanceof UnreadableFilter)) throw error;
      const place = error.message.startsWith('is no filter') ? name : `${name}=${value}`;
      throw new CommandFailure(`--filter ${place}: ${error.message}`, EXIT_USAGE);
    }
  }
  return filter;
}
