import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';

const front = (yaml: string) => `---\nkind: film\n${yaml}\nyear: 2000\n---\n\nText.\n`;

function read(yaml: string) {
  return readReview(front(yaml), { format: 'markdown' });
}

/** The line that a hint says to write. */
function lineIn(hint: string | undefined): string {
  return /^Write `(.*)`/.exec(hint ?? '')?.[1] ?? '';
}

describe('a title is what it looks like', () => {
  test.each([
    '1917',
    '007',
    '0x1F',
    '0o17',
    '1e3',
    '.5',
    '+1',
    '1_000',
    '12:30:45',
    '2012-01-01',
    'yes',
    'No',
    'true',
    '.nan',
    '[REC]',
    '[a, b]',
    '{Proof}',
    '{a: b}',
    '3:10 to Yuma',
    '****',
    '<<',
    '=',
    '--- x',
    'M*A*S*H',
    'C# in depth',
    "it's",
    '(500) Days',
    'Tick, Tick... BOOM!',
  ])('%s', (title) => {
    const { review, diagnostics } = read(`title: ${title}`);
    expect(diagnostics).toEqual([]);
    expect(review).toMatchObject({ title, item: { name: title, year: 2000 }, extra: {} });
  });

  test.each([
    'Mission: Impossible',
    '2001: A Space Odyssey',
    'a: b: c',
    'The End:',
    ':',
    '@work',
    '`x`',
    '%',
    '#Alive',
    'Area #51',
    'Live #1: the tour',
    '[REC] 2',
    '[REC]: again',
    '{Proof} 2',
    '[',
    '{',
    ']',
    '}',
    '[REC',
    '*batteries',
    '*batteries not included',
    '*',
    '&Sons',
    '&Sons & Daughters',
    '& Sons',
    '!Wow',
    '!Wow that was it',
    '- x',
    '-',
    '? what',
    '| x',
    '>x',
    '"Crocodile" Dundee',
    '"Crocodile" Dundee: II',
    '"',
    '"unclosed',
    "'71",
    "'Tis",
    "What's Up, Doc?: again",
    'K-19: The "Widowmaker"',
    'back\\slash: "x"',
  ])('%s, and the line to paste instead', (title) => {
    const { review, diagnostics } = read(`title: ${title}`);
    expect(review).toMatchObject({ title, item: { name: title, year: 2000 }, extra: {} });
    expect(diagnostics).toHaveLength(1);
    const [{ code, range, hint } = {}] = diagnostics;
    expect(code).toBe('yaml-quotes-missing');
    expect(range).toMatchObject({
      start: { line: 3, column: 8 },
      end: { line: 3, column: 8 + title.length },
    });
    const pasted = read(lineIn(hint));
    expect(pasted.diagnostics).toEqual([]);
    expect(pasted.review.title).toBe(title);
  });

  test.each(['null', 'NULL', '~'])('%s is nothing to YAML, and said to be', (title) => {
    const { review, diagnostics } = read(`title: ${title}`);
    expect(review).toMatchObject({ item: { year: 2000 }, extra: { title: null } });
    expect(diagnostics).toMatchObject([
      {
        code: 'value-invalid',
        hint: `Write \`title: "${title}"\` if it is a name; else remove it.`,
      },
    ]);
  });

  test.each([
    ['title: Heat # a comment', 'Heat'],
    ['title: Heat: again # a comment', 'Heat: again'],
    ['title: Heat #', 'Heat'],
    ['title: "Heat" # a comment', 'Heat'],
    ['title: >\n  Heat,\n  again', 'Heat, again'],
    ['title: |\n  Heat: again', 'Heat: again'],
    ['title: Heat\n  again', 'Heat again'],
    ['"title": \'Heat\'', 'Heat'],
    ['"title" : Heat', 'Heat'],
    ['? title\n: Heat', 'Heat'],
  ])('%j', (yaml, title) => {
    expect(read(yaml).review).toMatchObject({ title, item: { year: 2000 } });
  });

  test('of any words', () => {
    const word = fc.constantFrom(
      ...[
        'Heat',
        '1917',
        ':',
        '#',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '&',
        '*',
        '!',
        '@',
        '%',
        '-',
        '?',
        '|',
        '>',
        ',',
        '`',
        '\\',
        '~',
        '=',
        'a',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const title = words.join('').trim().replace(/\s+/g, ' ');
        // A tag before a list or mapping is a tag.
        fc.pre(!/^!\S* ?[[{]/.test(title));
        const { review, diagnostics } = read(`title: ${title}`);
        if (diagnostics.length === 0) {
          // Right, but for what is a comment or quotes to everybody.
          const plain = title.replace(/(?:^| )#+(?: .*)?$/, '').trim();
          expect([plain, ...quoted(plain)]).toContain(review.title ?? '');
        } else
          for (const { range, hint } of diagnostics)
            expect([range?.start.line, hint]).not.toContain(undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

function quoted(text: string): string[] {
  const inner = /^(["'])(.*)\1$/.exec(text);
  if (inner === null) return /^[|>][-+]?$/.test(text) || text === '~' || text === '""' ? [''] : [];
  return [
    (inner[2] as string)
      .replaceAll("''", "'")
      .replaceAll('\\\\', '\\')
      .replaceAll('\\"', '"')
      .trim(),
  ];
}

describe('ids and versions keep their digits', () => {
  test.each([
    ['isbn: 0375826696', 'isbn', '0375826696'],
    ['isbn_13: 9780375826696', 'isbn13', '9780375826696'],
    ['ISBN: 978-0-375-82669-6', 'isbn', '978-0-375-82669-6'],
    ['isbn: "0375826696"', 'isbn', '0375826696'],
    ['isbn: 080442957X', 'isbn', '080442957X'],
    ['tmdb_id: 00949', 'tmdb', '00949'],
    [
      'imdb: https://www.imdb.com/title/tt0113277/',
      'imdb',
      'https://www.imdb.com/title/tt0113277/',
    ],
    ['imdb: "[Heat](https://imdb.example/x)"', 'imdb', 'https://imdb.example/x'],
    ['ids: {asin: 0001}', 'asin', '0001'],
  ])('%s', (yaml, name, id) => {
    const { review, diagnostics } = read(yaml);
    expect(review.item.ids).toEqual({ [name]: id });
    expect(diagnostics).toEqual([]);
  });

  test('a version', () => {
    expect(read('version: 1.10').review.item.details).toEqual({ version: '1.10' });
    expect(read('item: {name: X, version: 2.0}').review.item.details).toEqual({ version: '2.0' });
    expect(read('id: 007').review.extra).toEqual({ id: '007' });
  });
});

describe('what goes wrong around the values', () => {
  const title = 'title: Mission: Impossible';
  test.each<[name: string, source: string, position: string | null]>([
    ['LF', front(title), '3:8'],
    ['CRLF', front(title).replaceAll('\n', '\r\n'), '3:8'],
    ['CR', front(title).replaceAll('\n', '\r'), '3:8'],
    ['a BOM', `\ufeff${front(title)}`, '3:8'],
    ['UTF-16 and a BOM', `\ufeff${front(title)}`, '3:8'],
    ['spaces after the dashes', front(title).replaceAll('---', '---  '), '3:8'],
    ['dots at the end', front(title).replace('\n---\n\n', '\n...\n\n'), '3:8'],
    ['no text', front(title).replace('\nText.\n', ''), '3:8'],
    ['YAML of its own', front(title).replace(/---\n\nText\.\n$/, ''), '3:8'],
    ['wide characters before it', front(`${title} 日本`), '3:8'],
  ])('%s', (name, source, position) => {
    const bytes = name.startsWith('UTF-16')
      ? new Uint8Array(Buffer.from(source, 'utf16le'))
      : source;
    const format = name.startsWith('YAML') ? 'yaml' : 'markdown';
    const { review, diagnostics } = readReview(bytes, { format });
    expect(review.title).toMatch(/^Mission: Impossible/);
    expect(review.item.year).toBe(2000);
    expect(diagnostics.map(({ range }) => `${range?.start.line}:${range?.start.column}`)).toEqual([
      position,
    ]);
  });

  test('lines indented by tabs are read, and the first is told', () => {
    const { review, diagnostics } = read(
      'tags:\n\t- a\n\t- b\nitem:\n\tname: Heat\n\t\t# x\n\tyear: 1995',
    );
    expect(review).toMatchObject({ tags: ['a', 'b'], item: { name: 'Heat', year: 1995 } });
    expect(diagnostics).toMatchObject([
      {
        code: 'yaml-syntax',
        hint: 'Write `- a` behind spaces.',
        range: { start: { line: 4, column: 1 } },
      },
    ]);
  });

  test('a list that is left open is closed, and told', () => {
    const { review, diagnostics } = read('tags: [crime, heist');
    expect(review.tags).toEqual(['crime', 'heist']);
    expect(diagnostics).toMatchObject([
      { code: 'yaml-syntax', severity: 'error', hint: 'Write `tags: [crime, heist]`.' },
    ]);
  });

  test('a second document is told where it starts', () => {
    const { review, diagnostics } = readReview('film: Heat\n---\nfilm: Ronin\n', {
      format: 'yaml',
    });
    expect(review.item.name).toBe('Heat');
    expect(diagnostics).toMatchObject([
      { code: 'yaml-unsupported', range: { start: { line: 2, column: 1 } } },
    ]);
  });

  test('front matter that is never closed is told, and nothing is lost', () => {
    const { review, diagnostics } = readReview('---\nfilm: Heat\n\nText.\n', {
      format: 'markdown',
    });
    expect(diagnostics).toMatchObject([
      { code: 'front-matter-unclosed', range: { start: { line: 1, column: 1 } } },
    ]);
    expect(review.sections[0]?.body).toContain('film: Heat');
  });
});
