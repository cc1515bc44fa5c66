import { expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { dialects } from '../readers/dialects.ts';

type Entry = Readonly<Record<string, unknown>>;

const fields = ['id', 'item', 'title', 'author', 'rating', 'ratingText', 'published', 'tags'];
const facts = (entry: Entry) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = entry[field];
      const isNothing =
        value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      return isNothing ? [] : [[field, value]];
    }),
  );

/** Bodies that could change what is listed: ratings and titles in them, with keys that say it already and without. */
const bodies = [
  'Words.\n',
  '# A headline\n\nWords.\n\nRating: 2/5\n',
  '## Rating: 3/5\n\nWords.\n\n## Graphics: 6/10\n',
  'Rating: 1/5\n\n# Later\n\nRecommended: yes\n',
];
const heads = [
  'film: Heat\nrating: 4/5\n',
  'film: Heat\n',
  'film: Heat\nrating: not yet\n',
  'title: "On Heat"\nrating: 8\n',
  'kind: book\nrating: 4/5\n',
];

test('a listing says of every review what its export says, though it reads less', async () => {
  const cwd = folderOf({
    ...Object.fromEntries(
      dialects.map(({ source, path = 'x.md' }, at) => [
        `reviews/d${at}/${path.split('/').at(-1)}`,
        source,
      ]),
    ),
    ...Object.fromEntries(
      heads.flatMap((head, one) =>
        bodies.map((body, other) => [`reviews/b/${one}-${other}.md`, `---\n${head}---\n\n${body}`]),
      ),
    ),
  });
  const listed = JSON.parse((await review('list --json', { cwd })).stdout) as Entry[];
  const exported = JSON.parse((await review('export --all --json', { cwd })).stdout) as Entry[];
  const byId = new Map(exported.map((entry) => [entry.id, entry]));
  expect(listed.length).toBe(exported.length);
  for (const entry of listed)
    expect(facts(entry), String(entry.id)).toEqual(facts(byId.get(entry.id) ?? {}));
});
