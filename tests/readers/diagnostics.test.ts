import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';

function lines(source: string | Uint8Array, format: string): string[] {
  return readReview(source, { format }).diagnostics.map(({ code, range }) => {
    if (range === undefined) return code;
    return `${code} ${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
  });
}

const front = (yaml: string) => `---\n${yaml}\n---\n\nText.\n`;

describe('each diagnostic has its place', () => {
  test.each<[format: string, source: string, ...expected: string[]]>([
    ['markdown', front('title: a\ndate: 2025-02-30'), 'date-invalid 3:7-3:17'],
    ['markdown', front('rating: 0xF'), 'rating-unreadable 2:9-2:12'],
    ['markdown', front('rating: 11/10'), 'rating-out-of-range 2:9-2:14'],
    ['markdown', front('rating: {value: 7, best: 5}'), 'rating-out-of-range 2:17-2:18'],
    ['markdown', front('rating: 4'), 'rating-scale-assumed 2:9-2:10'],
    ['markdown', front('scores:\n  Story: 0xF'), 'rating-unreadable 3:10-3:13'],
    ['markdown', front('kind: sandwich'), 'kind-unknown 2:7-2:15'],
    ['markdown', front('title: a\ntitle: b'), 'key-duplicate 3:1-3:6'],
    ['markdown', front('draft: maybe'), 'value-invalid 2:8-2:13'],
    ['markdown', front('title:\n  - a'), 'value-invalid 3:3-3:6'],
    ['markdown', front('title: Mission: Impossible'), 'yaml-quotes-missing 2:8-2:27'],
    ['markdown', front('title: #Alive'), 'yaml-quotes-missing 2:8-2:14'],
    ['markdown', front('a: *b'), 'yaml-quotes-missing 2:4-2:6'],
    ['markdown', front('a: !b c'), 'yaml-quotes-missing 2:4-2:8'],
    ['markdown', front('a: !!b c'), 'yaml-unsupported 2:4-2:7'],
    ['markdown', front('a: &b c\nd: *b\ne: *b'), 'yaml-alias 3:4-3:6'],
    ['markdown', front('a: &b [c]\nd: *b'), 'yaml-alias 3:4-3:6'],
    ['markdown', front('a: *Sons'), 'yaml-quotes-missing 2:4-2:9'],
    ['markdown', front('tags: [a, b\nyear: 1990'), 'yaml-syntax 2:7-2:12'],
    ['markdown', front('tags:\n\t- a\n\t- b'), 'yaml-syntax 3:1-3:2'],
    ['markdown', front('title: ~'), 'value-invalid 2:8-2:9'],
    ['markdown', front('a: 1\n\tb: 2'), 'yaml-syntax 3:1-3:2'],
    ['markdown', '---\r\ntitle: a\r\ndate: x\r\n---\r\n', 'date-invalid 3:7-3:8'],
    ['markdown', '---\rtitle: a\rdate: x\r---\r', 'date-invalid 3:7-3:8'],
    ['markdown', '---\ntitle: a\n', 'front-matter-unclosed 1:1-1:4'],
    ['markdown', '+++\ntitle = a\n+++\n', 'toml-syntax 2:9-2:10'],
    ['markdown', `---\na: ${'x'.repeat(70_000)}\n---\n`, 'front-matter-too-large 1:1-1:4'],
    ['markdown', '---\nrating: 4/5\n---\n\nText.\n\nRating: 2/5\n', 'rating-conflict 7:1-7:12'],
    ['markdown', '## A\n\n:::spoiler\n\ntext\n', 'spoiler-unclosed 3:1-3:11'],
    ['markdown', `## A\n\n${'> '.repeat(300)}x\n`, 'limit-exceeded 1:1-1:1'],
    ['yaml', '- a\n- b\n', 'not-a-mapping 1:1-2:4'],
    ['yaml', 'title: a\n---\ntitle: b\n', 'yaml-unsupported 2:1-2:4'],
    ['yaml', '- title: a\n- title: b\n', 'yaml-unsupported 2:3-2:4'],
    ['yaml', `a: ${'x'.repeat(1_100_000)}`, 'front-matter-too-large 1:1-1:2'],
    ['yaml', 'sections:\n  - heading: A\n    role: nonsense\n', 'value-invalid 3:11-3:19'],
    ['json', '{"title": "a",\n "b" 1}', 'json-syntax 2:6-2:7'],
    ['json', '[1]', 'not-a-mapping 1:1-1:2'],
    ['json', '{"title": "a",\n "draft": 3}', 'value-invalid 2:11-2:12'],
  ])('%s: %j', (format, source, ...expected) => {
    expect(lines(source, format)).toEqual(expected);
  });

  test('bytes that are no UTF-8', () => {
    expect(lines(Uint8Array.from([0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xff, 0x63]), 'text')[0]).toBe(
      'encoding-invalid 2:3-2:4',
    );
  });
});

describe('a title that YAML would not read', () => {
  test.each([
    ['Mission: Impossible', '"Mission: Impossible"'],
    ['@work', '"@work"'],
    ['[REC] 2', '"[REC] 2"'],
    ['#Alive', '"#Alive"'],
    ['"Crocodile" Dundee', `'"Crocodile" Dundee'`],
    ["'Tis", `"'Tis"`],
    ['Area #51', '"Area #51"'],
    ['- x', '"- x"'],
    ['%x', '"%x"'],
    ['`x`', '"`x`"'],
  ])('%s is read, and its quoted line told', (title, quoted) => {
    const { review, diagnostics } = readReview(front(`kind: film\ntitle: ${title}\nyear: 2000`), {
      format: 'markdown',
    });
    expect(review.title).toBe(title);
    expect(review.item.year).toBe(2000);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'yaml-quotes-missing',
      hint: `Write \`title: ${quoted}\`.`,
      fix: [{ text: quoted }],
    });
    expect(diagnostics[0]?.range?.start).toMatchObject({ line: 3, column: 8 });
  });

  test.each(['1917', '[REC]', '{Proof}', '12:30', '0x1F', 'yes', '1e3', '007'])(
    '%s is read as it stands',
    (title) => {
      const { review, diagnostics } = readReview(front(`title: ${title}`), { format: 'markdown' });
      expect(review.title).toBe(title);
      expect(diagnostics).toEqual([]);
    },
  );
});

test('a fix mends its diagnostic', () => {
  const source = front('title: Mission: Impossible\nitem: @work # x');
  const { diagnostics } = readReview(source, { format: 'markdown' });
  let text = source;
  for (const { fix = [] } of [...diagnostics].reverse()) {
    for (const edit of fix)
      text = text.slice(0, edit.range.start.offset) + edit.text + text.slice(edit.range.end.offset);
  }
  expect(readReview(text, { format: 'markdown' }).diagnostics).toEqual([]);
});

test('with a path, diagnostics name it', () => {
  expect(readReview(front('rating: 0xF'), { path: 'a/b.md' }).diagnostics[0]?.file).toBe('a/b.md');
});
