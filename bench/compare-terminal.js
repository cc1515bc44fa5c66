// What readers of Markdown make of the same five texts in a terminal: `node bench/compare-terminal.js` writes docs/comparison.md.
// A reader that is not installed is left out, and named. Figures are counts over the output, at 40 and at 80 columns.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import stringWidth from 'string-width';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'review-compare-'));
const widths = [40, 80];

const inputs = [
  ['review', 'reviews/ballerina.md'],
  ['inlines', 'tests/fixtures/blocks/inlines.md'],
  ['lists', 'tests/fixtures/blocks/lists.md'],
  ['tables', 'tests/fixtures/blocks/tables.md'],
  ['Chinese, Japanese, Korean', 'tests/fixtures/blocks/cjk.md'],
];

const richProgram = `import sys
from rich.console import Console
from rich.markdown import Markdown
Console(width=int(sys.argv[2]), force_terminal=True).print(Markdown(open(sys.argv[1]).read()))`;
const markedTerminalProgram = join(scratch, 'marked-terminal.mjs');
const resolved = (name) => JSON.stringify(import.meta.resolve(name));
writeFileSync(
  markedTerminalProgram,
  `import { readFileSync } from 'node:fs';
import { Marked } from ${resolved('marked')};
import { markedTerminal } from ${resolved('marked-terminal')};
const marked = new Marked(markedTerminal({ width: Number(process.argv[3]), reflowText: true }));
process.stdout.write(marked.parse(readFileSync(process.argv[2], 'utf8')));`,
);

/** Each reader: its name, the command that shows a file in so many columns, and the one that says its version. */
const readers = [
  [
    'review',
    (file, columns) => [
      process.execPath,
      [join(root, 'bin/review.js'), 'show', file, `--width=${columns}`, '--color=always'],
    ],
    [process.execPath, [join(root, 'bin/review.js'), '--version']],
  ],
  [
    'glow',
    (file, columns) => ['glow', ['-s', 'dark', '-w', columns, file]],
    ['glow', ['--version']],
  ],
  ['mdcat', (file, columns) => ['mdcat', ['--columns', columns, file]], ['mdcat', ['--version']]],
  [
    'lowdown',
    (file, columns) => [
      'lowdown',
      ['-tterm', `--term-width=${columns}`, `--term-columns=${columns}`, file],
    ],
    ['dpkg-query', ['--status', 'lowdown']],
  ],
  [
    'pandoc',
    (file, columns) => ['pandoc', ['-f', 'gfm', '-t', 'plain', `--columns=${columns}`, file]],
    ['pandoc', ['--version']],
  ],
  [
    'bat',
    (file, columns) => [
      'batcat',
      ['-p', '-f', '-l', 'md', '--wrap=character', `--terminal-width=${columns}`, file],
    ],
    ['batcat', ['--version']],
  ],
  [
    'rich',
    (file, columns) => ['/usr/bin/python3', ['-c', richProgram, file, columns]],
    [
      '/usr/bin/python3',
      ['-c', "import importlib.metadata as m; import rich; print(m.version('rich'))"],
    ],
  ],
  [
    'marked-terminal',
    (file, columns) => [process.execPath, [markedTerminalProgram, file, columns]],
    [
      process.execPath,
      [
        '-p',
        `require(${JSON.stringify(join(root, 'node_modules/marked-terminal/package.json'))}).version`,
      ],
    ],
  ],
];

const { NO_COLOR: _, NODE_EXTRA_CA_CERTS: __, ...inherited } = process.env;

function run([command, args]) {
  const { status, stdout } = spawnSync(command, args.map(String), {
    cwd: root,
    encoding: 'utf8',
    env: { ...inherited, TERM: 'xterm-256color', FORCE_COLOR: '1', LC_ALL: 'C.UTF-8' },
    input: '',
  });
  return status === 0 ? stdout : null;
}

