import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** As much of the engine's API as is used; the package is none of this one's, since its binaries are 70 MB. */
interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: () => Promise<{ readonly connect: () => Promise<Connection> }>;
  };
}
interface Connection {
  readonly runAndReadAll: (
    sql: string,
  ) => Promise<{ readonly getRowObjectsJson: () => readonly Record<string, unknown>[] }>;
}

/** The engine, where it is installed: here, or where NODE_PATH says. */
const duckDb = ((): DuckDb | null => {
  try {
    return createRequire(import.meta.url)(['@duckdb', 'node-api'].join('/')) as DuckDb;
  } catch {
    return null;
  }
})();

/** The statements that docs/scale.md has. */
function recipe(): readonly string[] {
  const docs = readFileSync(join(root, 'docs/scale.md'), 'utf8');
  const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(docs) ?? [];
  return sql
    .replace(/^--.*$/gm, '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

const films = ['4/5', '2/5', '9/10', ''].map((rating, at) => [
  `film-${at}.md`,
  `---\nfilm: Film ${at}\nyear: ${1990 + at}\n${rating && `rating: ${rating}\n`}date: 200${at % 2}-05-01\ntags: [noir, t${at}]\n---\nWords, and ||hidden|| ones.\n`,
]);
const book = [
  'book.md',
  '---\nbook: Book\nrating: 10/10\ndate: 2001-01-01\ntags: [noir]\n---\nWords.\n',
];
const files = Object.fromEntries([...films, book]) as Record<string, string>;

test('the recipe in docs/scale.md has a statement for each question', () => {
  expect(recipe()).toHaveLength(5);
});

test.skipIf(duckDb === null)(
  `the recipe counts as \`stats\` does${duckDb === null ? ' (skipped: @duckdb/node-api is not installed)' : ''}`,
  async () => {
    const folder = folderOf(files);
    const out = folderOf({});
    const target = join(out, 'reviews.jsonl');
    const exported = await review([
      'export',
      '--all',
      '--jsonl',
      '-o',
      target,
      '--library',
      folder,
    ]);
    expect(exported.status).toBe(0);
    const { stdout } = await review(['stats', '--json', '--library', folder]);
    const stats = JSON.parse(stdout) as Readonly<Record<'kinds' | 'years' | 'tags', Groups>>;
    const connection = await (await (duckDb as DuckDb).DuckDBInstance.create()).connect();
    const answers = [];
    for (const sql of recipe()) {
      const inFolder = sql.replace(/'reviews\.(jsonl|parquet)'/g, `'${out}/reviews.$1'`);
      answers.push((await connection.runAndReadAll(inFolder)).getRowObjectsJson());
    }
    const [, kinds = [], years = [], tags = []] = answers;
    expect(asMap(kinds, 'kind', true)).toEqual(groupMap(stats.kinds, true));
    expect(asMap(years, 'year')).toEqual(groupMap(stats.years));
    expect(asMap(tags, 'tag')).toEqual(groupMap(stats.tags));
    expect(readFileSync(join(out, 'reviews.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  },
);

type Groups = readonly {
  readonly name: string;
  readonly reviews: number;
  readonly mean?: number;
}[];

/** Means are compared to twelve digits. */
const rounded = (mean: unknown): number | null =>
  mean === null || mean === undefined ? null : Number(Number(mean).toPrecision(12));

function groupMap(groups: Groups, hasMean = false): Map<string, unknown[]> {
  return new Map(
    groups.map(({ name, reviews, mean }) => [name, hasMean ? [reviews, rounded(mean)] : [reviews]]),
  );
}

function asMap(
  rows: readonly Record<string, unknown>[],
  name: string,
  hasMean = false,
): Map<string, unknown[]> {
  return new Map(
    rows.map((row) => [
      String(row[name]),
      hasMean ? [Number(row.reviews), rounded(row.mean)] : [Number(row.reviews)],
    ]),
  );
}
