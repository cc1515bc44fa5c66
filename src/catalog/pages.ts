import type { conditionOf } from './conditions.ts';
import { number, textOf } from './database.ts';
import type { Database } from './load-libsql.ts';

/** As many rows are looked at in one go: no more of them than that is held as text. */
const perPage = 5000;

/** The rows of `reviews` as lines of text, page after page. */
export function* pagesOf(
  db: Database,
  line: string,
  condition: ReturnType<typeof conditionOf> = { sql: '', values: [] },
): Generator<readonly string[]> {
  const last = number(db.prepare('select max(id) as last from reviews').get());
  const rows = `from reviews where id > ? and id <= ?${condition.sql}`;
  for (let from = 0; from < last; from += perPage) {
    const all = `group_concat(${line}, char(10))`;
    const text = textOf(db, all, rows, from, from + perPage, ...condition.values);
    if (text !== '') yield text.split('\n');
  }
}
