import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Code that V8 compiled from one chunk's source. */
export interface CompiledChunk {
  readonly name: string;
  readonly source: Buffer;
  readonly data: Buffer;
}

/**
 * Compiled code of earlier runs. V8 checks its own version and flags but neither the source nor the data: cached code of another
 * source of the same length would run, and a flipped byte could do anything. So an entry holds the source it was compiled from,
 * and the data twice, and is used only when all of it agrees; comparing bytes is native and takes no time to speak of.
 */
export interface CodeCache {
  /** The code compiled from exactly these bytes, or undefined. */
  readonly read: (name: string, source: Buffer) => Buffer | undefined;
  /** Keeps these, and those of other chunks that are there. What cannot be written is not; nothing is thrown. */
  readonly write: (chunks: readonly CompiledChunk[]) => void;
}

export interface CodeCacheSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Node's and V8's own options. */
  readonly flags: readonly string[];
  /** A hash over all chunks. */
  readonly build: string;
  /** The first argument: runs of one command need the same code, which is one file. */
  readonly command: string;
}

/**
 * The cache, in a folder of the user's cache folder that is named after the build, Node's version, architecture and flags.
 * Null with `REVIEW_CACHE=off`, without a home, and when a folder is somebody else's, a link, or open to others.
 */
export function openCodeCache({ env, flags, build, command }: CodeCacheSettings): CodeCache | null {
  const parent = parentFolder(env);
  if (env.REVIEW_CACHE === 'off' || parent === null) return null;
  const { NODE_OPTIONS: options = '' } = env;
  const folder = join(
    parent,
    `${prefix}${build}-${process.version}-${process.arch}${hashed([options, ...flags])}`,
  );
  if (!isPrivate(parent, writableByOthers) || !isPrivate(folder, openToOthers)) return null;
  const path = join(folder, `${/^[a-z]{1,12}$/.test(command) ? command : 'other'}.bin`);
  let entries: ReadonlyMap<string, Entry> | undefined;
  const kept = (): ReadonlyMap<string, Entry> => {
    entries ??= readEntries(path);
    return entries;
  };
  return {
    read: (name, source) => {
      const entry = kept().get(name);
      return entry?.source.equals(source) && isWhole(entry) ? entry.data : undefined;
    },
    write: (chunks) => {
      const names = new Set(chunks.map(({ name }) => name));
      const others = [...kept().values()].filter(
        (entry) => !names.has(entry.name) && isWhole(entry),
      );
      if (!makeFolder(parent, folder)) return;
      writeWhole(path, Buffer.concat([mark, ...[...chunks, ...others].flatMap(entryBytes)]));
      removeOld(parent, folder);
    },
  };
}

const prefix = 'code-';

/** `review` in the user's cache folder (the XDG Base Directory specification: a relative path does not count). */
function parentFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = env;
  if (isAbsolute(cache)) return join(cache, 'review');
  return isAbsolute(home) ? join(home, '.cache', 'review') : null;
}

/** FNV-1a over the options, as a part of a name; nothing for none. V8 checks those that matter to it a second time. */
function hashed(options: readonly string[]): string {
  const text = options.join(' ').trim();
  if (text === '') return '';
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `-${(hash >>> 0).toString(16)}`;
}

const writableByOthers = 0o022;
const openToOthers = 0o077;

/** Whether the folder is missing, or the user's own and grants others none of the `forbidden` rights. */
function isPrivate(folder: string, forbidden: number): boolean {
  try {
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return true;
    return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & forbidden) === 0;
  } catch {
    return false;
  }
}

function makeFolder(parent: string, folder: string): boolean {
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return false;
  }
  return isPrivate(parent, writableByOthers) && isPrivate(folder, openToOthers);
}

interface Entry extends CompiledChunk {
  readonly copy: Buffer;
}

function isWhole({ data, copy }: Entry): boolean {
  return data.length > 0 && data.equals(copy);
}

const mark = Buffer.from('review: compiled code\n');

/** The file is the mark, then for each entry three lengths of four bytes and name, source, data, data. */
function readEntries(path: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const file = contentsOf(path);
  let at = mark.length;
  if (!file.subarray(0, at).equals(mark)) return entries;
  const part = (length: number): Buffer => {
    const bytes = file.subarray(at, at + length);
    at += length;
    return bytes;
  };
  while (at + 12 <= file.length) {
    const lengths = part(12);
    const dataLength = lengths.readUInt32LE(8);
    const name = part(lengths.readUInt32LE(0)).toString('latin1');
    const source = part(lengths.readUInt32LE(4));
    entries.set(name, { name, source, data: part(dataLength), copy: part(dataLength) });
  }
  return entries;
}

function contentsOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    // There is none, or none that can be read: the chunks are compiled.
    return Buffer.alloc(0);
  }
}

function entryBytes({ name, source, data }: CompiledChunk): readonly Buffer[] {
  const named = Buffer.from(name, 'latin1');
  const lengths = Buffer.alloc(12);
  lengths.writeUInt32LE(named.length, 0);
  lengths.writeUInt32LE(source.length, 4);
  lengths.writeUInt32LE(data.length, 8);
  return [lengths, named, source, data, data];
}

function writeWhole(path: string, bytes: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    remove(temporary);
  }
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Removes what other builds and versions of Node left; not at once, since two may be in use by turns. */
function removeOld(parent: string, current: string): void {
  try {
    for (const name of readdirSync(parent)) {
      const folder = join(parent, name);
      if (!name.startsWith(prefix) || folder === current) continue;
      if (Date.now() - lstatSync(folder).mtimeMs > week) remove(folder);
    }
  } catch {
    // They stay.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It stays.
  }
}
