import { describe, expect, test } from 'vitest';
import { write } from '../../src/index.ts';
import { readReview } from '../../src/readers/formats.ts';

describe('a review read without its sections', () => {
  test.each([
    ['markdown', '---\nfilm: Heat\n---\nTwo words.\n\n## The end\n\nIs here.\n', 6],
    ['markdown', '---\nfilm: Heat\n---\n', 0],
    ['markdown', 'No metadata [at all](https://example.org/a).\n', 4],
    ['yaml', 'film: Heat\nbody: Two words.\nsections:\n  - heading: The end\n    body: Is.\n', 5],
    ['yaml', 'film: Heat\nsections:\n  verdict: |\n    It is good.\n', 3],
    ['yaml', 'film: Heat\n', 0],
    ['json', '{"film": "Heat", "body": "Two words."}', 2],
    [
      'text',
      'A Title of Heat\n\nBy Ada\n\nTwo words.\n\nThe End\n\nIs here now.\n\nRating: 4/5\n',
      7,
    ],
  ])('has its words counted: %s %j', (format, source, words) => {
    const read = readReview(source, { format, sections: false });
    expect(read.words).toBe(words);
    expect(read.review.sections).toEqual([]);
  });

  test('has them counted when it was exported, the invented heading of the introduction left out', async () => {
    const { review } = readReview('---\nfilm: Heat\n---\nTwo words.\n\n## The end\n\nIs here.\n');
    const read = readReview(await write(review, { to: 'json' }), { sections: false });
    expect(read.words).toBe(6);
  });

  test.each(['---\nfilm: Heat\n---\nA\n\nRating: 4/5\n', '# Heat: a review\n\nText.\n'])(
    'has all else that a whole reading gives: %j',
    (source) => {
      const { sections: _, ...whole } = readReview(source).review;
      const { sections: __, ...without } = readReview(source, { sections: false }).review;
      expect(without).toEqual(whole);
    },
  );
});
