import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { review } from '../cli/run.ts';

const note = 'quaggathought';
const spoiler = 'okapideath';
const header =
  'Book Id,Title,Author,ISBN,ISBN13,My Rating,Average Rating,Number of Pages,Original Publication Year,Date Read,Date Added,Bookshelves,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count';

/** A row with a private note; every other one hides its review, the others a part of it. */
function rowOf(at: number): string {
  const text = at % 2 === 0 ? `All ${spoiler}.` : `Seen. <spoiler>${spoiler}</spoiler> Ended.`;
  const day = String(1 + (at % 28)).padStart(2, '0');
  return `${at},Book ${at},Author ${at % 7},,,${1 + (at % 5)},3.9,200,19${50 + (at % 50)},2020/01/${day},2019/05/05,sea,read,${text},${at % 2 === 0},${note} ${at},1`;
}

/** The export lies outside of the library: there it would be read as it is. */
let folder: string;
let cwd: string;
const env = () => ({ XDG_CACHE_HOME: join(cwd, 'cache') });
const run = (line: string) => review(line, { cwd, env: env() });

beforeAll(async () => {
  const rows = Array.from({ length: 210 }, (_, at) => rowOf(at + 1));
  folder = mkdtempSync(join(tmpdir(), 'review-private-'));
  cwd = join(folder, 'library');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'review.config.yaml'), 'site: { title: Shelf }\n');
  writeFileSync(join(folder, 'books.csv'), `${[header, ...rows].join('\n')}\n`);
  expect(await run('import ../books.csv')).toMatchObject({ status: 0 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
}, 120_000);
afterAll(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Every file below a folder, as text. */
function textsIn(path: string): (readonly [string, string])[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]);
}

const isPrivate = new RegExp(note);
const isHidden = new RegExp(`${note}|${spoiler}`);

test('both are in the files that were written', () => {
  const [[, text] = ['', '']] = textsIn(join(cwd, 'books'));
  expect(text).toMatch(isPrivate);
  expect(text).toContain(spoiler);
});

test.each([
  'list',
  'list --json',
  'list --csv',
  'list --tsv',
  'stats',
  'stats --html',
  'search book --limit 0',
  'search book --json',
  'search book --jsonl',
  'show book-3',
  'show book-3 --plain',
  'export --all --text',
])('neither is in what `%s` says', async (line) => {
  const { stdout, stderr, status } = await run(line);
  expect(status).toBe(0);
  expect(stdout.length).toBeGreaterThan(50);
  expect(stdout + stderr).not.toMatch(isHidden);
});

test('nobody finds them by searching', async () => {
  for (const word of [note, spoiler]) expect((await run(`search ${word}`)).status).toBe(1);
});

test('nor in a site: pages, lists, feeds, figures, the site map', async () => {
  const made = await run('export --all --html -o site --base-url https://example.org/');
  expect(made.status).toBe(0);
  const files = textsIn(join(cwd, 'site'));
  expect(files.map(([name]) => name)).toEqual(
    expect.arrayContaining(['index.html', 'feed.xml', 'feed.json', 'sitemap.xml', 'stats.html']),
  );
  for (const [name, text] of files) {
    expect(text, name).not.toMatch(isPrivate);
    // A page has what is hidden behind a closed `details`, and nowhere else.
    if (!/^book-\d+\.html$/.test(name)) expect(text, name).not.toMatch(isHidden);
    else expect(text.replace(/<details[\s\S]*?<\/details>/g, ''), name).not.toMatch(isHidden);
  }
});

test('nor in the catalog and the names beside it', async () => {
  await run('list');
  await run('cache --build');
  const kept = textsIn(join(cwd, 'cache')).filter(([name]) => name.startsWith('library-'));
  expect(kept.some(([name]) => name.endsWith('.db'))).toBe(true);
  for (const [name, text] of kept) expect(text, name).not.toMatch(isHidden);
});
