import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, shownReview } from '../../src/markdown/redact/redact.ts';
import { readFile, readReview } from '../../src/readers/formats.ts';
import { outputsOf } from './hidden-outputs.ts';
import { hidingFile } from './hidden-records.ts';
import { anyHidden, hidingReview } from './hidden-reviews.ts';

/** Of reviews; of files in other notations, and of several reviews, two thirds as many. */
const runs = Number(process.env.HIDDEN_RUNS ?? 1200);

function expectHidden(outputs: Readonly<Record<string, string>>, source: string): void {
  for (const [name, text] of Object.entries(outputs)) {
    const found = anyHidden.exec(text);
    if (found === null) continue;
    const around = text.slice(Math.max(0, found.index - 60), found.index + 20);
    expect(around, `${name}\n${source}`).toBe('');
  }
}

test('no hidden word, nor four letters of one, is in any output', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { source, seen } = hidingReview(g);
      const read = readReview(source, { format: 'markdown' });
      const outputs = outputsOf(read.review, 'a.html', read);
      expectHidden(outputs, source);
      const lost = seen.filter(
        (word) => outputs.text?.includes(word) !== true || outputs.page?.includes(word) !== true,
      );
      expect(lost, source).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('nor of a file in any notation, its keys included', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { source, path } = hidingFile(g);
      const read = readReview(source, { path });
      for (const record of readFile(source, { path }).records) {
        const { key, review, diagnostics } = record;
        const page = key === null ? 'a.html' : `a/${key}.html`;
        expectHidden({ ...outputsOf(review, page, { ...read, diagnostics }), page }, source);
      }
    }),
    { numRuns: Math.ceil((runs * 2) / 3), endOnFailure: true },
  );
});

test('a review that hides nothing is handed on as it is', () => {
  const { review } = readReview('---\nfilm: Heat\ntags: [a]\n---\n\nText.\n\n## End\n\nMore.\n');
  expect(redact(review).review).toBe(review);
  expect(shownReview(review, true)).toBe(review);
});
