import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { formats } from '../../src/index.ts';
import { configSettings, userSettings } from '../../src/library/config/keys.ts';
import { readConfig, readUserConfig } from '../../src/library/config/read-config.ts';
import { filterFields } from '../../src/library/filter.ts';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import { themeNames } from '../../src/model/settings.ts';
import { keymap, shownKeys } from '../../src/screen/keymap.ts';
import { readTheme } from '../../src/writers/terminal/theme-file.ts';
import { palettes } from '../../src/writers/terminal/themes.ts';
import { review, root } from '../cli/run.ts';
import { readSources } from '../house/sources.ts';
import { rooms } from '../house/table.ts';
import { folderOf } from '../library/folder.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const cell = (text: string) => text.replaceAll('|', '\\|');

/** The page with these lines between a pair of comments. */
const put = (text: string, name: string, lines: readonly string[]): string =>
  text.replace(
    new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, start: string, end: string) => `${start}${lines.join('\n')}\n${end}`,
  );

test('docs/diagnostics.md is the table of codes', async () => {
  const rows = Object.entries(diagnosticKinds).map(
    ([code, { severity, meaning, hint, ...kind }]) =>
      `| \`${code}\` | ${severity} | ${cell(meaning)} | ${cell(hint)} | ${'fixable' in kind ? 'fix' : ''} |`,
  );
  const page = [
    '# Diagnostics',
    '',
    'What `review` says of a file: `file:line:column: severity: message [code]`, with a hint on the next line.',
    'Lines and columns count from 1; a column counts UTF-16 units. This page is written from `src/model/diagnostic.ts` by',
    '`npm run test:update`. Where it says fix, `review check --fix` mends the cases that leave no doubt; `rules:` in',
    '`review.config.yaml` turns a code off or gives it another severity. More in [check.md](check.md).',
    '',
    '| code | severity | what it means | what to do | |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/diagnostics.md'));
});

test('CONTRIBUTING.md names the rooms there are, and places that exist', async () => {
  const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const names = Object.keys(rooms).map((name) => `\`${name}\``);
  await expect(put(page, 'rooms', [names.join(' · ')])).toMatchFileSnapshot(
    join(root, 'CONTRIBUTING.md'),
  );
  const places = Array.from(page.matchAll(/`(src\/[\w./-]+)`/g), ([, path = '']) => path);
  expect(places.length).toBeGreaterThan(12);
  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('docs/architecture.md follows a review by types that exist', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const way = /## The way of one review\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
  const named = Array.from(way.matchAll(/`([A-Z]\w+)`/g), ([, name = '']) => name);
  const source = [...readSources().values()].join('\n');
  expect(named.length).toBeGreaterThan(9);
  const isDeclared = (name: string): boolean =>
    new RegExp(`export (?:interface|type) ${name}\\b`).test(source);
  expect(named.filter((name) => !isDeclared(name))).toEqual([]);
});

test('docs/architecture.md has the table of rooms', async () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const rows = Object.entries(rooms).map(([name, { what, why, rooms: others, packages, node }]) => {
    const named = [...packages, ...(node === 'any' ? ['node'] : node)].map((each) => `\`${each}\``);
    const all = [others.join(', '), named.join(', ')].filter((part) => part !== '').join('; ');
    const path = name === 'index' ? 'src/index.ts' : `src/${name}`;
    return `| \`${path}\` | ${what} | ${why} | ${all === '' ? 'nothing' : all} |`;
  });
  await expect(
    put(page, 'rooms', [
      '| room | what is in it | why | may import |',
      '|---|---|---|---|',
      ...rows,
    ]),
  ).toMatchFileSnapshot(join(root, 'docs/architecture.md'));
});

test('the commands of the README are the code’s own', async () => {
  const specs = await Promise.all(commands.map(async ({ load }) => (await load()).spec));
  const commandRows = specs.map(
    ({ name, arguments: args, summary }) =>
      `| \`${[name, ...args.map((argument) => argument.name)].join(' ')}\` | ${cell(summary)} |`,
  );
  await expect(
    put(readme, 'commands', ['| command | does |', '|---|---|', ...commandRows]),
  ).toMatchFileSnapshot(join(root, 'README.md'));
});

