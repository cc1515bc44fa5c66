import type { OutlineEntry } from '../model/outline.ts';
import { roles } from '../model/roles.ts';
import {
  choice,
  integer,
  itself,
  list,
  nullable,
  number,
  type ObjectShape,
  object,
  optional,
  required,
  type ShapeOf,
  text,
} from '../shapes/shape.ts';
import type { LibraryStats, StatsGroup } from './stats.ts';

const section = object<Pick<OutlineEntry, 'id' | 'number' | 'title'>>('section', {
  id: required(text, 'Its id, which `section` takes.'),
  number: required(text, 'Its place in the outline, as in 2.1, which `section` takes, too.'),
  title: required(text, 'Its heading as plain text.'),
});

/** A section in the outline, as `toc --json` writes it. */
const outlined: ObjectShape & ShapeOf<OutlineEntry> = object<OutlineEntry>('section', {
  number: required(
    text,
    'Its place in the outline, as in 2.1; 0 for the text before the first heading.',
  ),
  id: required(text, 'Its id.'),
  title: required(text, 'Its heading as plain text.'),
  role: required(nullable(choice(roles)), 'What it is for, whatever its heading says.'),
  level: required(integer(0, 6), 'The level of its heading; 0 for the text before the first one.'),
  words: required(integer(0), 'Words in it and the sections within it.'),
  minutes: required(integer(0), 'Minutes to read them.'),
  sections: required(list(itself<OutlineEntry>(() => outlined)), 'The sections within it.'),
});

/** What `toc --json` writes. */
export const outlineShape = object<{ sections: readonly OutlineEntry[] }>('outline', {
  sections: required(list(outlined), 'The sections at the top.'),
});

/** One of what `search --json` writes an array of. */
export const hitShape: ObjectShape = {
  kind: 'object',
  name: 'hit',
  fields: {
    id: required(text, 'The review’s id.'),
    title: required(text, 'Its title.'),
    file: required(text, 'Its file.'),
    section: required(nullable(section), 'The section the words stand in; null for the keys.'),
    score: required(number, 'Greater is better; comparable within one search only.'),
    line: required(integer(1), 'The line of the file, from 1.'),
    excerpt: required(text, 'The words around.'),
  },
};

const share = { kind: 'number', integer: false, least: 0, most: 1 } as const;

const group = object<StatsGroup>('group', {
  name: required(text, 'What they have in common.'),
  reviews: required(integer(1), 'How many.'),
  mean: required(
    nullable<number>(share),
    'The mean of their ratings as shares of the best; null when none is rated.',
  ),
});

/** What `stats --json` writes. */
export const statsShape = object<LibraryStats>('stats', {
  reviews: required(integer(1), 'How many reviews.'),
  rated: required(integer(0), 'How many of them are rated.'),
  words: required(integer(0), 'Words in all of them.'),
  minutes: required(integer(0), 'Minutes to read them.'),
  mean: required(nullable<number>(share), 'The mean of the ratings as shares of the best.'),
  median: required(nullable<number>(share), 'Their median.'),
  stars: required(
    list(
      object<LibraryStats['stars'][number]>('stars', {
        stars: required(
          { kind: 'number', integer: false, least: 0, most: 5 } as ShapeOf<number>,
          'Stars of five, to the nearest half.',
        ),
        reviews: required(integer(1), 'How many reviews have so many.'),
      }),
    ),
    'The ratings that occur, the most stars first.',
  ),
  kinds: required(list(group), 'By what is reviewed.'),
  noKind: optional(group, 'Those of which nothing says what is reviewed; absent for none.'),
  years: required(list(group), 'By year of their dates, in order.'),
  authors: required(list(group), 'By critic.'),
  tags: required(list(group), 'By tag.'),
});