const esc = String.fromCharCode(27);
const sequence = new RegExp(`${esc}(?:\\[[\\d;:]*m|\\]8;[^${esc}]*(?:${esc}\\\\|\\u0007))`, 'g');
const bare = (text) => text.replace(sequence, '');

/** The words of a text; what is written without spaces counts by the character. */
const words = (text) =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  ) ?? [];

/** The words that a browser would show of the text below the front matter. */
function wordsOf(source) {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/\[\^[^\]]+\]:?/g, '');
  const named = { lt: '<', gt: '>', amp: '&', quot: '"', copy: '©', eacute: 'é' };
  const html = marked.parse(body).replace(/<!--[\s\S]*?-->/g, '');
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));
  return words(text.replace(/&(\w+);/g, (all, name) => named[name] ?? all).normalize('NFC'));
}

function lost(wanted, page) {
  const counts = new Map();
  for (const word of words(page.normalize('NFC'))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  }).length;
}

/** Whether a style or a link is still open at the end of a line. */
function leavesOpen(line) {
  const found = line.match(sequence) ?? [];
  const last = found.filter((one) => one.startsWith(`${esc}[`)).at(-1);
  return last !== undefined && !/^.\[(?:0|[2345]\d|49)?(?:;?0)?m$/u.test(last);
}

const marks = /\*\*\S|\S\*\*|~~\S|^\s*(?:#{1,6} |> )|\]\(|<\/?(?:kbd|br|sub)>/;

function measure(show, file, wanted) {
  const figures = { lost: 0, wide: 0, open: 0, spaces: 0, raw: 0 };
  for (const columns of widths) {
    const page = run(show(file, columns));
    if (page === null) return null;
    const lines = page.split('\n');
    figures.lost += lost(wanted, bare(page));
    figures.wide += lines.filter((line) => stringWidth(bare(line)) > columns).length;
    figures.open += lines.filter(leavesOpen).length;
    figures.spaces += lines.filter((line) => /\s$/.test(bare(line))).length;
    figures.raw += lines.filter((line) => marks.test(bare(line))).length;
  }
  return figures;
}

const columns = ['lost', 'wide', 'open', 'spaces', 'raw'];
const versions = [];
const absent = [];
const tables = inputs.map(([name]) => [`\n## ${name}\n`]);
for (const [reader, show, version] of readers) {
  const says = run(version);
  if (says === null) {
    absent.push(reader);
    continue;
  }
  versions.push(`${reader} ${/\d+(?:\.\d+)+/.exec(says)?.[0] ?? ''}`.trim());
  inputs.forEach(([, file], index) => {
    const figures = measure(show, file, wordsOf(readFileSync(join(root, file), 'utf8')));
    const cells = columns.map((column) => (figures === null ? '–' : figures[column]));
    tables[index].push(`| ${[reader, ...cells].join(' | ')} |`);
  });
}
rmSync(scratch, { recursive: true, force: true });

const head =
  '| reader | words lost or cut | lines too wide | styles left open | lines ending in blanks | lines with raw marks |\n|---|--:|--:|--:|--:|--:|';
const page = `# In the terminal, side by side

The same five texts, each shown at 40 and at 80 columns; the figures are sums over both, counted in the output by
\`node bench/compare-terminal.js\`, which wrote this page. Nothing but what was counted is said here.

- **words lost or cut**: of the words that a browser would show, those that are not found whole
- **lines too wide**: wider than the columns asked for, in terminal cells
- **styles left open**: lines at whose end a style is still on
- **lines ending in blanks**: which are copied with the text
- **lines with raw marks**: \`**\`, \`~~\`, \`](\`, \`#\`, \`>\` or a tag of Markdown's left in the text

Compared: ${versions.join(', ')}.${absent.length > 0 ? ` Not installed where this was measured: ${absent.join(', ')}.` : ''}
pandoc writes plain text without colours here, and bat shows the source with colours, so raw marks are what it is for.
${tables.map(([title, ...rows]) => [title, head, ...rows].join('\n')).join('\n')}
`;
writeFileSync(join(root, 'docs/comparison.md'), page);
console.log(page);
