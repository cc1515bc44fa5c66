import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { review } from '../cli/run.ts';

const kinds = ['film', 'book', 'game', 'album'];
const words = 'velvet anchor story slow burn flamethrower kettle 東京物語 café don’t'.split(' ');

/** A long time ago, so that what the file system says of a file is trusted. */
export const longAgo = new Date('2024-01-01T00:00:00Z');

/** Small reviews of every form: one in a file and many, rated and not, hidden words, escapes, what cannot be read, what asks about its siblings. */
function filesOf(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => fileAt(at)));
}

function fileAt(at: number): [name: string, text: string] {
  const kind = kinds[at % kinds.length];
  const word = (more: number): string => words[(at * 7 + more) % words.length] as string;
  const head = `${kind}: ${word(0)} ${at}\nreviewer: Critic ${at % 5}\ndate: 20${10 + (at % 15)}-0${1 + (at % 9)}-11\ntags: [${word(1)}, t${at % 3}]`;
  const body = `Of ${word(2)} and ${word(3)}.\n\n## ${word(4)}\n\nA **${word(5)}** ||${word(6)} dies|| *flame*thrower.\n`;
  switch (at % 20) {
    case 3:
      return [
        `b/list-${at}.yaml`,
        `- title: ${word(0)} ${at}\n  rating: 4/5\n- title: Other ${at}\n  rating: 2/5\n  kind: book\n  review: "${word(3)} \\u0041"\n`,
      ];
    case 7:
      return [`b/bad-${at}.md`, `---\n${kind}: [${word(0)}\n---\n\n${body}`];
    case 9:
      return [`Bare/n-${at}.md`, `---\n${head}\nrating: ${at % 10}\n---\n\n${body}`];
    case 11:
      return [`a/unrated-${at}.md`, `---\n${head}\n---\n\n${body}`];
    case 13:
      return [`a/plain ${at}.txt`, `${word(0)} ${at}\n\n${word(1)} ${word(2)}.\n\nRating: 4/5\n`];
    case 15:
      return [
        `a/diary-${at}.md`,
        `# ${word(0)}\n\n| Title | Rating |\n|---|---|\n| One ${at} | 4/5 |\n| Two ${word(1)} | 3/5 |\n`,
      ];
    case 17:
      return [`a/R-${at}.json`, JSON.stringify({ film: `${word(0)} ${at}`, rating: '3/5', body })];
    default:
      return [`a/r-${at}.md`, `---\n${head}\nrating: ${1 + (at % 9)}/10\n---\n\n${body}`];
  }
}

const made: string[] = [];

/** Removes what `libraryOf` made. */
export function removeLibraries(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A library with so many files in a folder of its own, its cache beside it. */
export function libraryOf(count: number): { cwd: string; env: Record<string, string> } {
  const cwd = mkdtempSync(join(tmpdir(), 'review-catalog-'));
  made.push(cwd);
  for (const [name, text] of Object.entries(filesOf(count))) write(cwd, name, text);
  mkdirSync(join(cwd, 'cache'), { mode: 0o700 });
  return { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } };
}

/** Writes a file of the library, as it was long ago. The time of its change cannot be set: see `waits`. */
export function write(cwd: string, name: string, text: string): void {
  const path = join(cwd, 'reviews', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, longAgo, longAgo);
}

/** Command lines of every command that asks a library. */
export const questions: readonly string[] = [
  'list',
  'list --json',
  'list kind:film rating:3..',
  "list 'not:kind:film' date:2012..2015 --sort rating",
  'list nothing-has-this',
  'list velvet tag:t1 words:>3 year:1999',
  'stats',
  'stats kind:book --json',
  'search velvet',
  'search the velvet --json',
  "search 'velvet anchor'",
  'search flamethrower --limit 0',
  'search 物 --json --limit 0',
  "search 'don’t' cafe --limit 3",
  'search zzz',
  'search spoiler',
  'search film --limit 5',
  'search dies',
  'search dies --spoilers',
  'search c++',
  "show 'velvet 0' --text",
  'show velvet',
  'show zzzzz',
  'toc list-3/other-3',
];

/** What each question gives, with the catalog and without. */
export async function answers(
  { cwd, env }: { cwd: string; env: Record<string, string> },
  lines: readonly string[] = questions,
  options: readonly string[] = [],
) {
  const found: Record<string, unknown> = {};
  for (const line of lines)
    found[line] = await review([...wordsOf(line), ...options], { cwd, env: { ...env } });
  return found;
}

function wordsOf(line: string): string[] {
  return (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''));
}
