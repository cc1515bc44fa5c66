import { describe, expect, test } from 'vitest';
import { emptyReview } from '../../../src/model/review.ts';
import { writeTerminal } from '../../../src/writers/terminal/terminal.ts';
import { review } from '../../cli/run.ts';
import { blockNames, blockText, expectSound, reviewOf } from '../pages.ts';

const plain = (markdown: string, columns = 60): string =>
  writeTerminal(
    { ...reviewOf(`Before.\n\n${markdown}`), title: '' },
    { columns, plain: true, color: 3, hyperlinks: true },
  ).replace(/^Review:\n\n(?:.* hidden, --spoilers\n\n)?Before\.\n\n/, '');

/** What a page in words never has: boxes, blocks, shapes, stars, ticks, bullets. */
const drawn = /[\u2190-\u21FF\u2500-\u27BF\u2022\u2023\u25E6\u00BB\u203A]/u;

test.each(
  blockNames
    .filter((name) => name !== 'emoji')
    .flatMap((name) => [20, 40, 80].map((columns) => [name, columns] as const)),
)('%s at %i columns: sound, and nothing drawn', (name, columns) => {
  // The shapes that an author writes are text.
  const source = blockText(name).replace(/★|&#9733;|⭐|❤/g, 'x');
  for (const spoilers of [false, true]) {
    const page = writeTerminal(reviewOf(source), { columns, plain: true, color: 3, spoilers });
    expectSound(page, columns);
    expect(page).not.toMatch(drawn);
  }
});

describe('in words', () => {
  test.each([
    ['a heading', '### The *end*', 'Heading level 3: The end\n'],
    ['an empty heading', 'a\n\n###\n', 'a\n'],
    ['a quote', '> a\n>\n> b', 'Quote:\na\n\nb\nEnd of quote.\n'],
    ['an alert', '> [!TIP]\n> a', 'Tip:\na\nEnd of tip.\n'],
    ['a list', '- a\n  - b\n', '- a\n  - b\n'],
    ['tasks', '- [x] a\n- [ ] b\n', 'Done: a\nTo do: b\n'],
    [
      'a table',
      '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | |',
      'Table:\na: 1\nb: 2\n\na: 3\nb:\nEnd of table.\n',
    ],
    ['code', '```js\na()\n```', 'Code: js\na()\nEnd of code.\n'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\nBreak.\n\nb\n'],
    ['what is struck out', 'a ~~b~~ c', 'a [deleted: b] c\n'],
    ['an image', '![alt](x.png) ![](y.png)', 'image: alt (x.png) image (y.png)\n'],
    ['a link', '[a](http://x.org)', 'a (http://x.org)\n'],
    ['a note', 'a[^1]\n\n[^1]: b', 'a [note 1]\n\nNote 1: b\n'],
    [
      'a spoiler',
      'a ||b||\n\n:::spoiler c\nd\n:::',
      'a [spoiler hidden]\n\nSpoiler hidden: c (use --spoilers)\n',
    ],
  ])('%s', (_, markdown, page) => {
    expect(plain(markdown)).toBe(page);
  });

  test('a spoiler that is shown', () => {
    const page = writeTerminal(reviewOf('> [!spoiler] The end\n> a\n'), {
      plain: true,
      spoilers: true,
    });
    expect(page).toContain('Spoiler: The end\na\nEnd of spoiler.\n');
  });

  test.each([
    ['4/5', 'Rating: 4 out of 5\n'],
    ['★★★½', 'Rating: 3.5 out of 5\n'],
    ['8.5 out of 10', 'Rating: 8.5 out of 10\n'],
    ['85%', 'Rating: 85 out of 100\n'],
    ['4 stars out of 5', 'Rating: 4 out of 5\n'],
  ])('the rating %s', (rating, words) => {
    const page = writeTerminal(reviewOf(`---\nfilm: Heat\nrating: ${rating}\n---\n`), {
      plain: true,
    });
    expect(page).toContain(words);
  });

  test('a grade keeps its letter', () => {
    const rating = { value: 4.35, best: 5, worst: 1.5, normalized: 0.87, source: 'B+' };
    const page = writeTerminal({ ...emptyReview, rating }, { plain: true });
    expect(page).toContain('Rating: B+, 4.35 out of 5, from 1.5\n');
  });

  test('the card', () => {
    const page = writeTerminal(
      reviewOf(
        '---\ntitle: Slow burn\nfilm: Heat\nyear: 1995\nauthor: A\nrating: 9/10\nrecommended: true\nscores:\n  Story: 4/5\npros: [Long]\ncons: [Too long]\n---\n',
      ),
      { plain: true, columns: 40 },
    );
    expect(page).toBe(
      'Review: Slow burn\nHeat, Film, 1995\nby A\n\nRating: 9 out of 10, Recommended\n\nStory: 4 out of 5\n\nFor: Long\n\nAgainst: Too long\n',
    );
  });
});

describe('--plain', () => {
  test('the outline, before a review and alone', async () => {
    const { stdout } = await review('show ballerina --plain --toc --section verdict');
    expect(stdout).toMatch(
      /^Section 0: Introduction, \d+ words, 1 minute\nSection 1: The story of revenge, /,
    );
    expect(stdout).toContain('\n\nHeading level 2: Final verdict\n');
    for (const line of ['toc ballerina --plain', 'section --plain --review ballerina'])
      expect(stdout.startsWith((await review(line)).stdout)).toBe(true);
    expect((await review('toc - --plain', { stdin: '' })).stdout).toBe('No sections.\n');
  });

  test('several reviews, with words between', async () => {
    const { stdout } = await review('show ballerina frankenstein --plain');
    expect(stdout).toMatch(/\n\nNext review\.\n\nReview: /);
    expect(stdout).not.toMatch(drawn);
  });

  test('no colour, even when it is asked for', async () => {
    expect((await review('show ballerina --plain --color=always')).stdout).not.toContain('\u001B');
  });
});
