import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringifyYaml } from '../../src/data/yaml/stringify.ts';
import type { Json } from '../../src/model/json.ts';
import { isKnownKey } from '../../src/readers/fields/metadata.ts';
import { type ReadOptions, readReview } from '../../src/readers/formats.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { withoutRanges } from '../readers/samples.ts';

function again(source: string, options: ReadOptions = {}): string {
  return writeMarkdown(readReview(source, { format: 'markdown', ...options }).review);
}

describe('front matter is written as its author wrote it', () => {
  test.each([
    ['comments', '---\n# of a film\nfilm: Heat # 1995\n\nrating: 4/5\n# the end\n---\n\nText.\n'],
    [
      'unknown keys',
      '---\nfilm: Heat\nfoo:   {a: [1, null],  b: 0x1F}\nBar-Baz: ~\n---\n\nText.\n',
    ],
    ['other spellings', '---\nmovie: Heat\nstars: "★★★★☆"\nby:   Ann\n---\n\nText.\n'],
    ['quotes that lack', '---\ntitle: Mission: Impossible\nkind: film\n---\n\nText.\n'],
    ['YAML that cannot be read', '---\ntitle: "a\n  b: [c\n---\n\nText.\n'],
    ['another end', '---\nfilm: Heat\n...\n\nText.\n'],
    ['no text', '---\nfilm: Heat # x\n---\n'],
    ['no line end', '---\nfilm: Heat\n---', '---\nfilm: Heat\n---\n'],
    ['CRLF', '---\r\nfilm: Heat # x\r\n---\r\n\r\nText.\r\n'],
    ['a header', 'Film: Heat\nAuthor:  Ann\nAuthor: Ben\n\nText.\n'],
    ['a header alone', 'Film: Heat\nTags: a,b\n\n'],
    ['none', '# Heat\n\nText.\n\n## Verdict\n\nGood.\n'],
    ['none, with what looks like it', 'Text\n\n---\n\ntitle: x\n\n---\n'],
    ['a title in the text', '---\nrating: 4/5 # x\n---\n\n# Heat\n\nText.\n'],
    ['a title said twice', '---\ntitle: Heat\n---\n\n# Heat\n\n# Heat\n\nText.\n'],
    ['a rating in the text', '---\nfilm: Heat # x\n---\n\nText.\n\nRating: 4/5\n'],
  ])('%s', (_, source, expected = source) => {
    expect(again(source)).toBe(expected);
  });

  test('not where a field was changed since', () => {
    const { review } = readReview('---\nmovie: Heat # x\n---\n\nText.\n', { format: 'markdown' });
    expect(writeMarkdown({ ...review, id: 'heat' })).toContain('movie: Heat # x');
    expect(writeMarkdown({ ...review, lang: 'en' })).toBe(
      '---\nitem: Heat\nkind: film\nlang: en\n---\n\nText.\n',
    );
    expect(writeMarkdown(review, { canonical: true })).toBe(
      '---\nitem: Heat\nkind: film\n---\n\nText.\n',
    );
    expect(writeMarkdown({ ...review, sections: [...review.sections] })).not.toContain('#');
  });

  test('not where the fields owe something to the configuration', () => {
    const source = '---\ntitle: Heat # x\nrating: 8\n---\n\nText.\n';
    expect(again(source, { roles: { verdict: ['x'] } })).toBe(source);
    expect(again('---\ntitle: Heat # x\nrating: 8/10\n---\n\nText.\n', { scale: 5 })).toContain(
      '# x',
    );
    expect(again(source, { scale: 10, kind: 'film' })).toBe(
      '---\ntitle: Heat\nitem: Heat\nkind: film\nrating:\n  value: 8\n  best: 10\n  source: "8"\n---\n\nText.\n',
    );
  });

  test('not where it holds a character that steers a terminal or turns the text', () => {
    for (const character of ['\u202e', '\u009b', '\u001b', '\r']) {
      const written = again(`---\nfilm: Heat\nfoo: "a${character}b" # x\n---\n\nText.\n`);
      expect(written).not.toContain(character);
      expect(written).toContain('film');
    }
  });
});

describe('any keys that are not known', () => {
  const key = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
    )
    .map((name) => `x${name}`)
    .filter((name) => !isKnownKey(name));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'yes',
        'null',
        '~',
        '1917',
        '0x1F',
        '[REC]',
        'a: b',
        '#x',
        '',
        ' ',
        '@x',
        '2025-01-01',
      ),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), tie('value'), { maxKeys: 4 }),
    ),
  }));
  const comment = fc.constantFrom('', '# a comment\n', '\n', '#\n  # indented: {\n');

  test('keep their bytes in Markdown and their values in JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }),
        comment,
        comment,
        (extra, before, after) => {
          const front = `---\n${before}${stringifyYaml(extra as Json)}${after}---\n`;
          const source = `${front}\nText.\n`;
          const { review, diagnostics } = readReview(source, { format: 'markdown' });
          const values = JSON.parse(JSON.stringify(extra)) as unknown;
          expect(diagnostics).toEqual([]);
          expect(review.extra).toEqual(values);
          expect(writeMarkdown(review)).toBe(source);
          const fromJson = readReview(writeJson(review), { format: 'json' }).review;
          expect(fromJson.extra).toEqual(values);
          const canonical = writeMarkdown(review, { canonical: true });
          expect(withoutRanges(readReview(canonical, { format: 'markdown' }).review)).toEqual(
            withoutRanges(review),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
