import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ran, review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const esc = '\u001B]52;c;aGk=\u0007';
const forged = 'x\n::warning::forged\n';
const hostile = `${esc}\u009B31m${forged}\u202E`;

const text = (item: string): string =>
  `---\nitem: ${item}\nkind: film\nrating: 4/5\n---\n\nText.\n`;

/** JSON as `export --json` writes it, with the hostile text wherever a string can stand. */
const exported = JSON.stringify({
  schemaVersion: 1,
  id: hostile,
  title: hostile,
  item: { name: hostile, creators: [{ role: hostile, name: hostile }], ids: {}, details: {} },
  author: [{ name: hostile }],
  rating: { value: 4, best: 5, worst: 0, normalized: 0.8, source: hostile },
  scores: [],
  pros: [hostile],
  cons: [],
  experienced: [],
  tags: [hostile],
  sections: [
    {
      id: hostile,
      number: hostile,
      level: 2,
      title: hostile,
      role: null,
      body: hostile,
      range: {
        start: { line: 1, column: 1, offset: 0 },
        end: { line: 1, column: 1, offset: 0 },
      },
      sections: [],
    },
  ],
  extra: { [hostile]: hostile },
});

function hostileLibrary(): string {
  const quoted = JSON.stringify(hostile);
  return folderOf({
    'review.config.yaml': `default: ${quoted}\nkinds:\n  ${JSON.stringify(`k${hostile}`)}: film\nroles:\n  ${quoted}: [${quoted}]\n`,
    'reviews/json.json': exported,
    [`reviews/a${hostile}.md`]: text('Plain'),
    [`reviews/b${hostile}.yaml`]: 'rating: [\n',
    'reviews/plain.md': text(quoted),
  });
}

