import type { LibraryConfig } from '../../model/settings.ts';
import type { Suggestion } from './suggest.ts';

/** What a configuration does not say, or says otherwise than what was found. */
export interface ConfigDifference {
  readonly suggestion: Suggestion;
  /** What stands there; null where nothing does. */
  readonly says: string | null;
}

/** The suggestions that a configuration has not got, in their order. */
export function configDifferences(
  config: LibraryConfig,
  suggestions: readonly Suggestion[],
): ConfigDifference[] {
  return suggestions.flatMap((suggestion) => {
    const there = valueAt(config, suggestion);
    return isSaid(there, suggestion.value)
      ? []
      : [{ suggestion, says: there === undefined ? null : JSON.stringify(there) }];
  });
}

function valueAt(config: LibraryConfig, { key, name, value }: Suggestion): unknown {
  const there: unknown = config[key];
  if (key === 'include') return config.include?.find((glob) => glob === value);
  if (name === undefined || typeof there !== 'object' || there === null) return there;
  return (there as Readonly<Record<string, unknown>>)[name];
}

/** Of a mapping, what it says besides does not count. */
function isSaid(there: unknown, value: Suggestion['value']): boolean {
  if (typeof value !== 'object') return there === value;
  if (typeof there !== 'object' || there === null) return false;
  const map = there as Readonly<Record<string, unknown>>;
  return Object.entries(value).every(([key, each]) => map[key] === each);
}