test('the formats in docs/format.md are the code’s own', async () => {
  const path = join(root, 'docs/format.md');
  const { read, write } = formats();
  const names = [...new Set([...read.map(({ name }) => name), ...write.map(({ name }) => name)])];
  const formatRows = names.map((name) => {
    const endings =
      read
        .find((format) => format.name === name)
        ?.endings.map((ending) => `\`${ending}\``)
        .join(' ') ?? '';
    const written = write.find((format) => format.name === name);
    return `| ${name} | ${endings === '' ? '–' : endings} | ${written === undefined ? '–' : cell(written.description)} |`;
  });
  await expect(
    put(readFileSync(path, 'utf8'), 'formats', [
      '| format | read from | written as |',
      '|---|---|---|',
      ...formatRows,
    ]),
  ).toMatchFileSnapshot(path);
});

test('the keys in docs/reader.md are those of the keymap', async () => {
  const path = join(root, 'docs/reader.md');
  const rows = keymap.map((binding) => {
    const keys = shownKeys(binding)
      .map((key) => `\`${key}\``)
      .join(' ');
    const { page = '–', library = '–', list = '–' } = binding.does;
    return `| ${keys} | ${cell(page)} | ${cell(library)} | ${cell(list)} |`;
  });
  await expect(
    put(readFileSync(path, 'utf8'), 'keys', [
      '| keys | on a page | in the library | in contents, links, what was found |',
      '|---|---|---|---|',
      ...rows,
    ]),
  ).toMatchFileSnapshot(path);
});

test('the fields in docs/library.md are those that list takes', async () => {
  const path = join(root, 'docs/library.md');
  const rows = filterFields.map(({ name, takes }) => `| \`${name}:\` | ${cell(takes)} |`);
  await expect(
    put(readFileSync(path, 'utf8'), 'fields', ['| field | takes |', '|---|---|', ...rows]),
  ).toMatchFileSnapshot(path);
});

test('docs/format.md has every key of the configuration, and each example is one', async () => {
  const path = join(root, 'docs/format.md');
  const rows = Object.values(configSettings).map(
    ({ example, meaning }) => `| \`${cell(example)}\` | ${cell(meaning)} |`,
  );
  await expect(
    put(readFileSync(path, 'utf8'), 'config', ['| key | what it does |', '|---|---|', ...rows]),
  ).toMatchFileSnapshot(path);
  const all = Object.values(configSettings).map(({ example }) => example);
  const { config, diagnostics } = readConfig(all.join('\n'), 'review.config.yaml');
  expect(diagnostics).toEqual([]);
  expect(Object.keys(config)).toEqual(Object.keys(configSettings));
});

test('docs/config.md has every key of a configuration of one’s own, and each example is one', async () => {
  const path = join(root, 'docs/config.md');
  const rows = Object.values(userSettings).map(
    ({ example, meaning }) => `| \`${cell(example)}\` | ${cell(meaning)} |`,
  );
  await expect(
    put(readFileSync(path, 'utf8'), 'user settings', [
      '| key | what it does |',
      '|---|---|',
      ...rows,
    ]),
  ).toMatchFileSnapshot(path);
  const all = Object.values(userSettings).map(({ example }) => example);
  const { config, diagnostics } = readUserConfig(all.join('\n'), 'config.yaml');
  expect(diagnostics).toEqual([]);
  expect(Object.keys(config)).toEqual(Object.keys(userSettings));
});

const snippets = (language: string, page = readme) =>
  Array.from(
    page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, code = '']) => code,
  );

