import { describe, expect, test } from 'vitest';
import { readReview } from '../../../src/readers/formats.ts';
import { writeJson } from '../../../src/writers/json.ts';
import { writeMarkdown } from '../../../src/writers/markdown.ts';
import { writeText } from '../../../src/writers/text.ts';
import { writeYaml } from '../../../src/writers/yaml.ts';

/** Values under keys that nobody knows, as written and as they must come out. */
const values: readonly (readonly [written: string, value: unknown])[] = [
  ['0701234', '0701234'],
  ['01067', '01067'],
  ['12.50', '12.50'],
  ['007', '007'],
  ['2.0', '2.0'],
  ['90071992547409931', '90071992547409931'],
  ['1e3', '1e3'],
  ['0x1F', '0x1F'],
  ['+49', '+49'],
  ['-0', '-0'],
  ['.5', '.5'],
  ['12', 12],
  ['-3.25', -3.25],
  ['true', true],
  ['True', 'True'],
  ['yes', 'yes'],
  ['~', null],
  ['null', null],
  ['"0701234"', '0701234'],
  ["'true'", 'true'],
  ['[01, 1.0, 2]', ['01', '1.0', 2]],
  ['{a: 01, b: {c: 1e2}}', { a: '01', b: { c: '1e2' } }],
];

describe.each(values)('%s', (written, value) => {
  test.each(['wibble', 'price', 'phone'])('under %s', (key) => {
    const { review } = readReview(`---\nfilm: A\n${key}: ${written}\n---\n`, {
      format: 'markdown',
    });
    const found =
      review.extra[key] ?? review.item.details[key] ?? review.item.details.telephone ?? null;
    expect(found).toEqual(value);
    const model = writeJson(review);
    for (const [format, write] of [
      ['markdown', writeMarkdown],
      ['yaml', writeYaml],
      ['json', writeJson],
    ] as const) {
      const canonical = format === 'markdown' ? writeMarkdown(review, { canonical: true }) : null;
      for (const text of [write(review), ...(canonical === null ? [] : [canonical])])
        expect(writeJson(readReview(text, { format }).review)).toBe(model);
    }
    if (typeof value === 'string') expect(writeText(review)).toContain(value);
  });
});
