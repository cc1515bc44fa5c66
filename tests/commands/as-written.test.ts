import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const head = 'item: The Salt Road\nkind: film\nrating: 4/5\n';

/** What a command prints of a review with these keys and this text. */
async function printed(argv: readonly string[], keys: string, text = 'Text.'): Promise<string> {
  const cwd = folderOf({ 'reviews/x.md': `---\n${head}${keys}---\n\n${text}\n` });
  const { stdout } = await review([...argv], { cwd });
  return stdout;
}

const looked = [
  ['show', 'x'],
  ['export', 'x', '--text'],
];

describe('what cannot be seen', () => {
  const letters = 'a\u200Eb\u200Fc\u200Bd\u2060e\u00ADf\u061Cg\uFEFFh';

  test.each(looked)('is dropped: %s', async (...argv) => {
    const page = await printed(argv, `venue: ${letters}\n`, `${letters}\n\n## ${letters}\n\nx`);
    expect(page.match(/abcdefgh/g)).toHaveLength(3);
    expect(page).not.toMatch(/U\+/);
  });

  test('on a page, what sets a direction stays, and the soft hyphen', async () => {
    const page = await printed(['export', 'x', '--html'], '', letters);
    expect(page).toContain('<p dir="auto">a\u200Eb\u200Fcde\u00ADf\u061Cgh</p>');
  });

  test('is as it was in Markdown, YAML and JSON', async () => {
    const text = `${letters} a\u2028b`;
    expect(await printed(['export', 'x', '--markdown'], '', `${text}\n\n## ${letters}`)).toContain(
      `\n${text}\n\n## ${letters}\n`,
    );
    const json = await printed(['export', 'x', '--json'], `venue: ${letters}\n`, text);
    expect(JSON.parse(json).sections[0].body).toBe(text);
  });

  test('overrides and isolates stay visible marks, and joiners between what they join', async () => {
    const page = await printed(['show', 'x'], '', '\u202Ea\u2066 👩\u200D🚀 ب\u200Cب \u200Dx');
    expect(page).toContain('<U+202E>a<U+2066> 👩\u200D🚀 ب\u200Cب x');
  });
});

describe('paragraphs', () => {
  const text = '  One.\n\n  > Two.\n\n  - three\n  - four\n';
  const keys = `summary: |\n${text}notes: |\n${text}`;

  test('of a summary and of keys that nobody knows are kept in the model', async () => {
    const read = JSON.parse(await printed(['export', 'x', '--json'], keys));
    expect(read.summary).toBe('One.\n\n> Two.\n\n- three\n- four');
    expect(read.extra.notes.trim()).toBe(read.summary);
    const yaml = await printed(['export', 'x', '--yaml'], keys);
    expect(yaml).toContain(`summary: |-\n${text}`);
    expect(yaml).toContain(`notes: |\n${text}`);
  });

  test('are shown as paragraphs, quotes and lists', async () => {
    expect(await printed(['show', 'x'], keys)).toContain(
      '\nOne.\n\n│ Two.\n\n• three\n• four\n\nnotes  One.\n\n       │ Two.\n\n       • three\n       • four\n',
    );
    expect(await printed(['export', 'x', '--text'], keys)).toContain(
      '\nOne.\n\n> Two.\n\n• three\n• four\n\nnotes:\n  One.\n\n  > Two.\n\n  • three\n  • four\n',
    );
    const html = await printed(['export', 'x', '--html'], keys);
    const blocks =
      '<p>One.</p>\n<blockquote>\n<p>Two.</p>\n</blockquote>\n<ul>\n<li>three</li>\n<li>four</li>\n</ul>';
    expect(html).toContain(`<div class="summary p-summary">${blocks}</div>`);
    expect(html).toContain(`<dt>notes</dt><dd>${blocks}</dd>`);
    expect(html).toContain('<meta name="description" content="One. Two. three four">');
  });

  test.each(['1984. A novel', '- a dash', 'a\n  b'])('%j is one', async (summary) => {
    const read = await printed(['export', 'x', '--json'], `summary: |\n  ${summary}\n`);
    expect(JSON.parse(read).summary).toBe(summary.replace(/\n +/, ' '));
  });
});

test('a list of texts with paragraphs or marks is a list, any other stands between commas', async () => {
  const keys =
    'quotes:\n  - |\n    one\n\n    two *em*\n  - plain\naliases: [A b, C d]\npros:\n  - |\n    a\n\n    b\n';
  const page = await printed(['show', 'x'], keys);
  expect(page).toContain('quotes  • one\n\n          two em\n\n        • plain\n');
  const read = JSON.parse(await printed(['export', 'x', '--json'], keys));
  expect(read.pros).toEqual(['a\n\nb']);
  expect(await printed(['show', 'x', '--all-fields'], keys)).toMatch(/aliases +A b, C d\n/);
});

