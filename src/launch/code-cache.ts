import {
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
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
  let opened: KeptCode | undefined;
  const kept = (): KeptCode => {
    opened ??= openKept(path);
    return opened;
  };
  return {
    read: (name, source) => kept().read(name, source),
    write: (chunks) => {
      const names = new Set(chunks.map(({ name }) => name));
      const others = kept().others(names);
      if (!makeFolder(parent, folder)) return;
      writeWhole(path, bytesOf([...chunks, ...others]));
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

/** What a file of compiled code holds. */
interface KeptCode {
  readonly read: (name: string, source: Buffer) => Buffer | undefined;
  /** All that is whole, without those of these names. */
  readonly others: (names: ReadonlySet<string>) => readonly CompiledChunk[];
}

interface Entry {
  readonly name: string;
  readonly sourceLength: number;
  readonly dataLength: number;
  /** Where in the file its source begins, with the data behind it, twice. */
  readonly at: number;
}

const mark = Buffer.from('review: compiled code\n');
const lengthBytes = 4;

/**
 * The file is the mark, the length of the table, the table (for each entry three lengths, of name, source and data, and the name), and for
 * each entry source, data, data. It stays open, and what is only compared is read through one small buffer: a megabyte of fresh memory
 * takes longer to get than to read.
 */
function openKept(path: string): KeptCode {
  let file: number;
  let size: number;
  try {
    file = openSync(path, 'r');
    size = fstatSync(file).size;
  } catch {
    // There is none, or none that can be read: the chunks are compiled.
    return { read: () => undefined, others: () => [] };
  }
  const bytesAt = (at: number, length: number): Buffer | undefined => {
    if (at + length > size) return undefined;
    const bytes = Buffer.allocUnsafeSlow(length);
    return readInto(file, bytes, at, length) ? bytes : undefined;
  };
  const window = Buffer.allocUnsafeSlow(0x10000);
  const isAt = (at: number, bytes: Buffer): boolean => {
    for (let done = 0; done < bytes.length; done += window.length) {
      const length = Math.min(window.length, bytes.length - done);
      if (!readInto(file, window, at + done, length)) return false;
      if (bytes.compare(window, 0, length, done, done + length) !== 0) return false;
    }
    return true;
  };
  const dataOf = ({ at, sourceLength, dataLength }: Entry): Buffer | undefined => {
    const data = dataLength === 0 ? undefined : bytesAt(at + sourceLength, dataLength);
    return data !== undefined && isAt(at + sourceLength + dataLength, data) ? data : undefined;
  };
  const entries = readTable(bytesAt);
  return {
    read: (name, source) => {
      const entry = entries.find((each) => each.name === name);
      if (entry === undefined || entry.sourceLength !== source.length) return undefined;
      return isAt(entry.at, source) ? dataOf(entry) : undefined;
    },
    others: (names) =>
      entries.flatMap((entry) => {
        if (names.has(entry.name)) return [];
        const source = bytesAt(entry.at, entry.sourceLength);
        const data = dataOf(entry);
        return source === undefined || data === undefined
          ? []
          : [{ name: entry.name, source, data }];
      }),
  };
}

/** Whether there were so many bytes to read. */
function readInto(file: number, into: Buffer, at: number, length: number): boolean {
  try {
    for (let done = 0; done < length; ) {
      const read = readSync(file, into, done, length - done, at + done);
      if (read === 0) return false;
      done += read;
    }
    return true;
  } catch {
    return false;
  }
}

function readTable(bytesAt: (at: number, length: number) => Buffer | undefined): readonly Entry[] {
  const head = bytesAt(0, mark.length + lengthBytes);
  if (head === undefined || !head.subarray(0, mark.length).equals(mark)) return [];
  const table = bytesAt(head.length, head.readUInt32LE(mark.length));
  if (table === undefined) return [];
  const entries: Entry[] = [];
  let at = head.length + table.length;
  for (let row = 0; row + 3 * lengthBytes <= table.length; ) {
    const [nameLength, sourceLength, dataLength] = [0, 1, 2].map((column) =>
      table.readUInt32LE(row + column * lengthBytes),
    ) as [number, number, number];
    row += 3 * lengthBytes;
    const name = table.subarray(row, row + nameLength).toString('latin1');
    entries.push({ name, sourceLength, dataLength, at });
    row += nameLength;
    at += sourceLength + 2 * dataLength;
  }
  return entries;
}

function bytesOf(chunks: readonly CompiledChunk[]): Buffer {
  const table = Buffer.concat(
    chunks.flatMap(({ name, source, data }) => {
      const named = Buffer.from(name, 'latin1');
      return [lengthsOf(named.length, source.length, data.length), named];
    }),
  );
  const parts = chunks.flatMap(({ source, data }) => [source, data, data]);
  return Buffer.concat([mark, lengthsOf(table.length), table, ...parts]);
}

function lengthsOf(...lengths: readonly number[]): Buffer {
  const bytes = Buffer.alloc(lengths.length * lengthBytes);
  for (const [index, length] of lengths.entries()) bytes.writeUInt32LE(length, index * lengthBytes);
  return bytes;
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
