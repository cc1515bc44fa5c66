import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshReview } from '../../src/commands/importing/import-text.ts';
import type { Row, Service } from '../../src/exchange/service.ts';
import { services } from '../../src/exchange/services/services.ts';
import { goodreadsTable } from '../../src/exchange/tables/goodreads-table.ts';
import { letterboxdTable } from '../../src/exchange/tables/letterboxd-table.ts';
import { tableLine } from '../../src/exchange/tables/table-text.ts';
import { folderOf } from '../library/folder.ts';
import { fixture, on } from './imported.ts';

const named = (name: string): Service => services.find((each) => each.name === name) as Service;

/** The review that a service's rows make, read back from the file that they make. */
function imported(service: Service, rows: readonly Row[]) {
  const { keys, problems } = service.make(rows, {});
  expect(problems).toEqual([]);
  return freshReview(keys, { from: service.name, id: '1', date: '2026-11-27' }).review;
}

const word = fc.constantFrom(
  'sea',
  'road',
  'Nacht',
  'море',
  '海',
  'a_b',
  '#1',
  '2*3',
  '"so"',
  'x<y',
  'AT&T',
  '- no',
  '| a |',
  '=1+1',
  "it's",
  '<3',
  '100%',
  '(x)',
  '[y]',
);
const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const marked = fc.oneof(
  line,
  line.map((text) => `<b>${text.replace(/[<&]/g, '')}</b>`),
  line.map((text) => `so <i>${text.replace(/[<&]/g, '')}</i> far`),
  line.map((text) => `<a href="https://example.org/x">${text.replace(/[<&]/g, '')}</a>`),
);
const body = (breaks: readonly [string, string]) =>
  fc
    .array(fc.array(marked, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((paragraphs) => paragraphs.map((lines) => lines.join(breaks[0])).join(breaks[1]));
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const halves = fc.integer({ min: 1, max: 10 }).map((half) => String(half / 2));
const year = fc.integer({ min: 1900, max: 2030 }).map(String);

describe('import, then export to the same service: the same rows in the columns that it takes', () => {
  test('Letterboxd', () => {
    const viewing = fc.record({
      date: day,
      rating: fc.option(halves, { nil: '' }),
      rewatch: fc.constantFrom('', 'Yes'),
      text: fc.option(body(['\n', '\n\n']), { nil: '' }),
    });
    const film = fc.record({
      name: line,
      year,
      uri: fc.constant('https://boxd.it/f1'),
      tags: fc.uniqueArray(fc.constantFrom('sea', 'night', 'two words'), { maxLength: 3 }),
      viewings: fc.uniqueArray(viewing, {
        selector: ({ date }) => date,
        minLength: 1,
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(film, ({ name, year: of, uri, tags, viewings }) => {
        const sorted = [...viewings].sort((a, b) => (a.date < b.date ? -1 : 1));
        const newest = sorted.at(-1);
        const rating = newest?.rating === '' ? '3' : (newest?.rating ?? '3');
        const all = sorted.map((each) => (each === newest ? { ...each, rating } : each));
        const common = { Name: name, Year: of };
        const rows: Row[] = [
          {
            file: 'ratings.csv',
            part: 'ratings',
            line: 2,
            values: { ...common, 'Letterboxd URI': uri, Rating: rating, Date: '2026-01-02' },
          },
          ...all.flatMap((each, index): Row[] => {
            const values = {
              ...common,
              'Letterboxd URI': `e${index}`,
              Date: each.date,
              'Watched Date': each.date,
              Rewatch: each.rewatch,
              Rating: each.rating,
              Tags: each === all.at(-1) ? tags.join(', ') : '',
            };
            const diary = { file: 'diary.csv', part: 'diary', line: index + 2, values };
            const said = {
              file: 'reviews.csv',
              part: 'reviews',
              line: index + 2,
              values: { ...values, Review: each.text },
            };
            return each.text === '' ? [diary] : [diary, said];
          }),
        ];
        const review = imported(named('letterboxd'), rows);
        const written = letterboxdTable.rows(review, true);
        expect(written.notes).toEqual([]);
        expect(written.rows).toEqual(
          all.map((each, index) => [
            name,
            of,
            '',
            each.rating,
            each.date,
            each.rewatch,
            index === all.length - 1 ? tags.join(', ') : '',
            each.text,
            '',
            '',
            uri,
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('Goodreads', () => {
    const book = fc.record({
      id: fc.nat().map(String),
      name: line.filter((text) => !text.includes('#')),
      series: fc.option(fc.constant('Tides, #2'), { nil: '' }),
      author: fc.constantFrom('Nora Vale', 'Ann Lee, Jr.'),
      more: fc.constantFrom('', 'Bo Ek', 'Bo Ek, Cy Dee'),
      isbn: fc.constantFrom('', '0123456789'),
      isbn13: fc.constantFrom('', '9780123456786'),
      rating: fc.integer({ min: 0, max: 5 }).map(String),
      pages: fc.constantFrom('', '312'),
      edition: fc.constantFrom('', '2011'),
      original: year,
      read: fc.option(day, { nil: '' }),
      added: day,
      shelves: fc.uniqueArray(fc.constantFrom('sea', 'best'), { maxLength: 2 }),
      shelf: fc.constantFrom('read', 'to-read', 'currently-reading', 'did-not-finish'),
      text: fc.option(body(['<br/>', '<br/><br/>']), { nil: '' }),
      spoiler: fc.boolean(),
      owned: fc.constantFrom('0', '2'),
      binding: fc.constantFrom('', 'Paperback'),
      publisher: fc.constantFrom('', 'Pier Press'),
    });
    fc.assert(
      fc.property(book, (of) => {
        const isRead = of.shelf === 'read' || of.shelf === 'did-not-finish';
        const values: Record<string, string> = {
          'Book Id': of.id,
          Title: of.series === '' ? of.name : `${of.name} (${of.series})`,
          Author: of.author,
          'Additional Authors': of.more,
          ISBN: `="${of.isbn}"`,
          ISBN13: `="${of.isbn13}"`,
          'My Rating': of.rating,
          Publisher: of.publisher,
          Binding: of.binding,
          'Number of Pages': of.pages,
          'Year Published': of.edition,
          'Original Publication Year': of.original,
          'Date Read': of.read.replaceAll('-', '/'),
          'Date Added': of.added.replaceAll('-', '/'),
          Bookshelves: [...(of.shelf === 'read' ? [] : [of.shelf]), ...of.shelves].join(', '),
          'Exclusive Shelf': of.shelf,
          'My Review': of.text,
          Spoiler: of.spoiler && of.text !== '' ? 'true' : '',
          'Read Count': isRead || of.read !== '' ? '1' : '0',
          'Owned Copies': of.owned,
        };
        const review = imported(named('goodreads'), [
          { file: 'g.csv', part: 'library', line: 2, values },
        ]);
        const { rows, notes } = goodreadsTable.rows(review, false);
        expect(notes).toEqual([]);
        const row = Object.fromEntries(
          goodreadsTable.columns.map((column, index) => [column, rows[0]?.[index]]),
        );
        for (const [column, value] of Object.entries(values))
          expect(row[column], column).toBe(value);
      }),
      { numRuns: 60 },
    );
  });
});

const library = {
  'reviews/heat.md':
    '---\nitem: Heat Haze\nkind: film\nyear: 1995\ndirector: [Ann Lee, Bo Ek]\nrating: 7/10\nprivateNotes: the butler\ntags: [sea, "=tag"]\n---\n\nGood *until* ||the butler|| came.\n',
  'reviews/odd.md':
    '---\nitem: "=HYPERLINK(1)"\nkind: film\nrating: 3.75/5\n---\n\n@home, "quoted"\n',
  'reviews/zero.md': '---\nitem: Zero\nkind: film\nrating: 0/5\n---\n',
  'reviews/draft.md': '---\nitem: Draft\nkind: film\nrating: 4/5\ndraft: true\n---\n',
  'reviews/book.md':
    '---\nitem: Salt Road\nkind: book\nauthor: Nora Vale\nrating: 3.5/5\nprivateNotes: the butler\n---\n\nFine. ||the butler||\n\n## Spoilers\n\nthe butler again\n',
};

test('for Letterboxd: half stars, each rounding said and counted; hidden text and drafts stay at home', async () => {
  const cwd = folderOf(library);
  const ran = await on('2026-11-27', ['export', '--to', 'letterboxd'], cwd);
  expect(ran.status).toBe(0);
  const rows = parse(ran.stdout, { columns: true }) as Record<string, string>[];
  expect(rows.map(({ Title, Rating }) => [Title, Rating])).toEqual([
    ['Heat Haze', '3.5'],
    ['=HYPERLINK(1)', '4'],
    ['Zero', ''],
  ]);
  expect(rows[0]).toMatchObject({
    Year: '1995',
    Directors: 'Ann Lee, Bo Ek',
    Review: 'Good <i>until</i> [spoiler] came.',
  });
  expect(ran.stderr).toBe(
    'review: odd: 3.75/5 becomes 4 of 5\nreview: zero: 0/5 has no place there: the least is half a star\n' +
      '3 rows of 3 reviews, 2 ratings rounded or left out, 1 review of other kinds left out, 1 draft left out\n',
  );
  expect(
    (await on('2026-11-27', ['export', '--to', 'letterboxd', '--spoilers'], cwd)).stdout,
  ).toContain('the butler');
});

test('for Goodreads: hidden text between its own marks, whole stars, no private notes', async () => {
  const ran = await on('2026-11-27', ['export', '--to', 'goodreads'], folderOf(library));
  const [row] = parse(ran.stdout, { columns: true }) as Record<string, string>[];
  expect(row).toMatchObject({
    Title: 'Salt Road',
    Author: 'Nora Vale',
    'My Rating': '4',
    'Private Notes': '',
    'My Review':
      'Fine. <spoiler>the butler</spoiler><br/><br/><b>Spoilers</b><br/><br/><spoiler>the butler again</spoiler>',
  });
  expect(ran.stderr).toContain('review: book: 3.5/5 becomes 4 of 5\n');
});

test.each([
  [['export', '--to', 'csv']],
  [['export', '--to', 'csv', '--fields', 'item.name,tags,extra.privateNotes,sections']],
  [['list', '--csv']],
  [['list', '--tsv', '--fields', 'item.name,tags,rating.value']],
])('%s: nothing private, nothing hidden, no formula', async (args) => {
  const ran = await on('2026-11-27', args, folderOf(library));
  expect(ran.status).toBe(0);
  expect(ran.stdout).not.toMatch(/butler/);
  const rows = parse(ran.stdout, {
    delimiter: args.includes('--tsv') ? '\t' : ',',
    relax_quotes: args.includes('--tsv'),
  }) as string[][];
  expect(rows.length).toBeGreaterThanOrEqual(5);
  expect(rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  expect(ran.stdout).toContain("'=HYPERLINK(1)");
});

test('no cell of a table for people computes anything', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('=1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '＝1', '"=1"', '\n-1'),
        ),
        { minLength: 1 },
      ),
      (cells) => {
        const csv = parse(tableLine(cells, { name: 'csv', isForPeople: true }), {
          record_delimiter: '\r\n',
        }) as string[][];
        expect(csv).toHaveLength(1);
        expect(csv[0]?.filter((cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
        expect(csv[0]?.map((cell) => cell.replace(/^'(?=[\s\S])/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'(?=[\s\S])/, '')),
        );
        const [line = '', rest] = tableLine(cells, { name: 'tsv', isForPeople: true }).split('\n');
        expect([rest, line.split('\t').length]).toEqual(['', cells.length]);
      },
    ),
    { numRuns: 100 },
  );
});

test('a file larger than the service takes is written in numbered parts', async () => {
  const text = 'long '.repeat(60_000);
  const films = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [
      `reviews/${name}.md`,
      `---\nitem: ${name}\nkind: film\nrating: 4/5\n---\n\n${text}\n`,
    ]),
  );
  const cwd = folderOf(films);
  const ran = await on('2026-11-27', ['export', '--to', 'letterboxd', '-o', 'films.csv'], cwd);
  expect(ran).toMatchObject({ status: 0, stdout: '' });
  const names = readdirSync(cwd).filter((name) => name.endsWith('.csv'));
  expect(names.toSorted()).toEqual(['films-1.csv', 'films-2.csv']);
  for (const name of names) {
    const part = readFileSync(join(cwd, name), 'utf8');
    expect(part.length).toBeLessThanOrEqual(1_000_000);
    expect(part.startsWith('Title,Year,')).toBe(true);
  }
});

test('words are a query; what does not go together is said', async () => {
  const cwd = folderOf(library);
  expect(
    (await on('2026-11-27', ['export', '--to', 'csv', 'kind:book', '--fields', 'item.name'], cwd))
      .stdout,
  ).toBe('item.name\r\nSalt Road\r\n');
  expect(await on('2026-11-27', ['export', '--to', 'csv', 'nothing-like-it'], cwd)).toMatchObject({
    status: 1,
  });
  expect(
    (await on('2026-11-27', ['export', '--to', 'letterboxd', '--fields', 'id'], cwd)).stderr,
  ).toMatch(/--fields is for JSON and CSV/);
  expect((await on('2026-11-27', ['export', '--to', 'csv', '--html'], cwd)).stderr).toMatch(
    /one format at a time/,
  );
  expect((await on('2026-11-27', ['list', '--csv', '--json'], cwd)).stderr).toMatch(
    /--json and --csv each write something else/,
  );
  expect(
    (await on('2026-11-27', ['export', '--to', 'csv', '--fields', 'nope'], cwd)).stderr,
  ).toMatch(/no field 'nope'/);
});

test('private notes of an import are on no page and in no listing', async () => {
  const cwd = folderOf({ 'reviews/.keep': '' });
  await on('2026-11-27', ['import', fixture('goodreads')], cwd);
  for (const args of [
    ['export', '--all', '--text', '-o', 'text/'],
    ['show', 'books/plumbing'],
    ['export', 'books/plumbing', '--html'],
    ['list', '--json'],
    ['search', 'Private', '--json'],
    ['export', '--to', 'goodreads'],
    ['export', '--to', 'csv'],
  ]) {
    const ran = await on('2026-11-27', args, cwd);
    expect(ran.stdout, args.join(' ')).not.toMatch(/never show|give back/);
  }
  for (const name of readdirSync(join(cwd, 'text'), { recursive: true, encoding: 'utf8' }).filter(
    (each) => each.endsWith('.txt'),
  ))
    expect(readFileSync(join(cwd, 'text', name), 'utf8')).not.toMatch(/never show|give back/);
});
