import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { expectKept, expectSame, mutated, name } from '../tidy/rewriting.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 5000);
const filesAtOnce = 250;

/** The files of a library, each in a folder of its own, since their names are few. */
interface Written {
  readonly path: string;
  readonly source: string;
}

function written(folder: string, texts: readonly (readonly [string, string])[]): Written[] {
  return texts.map(([source, file], index) => {
    const inside = join(folder, 'reviews', `n${index}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, file), source);
    return { path: join(inside, file), source };
  });
}

test.each([['fmt'], ['check', '--fix']])(
  '%s %s keeps the bytes of a file, or its records and what they say',
  { timeout: 3_600_000 },
  async (...argv) => {
    const texts = fc.sample(fc.tuple(mutated, name), runs);
    let rewritten = 0;
    for (let at = 0; at < texts.length; at += filesAtOnce) {
      const folder = mkdtempSync(join(tmpdir(), 'review-rewriting-'));
      const files = written(folder, texts.slice(at, at + filesAtOnce));
      const { stderr } = await review(argv, { cwd: folder });
      expect(stderr).not.toContain('a fault');
      for (const { path, source } of files) {
        const text = readFileSync(path, 'utf8');
        if (text === source) continue;
        rewritten++;
        expectKept(source, text, argv[0] === 'check');
        if (argv[0] === 'fmt') expectSame(source, text, path);
      }
      rmSync(folder, { recursive: true });
    }
    // Else it would say nothing.
    expect(rewritten).toBeGreaterThan(runs / 40);
  },
);
