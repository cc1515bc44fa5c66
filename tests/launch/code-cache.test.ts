import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCodeCache } from '../../src/launch/code-cache.ts';
import { folderOf } from '../library/folder.ts';

const chunk = (name: string, source: string, data: string) => ({
  name,
  source: Buffer.from(source),
  data: Buffer.from(data),
});

function cacheIn(home: string, more: Partial<Parameters<typeof openCodeCache>[0]> = {}) {
  const env = { XDG_CACHE_HOME: home };
  return openCodeCache({ env, flags: [], build: 'abc', command: 'show', ...more });
}

const read = (cache: ReturnType<typeof openCodeCache>, name: string, source: string) =>
  cache?.read(name, Buffer.from(source))?.toString();

describe('compiled code', () => {
  test('is given back for the very bytes it was compiled from, and for no others', () => {
    const home = folderOf({});
    cacheIn(home)?.write([chunk('a', 'one', 'code of one'), chunk('b', 'two', 'code of two')]);
    const cache = cacheIn(home);
    expect(read(cache, 'a', 'one')).toBe('code of one');
    expect(read(cache, 'b', 'two')).toBe('code of two');
    // The same length is all that V8 would look at.
    expect(read(cache, 'a', 'eno')).toBeUndefined();
    expect(read(cache, 'c', 'one')).toBeUndefined();
  });

  test('of other chunks stays when some are written', () => {
    const home = folderOf({});
    cacheIn(home)?.write([chunk('a', 'one', '1'), chunk('b', 'two', '2')]);
    cacheIn(home)?.write([chunk('b', 'two', '3')]);
    const cache = cacheIn(home);
    expect([read(cache, 'a', 'one'), read(cache, 'b', 'two')]).toEqual(['1', '3']);
  });

  test('with any byte changed or cut off is not used', () => {
    const home = folderOf({});
    const data = 'x'.repeat(20);
    cacheIn(home)?.write([chunk('a', 'one', data)]);
    const folder = join(home, 'review', readdirSync(join(home, 'review'))[0] as string);
    const path = join(folder, readdirSync(folder)[0] as string);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0x41;
      writeFileSync(path, bytes);
      expect(read(cacheIn(home), 'a', 'one') ?? data, `byte ${at} changed`).toBe(data);
      writeFileSync(path, whole.subarray(0, at));
      expect(read(cacheIn(home), 'a', 'one'), `cut at ${at}`).toBeUndefined();
    }
  });

  test('is kept apart by build, options and command', () => {
    const home = folderOf({});
    cacheIn(home)?.write([chunk('a', 'one', '1')]);
    expect(read(cacheIn(home, { build: 'def' }), 'a', 'one')).toBeUndefined();
    expect(read(cacheIn(home, { flags: ['--no-opt'] }), 'a', 'one')).toBeUndefined();
    expect(read(cacheIn(home, { command: 'list' }), 'a', 'one')).toBeUndefined();
    const env = { XDG_CACHE_HOME: home, NODE_OPTIONS: '--no-opt' };
    expect(read(cacheIn(home, { env }), 'a', 'one')).toBeUndefined();
    // A command's name is a file's name only when it is a word.
    cacheIn(home, { command: '../../x' })?.write([chunk('a', 'one', '1')]);
    expect(existsSync(join(home, 'x.bin'))).toBe(false);
    expect(read(cacheIn(home, { command: '-' }), 'a', 'one')).toBe('1');
  });
});

describe('there is no cache', () => {
  test('when it is turned off, and without a place for it', () => {
    const home = folderOf({});
    expect(cacheIn(home, { env: { XDG_CACHE_HOME: home, REVIEW_CACHE: 'off' } })).toBeNull();
    expect(cacheIn(home, { env: {} })).toBeNull();
    expect(cacheIn(home, { env: { XDG_CACHE_HOME: 'relative', HOME: 'relative' } })).toBeNull();
    expect(cacheIn(home, { env: { HOME: home } })).not.toBeNull();
  });

  test('in a folder that others may write to, or that is a link', () => {
    const open = folderOf({});
    mkdirSync(join(open, 'review'));
    chmodSync(join(open, 'review'), 0o777);
    expect(cacheIn(open)).toBeNull();
    const linked = folderOf({});
    symlinkSync(open, join(linked, 'review'));
    expect(cacheIn(linked)).toBeNull();
    expect(cacheIn(join(folderOf({ file: '' }), 'file'))).toBeNull();
  });

  test('whose folder cannot be made: nothing is written, nothing thrown', () => {
    const home = folderOf({ review: 'a file' });
    expect(() => cacheIn(home)?.write([chunk('a', 'one', '1')])).not.toThrow();
    const late = folderOf({});
    const cache = cacheIn(late);
    writeFileSync(join(late, 'review'), 'a file');
    expect(() => cache?.write([chunk('a', 'one', '1')])).not.toThrow();
  });
});

test('what other builds left is removed after a week', () => {
  const home = folderOf({
    'review/code-old-v1/show.bin': 'x',
    'review/code-new-v1/show.bin': 'x',
    'review/notes/x': 'x',
  });
  chmodSync(join(home, 'review'), 0o700);
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  for (const name of ['code-old-v1', 'notes'])
    utimesSync(join(home, 'review', name), longAgo, longAgo);
  cacheIn(home)?.write([chunk('a', 'one', '1')]);
  const left = readdirSync(join(home, 'review'));
  expect(left).not.toContain('code-old-v1');
  expect(left).toEqual(expect.arrayContaining(['code-new-v1', 'notes']));
});