/** What stands behind `review` on each line, without the words on it. */
function linesOf(code: string): string[] {
  return Array.from(code.matchAll(/^review (.*?)(?: +# .*)?$/gm), ([, line = '']) => line);
}

test('what the README does in a folder of one’s own works there', async () => {
  const cwd = folderOf({
    'dune.md': '---\nfilm: Dune\nrating: 4/5\n---\n\nSand.\n',
    'notes/emma.txt': 'Emma\n\nA text.\n\nRating: ★★★★☆\n',
    'log.csv': 'Title,Author,Rating\nPersuasion,Jane Austen,5\nMiddlemarch,George Eliot,4\n',
    'todo.md': '# To do\n\n- milk\n',
  });
  const [code = ''] = snippets('sh').filter((each) => each.startsWith('cd '));
  const [list = '', read = '', site = ''] = linesOf(code);
  const listed = await review(list, { cwd });
  expect(listed).toMatchObject({ status: 0 });
  for (const name of ['Dune', 'Emma', 'Persuasion', 'Middlemarch'])
    expect(listed.stdout).toContain(name);
  expect(listed.stdout).not.toContain('To do');
  expect((await review(read, { cwd })).stdout).toContain('Dune');
  expect(await review(site, { cwd })).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^site: \d+ pages in [\d.]+ s$/m),
  });
  const [, folder = ''] = / -o (\S+)/.exec(site) ?? [];
  const pages = readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' });
  expect(pages).toEqual(
    expect.arrayContaining(['index.html', 'dune.html', 'notes/emma.html', 'log/persuasion.html']),
  );
});

test.each(['README.md', 'docs/library.md'])('the command lines of %s run', async (name) => {
  const page = readFileSync(join(root, name), 'utf8');
  const lines = snippets('sh', page)
    .filter((code) => !code.startsWith('cd '))
    .flatMap(linesOf);
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines) {
    const [command = '', next] = line.split(' | ');
    const ran = await review(command, { cwd: folderOf({}) });
    expect(ran, line).toMatchObject({ status: 0, stderr: '' });
    // Names for another program may be few and short.
    expect(ran.stdout.length).toBeGreaterThan(next === undefined ? 50 : 3);
  }
});

test('the README’s programs run on the built package', () => {
  const [program = ''] = snippets('js');
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output).toBe("Heat 4.5 0\n[ '0 Introduction', '1 The bad' ]\nToo long.\n\n");
});

test('the theme in docs/themes.md is one, and its tables name all there is', () => {
  const page = readFileSync(join(root, 'docs/themes.md'), 'utf8');
  const block = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { theme, diagnostics } = readTheme(block, 'docs/themes.md');
  expect(diagnostics).toEqual([]);
  expect(theme.tones.heading1).toEqual(['bold', 'underline', '#ff9e64']);
  const tables = page.slice(page.indexOf('| in `colors`')).matchAll(/`(\w+)`/g);
  const { tones, syntax, ...marks } = theme;
  const names = [palettes.auto, tones, syntax, marks].flatMap((looks) => Object.keys(looks));
  expect(new Set([...tables].map(([, name]) => name))).toEqual(
    new Set([...names, 'colors', 'styles']),
  );
  for (const name of themeNames) expect(page).toContain(`| \`${name}\` |`);
});

test('the review in docs/format.md is read without complaint, as Markdown and as YAML', async () => {
  const page = readFileSync(join(root, 'docs/format.md'), 'utf8');
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
  for (const text of [block('markdown'), block('yaml')]) {
    const ran = await review('show -', { stdin: text });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/Heat[\s\S]*4\.5\/5[\s\S]*Weaknesses/);
  }
});

test('docs/files-written.md has a row for each command and for each option that writes', async () => {
  const page = readFileSync(join(root, 'docs/files-written.md'), 'utf8');
  const heads = [...page.matchAll(/^\| (`.*?) \|/gm)].map(([, head = '']) => head);
  const words = heads.flatMap((head) => [...head.matchAll(/`([a-z]+)/g)].map(([, name]) => name));
  expect([...new Set(words)].toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  for (const { name, load } of commands) {
    const flags = (await load()).spec.options.map((option) => option.flags.split(' ')[0] ?? '');
    const rows = page.split('\n').filter((row) => row.startsWith('|') && row.includes(`\`${name}`));
    expect(rows.join('\n').includes('-o'), name).toBe(flags.includes('-o,'));
    expect(rows.join('\n').includes('--fix'), name).toBe(flags.includes('--fix') || name === 'fmt');
  }
});
