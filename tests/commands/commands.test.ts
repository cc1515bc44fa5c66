import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { withoutRanges } from '../readers/samples.ts';

const film = (title: string, rest = '') =>
  `---\nfilm: ${title}\nrating: 4/5\n---\n${rest || 'Words.\n'}`;

describe('the three lines', () => {
  test.each([
    ['the checkout', root],
    ['an empty folder', '/'],
  ])('work in %s', async (_, cwd) => {
    const shown = await review('show ballerina', { cwd });
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    expect(shown.stdout).toMatch(/Ballerina[\s\S]*Weaknesses[\s\S]*Final verdict/);
    const jumped = await review('section weaknesses', { cwd });
    expect(jumped).toMatchObject({ status: 0, stderr: '' });
    expect(shown.stdout).toContain(jumped.stdout.trim().split('\n').at(-1));
    const page = await review('export --html', { cwd });
    expect(page).toMatchObject({ status: 0, stderr: '' });
    expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*application\/ld\+json[\s\S]*<\/html>\n$/i);
  });
});

describe('section', () => {
  test.each(['cons', 'the-bad', 'Weaknesses', '6'])('%s is weaknesses', async (name) => {
    const wanted = await review('section weaknesses');
    expect(await review(['section', name])).toEqual(wanted);
  });

  test('a small typo is understood, and said on stderr', async () => {
    const { stdout } = await review('section weaknesses');
    expect(await review('section weakneses')).toEqual({
      status: 0,
      stdout,
      stderr: "review: no section 'weakneses'; showing 'Weaknesses'\n",
    });
  });

  test('a missing one exits 1 with empty stdout and the candidates on stderr', async () => {
    const ran = await review('section gameplay');
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/no section 'gameplay'[\s\S]*weaknesses[\s\S]*final-verdict/);
  });

  test('every number and id that toc prints works', async () => {
    const { sections } = JSON.parse((await review('toc --json')).stdout) as {
      sections: { number: string; id: string }[];
    };
    expect(sections.length).toBe(9);
    for (const { number, id } of sections) {
      const byNumber = await review(['section', number]);
      expect(byNumber).toMatchObject({ status: 0, stderr: '' });
      expect(await review(['section', id])).toEqual(byNumber);
    }
    const printed = (await review('toc')).stdout
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('also: '))
      .map((line) => line.split(' ')[0]);
    expect(printed).toEqual(sections.map(({ number }) => number));
  });

  test('without a name it prints the outline', async () => {
    expect((await review('section')).stdout).toBe((await review('toc')).stdout);
  });

  test('name and review in one, or one after the other', async () => {
    const wanted = await review('section final-verdict');
    expect(await review('section ballerina#verdict')).toEqual(wanted);
    expect(await review('section verdict ballerina')).toEqual(wanted);
  });

  test('--text is the body and nothing else', async () => {
    const { stdout } = await review('section verdict --text --width 0');
    expect(stdout).not.toMatch(/Final verdict|★/);
    expect(stdout.length).toBeGreaterThan(100);
  });

  test('--json is an array of sections', async () => {
    const sections = JSON.parse((await review('section weaknesses --json')).stdout) as {
      id: string;
      role: string;
    }[];
    expect(sections).toMatchObject([{ id: 'weaknesses', role: 'weaknesses' }]);
  });

  test('a reference link and a footnote defined elsewhere work in a section alone', async () => {
    const text = film(
      'X',
      '## One\n\nSee [it][ref] and that[^n].\n\n## Two\n\n[ref]: https://example.org/\n[^n]: The note.\n',
    );
    const { stdout } = await review(['section', 'one', '-'], { stdin: text });
    expect(stdout).toContain('https://example.org/');
    expect(stdout).toContain('The note.');
  });
});

