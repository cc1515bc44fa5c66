import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How much of it is read: all, a part (its text but not its keys), or nothing. What is not read is named, with status 2. */
export type Extent = 'all' | 'part' | 'nothing';

/** How the file comes to be: from its text or bytes, or by other means. */
type Content = string | Uint8Array | ((path: string) => void);

/** One file each that once hung, aborted or stopped a run, or might. */
export const hostile: Readonly<
  Record<string, readonly [file: string, content: Content, read: Extent]>
> = {
  'blank CRLF lines': ['bad.md', `---\r\nfilm: Bad\r\n---\r\n${'\r\n'.repeat(4000)}x`, 'all'],
  'blank CRLF lines at the top': ['bad.md', `${'\r\n'.repeat(4000)}x`, 'all'],
  'front matter that stays open': ['bad.md', `---\r\nfilm: Bad\r\n${'\r\n'.repeat(4000)}`, 'part'],
  'front matter of 70 KiB': [
    'bad.md',
    `---\nfilm: Bad\na: ${'b'.repeat(70_000)}\n---\n\nx\n`,
    'part',
  ],
  'nested sequences': [
    'bad.yaml',
    `film: Bad\n${'- '.repeat(1500)}x\nsections: {a: b}\n`,
    'nothing',
  ],
  'nested brackets behind quotes': ['bad.yaml', `film: Bad\na: ${'["]",'.repeat(3000)}`, 'nothing'],
  'nested YAML in front matter': [
    'bad.md',
    `---\nfilm: Bad\na: ${'['.repeat(3000)}\n---\n\nx\n`,
    'part',
  ],
  'nested JSON': ['bad.json', `{"film":"Bad","a":${'['.repeat(30_000)}`, 'nothing'],
  'JSON that breaks off': ['bad.json', '{"film":"Bad","rating":"4/5",', 'nothing'],
  'JSON of another shape': ['bad.json', '{"schemaVersion":1,"title":"Bad","rating":4}', 'part'],
  'nested JSON before a text': ['bad.md', `{"film":"Bad","a":${'['.repeat(3000)}}\n\nx\n`, 'part'],
  'a line of JSON that breaks off': [
    'bad.jsonl',
    '{"film":"Bad","rating":"4/5"}\n{"film":\n',
    'part',
  ],
  'nested TOML': ['bad.md', `+++\nfilm = "Bad"\na = ${'['.repeat(3000)}\n+++\n\nx\n`, 'part'],
  'TOML that breaks off': ['bad.toml', 'film = "Bad"\nrating = "4/5"\na = [', 'nothing'],
  'a quote that stays open in CSV': [
    'bad.csv',
    'title,rating,author\n"Bad,4/5,x\nWorse,1/5,y\n',
    'nothing',
  ],
  'nested quotes': ['bad.md', `---\nfilm: Bad\n---\n\n${'>'.repeat(25_000)} x\n`, 'all'],
  'nested lists': ['bad.md', `---\nfilm: Bad\n---\n\n${'- '.repeat(10_000)} x\n`, 'all'],
  'nested spoilers': ['bad.md', `---\nfilm: Bad\n---\n\n${':::spoiler\n'.repeat(4000)}x\n`, 'all'],
  'nested details': ['bad.md', `---\nfilm: Bad\n---\n\n${'<details>\n'.repeat(4000)}x\n`, 'all'],
  'emphasis without end': ['bad.md', `---\nfilm: Bad\n---\n\n${'*a **a '.repeat(2000)}x\n`, 'all'],
  'blanks in a value': ['bad.yaml', `film: Bad\nsummary: a: b${' '.repeat(64_000)}d\n`, 'all'],
  'lines of colons': ['bad.md', `---\nfilm: Bad\n---\n\n${':::\n'.repeat(8000)}`, 'all'],
  'aliases that multiply': ['bad.yaml', `film: Bad\n${bomb()}`, 'part'],
  'five thousand sections': [
    'bad.md',
    `---\nfilm: Bad\n---\n\n${'## x\n\ny\n\n'.repeat(5000)}`,
    'all',
  ],
  'zero bytes': ['bad.md', `---\nfilm: Bad\n---\n\n${'\0'.repeat(10_000)}`, 'all'],
  'a line of a mebibyte': ['bad.txt', `Bad\n\n${'x'.repeat(1024 * 1024)}`, 'all'],
  'bytes that are no UTF-8': ['bad.md', bytes('---\nfilm: Bad\n---\n\n', 0xff, 20_000), 'all'],
  'half a character of UTF-16': ['bad.md', bytes('\u00ff\u00fe-', 0x00, 2001, 'latin1'), 'all'],
  'bytes of anything': ['bad.json', bytes('{"film":', 0x9b, 5000), 'nothing'],
  'more than 16 MiB': [
    'bad.md',
    bytes('---\nfilm: Bad\n---\n\n', 0x61, 17 * 1024 * 1024),
    'nothing',
  ],
  'more than a thousand names of values': ['bad.yaml', `film: Bad\n${anchors(16_000)}`, 'nothing'],
  'more aliases than are read': ['bad.yaml', `film: Bad\na: &a x\n${aliases(1000)}`, 'part'],
  'a cycle of aliases': ['bad.yaml', 'film: Bad\na: &a [*a, *a]\n<<: *a\n', 'all'],
  'keys that objects have': [
    'bad.yaml',
    'film: Bad\n__proto__: {a: 1}\nconstructor: x\ntoString: [1]\n',
    'all',
  ],
  'a mebibyte of YAML': ['bad.yaml', `film: Bad\n${'a: b\n'.repeat(300_000)}`, 'nothing'],
  'dotted keys of TOML': ['bad.toml', `film = "Bad"\n${'a.'.repeat(30_000)}a = 1\n`, 'nothing'],
  'nested items and quotes': [
    'bad.md',
    `---\nfilm: Bad\n---\n\n${'> - '.repeat(10_000)}x\n`,
    'all',
  ],
  'nested spoiler marks': ['bad.txt', `Bad\n\n${'[spoiler]'.repeat(10_000)}x\n`, 'all'],
  'brackets without end': ['bad.md', `---\nfilm: Bad\n---\n\n${'!['.repeat(20_000)}\n`, 'all'],
  'comments without end': ['bad.md', `---\nfilm: Bad\n---\n\n${'<!-- '.repeat(20_000)}\n`, 'all'],
  'a table of 5,000 columns': ['bad.md', `---\nfilm: Bad\n---\n\n${table(5000)}`, 'all'],
  'nothing at all': ['bad.json', '', 'nothing'],
  'a link out of the library': ['bad.md', (path) => symlinkSync('/etc/passwd', path), 'nothing'],
  'a link to nothing': ['bad.md', (path) => symlinkSync('/nowhere/at/all', path), 'nothing'],
  'a link to itself': ['bad.md', (path) => symlinkSync('bad.md', path), 'nothing'],
  'a link to a device': ['bad.md', (path) => symlinkSync('/dev/zero', path), 'nothing'],
  'a pipe': ['bad.md', (path) => void execFileSync('mkfifo', [path]), 'nothing'],
  'a file that nobody may read': [
    'bad.md',
    (path) => writeFileSync(path, 'film: Bad\n', { mode: 0 }),
    process.getuid?.() === 0 ? 'all' : 'nothing',
  ],
  'a folder with the name of a review': [
    'bad.md',
    (path) => {
      mkdirSync(path);
      writeFileSync(join(path, 'bad.json'), '{"film":');
    },
    'nothing',
  ],
};

/** A text, and one byte over and over behind it. */
function bytes(text: string, byte: number, times: number, encoding: BufferEncoding = 'utf8') {
  return Buffer.concat([Buffer.from(text, encoding), Buffer.alloc(times, byte)]);
}

function anchors(many: number): string {
  return Array.from({ length: many }, (_, index) => `a${index}: &a${index} x\n`).join('');
}

function aliases(many: number): string {
  return Array.from({ length: many }, (_, index) => `b${index}: *a\n`).join('');
}

function table(columns: number): string {
  return ['a', '-', 'b'].map((cell) => `|${`${cell}|`.repeat(columns)}\n`).join('');
}

/** What stands in the table, on the disk. */
export function place(path: string, content: Content): void {
  if (typeof content === 'function') content(path);
  else writeFileSync(path, content);
}

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const refs = level === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ');
    return `k${level}: &a${level} [${refs}]`;
  });
  return `${levels.join('\n')}\n`;
}
