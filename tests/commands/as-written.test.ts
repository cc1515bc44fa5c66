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
    expect(page).toContain('<p>a\u200Eb\u200Fcde\u00ADf\u061Cgh</p>');
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
