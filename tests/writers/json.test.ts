import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';
import { type ExportedReview, exportedReview } from '../../src/shapes/export-shape.ts';
import { exportSchema } from '../../src/shapes/json-schema.ts';
import { writeJson, writeJsonLine } from '../../src/writers/json.ts';
import { root, review as run } from '../cli/run.ts';
import { markdownSamples } from '../readers/samples.ts';
import { valuesOf } from '../shapes/shapes.ts';

const schema = exportSchema();
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

function expectValid(json: string): void {
  validate(JSON.parse(json));
  expect(validate.errors ?? []).toEqual([]);
}

/** Any review that has the shape, in any order of its keys. */
const reviews = valuesOf(exportedReview).map((value) => {
  const { schemaVersion: _, ...review } = value as ExportedReview;
  return Object.fromEntries(Object.entries(review).reverse()) as unknown as Review;
});

test('the schema that ships is what the model says', async () => {
  const schemaFile = join(root, 'schema/review-export.schema.json');
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(schemaFile);
});

describe('what is written has the shape of the schema', () => {
  test.each(Object.entries(markdownSamples))('%s', (_, source) => {
    expectValid(writeJson(readReview(source, { format: 'markdown' }).review));
  });

  test('every sample of the library', async () => {
    const { stdout } = await run('export --all --json');
    const all = JSON.parse(stdout) as unknown[];
    expect(all.length).toBeGreaterThanOrEqual(6);
    for (const each of all) expectValid(JSON.stringify(each));
  });

  test('any review', () => {
    fc.assert(fc.property(reviews, (review) => expectValid(writeJson(review))));
  });
});

test('any review reads back, and is written again as the same bytes', () => {
  fc.assert(
    fc.property(reviews, fc.boolean(), (review, compact) => {
      const json = writeJson(review, { compact });
      const again = readReview(json, { format: 'json' });
      expect(again.diagnostics).toEqual([]);
      expect(again.review).toEqual(review);
      expect(writeJson(again.review, { compact })).toBe(json);
      expect(json).toMatch(/^[\n -~\u00A0-\uFFFF]*\n$/);
    }),
  );
});

test('what the schema refuses the reader refuses, and the other way round', () => {
  const change = fc.record({ at: fc.nat(), by: fc.jsonValue({ maxDepth: 1 }) });
  fc.assert(
    fc.property(reviews, change, (review, { at, by }) => {
      const value = JSON.parse(writeJson(review)) as Record<string, unknown>;
      const places = placesIn(value);
      const place = places[at % places.length] as Place;
      if (place.key === 'schemaVersion' && place.holder === value) return;
      (place.holder as Record<string, unknown>)[place.key] = by;
      const { diagnostics } = readReview(JSON.stringify(value), { format: 'json' });
      expect(diagnostics.length === 0).toBe(validate(JSON.parse(JSON.stringify(value))));
    }),
    { numRuns: 300 },
  );
});

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(holder: object): Place[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value as object) : []),
  ]);
}

describe('lines', () => {
  test('a review is one line, whatever is in it', () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const line = writeJsonLine(review);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toEqual(JSON.parse(writeJson(review)));
      }),
    );
  });

  test('of sections, one each', () => {
    const { review } = readReview('## A\n\na\n\n## B\n\nb\n', { format: 'markdown' });
    const lines = writeJsonLine(review, { sections: review.sections }).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['a', 'b']);
  });
});
