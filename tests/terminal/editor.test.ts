import { describe, expect, test } from 'vitest';
import {
  editorArguments,
  editorCommand,
  runEditor,
  splitWords,
} from '../../src/terminal/editor.ts';

test.each<[env: Record<string, string>, words: string[] | null]>([
  [{}, null],
  [{ VISUAL: ' ', EDITOR: '' }, null],
  [{ EDITOR: '""' }, null],
  [{ EDITOR: 'nano' }, ['nano']],
  [{ VISUAL: 'code --wait', EDITOR: 'vi' }, ['code', '--wait']],
])('%j is %j', (env, words) => {
  expect(editorCommand(env)).toEqual(words);
});

test.each<[command: string, words: string[]]>([
  ['  vim   -u NONE ', ['vim', '-u', 'NONE']],
  ['"/opt/my editor/bin" -x', ['/opt/my editor/bin', '-x']],
  ["'a b'c d", ['a bc', 'd']],
  ['a\\ b c', ['a b', 'c']],
  ['C:\\tools\\vim.exe', ['C:\\tools\\vim.exe']],
  ['a "b \\" c"', ['a', 'b " c']],
  ['a ""', ['a', '']],
  ['a "b c', ['a', 'b c']],
  ['a $HOME; rm *', ['a', '$HOME;', 'rm', '*']],
])('%j parts into %j', (command, words) => {
  expect(splitWords(command)).toEqual(words);
});

describe('a line is told as the editor wants it', () => {
  test.each<[program: string, ...args: string[]]>([
    ['vi', '+7', '/r/a.md'],
    ['/usr/bin/nvim', '+7', '/r/a.md'],
    ['C:\\vim\\VIM.EXE', '+7', '/r/a.md'],
    ['nano', '+7', '/r/a.md'],
    ['emacs', '+7', '/r/a.md'],
    ['emacsclient', '+7', '/r/a.md'],
    ['code', '-g', '/r/a.md:7'],
    ['codium', '-g', '/r/a.md:7'],
    ['subl', '/r/a.md:7'],
    ['hx', '/r/a.md:7'],
    ['ed', '/r/a.md'],
  ])('%s', (program, ...args) => {
    expect(editorArguments(program, '/r/a.md', 7)).toEqual(args);
    expect(editorArguments(program, '/r/a.md', null)).toEqual(['/r/a.md']);
  });
});

test('how it ended is said in words', async () => {
  const env = { PATH: process.env.PATH };
  expect(await runEditor(['true'], '/x', null, env)).toBeNull();
  expect(await runEditor(['false'], '/x', 1, env)).toBe("the editor 'false' ended with status 1");
  expect(await runEditor(['/no/such'], '/x', 1, env)).toBe(
    "the editor '/no/such' could not be started: no such program",
  );
  expect(await runEditor(['/'], '/x', 1, env)).toMatch(
    /^the editor '\/' could not be started: .*EACCES/,
  );
  expect(await runEditor(['sh', '-c', 'kill -9 $$'], '/x', 1, env)).toBe(
    "the editor 'sh' ended with SIGKILL",
  );
});
