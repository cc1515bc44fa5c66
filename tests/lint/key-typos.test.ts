import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { readReview } from '../../src/readers/formats.ts';
import { dialects } from '../readers/dialects.ts';

const typos = (source: string) =>
  lint(readReview(source, { format: 'markdown' }))
    .filter(({ code }) => code === 'key-typo')
    .map(({ message, fix }) => `${message}${fix === undefined ? '' : ' FIX'}`);

test.each(dialects)(
  'no word of the dialect $name is taken for a slip',
  ({ source, path, settings = {} }) => {
    const read = readReview(source, { path: path ?? 'a.md', ...settings });
    const { spellings } = settings;
    const found = lint(read, spellings === undefined ? {} : { spellings });
    expect(found.filter(({ code }) => code === 'key-typo')).toEqual([]);
  },
);

/** Keys that site builders, note books and people use, and that are none of ours. */
const others =
  'layout permalink categories slug aliases weight images videos audio cascade headless menus markup params resources translationKey ' +
  'expiryDate publishDate linkTitle eleventyNavigation pagination collection sidebar toc math comments share related teaser classes hero ' +
  'heroImage updatedDate ogImage featured cssclasses up trailer watched volume shelves owned started status progress mood attendees hours titel labels books updates formato start ' +
  'party bill tip dishes wine wifi parking noise vibe mileage sku battery color size os license repo homepage docs emoji theme id uid via note';

test.each(others.split(' '))('%s is no slip', (key) => {
  expect(typos(`---\nfilm: X\n${key}: y\n---\n`)).toEqual([]);
});

test.each([
  ['titlee', 'title', true],
  ['raitng', 'rating', true],
  ['sumary', 'summary', true],
  ['Publisehd-On', 'publishedon', true],
  ['directer', 'director', true],
  ['recomended', 'recommended', true],
  ['genra', 'genre', true],
])('%s is a slip for %s', (key, meant, isSure) => {
  const found = typos(`---\n${key}: y\n---\n`);
  expect(found).toEqual([
    `\`${key}\` is no key that is known; it is much like \`${meant}\`.${isSure ? ' FIX' : ''}`,
  ]);
});

test('the configuration’s own spellings count', () => {
  const read = readReview('---\nfilm: X\nbewertumg: 4/5\n---\n', { format: 'markdown' });
  expect(
    lint(read, { spellings: { rating: ['Bewertung'] } }).find(({ code }) => code === 'key-typo'),
  ).toMatchObject({
    message: '`bewertumg` is no key that is known; it is much like `bewertung`.',
    fix: [{ text: 'bewertung' }],
  });
});
