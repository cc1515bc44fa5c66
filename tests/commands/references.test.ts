import { mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const film = (title: string) =>
  `---\nfilm: ${title}\nrating: 4/5\n---\nWords.\n\n## Weaknesses\n\nLong.\n`;

describe('which review', () => {
  test('a name with a section, on every command that takes one', async () => {
    const wanted = await review('section weaknesses ballerina');
    expect(await review('section ballerina#weaknesses')).toEqual(wanted);
    const shown = await review('show ballerina#weaknesses');
    expect(shown.stdout).toContain(wanted.stdout.trim().split('\n').at(-1));
    expect((await review('toc ballerina#weaknesses --width 0')).stdout).toMatch(
      /^\d+ +Weaknesses +\d+ words · 1 min\n$/,
    );
    expect(await review('toc ballerina#nothing')).toMatchObject({ status: 1, stdout: '' });
    expect(await review('show ballerina#nothing')).toMatchObject({ status: 1, stdout: '' });
    expect(await review('export ballerina#nothing --json')).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('an exact id or a path with # in it goes before a section', async () => {
    const cwd = folderOf({
      'reviews/a#b.md': film('Hash'),
      'reviews/a.md': film('Plain'),
      'reviews/x/c#1#2.md': film('Two'),
      'reviews/log#1.yaml': '- film: Alien\n  rating: 4/5\n- film: Brazil\n  rating: 3/5\n',
      './d#e.md': film('Here'),
    });
    const titleOf = async (line: string) =>
      (await review(['export', line, '--json', '--fields', 'item.name'], { cwd })).stdout;
    for (const name of ['a#b', './reviews/a#b.md'])
      expect(await titleOf(name), name).toContain('Hash');
    expect(await titleOf('x/c#1#2')).toContain('Two');
    expect(await titleOf('d#e.md')).toContain('Here');
    expect(await titleOf('log#1/brazil')).toContain('Brazil');
    for (const [line, words] of [
      ['a#weaknesses', 'Long.'],
      ['a#b#weaknesses', 'Long.'],
      ['x/c#1#2#weaknesses', 'Long.'],
      ['./d#e.md#weaknesses', 'Long.'],
    ] as const)
      expect((await review(['show', line, '--text'], { cwd })).stdout).toBe(`${words}\n`);
    expect((await review(['toc', 'a#b', '--width', '0'], { cwd })).stdout).toContain(
      'Introduction',
    );
  });

  test('review and section the wrong way round', async () => {
    const cwd = folderOf({
      'reviews/heat.md': film('Heat'),
      'reviews/my tea.md': film('Tea'),
    });
    const ran = await review('section heat weaknesses', { cwd });
    expect(ran).toEqual({
      status: 1,
      stdout: '',
      stderr: `review: no review 'weaknesses' in ${cwd}/reviews\nDid you mean: review section weaknesses heat?\n`,
    });
    const spaced = await review(['section', 'my tea', 'the end'], { cwd });
    expect(spaced.stderr).toContain("review section 'the end' 'my tea'?");
    const alone = await review('section heat', { cwd });
    expect(alone.stderr).toMatch(/\n'heat' is a review: review toc heat lists its sections\n$/);
    // Neither is one.
    expect((await review('section x y', { cwd })).stderr).not.toContain('Did you mean');
  });

  test.each([
    'show nothing',
    'section x nothing',
    'toc nothing',
    'export nothing --json',
    'check nothing',
  ])('%s: there is none of that name', async (line) => {
    const ran = await review(line);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^review: no review 'nothing' in .*\n/);
  });

  test('a file with the path as typed in its diagnostics, and the library’s settings when it lies in one', async () => {
    const cwd = folderOf({
      'reviews/films/heat.md': '---\ntitle: Heat\nrating: 0xF\n---\nWords.\n',
      'review.config.yaml': 'kinds:\n  films: film\n',
    });
    const ran = await review('show reviews/films/heat.md', { cwd });
    expect(ran.stderr).toMatch(/^reviews\/films\/heat\.md:3:9: error: /);
    expect(ran.stdout).toMatch(/Heat[\s\S]*Film/);
    const quiet = await review('show reviews/films/heat.md -q', { cwd });
    expect(quiet.stderr).toMatch(/error/);
  });

  test('of two files with one name, the second is a-2, and check says so', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien'), 'reviews/a.yaml': 'film: Brazil\n' });
    const second = await review('show a-2', { cwd });
    expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('Brazil') });
    expect((await review('show ./reviews/a.yaml', { cwd })).stdout).toBe(second.stdout);
    expect((await review('show a', { cwd })).stdout).toContain('Alien');
    for (const name of ['a-2', './reviews/a.yaml']) {
      const { stdout } = await review(['check', name], { cwd });
      expect(stdout.match(/a\.yaml:1:1: warning: .*'a'.*'a-2'\. \[id-shared\]/g)).toHaveLength(1);
    }
    // Of a whole library, what is no error is one line a file.
    expect((await review('check', { cwd })).stdout).toMatch(
      /a\.yaml:1:1: warning: .*'a'.*'a-2'; and 3 more: review check reviews\/a\.yaml \[id-shared\]/,
    );
    expect(await review('export --all --html -o site', { cwd })).toMatchObject({ status: 0 });
    expect(readdirSync(join(cwd, 'site'))).toEqual(expect.arrayContaining(['a.html', 'a-2.html']));
  });

  test('in an empty library there is none to choose', async () => {
    const cwd = folderOf({ 'reviews/x': '' });
    expect(await review('list', { cwd })).toMatchObject({ status: 1, stdout: '' });
    // Named, it is what the person wants; else the samples answer.
    for (const line of ['show', 'toc', 'section weaknesses'])
      expect(await review([...line.split(' '), '--library', cwd])).toMatchObject({
        status: 1,
        stdout: '',
      });
  });

  test('a person is asked: a number, a name, or nothing', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien'), 'reviews/b.md': film('Brazil') });
    const screen = { columns: 80, rows: 24 };
    const asked = (answer: string) => review('toc', { cwd, screen, answer });
    expect((await asked('2')).stderr).toMatch(/1 {2}a\n +2 {2}b\n/);
    expect((await asked(' b ')).status).toBe(0);
    expect(await asked('')).toMatchObject({ status: 1, stdout: '' });
    expect(await asked('zzz')).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('what cannot be read', () => {
  test('a broken configuration is named, and nothing is shown', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A') });
    mkdirSync(join(cwd, 'review.config.yaml.d'));
    symlinkSync('/dev/zero', join(cwd, 'review.config.yaml'));
    const ran = await review('list', { cwd });
    expect(ran.stderr).not.toContain('fault');
    const bad = folderOf({
      'reviews/a.md': film('A'),
      'review.config.yaml': 'default: [\nscale: x\n',
    });
    for (const line of [
      'show a',
      'section weaknesses a',
      'toc a',
      'list',
      'export a --text',
      'check',
      '',
    ]) {
      const { stdout, stderr } = await review(line, { cwd: bad });
      // What is wrong is what `check` is asked for.
      expect(line === 'check' ? stdout : stderr, line).toMatch(
        /review\.config\.yaml:\d+:\d+: error: /,
      );
    }
  });

  test('a file that cannot be read is named, the others are listed', async () => {
    const cwd = folderOf({ 'reviews/a.md': '', 'reviews/b.md': film('B') });
    truncateSync(join(cwd, 'reviews/a.md'), 17 * 1024 * 1024);
    const ran = await review('list --json', { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('a.md: larger than 16 MiB');
    expect(JSON.parse(ran.stdout)).toHaveLength(1);
  });

  test('links in a ring, links out of the library, folders named as reviews', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('A'), 'secret/b.md': film('B') });
    symlinkSync('ring.md', join(cwd, 'reviews/ring.md'));
    symlinkSync('../secret/b.md', join(cwd, 'reviews/out.md'));
    mkdirSync(join(cwd, 'reviews/folder.md'));
    const ran = await review('list --json', { cwd });
    expect((JSON.parse(ran.stdout) as { id: string }[]).map(({ id }) => id)).toEqual(['a']);
    expect(ran.stdout).not.toContain('secret');
    expect((await review('show reviews/folder.md', { cwd })).status).not.toBe(0);
  });
});

test('standard input in any format', async () => {
  for (const stdin of [
    film('Heat'),
    'film: Heat\nrating: 4/5\nsections:\n  weaknesses: Long.\n',
    JSON.stringify({
      film: 'Heat',
      rating: '4/5',
      sections: [{ title: 'Weaknesses', body: 'Long.' }],
    }),
    'Heat\n\nWords in a row, which is a sentence.\n\nWeaknesses\n\nLong, and that is a sentence too.\n',
  ]) {
    const ran = await review('section weaknesses -', { stdin });
    expect(ran, stdin).toMatchObject({ status: 0 });
    expect(ran.stdout).toMatch(/Weaknesses[\s\S]*Long/);
  }
});
