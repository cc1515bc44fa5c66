import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCodeCache } from '../../src/launch/code-cache.ts';
import { createLoader } from '../../src/launch/loader.ts';
import { folderOf } from '../library/folder.ts';

const wrap = (code: string) => `(function(exports,require,module,__filename,__dirname){${code}})`;

const chunks = {
  'main.cjs': wrap(
    'const b = require("./b.cjs"); exports.both = [b.name, require("./b.cjs") === b]; exports.folder = __dirname; exports.file = __filename; exports.sep = require("node:path").sep;',
  ),
  'b.cjs': wrap('module.exports = { name: "b", again: require("./main.cjs") };'),
  'bad.cjs': wrap('throw new Error("no")'),
};

test('chunks are CommonJS modules: once each, cycles allowed, Node’s own modules behind them', () => {
  const folder = folderOf(chunks);
  const load = createLoader(folder, null);
  expect(load('./main.cjs')).toEqual({
    both: ['b', true],
    folder,
    file: join(folder, 'main.cjs'),
    sep: '/',
  });
  expect(load('./main.cjs')).toBe(load('./main.cjs'));
  expect(() => load('./bad.cjs')).toThrow('no');
  expect(() => load('./missing.cjs')).toThrow('ENOENT');
});

test('groups of chunks in one file are functions by name, each called once, when one of its chunks is needed', () => {
  const main = wrap('exports.b = require("./b.cjs"); exports.c = () => require("./c.cjs");');
  const group = wrap(
    'exports["b.cjs"] = { name: "b", main: require("./main.cjs") }; exports["d.cjs"] = { name: "d" };',
  );
  const folder = folderOf({
    'main.cjs': main,
    'core.cjs': `({one:${group},two:${wrap('throw new Error("no")')}})`,
  });
  const load = createLoader(folder, null, {
    file: 'core.cjs',
    groupOf: { 'b.cjs': 'one', 'd.cjs': 'one', 'c.cjs': 'two' },
  });
  const loaded = load('./main.cjs') as { b: unknown; c: () => unknown };
  expect(loaded.b).toEqual({ name: 'b', main: loaded });
  expect(load('./b.cjs')).toBe(loaded.b);
  expect(load('./d.cjs')).toEqual({ name: 'd' });
  expect(loaded.c).toThrow('no');
});

test('compiled code is kept at the end of the run, and used in the next', () => {
  const folder = folderOf(chunks);
  const env = { XDG_CACHE_HOME: folderOf({}) };
  const open = () => openCodeCache({ env, flags: [], build: 'x', command: 'show' });
  const run = (): { used: number; kept: number } => {
    const cache = open();
    let used = 0;
    let kept = 0;
    const before = process.listeners('exit');
    const load = createLoader(folder, {
      read: (name, source) => {
        const data = cache?.read(name, source);
        if (data !== undefined) used++;
        return data;
      },
      write: (compiled) => {
        kept += compiled.length;
        cache?.write(compiled);
      },
    });
    expect((load('./main.cjs') as { both: unknown }).both).toEqual(['b', true]);
    for (const listener of process.listeners('exit').filter((one) => !before.includes(one))) {
      process.off('exit', listener);
      listener.call(process, 0);
    }
    return { used, kept };
  };
  expect(run()).toEqual({ used: 0, kept: 2 });
  expect(run()).toEqual({ used: 2, kept: 0 });
});
