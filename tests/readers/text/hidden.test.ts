import { expect, test } from 'vitest';
import { shownReview } from '../../../src/markdown/redact/redact.ts';
import { readReview } from '../../../src/readers/formats.ts';
import { writeText } from '../../../src/writers/text.ts';

const marks: readonly (readonly [name: string, hidden: string])[] = [
  ['on a line', '[spoiler]X dies[/spoiler]'],
  ['on lines', '[spoiler]\nX dies\n[/spoiler]'],
  ['a fence of colons', ':::spoiler\nX dies\n:::'],
  [
    'a fence of colons, blank lines in it',
    ':::spoiler\n\nX dies\n\nHow it ends\n\nX dies again.\n\n:::',
  ],
  ['private', '%%\nX dies\n%%'],
  ['within a line', '>!X dies!<'],
  ['bars', '||X dies||'],
];

test.each(marks)('a hidden line of a plain text is no heading: %s', (_, hidden) => {
  const source = `Heat\n\nAn introduction that says enough.\n\n${hidden}\n\nWhat follows it is seen.\n`;
  const { review } = readReview(source, { format: 'text' });
  expect(review.sections.map(({ id }) => id)).toEqual(['intro']);
  expect(JSON.stringify(shownReview(review))).not.toContain('dies');
  const text = writeText(review);
  expect(text).not.toContain('dies');
  expect(text).toContain('What follows it is seen.');
});
