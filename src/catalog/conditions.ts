import type { FactTest } from '../library/filter.ts';
import type { Value } from './load-libsql.ts';

/** A part of a `where`, with the values that are bound to its question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

const columns: Readonly<Record<FactTest['field'], string>> = {
  kind: 'kind',
  rating: 'rating',
  year: 'year',
  date: 'published',
  words: 'length',
};

/**
 * The rows that may pass tests: whoever asks looks at each of them once more. Names of columns come from the table above, all else is bound.
 */
export function conditionOf(tests: readonly FactTest[]): Condition {
  const parts = tests.flatMap(({ field, first, last }): Condition[] => {
    const column = columns[field];
    return [
      ...(first === undefined ? [] : [{ sql: `${column} >= ?`, values: [first] }]),
      ...(last === undefined ? [] : [{ sql: `${column} <= ?`, values: [last] }]),
    ];
  });
  return {
    sql: parts.map(({ sql }) => ` and ${sql}`).join(''),
    values: parts.flatMap(({ values }) => values),
  };
}
