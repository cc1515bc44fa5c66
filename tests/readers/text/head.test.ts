import { describe, expect, test } from 'vitest';
import { textReader } from '../../../src/readers/text.ts';
import { prose } from '../text-prose.ts';

function read(source: string) {
  return textReader.open(source, {}).one().review;
}

describe('the head of a text', () => {
  test('title, subtitle, byline and date', () => {
    const source = `Heat (1995)\nA crime saga that still burns\nReviewed by Ada Quill, 6 June 2025\n${prose}`;
    expect(read(source)).toMatchObject({
      title: 'Heat (1995)',
      summary: 'A crime saga that still burns',
      author: [{ name: 'Ada Quill' }],
      published: '2025-06-06',
    });
  });

  test('lines of known keys', () => {
    const source = `Film: Heat\nDirector: Michael Mann\nYear: 1995\nRating: 4.5/5\n\n${prose}`;
    const { item, rating, sections } = read(source);
    expect(item).toMatchObject({ name: 'Heat', kind: 'film', year: 1995 });
    expect(rating?.source).toBe('4.5/5');
    expect(sections.map(({ body }) => body)).toEqual([prose]);
  });

  test('a heading after keys that name the item is no title', () => {
    const { item, title, sections } = read(`Film: Heat\n\nThe heist\n\n${prose}`);
    expect([item.name, title]).toEqual(['Heat', undefined]);
    expect(sections.map((section) => section.title)).toEqual(['The heist']);
    expect(read(`By Ada Quill\nHeat\n${prose}`).title).toBe('Heat');
  });

  test('a byline with more to it stays in the text', () => {
    const { author, sections } = read(`A Title\nBy Ada Quill, film critic of the Post\n${prose}`);
    expect(author).toEqual([]);
    expect(sections[0]?.body).toContain('By Ada Quill, film critic of the Post');
  });

  test('the title names the item when its kind is known', () => {
    expect(textReader.open(`Heat\n${prose}`, { kind: 'film' }).one().review.item).toMatchObject({
      name: 'Heat',
      kind: 'film',
    });
  });

  test('a section’s name at the top is no title', () => {
    expect(read(`The plot\n${prose}\nThe cast\n${prose}`).title).toBeUndefined();
  });

  test('without sections, all but them is read', () => {
    const { review } = textReader
      .open(`Heat\nBy Ada Quill\n${prose}\nRating: 4/5`, {
        sections: false,
      })
      .one();
    expect(review).toMatchObject({
      title: 'Heat',
      author: [{ name: 'Ada Quill' }],
      rating: { value: 4 },
      sections: [],
    });
  });
});
