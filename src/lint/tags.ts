import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { knownKeys, type Rule, rangeOf } from './subject.ts';

/** A tag that stands twice in a list, whatever its case: tag-duplicate, at the second. */
export const tags: Rule = (subject) =>
  knownKeys(subject).flatMap(({ entry: { value }, meaning }): Diagnostic[] => {
    if (meaning.field !== 'tags' || value.kind !== 'list') return [];
    const seen = new Set<string>();
    return value.items.flatMap((item) => {
      const name = item.text.trim().toLowerCase();
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      const range = rangeOf(subject, item);
      return [diagnose('tag-duplicate', `\`${item.text.trim()}\` stands twice.`, { range })];
    });
  });
