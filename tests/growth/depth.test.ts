import { expect, test } from 'vitest';
import { check, read, tidy, write } from '../../src/index.ts';

const many = 65_536;
const body = (text: string) => `---\nfilm: Heat\n---\n\n${text}\n`;

/** Keys each further in than the one before. */
function yamlSteps(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
}

/** What opens a container in a container, so many times over. */
const containers: readonly [name: string, path: string, text: string][] = [
  ['YAML lists', 'a.yaml', `film: Heat\na: ${'['.repeat(many)}`],
  ['YAML lists that close', 'a.yaml', `film: Heat\na: ${'['.repeat(many)}${']'.repeat(many)}\n`],
  ['YAML maps', 'a.yaml', `film: Heat\na: ${'{a: '.repeat(many)}`],
  ['YAML items', 'a.yaml', `film: Heat\na:\n  ${'- '.repeat(many)}x\n`],
  ['JSON lists', 'a.json', `{"film": "Heat", "a": ${'['.repeat(many)}`],
  ['JSON maps', 'a.json', `{"film": "Heat", "a": ${'{"a":'.repeat(many)}`],
  ['YAML lists in maps', 'a.yaml', `film: Heat\na: ${'{a: ['.repeat(many / 2)}`],
  [
    'YAML maps and lists',
    'a.yaml',
    `film: Heat\na: ${'[{a: '.repeat(many / 2)}x${'}]'.repeat(many / 2)}\n`,
  ],
  ['YAML keys that are lists', 'a.yaml', `film: Heat\na:\n  ${'? '.repeat(many)}x\n`],
  ['YAML items and keys', 'a.yaml', `film: Heat\na:\n  ${'- a: '.repeat(many / 2)}x\n`],
  ['YAML items and brackets', 'a.yaml', `film: Heat\na:\n  ${'- ['.repeat(many / 2)}x\n`],
  ['YAML tags before brackets', 'a.yaml', `film: Heat\na: ${'!x ['.repeat(many / 2)}\n`],
  ['YAML, a bracket a line', 'a.yaml', `film: Heat\na: ${'[\n '.repeat(many)}\n`],
  ['YAML records', 'a.yaml', `- film: Heat\n  a: ${'['.repeat(many)}\n- film: Ran\n`],
  ['YAML keys in lines', 'a.yaml', `film: Heat\n${yamlSteps(1000)}`],
  ['JSON lists in maps', 'a.json', `{"film": "Heat", "a": ${'{"a":['.repeat(many / 2)}`],
  ['lines of JSON', 'a.jsonl', `{"film": "Heat", "a": ${'['.repeat(many)}${']'.repeat(many)}}\n`],
  ['a list of JSON', 'a.json', `[{"film": "Heat", "a": ${'['.repeat(many)}${']'.repeat(many)}}]`],
  ['JSON sections', 'a.json', `{"film": "Heat", "sections": ${'[{"sections":'.repeat(many / 2)}`],
  ['TOML lists of tables', 'a.toml', `film = "Heat"\na = ${'[{a = '.repeat(many / 2)}`],
  ['TOML tables by name', 'a.toml', `film = "Heat"\n[${'a.'.repeat(many)}a]\nb = 1\n`],
  ['TOML lists of tables by name', 'a.toml', `film = "Heat"\n[[${'a.'.repeat(many)}a]]\nb = 1\n`],
  ['TOML quoted keys', 'a.toml', `film = "Heat"\n${'"a".'.repeat(many)}a = 1\n`],
  [
    'TOML lists that close',
    'a.toml',
    `film = "Heat"\na = ${'['.repeat(many)}${']'.repeat(many)}\n`,
  ],
  ['TOML lists ', 'a.toml', `film = "Heat"\na = ${'['.repeat(many)}`],
  ['TOML tables', 'a.toml', `film = "Heat"\na = ${'{a = '.repeat(many)}`],
  ['TOML keys', 'a.toml', `film = "Heat"\n${'a.'.repeat(many)}a = 1\n`],
  ...['*', '**a ', '[', '![', '||', '>!', '_', '~~', '> ', '- ', '[spoiler]', '<details>'].map(
    (mark): [string, string, string] => [mark, 'a.md', body(`x ${mark.repeat(many)}`)],
  ),
  ...[
    '> ',
    '- ',
    '1. ',
    '> - ',
    '+ > ',
    ':::note\n',
    '```\n',
    ':::spoiler\n',
    '<details>\n\n',
    '[spoiler]\n',
  ].map((mark): [string, string, string] => [`blocks of ${mark}`, 'a.md', body(mark.repeat(many))]),
];

test.each(containers)('%s, 65,536 deep: read, checked, kept and written', async (_, path, text) => {
  const { review } = read(text, { path });
  const isData = path !== 'a.md';
  // Data that is too deep is refused, with the place; too deep a text is shown as it stands.
  const said = check(text, { path });
  const refused = said.some(({ severity, range }) => severity === 'error' && range !== undefined);
  expect(refused).toBe(isData);
  expect(tidy(text, { path }).length).toBeGreaterThan(text.length / 2);
  // Of what is refused nothing was read, and there may be nothing to write.
  for (const to of ['terminal', 'html', 'markdown'] as const)
    expect((await write(review, { to, spoilers: true })).length).toBeGreaterThan(
      isData ? -1 : 1000,
    );
});
