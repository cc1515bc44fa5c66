import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/index.ts';

/** One thing with rated parts, in each notation that it is met in. */
const things: readonly (readonly [
  what: string,
  name: string,
  files: Readonly<Record<string, string>>,
])[] = [
  [
    'an album with rated tracks',
    'Low Tide',
    {
      'a.md':
        '---\nalbum: Low Tide\nartist: The Piers\n---\n\n## 1. Mud (4/5)\n\nx\n\n## 2. Rope (3/5)\n\ny\n',
      'b.yaml':
        'album: Low Tide\nartist: The Piers\nsongs:\n- {title: Mud, rating: 4/5}\n- {title: Rope, rating: 3/5}\n',
      'c.md':
        '+++\ntitle = "Low Tide"\nkind = "album"\n[[tracks]]\ntitle = "Mud"\nrating = 4\n[[tracks]]\ntitle = "Rope"\nrating = 3\n+++\n\nText.\n',
      'd.json':
        '{"title":"Low Tide","rating":"4/5","tracks":[{"title":"Mud","rating":4},{"title":"Rope","rating":3}]}',
    },
  ],
  [
    'a season with rated episodes',
    'Harbour',
    {
      'a.md':
        '---\nseries: Harbour\nseason: 2\n---\n\n| Episode | Rating |\n|---|---|\n| Mud | 8/10 |\n| Rope | 7/10 |\n',
      'b.md': '# Harbour\n\n## Episode 1: Mud (8/10)\n\nx\n\n## Episode 2: Rope (7/10)\n\ny\n',
      'c.yaml':
        'show: Harbour\nepisodes:\n- {title: Mud, rating: 8/10}\n- {title: Rope, rating: 7/10}\n',
      'd.md':
        '---\ntitle: Harbour\nrating: 8/10\n---\n\n## Mud – 8/10\n\nx\n\n## Rope – 7/10\n\ny\n',
    },
  ],
  [
    'a restaurant with rated dishes',
    'The Copper Ladle',
    {
      'a.md': '---\nrestaurant: The Copper Ladle\n---\n\n## Ramen ★★★★\n\nx\n\n## Gyoza ★★★\n\ny\n',
      'b.yaml':
        'restaurant: The Copper Ladle\ndishes:\n- {name: Ramen, rating: 4/5}\n- {name: Gyoza, rating: 3/5}\n',
      'c.md':
        '---\ntitle: The Copper Ladle\ncategory: restaurant\n---\n\n| Dish | Score |\n|---|---|\n| Ramen | 4/5 |\n| Gyoza | 3/5 |\n',
      'd.md': 'name:: The Copper Ladle\nrating:: 4/5\n\n## Ramen 4/5\n\nx\n\n## Gyoza 3/5\n\ny\n',
    },
  ],
  [
    'a phone beside others in a table',
    'Pebble 4',
    {
      'a.md':
        '---\nproduct: Pebble 4\n---\n\n| Phone | Score |\n|---|---|\n| Pebble 4 | 8/10 |\n| Slate 9 | 7/10 |\n',
      'b.md':
        '---\ntitle: Pebble 4\nrating: 8/10\n---\n\n| Phone | Rating |\n|---|---|\n| Pebble 4 | 8/10 |\n| Slate 9 | 7/10 |\n',
      'c.md':
        '# Pebble 4\n\n| Phone | Rating |\n|---|---|\n| Pebble 4 | 8/10 |\n| Slate 9 | 7/10 |\n\n**Rating:** 8/10\n',
      'd.yaml':
        'product: Pebble 4\nrating: 8/10\nalternatives:\n- {name: Slate 9, rating: 7/10}\n- {name: Brick, rating: 5/10}\n',
    },
  ],
  [
    'a game with rated parts',
    'Lantern Down',
    {
      'a.md':
        '---\ngame: Lantern Down\n---\n\n## Campaign: 9/10\n\nx\n\n## Multiplayer: 6/10\n\ny\n',
      'b.md': '# Lantern Down\n\n## Graphics: 9/10\n\nx\n\n## Sound: 7/10\n\ny\n',
      'c.yaml': 'game: Lantern Down\nscores:\n  graphics: 9/10\n  sound: 7/10\n',
      'd.md':
        '---\ntitle: Lantern Down\nkind: game\n---\n\n| Aspect | Score |\n|---|---|\n| Graphics | 9/10 |\n| Sound | 7/10 |\n',
    },
  ],
];

describe('a file that speaks of one thing itself is one review', () => {
  test.each(
    things.flatMap(([what, name, files]) =>
      Object.entries(files).map(([path, source]) => [what, path, name, source] as const),
    ),
  )('%s, as %s', (_, path, name, source) => {
    const { records } = readAll(source, { path });
    expect(records.map(({ key, review }) => [key, review.item.name])).toEqual([[null, name]]);
  });

  test('the same parts without the thing are reviews', () => {
    const names = (source: string, path: string) =>
      readAll(source, { path }).records.map(({ review }) => review.item.name);
    expect(names('# Lunch\n\n## Ramen ★★★★\n\nx\n\n## Gyoza ★★★\n\ny\n', 'a.md')).toEqual([
      'Ramen',
      'Gyoza',
    ]);
    expect(
      names(
        '# Phones\n\n| Phone | Score |\n|---|---|\n| Pebble | 8/10 |\n| Slate | 7/10 |\n',
        'b.md',
      ),
    ).toEqual(['Pebble', 'Slate']);
  });
});