describe('marks in fields', () => {
  const keys = [
    'summary: A **bold**, `code`, [link](https://ex.org/a) *word*',
    'pros: ["a **bold** pro", "[named](https://ex.org/b)"]',
    'cons: "a `code` con"',
    'quote: so *it* goes',
    'motto: a_b_c 2*3*4',
    'code: a*b*c',
    '',
  ].join('\n');

  test('are styles on a page', async () => {
    const html = await printed(['export', 'x', '--html'], keys);
    expect(html).toContain(
      'A <strong>bold</strong>, <code>code</code>, <a href="https://ex.org/a">link</a> <em>word</em>',
    );
    expect(html).toContain('<li>a <strong>bold</strong> pro</li>');
    expect(html).toContain('<li><a href="https://ex.org/b">named</a></li>');
    expect(html).toContain('<dd>so <em>it</em> goes</dd>');
    expect(html).toContain('<dd>a*b*c</dd>');
    expect(html).toContain('content="A bold, code, link word"');
    expect(html).toContain('"positiveNotes":');
    expect(html).not.toContain('**');
  });

  test.each(looked)('are dropped where no style can be: %s', async (...argv) => {
    const page = await printed(argv, keys);
    expect(page).toContain('A bold, code, link (https://ex.org/a) word\n');
    expect(page).toContain('+ a bold pro');
    expect(page).toContain('a code con');
    expect(page).toMatch(/quote:? +so it goes\n/);
    expect(page).toMatch(/motto:? +a_b_c 2\*3\*4\n/);
    expect(page).toMatch(/code:? +a\*b\*c\n/);
  });

  test('are styles in colour', async () => {
    const page = await printed(['show', 'x', '--color=always'], keys);
    expect(page).toContain('\u001B[1mbold');
  });

  test('are as written in Markdown, YAML and JSON', async () => {
    const read = JSON.parse(await printed(['export', 'x', '--json'], keys));
    expect(read.pros).toEqual(['a **bold** pro', '[named](https://ex.org/b)']);
    expect(await printed(['export', 'x', '--yaml'], keys)).toContain(
      '  - "[named](https://ex.org/b)"',
    );
  });
});

describe('what is struck out', () => {
  const text = 'cost ~~$40~~ <s>$20</s> $12';

  test.each(looked)('keeps its marks without a style: %s', async (...argv) => {
    expect(await printed(argv, 'summary: was ~~bad~~ good\n', text)).toContain(
      'cost ~~$40~~ ~~$20~~ $12',
    );
  });

  test('has none where a line strikes it out', async () => {
    const page = await printed(['show', 'x', '--color=always'], '', text);
    expect(page).not.toContain('~~');
    expect(page).toContain('\u001B[9m');
  });
});

describe('an address that is longer than a line', () => {
  const address = `https://example.org/${'long/'.repeat(30)}end`;

  test('is never cut in plain text', async () => {
    const text = await printed(
      ['export', 'x', '--text'],
      `blog: ${address}\n`,
      `See (${address}), [it](${address}).`,
    );
    expect(text).toContain(`(${address}),`);
    expect(text).toContain(`(${address}).`);
    expect(text).toMatch(/^blog:\s+https/m);
  });

  test.each([40, 41, 42, 43, 44, 45])(
    'leaves no bracket alone on a line of %i',
    async (columns) => {
      const page = await printed(
        ['show', 'x', '--width', String(columns)],
        '',
        `See (${address}), so.`,
      );
      expect(page).not.toMatch(/^[)\],.]+/m);
    },
  );

  test('with a blank in it is none', async () => {
    const html = await printed(['export', 'x', '--html'], '', 'x <https://ex.org/with space> y');
    expect(html).not.toContain('href="https://ex.org/with');
    expect(html).toContain('&lt;https://ex.org/with space&gt;');
  });
});

test('what is said of people and scores besides what is read is kept', async () => {
  const keys =
    'author: {name: Ann, url: "https://ann.example", shoe: 42}\nscores:\n  acting: {rating: 4/5, note: good}\n';
  const page = await printed(['show', 'x'], keys);
  expect(page).toMatch(/author\/Ann\.shoe +42/);
  expect(page).toMatch(/scores\/acting\.note +good/);
  const yaml = await printed(['export', 'x', '--yaml'], keys);
  expect(yaml).toContain('author/Ann:\n  shoe: 42\n');
});