describe('show', () => {
  test('several, with a divider; one missing does not stop the others', async () => {
    const ran = await review(['show', 'ballerina', 'nothing-like-it', 'frankenstein']);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("no review 'nothing-like-it'");
    expect(ran.stdout).toMatch(/Ballerina[\s\S]*\n─+\n[\s\S]*Frankenstein/);
  });

  test('--section may be repeated, --toc comes first', async () => {
    const { stdout } = await review('show ballerina --toc --section action --section weaknesses');
    expect(stdout).toMatch(/^0 {2,}Introduction/);
    expect(stdout.indexOf('The action')).toBeLessThan(stdout.lastIndexOf('Weaknesses'));
  });

  test('spoilers are hidden until they are asked for', async () => {
    const stdin = film('X', 'Before. ||He dies.|| After.\n');
    expect((await review('show -', { stdin })).stdout).not.toContain('He dies');
    expect((await review('show - --spoilers', { stdin })).stdout).toContain('He dies');
  });

  test('an unknown name suggests the nearest, an ambiguous one lists its candidates', async () => {
    const unknown = await review('show balerina');
    expect(unknown).toMatchObject({ status: 1, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean: ballerina?');
    const cwd = folderOf({ 'reviews/heat-1.md': film('Heat'), 'reviews/heat-2.md': film('Heat') });
    const several = await review('show hea', { cwd });
    expect(several).toMatchObject({ status: 1, stdout: '' });
    expect(several.stderr).toMatch(/names at the left:\n {2}heat-1 {2}film\n {2}heat-2 {2}film\n$/);
  });

  test('a path anywhere, a # in the name of a file', async () => {
    const folder = folderOf({ 'c#.md': film('Sharp') });
    expect((await review(['show', join(folder, 'c#.md')])).stdout).toContain('Sharp');
    expect(await review(['show', './nothing.md'], { cwd: folder })).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('without a name: --review, REVIEW, the only one, a question, else the list and 2', async () => {
    const one = folderOf({ 'reviews/a.md': film('Alien') });
    const two = folderOf({ 'reviews/a.md': film('Alien'), 'reviews/b.md': film('Brazil') });
    expect((await review('show', { cwd: one })).stdout).toContain('Alien');
    expect((await review('show --review b', { cwd: two })).stdout).toContain('Brazil');
    expect((await review('show', { cwd: two, env: { REVIEW: 'b' } })).stdout).toContain('Brazil');
    expect((await review('show', { cwd: two, answer: '2' })).stdout).toContain('Brazil');
    expect((await review('show', { cwd: two, answer: 'alien' })).stdout).toContain('Alien');
    expect((await review('show', { cwd: two, answer: 'zzz' })).status).toBe(1);
    expect((await review('show', { cwd: two, answer: '' })).status).toBe(1);
    const none = await review('show', { cwd: two });
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toMatch(/ {2}a\n {2}b\n$/);
  });

  test('a wrong file shows what it has, and its diagnostics have line and column', async () => {
    const ran = await review('show -', { stdin: '---\nfilm: Heat\nrating: 0xF\n---\nWords.\n' });
    expect(ran.stdout).toContain('Heat');
    expect(ran.stderr).toMatch(/^<stdin>:3:9: error: .*0xF.* \[rating-unreadable\]\n {2}\S/);
  });
});

describe('export', () => {
  const samples = (JSON.parse as (text: string) => { id: string }[])(
    readFileSync(join(root, 'tests/commands/samples.json'), 'utf8'),
  ).map(({ id }) => id);

  test.each(samples)('%s as JSON reads back to the same bytes', async (id) => {
    const { stdout, stderr } = await review(['export', id, '--json']);
    expect(stderr).toBe('');
    expect((await review('export - --json', { stdin: stdout })).stdout).toBe(stdout);
  });

  test.each(samples)('%s keeps every body from Markdown to JSON to Markdown', async (id) => {
    const markdown = (await review(['export', id, '--markdown'])).stdout;
    const json = (await review('export - --json', { stdin: markdown })).stdout;
    const again = (await review('export - --markdown', { stdin: json })).stdout;
    // The keys were the author's own; JSON has none of their spelling.
    expect(again.slice(again.indexOf('\n\n'))).toBe(markdown.slice(markdown.indexOf('\n\n')));
    const read = JSON.parse((await review('export - --json', { stdin: again })).stdout) as unknown;
    expect(withoutRanges(read)).toEqual(withoutRanges(JSON.parse(json)));
  });

  test.each(samples)('%s shows the same as Markdown and as YAML', async (id) => {
    const shown = (await review(['show', id])).stdout;
    const markdown = (await review(['export', id, '--markdown'])).stdout;
    const yaml = (await review(['export', id, '--yaml'])).stdout;
    expect((await review('show -', { stdin: markdown })).stdout).toBe(shown);
    expect((await review('show -', { stdin: yaml })).stdout).toBe(shown);
  });

  test.each(samples)('%s as text has no escape byte, and no line over 72 columns', async (id) => {
    const { stdout } = await review(['export', id, '--text']);
    expect(stdout).not.toContain('\u001B');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  test('every review into a folder; a broken one is named and the others are written', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien'),
      'reviews/sub/b.md': film('Brazil'),
      'reviews/broken.yaml': 'title: [unclosed\n',
    });
    const ran = await review('export --all --text -o site', { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('broken.yaml:');
    expect(readdirSync(join(cwd, 'site'), { recursive: true }).sort()).toEqual([
      'a.txt',
      'sub',
      'sub/b.txt',
    ]);
  });

  test('a source is never overwritten, a failed write keeps the old file', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien') });
    const ran = await review('export a --markdown -o reviews/a.md', { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('is not overwritten');
    expect(readFileSync(join(cwd, 'reviews/a.md'), 'utf8')).toBe(film('Alien'));
    expect(await review('export a --html -o /proc/nothing/x.html', { cwd })).toMatchObject({
      status: 2,
      stdout: '',
    });
  });

  test('-o says the format as well, and a folder takes the review’s name', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien'), 'out/x': '' });
    expect(await review('export a -o page.json', { cwd })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(JSON.parse(readFileSync(join(cwd, 'page.json'), 'utf8'))).toMatchObject({
      item: { name: 'Alien' },
    });
    await review('export a --text -o out', { cwd });
    expect(existsSync(join(cwd, 'out/a.txt'))).toBe(true);
    await review(['export', '-', '--text', '-o', 'new/'], { cwd, stdin: film('Brazil') });
    expect(existsSync(join(cwd, 'new/review.txt'))).toBe(true);
  });

  test('several are an array in JSON, one of them still with --all', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien') });
    expect(JSON.parse((await review('export --all --json', { cwd })).stdout)).toHaveLength(1);
    expect(JSON.parse((await review('export ballerina frankenstein --json')).stdout)).toHaveLength(
      2,
    );
  });

  test.each([
    ['export', 'say which format'],
    ['export --html --json', 'one format at a time'],
    ['export --all ballerina --json', 'either names or --all'],
    ['export --all --html', 'name a folder with -o'],
    ['export ballerina frankenstein --html -o x.html', 'one file'],
    ['export --to docx', 'Allowed choices'],
  ])('%s is wrong usage', async (line, text) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(text);
  });
});

describe('list', () => {
  test('a table that fits, and JSON without bodies', async () => {
    for (const width of [30, 40, 80, 120]) {
      const { stdout, status } = await review(`list --width ${width}`);
      expect(status).toBe(0);
      expect(stdout).toContain(width < 40 ? 'Ballerina' : 'ballerina');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
    const entries = JSON.parse((await review('list --json')).stdout) as Record<string, unknown>[];
    expect(entries.length).toBeGreaterThanOrEqual(6);
    for (const entry of entries)
      expect(Object.keys(entry).filter((key) => !['title', 'published'].includes(key))).toEqual([
        'id',
        'item',
        'author',
        'rating',
        'tags',
        'words',
        'file',
      ]);
  });

  test('sorts and filters', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien'),
      'reviews/b.md': film('Brazil').replace('4/5', '5/5'),
    });
    const ids = async (line: string) =>
      (JSON.parse((await review(line, { cwd })).stdout) as { id: string }[]).map(({ id }) => id);
    expect(await ids('list --json')).toEqual(['a', 'b']);
    expect(await ids('list --json --sort rating')).toEqual(['b', 'a']);
    expect(await ids('list --json --sort -title')).toEqual(['b', 'a']);
    expect(await ids('list alien --json')).toEqual(['a']);
    expect(await review('list zzz', { cwd })).toEqual({
      status: 1,
      stdout: '',
      stderr: "review: no review matches 'zzz'\n",
    });
    expect((await review('list --sort colour', { cwd })).status).toBe(2);
  });

  test('a library that is not there is an error', async () => {
    const ran = await review('list --library /no/such');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('/no/such: no such file or folder');
  });
});

describe('check', () => {
  test('the samples are clean', async () => {
    const ran = await review('check');
    expect(ran.stdout).toBe('');
    expect(ran).toMatchObject({ status: 0 });
  });

  test('errors exit 1 and stand on stdout, also as JSON', async () => {
    const cwd = folderOf({ 'reviews/a.md': '---\nfilm: Heat\nrating: 0xF\n---\n## Empty\n' });
    const ran = await review('check', { cwd });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/a\.md:3:9: error: [\s\S]*a\.md:5:1: warning: /);
    expect(ran.stderr).toBe('1 file: 1 error, 1 warning, 3 notes\n');
    const found = JSON.parse((await review('check a --json', { cwd })).stdout) as {
      code: string;
    }[];
    expect(found.map(({ code }) => code)).toEqual([
      'rating-missing',
      'author-missing',
      'date-missing',
      'rating-unreadable',
      'section-empty',
    ]);
  });
});

describe('help', () => {
  test('review alone says what it found and what to try', async () => {
    const ran = await review('');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    for (const line of [
      'review show ballerina',
      'review section weaknesses',
      'review export --html',
    ])
      expect(ran.stdout).toContain(line);
    expect((await review('', { cwd: '/' })).stdout).toContain(
      'the samples that come with the program',
    );
  });

  test('--help, help, --version', async () => {
    const help = await review('--help');
    expect(help.status).toBe(0);
    for (const { name } of commands) expect(help.stdout).toContain(`\n  ${name} `);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    for (const line of ['--version', '-V', '--quiet --version'])
      expect(await review(line)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    ['bogus', "no command 'bogus'"],
    ['sohw', "Did you mean 'review show'?"],
    ['show --bogus', "unknown option '--bogus'"],
    ['show --width 3', 'at least 20'],
    ['show --color=sometimes', 'Allowed choices'],
    ['toc a b', 'too many arguments'],
    ['--library', 'argument missing'],
  ])('%s is wrong usage', async (line, text) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(text);
  });

  test('what was typed cannot reach the terminal', async () => {
    for (const line of [
      ['\u001B[31mx'],
      ['show', '--\u001B]0;x'],
      ['show', '\u001B[2J'],
      ['section', '\u001B[2J'],
    ]) {
      expect((await review(line)).stderr).not.toContain('\u001B');
    }
  });
});

describe('colour', () => {
  test('none in a pipe, some when it is forced, none with NO_COLOR', async () => {
    expect((await review('show ballerina')).stdout).not.toContain('\u001B');
    expect((await review('show ballerina --color=always')).stdout).toContain('\u001B[');
    expect((await review('--color=always show ballerina')).stdout).toContain('\u001B[');
    expect(
      (await review('show ballerina', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout,
    ).not.toContain('\u001B');
    const screen = { columns: 80, rows: 10_000 };
    expect((await review('show ballerina', { screen, env: { TERM: 'xterm' } })).stdout).toContain(
      '\u001B[',
    );
    expect(
      (await review('show ballerina --no-color', { screen, env: { TERM: 'xterm' } })).stdout,
    ).not.toContain('\u001B');
  });

  test('a page longer than the screen goes through the pager', async () => {
    const folder = folderOf({});
    const env = {
      TERM: 'xterm',
      REVIEW_PAGER: `cat > ${folder}/paged`,
      PATH: process.env.PATH ?? '',
    };
    const ran = await review('show ballerina', { screen: { columns: 80, rows: 20 }, env });
    expect(ran.stdout).toBe('');
    expect(readFileSync(join(folder, 'paged'), 'utf8')).toContain('Ballerina');
    expect(
      (await review('show ballerina --no-pager', { screen: { columns: 80, rows: 20 }, env }))
        .stdout,
    ).toContain('Ballerina');
  });
});
