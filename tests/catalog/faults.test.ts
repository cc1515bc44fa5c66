import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenDatabase } from '../../src/catalog/load-libsql.ts';
import { review, root } from '../cli/run.ts';
import { answers, libraryOf, removeLibraries } from './library-of.ts';

const lines = [
  'list --json',
  'list kind:film',
  'search velvet --json',
  "search 'slow burn'",
  'stats',
];

afterAll(removeLibraries);

/** `CATALOG=200` flips bytes at as many places. */
const places = Number(process.env.CATALOG ?? 12);

let library: ReturnType<typeof libraryOf>;
let without: Awaited<ReturnType<typeof answers>>;
let path: string;
let whole: Buffer;

beforeAll(async () => {
  library = libraryOf(210);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  without = await answers(library, lines, ['--no-cache']);
  await review('cache --build', library);
  path = (await review('cache --path', library)).stdout.trim();
  whole = readFileSync(path);
}, 240_000);

/** The catalog as it was built, and what belongs to it. */
function restore(bytes: Uint8Array = whole): void {
  // The file too: what still has the old one open must not see other bytes in it.
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  writeFileSync(path, bytes);
}

const same = async () => expect(await answers(library, lines)).toEqual(without);

describe('the catalog is never needed to be right', () => {
  test('it is there, and used', async () => {
    restore();
    expect(existsSync(path)).toBe(true);
    expect((await review('cache', library)).stderr).toMatch(/^199 of 210 files/);
    await same();
  });

  test.each([
    ['nothing', 0],
    ['a page', 4096],
    ['half', 0.5],
    ['nearly all', 0.95],
  ])('cut short to %s', async (_, length) => {
    restore();
    truncateSync(path, length > 0 && length < 1 ? Math.floor(whole.length * length) : length);
    await same();
  });

  test('of another version, of another program, a folder', async () => {
    const Database = createRequire(import.meta.url)('libsql') as OpenDatabase;
    restore();
    const db = new Database(path, { timeout: 0 });
    db.exec('pragma user_version = 99');
    db.close();
    await same();
    restore(Buffer.from('not a database, but a text that is long enough to be one'.repeat(50)));
    await same();
    rmSync(path);
    const readOnly = join(library.cwd, 'cache');
    chmodSync(readOnly, 0o500);
    await same();
    chmodSync(readOnly, 0o700);
    await same();
  });

  test('bytes flipped: no crash, and what is shown was read or checked', async () => {
    let wrong = 0;
    for (let at = 0; at < places; at++) {
      const bytes = Buffer.from(whole);
      const place = Math.floor(((at + 0.5) * bytes.length) / places);
      bytes[place] = (bytes[place] as number) ^ (1 << (at % 8));
      restore(bytes);
      const line = lines[at % lines.length] as string;
      const { status, stdout, stderr } = (await answers(library, [line]))[line] as {
        status: number;
        stdout: string;
        stderr: string;
      };
      const right = without[line] as { status: number; stdout: string };
      expect(stderr).not.toMatch(/Sqlite|SQLITE|\n\s+at /);
      expect([0, 1, 2]).toContain(status);
      if (line === 'list --json') {
        // Nothing is there that is not in the right answer.
        const all = new Set(
          (JSON.parse(right.stdout) as unknown[]).map((each) => JSON.stringify(each)),
        );
        for (const each of JSON.parse(stdout) as unknown[])
          expect(all).toContain(JSON.stringify(each));
      }
      if (stdout !== right.stdout) wrong++;
    }
    // A row that rot has hidden is not promised.
    expect(wrong).toBeLessThan(10);
    restore();
  }, 240_000);

  test('deleted between two questions, and cleared', async () => {
    restore();
    await same();
    rmSync(path);
    await same();
    const ran = await review('cache --clear', library);
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    expect(ran.stderr).toMatch(/^\d+ files? removed from /);
    expect(
      readdirSync(join(library.cwd, 'cache/review')).filter((name) => name.endsWith('.db')),
    ).toEqual([]);
    await same();
  });
});

describe('two writers, readers, kills', () => {
  const program = join(root, 'bin/review.js');
  const run = (args: string[], cache: string) =>
    new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: library.cwd,
        env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (data) => {
        stdout += data;
      });
      child.stderr.on('data', (data) => {
        stderr += data;
      });
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });

  test('at once, all get the same', async () => {
    const cache = join(library.cwd, 'cache-at-once');
    const both = await Promise.all([
      run(['cache', '--build'], cache),
      run(['cache', '--build'], cache),
      ...Array.from({ length: 5 }, (_, at) =>
        run((lines[at] as string).replaceAll("'", '').split(' '), cache),
      ),
    ]);
    const listed = both[2] as { stdout: string };
    expect(JSON.parse(listed.stdout)).toEqual(
      JSON.parse((without['list --json'] as { stdout: string }).stdout),
    );
    for (const { stderr } of both) expect(stderr).not.toMatch(/SQLITE|locked|\n\s+at /);
    vi.useRealTimers();
    expect((await run(['list', '--json'], cache)).stdout).toBe(listed.stdout);
  }, 240_000);

  test('killed while it builds', async () => {
    for (const wait of [200, 400]) {
      const cache = join(library.cwd, `cache-killed-${wait}`);
      spawnSync(process.execPath, [program, 'cache', '--build'], {
        cwd: library.cwd,
        env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache },
        timeout: wait,
        killSignal: 'SIGKILL',
      });
      const { stdout } = await run(['list', '--json'], cache);
      expect(JSON.parse(stdout)).toEqual(
        JSON.parse((without['list --json'] as { stdout: string }).stdout),
      );
    }
  }, 240_000);

  test('without SQLite', async () => {
    // A copy of the program that finds no packages.
    const copy = join(library.cwd, 'program');
    for (const folder of ['bin', 'dist', 'reviews'])
      spawnSync('cp', ['-r', join(root, folder), `${copy}-${folder}`]);
    spawnSync('mkdir', ['-p', copy]);
    for (const folder of ['bin', 'dist', 'reviews'])
      spawnSync('mv', [`${copy}-${folder}`, join(copy, folder)]);
    copyFileSync(join(root, 'package.json'), join(copy, 'package.json'));
    const cache = join(library.cwd, 'cache-without');
    const ran = (args: string[]) =>
      spawnSync(process.execPath, [join(copy, 'bin/review.js'), ...args], {
        cwd: library.cwd,
        env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache },
        encoding: 'utf8',
      });
    expect(JSON.parse(ran(['list', '--json']).stdout)).toEqual(
      JSON.parse((without['list --json'] as { stdout: string }).stdout),
    );
    expect(ran(['cache', '--build'])).toMatchObject({ status: 2 });
    expect(ran(['cache', '--build']).stderr).toContain('libsql');
  }, 240_000);
});