/** What may stand in neither stream: controls but line ends and tabs, and a line that somebody forged. */
function problems({ stdout, stderr }: Ran): string[] {
  return [stdout, stderr].flatMap((stream) => [
    ...[...stream].filter(
      (one) => /[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.test(one) && !/[\n\t]/.test(one),
    ),
    ...stream.split('\n').filter((line) => line.startsWith('::warning::forged')),
  ]);
}

describe('names and texts that steer a terminal or forge a line', () => {
  const lines: readonly (readonly string[])[] = [
    [],
    ['list'],
    ['list', '--json'],
    ['list', hostile],
    ['list', `kind:${hostile}`],
    ['list', '--sort', hostile],
    ['stats'],
    ['search', 'text'],
    ['search', 'forged'],
    ['search', hostile],
    ['show', hostile],
    ['show', 'plain'],
    ['show', 'json'],
    ['show', 'json', '--toc'],
    ['show', 'json', '--plain'],
    ['toc', 'json'],
    ['toc', 'json', '--plain'],
    ['toc', 'json', '--json'],
    ['section', hostile, 'json'],
    ['section', 'no such', 'json'],
    ['section', 'forged', 'json', '--json'],
    ['check'],
    ['check', '--format', 'github'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['fmt', '--check'],
    ['export', 'json', '--json'],
    ['export', 'json', '--text'],
    ['export', '--all', '--jsonl'],
    ['export', 'plain', '-o', `no/${hostile}/x`],
    ['export', `--${hostile}`],
    [hostile],
    ['help', hostile],
    ['new', hostile, hostile],
    ['new', 'film', hostile, '-o', 'new/'],
    ['--library', hostile, 'list'],
    ['--theme', hostile, 'list'],
    ['--width', hostile, 'list'],
  ];

  test.each(lines.map((line) => [JSON.stringify(line).slice(0, 60), line] as const))(
    '%s',
    async (_, line) => {
      const ran = await review(line, { cwd: hostileLibrary() });
      expect(problems(ran)).toEqual([]);
    },
  );

  test('documents go to a pipe as they are, and to a terminal made visible', async () => {
    const folder = hostileLibrary();
    const source = `---\nitem: Heat\nkind: film\n---\n\nA bell\u0007 rings.\n`;
    const line = ['fmt', '-'];
    const piped = await review(line, { stdin: source });
    expect(piped.stdout).toBe(source);
    const shown = await review(line, { stdin: source, screen: { columns: 80, rows: 24 } });
    expect(shown.stdout).toBe(source.replace('\u0007', '␇'));
    const css = join(folder, 'style.css');
    writeFileSync(css, 'p::before { content: "\u001B[31m" }');
    const page = ['export', 'plain', '--html', '--css', css];
    const printed = await review(page, { cwd: folder, screen: { columns: 80, rows: 24 } });
    expect(printed.stdout).not.toContain('\u001B');
    expect(printed.stdout).toContain('␛[31m');
  });
});

describe('links within a library', () => {
  function linked(): string {
    const folder = folderOf({
      'reviews/.git/config': '# token\n\nsecret',
      'reviews/README.md': '# Read me\n\nsecret',
      'reviews/one.md': `${text('One')}\n![p](p.png)\n`,
    });
    for (const [link, target] of [
      ['b.md', '.git/config'],
      ['c.md', 'README.md'],
      ['p.png', '.git/config'],
      ['two.md', 'one.md'],
    ] as const)
      symlinkSync(target, join(folder, 'reviews', link));
    return folder;
  }

  test('lead to what is a review by its own name, or nowhere', async () => {
    const folder = linked();
    const { stdout } = await review(['list', '--json', '--fields', 'id'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual([{ id: 'one' }, { id: 'two' }]);
    for (const name of ['b', 'c']) {
      const ran = await review(['show', name], { cwd: folder });
      expect({ ...ran, stderr: '' }).toEqual({ status: 1, stdout: '', stderr: '' });
    }
  });

  test('a picture that leads to a hidden file is not published', async () => {
    const folder = linked();
    const site = join(folder, 'site');
    const ran = await review(['export', '--all', '--html', '-o', `${site}/`], { cwd: folder });
    expect(ran.stderr).toContain('p.png');
    expect(existsSync(join(site, 'p.png'))).toBe(false);
  });
});

describe('a limit that leaves something out says so', () => {
  test('folders more than 32 deep', async () => {
    const folder = folderOf({});
    const deep = join(folder, 'reviews', ...Array.from({ length: 34 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'deep.md'), text('Deep'));
    writeFileSync(join(folder, 'reviews/top.md'), text('Top'));
    const ran = await review(['list', '--json', '--fields', 'id'], { cwd: folder });
    expect(JSON.parse(ran.stdout)).toEqual([{ id: 'top' }]);
    expect(ran.stderr).toContain('more than 32 folders deep');
    expect(ran.status).toBe(2);
  });

  test('places beyond --limit', async () => {
    const { stderr } = await review(['search', 'the', '--limit', '2']);
    expect(stderr).toMatch(/^2 of \d+ places; --limit 0 shows all$/m);
    const all = await review(['search', 'the', '--limit', '0']);
    expect(all.stderr).toBe('');
  });

  test('more of a kind than check lists', async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, 'a.md'), text('A') + '\u0007 a\n'.repeat(150));
    const { stdout } = await review(['check', './a.md'], { cwd: folder });
    expect(stdout.split('control-character').length - 1).toBe(100);
    expect(stdout).toContain('number 100; what follows it is not listed');
  });
});

test('a picture from the root of a site is looked up where site makers publish', async () => {
  const folder = folderOf({});
  for (const inner of ['static/img', 'content/img'])
    mkdirSync(join(folder, inner), { recursive: true });
  writeFileSync(join(folder, 'static/img/a.png'), '');
  writeFileSync(join(folder, 'content/img/b.png'), '');
  writeFileSync(
    join(folder, 'content/x.md'),
    `${text('X')}\n![a](/img/a.png) ![b](/img/b.png) ![c](/img/c.png) ![d](img/d.png)\n`,
  );
  const { stdout } = await review(
    ['check', '--json', '--library', join(folder, 'content'), join(folder, 'content/x.md')],
    { cwd: folder },
  );
  const found = (JSON.parse(stdout) as { code: string; severity: string; message: string }[])
    .filter(({ code }) => code === 'image-missing')
    .map(({ severity, message }) => [severity, /`(.*?)`/.exec(message)?.[1]]);
  expect(found).toEqual([
    ['info', '/img/c.png'],
    ['warning', 'img/d.png'],
  ]);
});
