import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewsOf } from '../../bench/scale/library.js';
import { review } from '../cli/run.ts';

/** Squares grow with 2; on a busy machine, what grows in line is found below this. */
const steepest = 1.6;
const counts = [40, 320] as const;
const factor = Math.log(counts[1] / counts[0]);

describe('the time for a library eight times as large is about eight times the time', () => {
  let libraries: readonly string[] = [];

  beforeAll(() => {
    libraries = counts.map((count) => {
      const folder = mkdtempSync(join(tmpdir(), 'review-growth-'));
      for (const { path, text } of reviewsOf(count)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    });
  });

  afterAll(() => {
    for (const folder of libraries) rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['list'],
    ['stats'],
    ['search the'],
    ['search flamethrower'],
    ['show nothing-of-that-name'],
  ])(
    '%s',
    async (line) => {
      const timeOf = async (folder: string): Promise<number> => {
        const start = process.cpuUsage();
        await review([...line.split(' '), '--library', folder, '--no-cache']);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      const [small = '', large = ''] = libraries;
      await timeOf(small);
      const exponent = async () =>
        Math.log((await timeOf(large)) / Math.max(await timeOf(small), 5)) / factor;
      // A machine may be busy with something else for a while.
      expect(Math.min(await exponent(), await exponent())).toBeLessThan(steepest);
    },
    120_000,
  );
});
