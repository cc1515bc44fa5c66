import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/data/decode.ts';
import { readConfig } from '../../src/library/config/read-config.ts';
import { formatOf, readReview } from '../../src/readers/formats.ts';
import { writeJson } from '../../src/writers/json.ts';

describe('formatOf', () => {
  test.each([
    [{ format: 'yaml', path: 'a.md' }, '', 'yaml'],
    [{ path: 'a/b.MD' }, '', 'markdown'],
    [{ path: 'b.markdown' }, '', 'markdown'],
    [{ path: 'b.yml' }, '', 'yaml'],
    [{ path: 'b.json' }, '', 'json'],
    [{ path: 'b.txt' }, '# x', 'text'],
    [{ path: 'b.txt' }, '\n---\nfilm: x\n---\n', 'markdown'],
    [{ path: 'b.text' }, '+++\nfilm = "x"\n+++\n', 'markdown'],
    [{ path: 'b.qmd' }, '', 'markdown'],
    [{ path: 'b.MDX' }, '', 'markdown'],
    [{ path: 'b.toml' }, '', 'toml'],
    [{}, '+++\ntitle = "x"\n+++\n', 'markdown'],
    [{}, '{"title": "x"}', 'json'],
    [{}, '[{"title": "x"}]', 'json'],
    [{}, '---\ntitle: x\n---\n', 'markdown'],
    [{}, 'title: x\nrating: 4/5\nsections:\n  - body: |\n      text\n', 'yaml'],
    [{}, '# Heat\n\nText.\n', 'markdown'],
    [{}, 'Title: x\nRating: 4/5\n\nSome text.\n', 'markdown'],
    [{}, 'Heat\n\nSome text.\n\nRating: 4/5\n', 'text'],
    [{ path: 'b.unknown' }, 'Some text.', 'text'],
    [{}, '', 'text'],
  ])('%j %j is %s', (question, text, expected) => {
    expect(formatOf({ ...question, text }).name).toBe(expected);
  });
});

describe('decodeText', () => {
  test.each([
    ['UTF-8', [0x61, 0xc3, 0xa9], 'aé'],
    ['a BOM', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16LE', [0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], 'aé'],
    ['UTF-16BE', [0xfe, 0xff, 0x00, 0x61], 'a'],
    ['a bad byte', [0x61, 0xff, 0x62], 'a\uFFFDb'],
    ['a cut character', [0x61, 0xc3], 'a\uFFFD'],
    ['a NUL', [0x61, 0x00], 'a\uFFFD'],
    ['a written U+FFFD', [0xef, 0xbf, 0xbd], '\uFFFD'],
    ['nothing', [], ''],
  ])('%s', (name, bytes, expected) => {
    const { text, diagnostics } = decodeText(Uint8Array.from(bytes));
    expect(text).toBe(expected);
    expect(diagnostics.length).toBe(/bad|cut|NUL/.test(name) ? 1 : 0);
  });

  test('a string loses its BOM and its lone surrogates', () => {
    expect(readReview('\ufeff# a\ud800').source).toBe('# a\ufffd');
  });
});

describe('exported JSON', () => {
  const json = writeJson(readReview('# T\n\n## A\n\nb\n').review);

  test.each([
    [
      /"level": 2/,
      '"level": "2"',
      /^`\$\.sections\[0\]\.level`: a whole number from 0 to 6 is expected\.$/,
    ],
    [/"schemaVersion": 1/, '"schemaVersion": 9', /version 9 is not known/],
    [/"pros": \[\],/, '', /`pros` is missing/],
    [/"title": "T"/, '"title": "T", "nonsense": 1', /`\$\.nonsense`: the key is not known/],
    [/"role": null/, '"role": "x"', /one of summary/],
  ])('%s → %s is reported', (pattern, replacement, message) => {
    const source = json.replace(pattern, replacement);
    const [diagnostic] = readReview(source, { format: 'json' }).diagnostics;
    expect(diagnostic?.code).toBe('json-shape');
    expect(diagnostic?.message).toMatch(message);
    expect(diagnostic?.range).toBeDefined();
  });

  test('its id and ranges are kept', () => {
    const { review } = readReview('# T\n\n## A\n\nb\n');
    expect(readReview(writeJson({ ...review, id: 'a/b' }), { format: 'json' }).review).toEqual({
      ...review,
      id: 'a/b',
    });
  });
});

describe('readConfig', () => {
  test('all keys', () => {
    const { config, diagnostics } = readConfig(
      'default: heat\nscale: 10\ngrades: {A: 1, B+: 87%}\nroles: {weaknesses: [Gripes], Verdict: My take}\nspellings: {rating: [punkte]}\nkinds: {films/: movie}\n',
      'c.yaml',
    );
    expect(diagnostics).toEqual([]);
    expect(config).toEqual({
      default: 'heat',
      scale: 10,
      grades: { A: 1, 'B+': 0.87 },
      roles: { weaknesses: ['Gripes'], verdict: ['My take'] },
      spellings: { rating: ['punkte'] },
      kinds: { films: 'film' },
    });
  });

  test.each([
    ['nonsense: 1', '1:1'],
    ['scale: many', '1:8'],
    ['roles: {nonsense: x}', '1:9'],
    ['kinds:\n  films: nonsense', '2:10'],
    ['spellings: {nonsense: [a]}', '1:13'],
    ['grades: {A: 3}', '1:13'],
    ['- a', '1:1'],
  ])('%j is invalid at %s', (source, place) => {
    const { diagnostics } = readConfig(source, 'c.yaml');
    expect(
      diagnostics.map(
        ({ code, file, range }) => `${code} ${file} ${range?.start.line}:${range?.start.column}`,
      ),
    ).toEqual([`config-invalid c.yaml ${place}`]);
  });
});
