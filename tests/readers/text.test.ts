import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flattenSections } from '../../src/model/section-tree.ts';
import { textReader } from '../../src/readers/text.ts';
import { prose, wrap } from './text-prose.ts';

const folder = new URL('../fixtures/text/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

interface Expected {
  readonly title: string | null;
  readonly author: readonly string[];
  readonly rating: string | null;
  /** Heading, and how many Markdown blocks stand under it. */
  readonly sections: readonly (readonly [string, number])[];
}

function fixture(name: string): { source: string; expected: Expected } {
  const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
  return { source: read(`${name}.txt`), expected: JSON.parse(read(`${name}.expected.json`)) };
}

function read(source: string) {
  return textReader.open(source, {}).one().review;
}

function shapeOf(source: string): Expected {
  const { title, author, rating, sections } = read(source);
  return {
    title: title ?? null,
    author: author.map(({ name }) => name),
    rating: rating === null ? null : `${rating.value}/${rating.best}`,
    sections: flattenSections(sections).map((section) => [
      section.title,
      section.body === '' ? 0 : section.body.split(/\n{2,}/).length,
    ]),
  };
}

function titlesOf(source: string): string[] {
  return read(source).sections.map(({ title }) => title);
}

describe('outlines of texts in many styles', () => {
  test.each(names)('%s', (name) => {
    const { source, expected } = fixture(name);
    expect(shapeOf(source)).toEqual(expected);
    expect(textReader.open(source, {}).one().diagnostics).toEqual([]);
  });

  const styles: Readonly<Record<string, (lines: readonly string[], heads: Set<string>) => string>> =
    {
      CRLF: (lines) => lines.join('\r\n'),
      'blank lines': (lines) => lines.join('\n\n'),
      'blank lines before headings': (lines, heads) =>
        lines.map((line) => (heads.has(line) ? `\n${line}` : line)).join('\n'),
      'indented paragraphs': (lines, heads) =>
        lines.map((line) => (heads.has(line) ? line : `    ${line}`)).join('\n'),
      'wrapped at 60': (lines) => lines.map((line) => wrap(line, 60)).join('\n\n'),
      'wrapped at 72, no blank line after a heading': (lines, heads) =>
        lines.map((line) => (heads.has(line) ? line : `${wrap(line, 72)}\n`)).join('\n'),
      'wrapped at 80, no blank lines': (lines) => lines.map((line) => wrap(line, 80)).join('\n'),
    };
  const unmarked = ['long-lines', 'sentence-case', 'sectioned', 'untitled'];

  test.each(unmarked.flatMap((name) => Object.keys(styles).map((style) => [name, style] as const)))(
    '%s, %s',
    (name, style) => {
      const { source, expected } = fixture(name);
      const heads = new Set([expected.title ?? '', ...expected.sections.map(([title]) => title)]);
      const lines = source.split('\n').filter((line) => line !== '');
      expect(shapeOf(styles[style]?.(lines, heads) ?? '')).toEqual(expected);
    },
  );
});

describe('what is a heading between two paragraphs', () => {
  test.each([
    'The action',
    'Weaknesses: familiar tropes, a slack second act',
    'Ana de Armas — the dancer who learns to fall',
    'Is it worth the money?',
    'Pacino vs. De Niro: who wins?',
    'Part Two. The Fall',
    'The “dance” of death',
    '2001: a space oddity',
    '3. Style & structure',
    'A heading that goes on for quite a while, nearly eighty columns — and stops',
    'THE LOOK',
    'final verdict',
  ])('%s', (line) => {
    expect(titlesOf(`A Title\n${prose}\n${line}\n${prose}`)).toEqual(['Introduction', line]);
  });

  test.each([
    'There is one button.',
    'There is one button',
    'I would watch it again tomorrow',
    'Nobody wants the soup!',
    '“Who is there?”',
    '“Nobody,” she said',
    'The camera never once loses her in the dark, and neither do we',
    'It was, in a word,',
    'and then it was over',
    '- a list of one',
    'https://example.org/review',
    `${'Word '.repeat(17)}end`,
  ])('not: %s', (line) => {
    expect(titlesOf(`A Title\n${prose}\n${line}\n${prose}`)).toEqual(['Introduction']);
  });

  test('the last line of a text is none', () => {
    expect(titlesOf(`A Title\n${prose}\nThe End`)).toEqual(['Introduction']);
  });

  test('headings that are named need no text before the rating', () => {
    expect(titlesOf(`A Title\n${prose}\nFinal Verdict\nRating: 4/5`)).toEqual([
      'Introduction',
      'Final Verdict',
    ]);
  });

  test('a library’s synonyms count', () => {
    const source = `A Title\n${prose}\nit is what it is!\n${prose}`;
    const { review } = textReader.open(source, { roles: { verdict: ['it is what it is'] } }).one();
    expect(review.sections.map(({ role }) => role)).toEqual([null, 'verdict']);
  });
});

describe('lines broken by hand', () => {
  test('are told by one line that goes on in small letters, in a short text', () => {
    const { review } = textReader
      .open(
        [
          'OVERVIEW',
          'A new lead and a new war to fight under the same old city, and a new',
          'war it is.',
          '',
          'Story',
          'It is told in small pieces between the runs. "You will die a lot," says',
          'Hecate, and she is right.',
        ].join('\n'),
        {},
      )
      .one();
    expect(review.sections.map(({ body }) => body.split('\n\n').length)).toEqual([1, 1]);
  });

  test('items of one list keep together, whatever marks they have', () => {
    const { review } = textReader
      .open('A Title\n\nText before.\n\n- one\n* two\n+ three\n', {})
      .one();
    expect(review.sections[0]?.body).toBe('Text before.\n\n- one\n- two\n- three');
  });
});
