import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { readReview } from '../../src/readers/formats.ts';
import { tidy } from '../../src/tidy/tidy.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';

const body = '\nA slow book.\n\n## Weaknesses\n\nNone.\n';

/** The same review in four notations. */
const notations = {
  yaml: `---\ntitle: 1984\nkind: book\ncritic: Ada\nrating: 4.50/5\ndate: 2024-01-02\ntags: [a, "b"]\nprice: "12.50"\n---\n${body}`,
  toml: `+++\ntitle = "1984"\nkind = "book"\ncritic = "Ada"\nrating = "4.50/5"\ndate = 2024-01-02\ntags = ["a", 'b'] # two\nprice = "12.50"\n+++\n${body}`,
  json: `{\n  "title": "1984",\n  "kind": "book",\n  "critic": "Ada",\n  "rating": "4.50/5",\n  "date": "2024-01-02",\n  "tags": ["a", "b"],\n  "price": "12.50"\n}\n${body}`,
} as const;

function meaning(source: string, path = 'a.md'): unknown {
  return JSON.parse(writeJson(readReview(source, { path }).review), (key, value: unknown) =>
    key === 'range' ? undefined : value,
  );
}

describe('front matter in any notation', () => {
  test.each(['toml', 'json'] as const)('%s says what YAML says', (notation) => {
    expect(meaning(notations[notation])).toEqual(meaning(notations.yaml));
  });

  test.each(['toml', 'json'] as const)('%s keeps its bytes when it is written', (notation) => {
    const source = notations[notation];
    expect(writeMarkdown(readReview(source, { path: 'a.md' }).review)).toBe(source);
    expect(tidy(source, { path: 'a.md' })).toBe(source);
  });

  test.each([
    '+++\nauhtor = "Ann"\nfilm = "Heat"\n+++\n\nSee [it](#No).\n\n## no\n',
    '{"auhtor": "Ann", "film": "Heat"}\n\nSee [it](#No).\n\n## no\n',
  ])('no fix is offered that would be written as YAML: %j', (source) => {
    const found = lint(readReview(source, { path: 'a.md' }));
    const fixes = found.map(({ code, fix }) => [code, fix !== undefined]);
    expect(fixes).toContainEqual(['key-typo', false]);
    expect(fixes).toContainEqual(['link-broken', true]);
  });

  test('a whole file of TOML', () => {
    const source =
      'film = "Heat"\nrating = 4.5\nscale = 5\n[[sections]]\nheading = "Plot"\nbody = "Good."\n';
    const { review, format, notation, diagnostics } = readReview(source, { path: 'heat.toml' });
    expect({ format, notation, diagnostics }).toEqual({
      format: 'toml',
      notation: 'toml',
      diagnostics: [],
    });
    expect(review.item.name).toBe('Heat');
    expect(review.rating?.source).toBe('4.5');
    expect(review.sections.map(({ title, body: text }) => [title, text])).toEqual([
      ['Plot', 'Good.'],
    ]);
    expect(tidy(source, { path: 'heat.toml' })).toBe(source);
  });

  test('what cannot be read is said at its place, and the text is shown', () => {
    const { review, diagnostics } = readReview('+++\nfilm = Heat\n+++\n\nText.\n', {
      path: 'a.md',
    });
    expect(diagnostics.map(({ code, range }) => [code, range?.start.line])).toEqual([
      ['toml-syntax', 2],
    ]);
    expect(review.sections[0]?.body).toBe('Text.');
  });

  test.each(['\n', '\r\n', '\r'])('64,000 blank lines that end in %j are read in time', (end) => {
    for (const head of ['', '---', '---\nfilm: Heat\n---\n', '+++', '{']) {
      const source = head + end.repeat(64_000);
      expect(readReview(source, { path: 'a.md' }).source).toBe(source);
    }
  });
});
