import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/index.ts';
import { readReview } from '../../src/readers/formats.ts';
import { tidy } from '../../src/tidy/tidy.ts';

/** Below a title: at the very top, `key: value` lines are a header. */
const read = (source: string) =>
  readReview(/^(?:---|#)/.test(source) ? source : `# Salt\n\n${source}`, { path: 'notes/x.md' })
    .review;
const textOf = (source: string) =>
  read(source)
    .sections.map(({ body }) => body)
    .join('\n');

describe('facts behind labels at the top of a text', () => {
  test.each([
    ['lines', 'Director: Ann Reed\nRating: 8/10\n\nText.\n'],
    ['lines with hard breaks', 'Director: Ann Reed  \nRating: 8/10\\\nYear: 1999\n\nText.\n'],
    ['bold lines', '**Director:** Ann Reed\n**Rating**: 8/10\n\nText.\n'],
    ['bold as a whole', '**Director: Ann Reed**\n**Rating: 8/10**\n\nText.\n'],
    ['bullets', '- **Director:** Ann Reed\n- **Rating:** 8/10\n\nText.\n'],
    ['a quote', '> **Rating:** 8/10\n> **Director:** Ann Reed\n\nText.\n'],
    ['a callout', '> [!info]\n> Director: Ann Reed\n> Rating: 8/10\n\nText.\n'],
    ['signs before them', '🎬 Director: Ann Reed\n⭐ Rating: 8/10\n\nText.\n'],
    ['blank lines between them', '**Director:** Ann Reed\n\n**Rating:** 8/10\n\nText.\n'],
    ['another language', 'Regie: Ann Reed\nWertung: 8/10\n\nText.\n'],
    ['wide colons', '导演：Ann Reed\n评分：8/10\n\nText.\n'],
    ['who directed it', 'Directed by Ann Reed\nRating: 8/10\n\nText.\n'],
    ['a table', '| Director | Ann Reed |\n|---|---|\n| Rating | 8/10 |\n\nText.\n'],
    [
      'a table with a head',
      '| Field | Value |\n|---|---|\n| **Director** | Ann Reed |\n| Rating | 8/10 |\n\nText.\n',
    ],
    ['a heading', '## Info\n\nDirector: Ann Reed\nRating: 8/10\n\nText.\n'],
    ['the title', '# Salt\n\nDirector: Ann Reed\nRating: 8/10\n\nText.\n'],
    ['a picture', '# Salt\n\n![Cover](a.png)\n\nDirector: Ann Reed\nRating: 8/10\n\nText.\n'],
    ['front matter', '---\ntitle: Salt\n---\n\nDirector: Ann Reed  \nRating: 8/10  \n\nText.\n'],
  ])('%s', (_, source) => {
    const review = read(source);
    expect(review.item.creators).toContainEqual({ role: 'director', name: 'Ann Reed' });
    expect(review.rating).toMatchObject({ value: 8, best: 10 });
    expect(textOf(source).trim()).toBe('Text.');
  });

  test('what is said beside them is kept, a picture is the cover', () => {
    const review = read('![](a.png)\n\nDirector: Ann Reed\nRating: 8/10\nBottle: half full\n');
    expect(review.extra.Bottle).toBe('half full');
    expect(review.item.image).toBe('a.png');
  });

  test('they end at a part of the text', () => {
    const source = 'Director: Ann Reed\nRating: 8/10\nPlot: Two coats meet.\n\nText.\n';
    expect(read(source).rating?.value).toBe(8);
    expect(textOf(source)).toContain('Plot: Two coats meet.');
  });

  test.each([
    ['one fact', 'Director: nobody knows.\n\nText.\n'],
    [
      'prose',
      'Rating: hard to say. It goes on and on.\n\nYear: the same.\n\nText.\n'.replace(
        'Year',
        'Mood',
      ),
    ],
    ['more that is not known', 'A: b\nC: d\nE: f\nG: h\nDirector: Ann\nRating: 8/10\n\nText.\n'],
    ['no blank behind the colon', 'Director:Ann\nYear:1999\n\nText.\n'],
    ['further down', 'Text.\n\nDirector: Ann\nYear: 1999\n'],
    ['code', '    Director: Ann\n    Year: 1999\n\nText.\n'],
    ['parts alone', 'Pros: fast\nCons: loud\n\nText.\n'],
    [
      'a table of three columns',
      '| Director | Ann | x |\n|---|---|---|\n| Year | 1999 | y |\n\nText.\n',
    ],
  ])('not %s', (_, source) => {
    expect(read(source).item.creators).toEqual([]);
    expect(textOf(source)).toContain((source.split('\n')[0] as string).trim());
  });

  test('the file keeps its bytes', () => {
    const source = '# Salt\n\n- **Director:** Ann Reed\n- **Rating:** 8/10\n\nText.\n';
    expect(tidy(source, { path: 'a.md' })).toBe(source);
  });

  test('an author of what was read wrote a book', () => {
    const review = read('Author: Ann Reed  \nDate Read: May 2024  \nRating: 5/5\n\nText.\n');
    expect(review).toMatchObject({
      author: [],
      item: { kind: 'book', creators: [{ role: 'author', name: 'Ann Reed' }] },
      experienced: [{ date: '2024-05' }],
    });
    expect(read('Director: Ann Reed\nDate Read: May 2024\n\nText.\n').item.kind).toBe('film');
    expect(read('---\nauthor: Ann Reed\nread: yes\n---\nText.\n').item.kind).toBeUndefined();
  });
});

describe('under headings of a file of many', () => {
  const records = (source: string) =>
    readAll(source, { path: 'log.md' }).records.map(({ review }) => review);

  test('each has its own', () => {
    const found = records(
      '# Readings\n\n### ‘Salt’ by Ann Reed\nRead: May 2, 2025 - May 9, 2025 • Rating: 3/5\n\nA.\n\n### ‘Sand’ by Bo Reed\nRead: June 1, 2025 • Rating: 4/5\n\nB.\n',
    );
    expect(found.map(({ rating }) => rating?.value)).toEqual([3, 4]);
    expect(found[0]).toMatchObject({
      item: { kind: 'book', creators: [{ role: 'author', name: 'Ann Reed' }] },
      experienced: [{ date: '2025-05-09', began: '2025-05-02' }],
    });
    expect(found[0]?.sections.map(({ body }) => body)).toEqual(['A.']);
  });

  test('a head that speaks of the list leaves it one', () => {
    const list = '\n\n## Salt 4/5\n\na\n\n## Sand 3/5\n\nb\n';
    expect(records(`# Log\n\nAuthor: Ann Reed\nDate: 2024-01-01${list}`)).toHaveLength(2);
    expect(records(`# Heat\n\nDirector: Ann Reed\nYear: 1999${list}`)).toHaveLength(1);
  });
});
