import { describe, expect, test } from 'vitest';
import { contentOf } from '../../src/markdown/content.ts';
import { textParts } from '../../src/markdown/hidden-text.ts';
import {
  bareReview,
  redact,
  shownReview,
  spoilersHidden,
} from '../../src/markdown/redact/redact.ts';
import { emptyReview, type Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';

const read = (body: string, head = 'film: Salt'): Review =>
  readReview(`---\n${head}\n---\n\n${body}\n`, { format: 'markdown' }).review;

describe('a text', () => {
  test.each([
    ['a ||b|| c', 'a [b] c'],
    ['a >!b!< c', 'a [b] c'],
    ['a [spoiler]b [spoiler]c[/spoiler] d[/spoiler] e', 'a [b [spoiler]c[/spoiler] d] e'],
    ['a [SPOILER]b[/Spoiler] c [spoiler]d[/spoiler]', 'a [b] c [d]'],
    ['a [spoiler=t]b[/spoiler]', 'a [b]'],
    ['a <spoiler title="t">b</spoiler> c', 'a [b] c'],
    ['a <details><summary>s</summary>b</details> c', 'a [b] c'],
    ['a <details>b', 'a [b]'],
    ['a :::spoiler b ::: c', 'a [ b ] c'],
    ['a %%private%% b', 'a  b'],
    ['if (a || b) and (c || d)', 'if (a || b) and (c || d)'],
    ['a || b', 'a || b'],
    ['a [spoiler] b', 'a [spoiler] b'],
    ['||||', '||||'],
  ])('%s', (text, parts) => {
    const said = textParts(text).map((part) => (part.hidden ? `[${part.text}]` : part.text));
    expect(said.join('')).toBe(parts);
  });

  test.each(['||a', '[spoiler]', '[spoiler]a[/spoiler]', '<details>', '>!', '%%', ':::spoiler '])(
    'takes linear time: %s',
    (mark) => {
      const text = mark.repeat(200_000);
      const start = performance.now();
      textParts(text);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});

describe('redact', () => {
  test('is the same review where nothing is hidden, and the same answer each time', () => {
    const open = read('Text.\n\n## Spoiler-free\n\na || b');
    expect(redact(open).review).toBe(open);
    const hiding = read('||a||');
    expect(redact(hiding)).toBe(redact(hiding));
    expect(redact(redact(hiding).review).review).toBe(redact(hiding).review);
  });

  test('counts what is hidden', () => {
    const review = read('||a|| b >!c!<\n\n## Spoilers\n\nd ||e||', 'film: "Salt ||f||"');
    expect(redact(review).review[spoilersHidden]).toBe(4);
  });

  test('ids that say what a title hides give way, numbers stay', () => {
    const [first] = read('## End ||He dies||\n\na\n\n## Spoilers\n\nb\n\n### c\n\nd').sections;
    const section = {
      ...(first as NonNullable<typeof first>),
      id: 'end-he-dies',
      title: 'End ||He dies||',
    };
    const shown = shownReview({ ...emptyReview, sections: [section] });
    expect(shown.sections).toMatchObject([
      { id: 'end-spoiler', number: '1', title: 'End [spoiler]' },
    ]);
  });

  test('what stands within a hidden section is gone with it, whatever is asked', () => {
    const review = read('## Spoilers\n\na\n\n### b\n\nc\n\n## Pace\n\nd');
    const { review: shown, sectionOf, hidden } = redact(review);
    expect(shown.sections).toMatchObject([
      { number: '1', id: 'spoilers', sections: [] },
      { number: '2', id: 'pace' },
    ]);
    const [spoilers] = review.sections;
    expect(sectionOf(spoilers?.sections[0] as never)).toBeNull();
    expect(hidden.sections).toEqual(spoilers?.sections);
    // A copy is known by its id.
    expect(
      sectionOf({ ...(spoilers as never as Review['sections'][0]), sections: [] }),
    ).toMatchObject({
      id: 'spoilers',
    });
  });

  test('a note is hidden where only hidden text calls it', () => {
    const review = read(
      'a[^seen] ||b[^hid] [^seen]||\n\n[^seen]: x[^deep]\n\n[^hid]: y\n\n[^deep]: z\n\n[^none]: w',
    );
    expect([...contentOf(redact(review).review).footnotes.keys()]).toEqual([
      'seen',
      'deep',
      'none',
    ]);
    expect([...redact(review).hidden.notes.keys()]).toEqual(['hid']);
  });

  test('for machines nothing stands where something was hidden', () => {
    const review = read('a', 'film: Salt\ntags: ["||b||", c]\nsummary: "||d||"\ntitle: "e ||f||"');
    const bare = bareReview(redact(review).review);
    expect(bare).toMatchObject({ tags: ['c'], title: 'e' });
    expect(bare.summary).toBeUndefined();
  });

  test('spoilers that are asked for have no marks', () => {
    const review = read('## End ||a||\n\nb', 'film: "Salt ||c||"');
    const shown = shownReview(review, true);
    expect(shown.item.name).toBe('Salt c');
    expect(shown.sections[0]?.title).toBe('End a');
  });
});
