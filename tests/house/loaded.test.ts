import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleCommandLine } from '../../scripts/bundle.js';
import { root } from './sources.ts';

/** What would make a start slow: a part of a module's path, or the name of one of Node's modules. */
const heavy = {
  commander: 'node_modules/commander/',
  yaml: 'node_modules/yaml/',
  lexer: 'node_modules/marked/',
  chalk: 'node_modules/chalk/',
  'marked-terminal': 'node_modules/marked-terminal/',
  highlighter: 'node_modules/cli-highlight/',
  grammars: 'node_modules/highlight.js/',
  emoji: 'node_modules/node-emoji/',
  tables: 'node_modules/cli-table3/',
  entities: 'node_modules/character-entities/',
  readers: 'src/readers/',
  languages: 'src/vocabulary/languages/',
  html: 'src/writers/html/',
  layout: 'src/writers/layout/',
  site: 'src/site/shelf',
  preview: 'src/preview/',
  server: 'node:http',
  network: 'node:net',
  processes: 'node:child_process',
  terminals: 'node:tty',
  streams: 'node:stream',
} as const;

type Heavy = keyof typeof heavy;

const reading: readonly Heavy[] = ['commander', 'lexer', 'readers'];

describe('what a command loads', () => {
  let modules: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    const bundle = await bundleCommandLine();
    const stale = [...bundle.chunks].filter(([name, code]) => readChunk(name) !== code);
    if (stale.length > 0) throw new Error('dist is not what src says: npm run build');
    modules = bundle.modules;
  }, 60_000);

  function loadedBy(args: readonly string[]): readonly string[] {
    const hook = join(root, 'tests/house/record-chunks.cjs');
    const command = ['--require', hook, join(root, 'bin/review.js'), ...args];
    const env = { PATH: process.env.PATH, REVIEW_CACHE: 'off' };
    const { status, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const names = /LOADED (.*)/.exec(stderr)?.[1]?.split(' ') ?? [];
    return names.flatMap((name) => modules.get(name) ?? [name]);
  }

  const expected: readonly (readonly [line: string, loads: readonly Heavy[]])[] = [
    ['--version', []],
    ['--help', reading],
    ['section verdict --text', [...reading, 'layout']],
    ['section verdict --json', reading],
    ['show ballerina', [...reading, 'layout']],
    ['show ballerina --color=always', [...reading, 'layout', 'chalk', 'marked-terminal']],
    ['show ballerina --json', reading],
    ['toc ballerina', reading],
    ['export ballerina --html', [...reading, 'html']],
    ['check ballerina', reading],
    ['list', reading],
    ['search flamethrower', reading],
    ['stats --color=always', [...reading, 'layout', 'chalk', 'marked-terminal']],
    ['schema', ['commander']],
    ['search flamethrower --json', reading],
  ];

  it.each(expected)('review %s', (line, loads) => {
    const loaded = loadedBy(line.split(' '));
    expect(loaded).toContain('src/cli/main.ts');
    const found = (Object.keys(heavy) as Heavy[]).filter((name) =>
      loaded.some((module) => module === heavy[name] || module.startsWith(heavy[name])),
    );
    expect(found.toSorted()).toEqual([...loads].toSorted());
  });

  it('knows every name in the table', () => {
    const all = [...modules.values()].flat();
    const ours = Object.values(heavy).filter((path) => !path.startsWith('node:'));
    const never = ours.filter((path) => !all.some((module) => module.startsWith(path)));
    // Replaced by nothing in the bundle; were they in it, a command could load them.
    expect(never).toEqual([heavy.emoji, heavy.tables]);
  });
});

function readChunk(name: string): string | null {
  const folder = join(root, 'dist/cli');
  return readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : null;
}
