import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFolder } from './locate.ts';

/** Larger files are refused. */
const largestFile = 16 * 1024 * 1024;

/** A file that could not be read or written. */
export class FileError extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'FileError';
    this.path = path;
    this.reason = reason;
  }
}

/** The bytes of a regular file. Throws a `FileError`-like system error, or `FileError` for what is no regular file or too large. */
export function readBytes(path: string): Uint8Array {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new FileError(path, 'it is a folder');
    if (!stat.isFile()) throw new FileError(path, 'not a regular file');
    if (stat.size > largestFile) throw new FileError(path, 'larger than 16 MiB');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a regular file as text. Throws as `readBytes` does. */
export function readHead(path: string, length: number): string {
  if (!statSync(path).isFile()) throw new FileError(path, 'not a regular file');
  return headReader(length)(path);
}

/** Reads the first bytes of one file after another, as texts; a pipe or a folder is empty or throws the system's error, and nothing is waited for. */
export function headReader(length: number): (path: string) => string {
  const bytes = Buffer.allocUnsafe(length);
  return (path) => {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  };
}

let counter = 0;

/** A file that is written piece by piece and stands in its place only when it is whole. */
export interface WholeFile {
  /** Throws the system's error; the file is then given up. */
  readonly write: (content: string | Uint8Array) => void;
  /** Puts the file in its place, flushed to the disk when there is an old one. Throws as `write` does. */
  readonly commit: () => void;
  /** Gives the file up: the old one stays. */
  readonly discard: () => void;
}

/**
 * Opens a temporary file beside the target, which is renamed over it at last and has its mode. A link is written through. Missing folders are made.
 * Throws the system's error; the old file is then untouched. `place` puts the finished file into its place.
 */
export function openWhole(
  path: string,
  place: (temporary: string, target: string) => void = renameSync,
): WholeFile {
  makeFolder(dirname(path));
  const target = resolveLink(path);
  refuseSpecial(target);
  removeLeftovers(dirname(target));
  const temporary = join(dirname(target), `.${basename(target)}.${uniqueName()}.${counter++}.tmp`);
  const file = openSync(temporary, 'wx', 0o666);
  keepMode(file, target);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const discard = (): void => {
    close();
    rmSync(temporary, { force: true });
  };
  const orDiscard = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard();
      throw error;
    }
  };
  return {
    write: (content) =>
      orDiscard(() =>
        writeAll(file, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
      ),
    commit: () =>
      orDiscard(() => {
        // What is there already is given up only for what is on the disk; to wait for each of a thousand new files takes minutes.
        if (existsSync(target)) fsyncSync(file);
        close();
        place(temporary, target);
      }),
    discard,
  };
}

/** A device or a pipe is no place for a file: a rename would put one in its stead. */
function refuseSpecial(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  // A rename asks nobody whether the file may be written.
  if (stat.isFile()) {
    accessSync(path, constants.W_OK);
    return;
  }
  throw new FileError(
    path,
    stat.isDirectory()
      ? 'it is a folder'
      : 'it is no regular file; write there with > instead of -o',
  );
}

/** Writes a whole file or nothing, as `openWhole` does. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openWhole(path);
  file.write(content);
  file.commit();
}

/** Writes a new file, whole or not at all. Throws the system's error, `EEXIST` when there is a file already. */
export function writeNew(path: string, content: string): void {
  const file = openWhole(path, placeNew);
  file.write(content);
  file.commit();
}

/** Puts a finished file into its place for `openWhole`, unless what is there has the same bytes: a file that did not change keeps its time. */
export function placeChanged(temporary: string, target: string): void {
  if (isSame(temporary, target)) rmSync(temporary, { force: true });
  else renameSync(temporary, target);
}

/** A rename would take the place of a file that came in meanwhile; a second name for the same file does not. */
function placeNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    // A file system that knows no second names.
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
  }
  rmSync(temporary, { force: true });
}

const swept = new Set<string>();
const leftover = /^\..+\.[a-z\d]{9,24}\.\d+\.tmp$/;
const anHour = 60 * 60 * 1000;

/** Temporary files of runs that were killed, in this folder, once a run: ours by their names, and older than any run that may still go on. */
function removeLeftovers(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      if (!leftover.test(name)) continue;
      const path = join(folder, name);
      if (lstatSync(path).isFile() && Date.now() - statSync(path).mtimeMs > anHour)
        rmSync(path, { force: true });
    }
  } catch {
    // Whoever may not look may not tidy either; the write itself will say what is wrong.
  }
}

/** Who may read a file does not change with what is in it. */
function keepMode(file: number, target: string): void {
  try {
    fchmodSync(file, statSync(target).mode & 0o777);
  } catch {
    // A new file, or a file system without modes.
  }
}

/** Makes a folder and those above it. Not `recursive`: below /proc, Node would try for ever. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path && !existsSync(dirname(path))) {
      makeFolder(dirname(path));
      mkdirSync(path);
    } else if (!isFolder(path)) throw error;
  }
}

function uniqueName(): string {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
}

/** The names in a folder; none where there is no such folder, or it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a file has exactly this content; false when it cannot be read. */
export function hasContent(path: string, content: string | Uint8Array): boolean {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return false;
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return stat.size === bytes.length && Buffer.compare(readBytes(path), bytes) === 0;
  } catch {
    return false;
  }
}

/** Whether two files have the same bytes. Compared piece by piece: they may be large. */
function isSame(one: string, other: string): boolean {
  const [size, otherSize] = [one, other].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.size,
  );
  if (size === undefined || size !== otherSize) return false;
  const files: number[] = [];
  try {
    for (const path of [one, other]) files.push(openSync(path, 'r'));
    const [first = -1, second = -1] = files;
    const [left, right] = [Buffer.alloc(65_536), Buffer.alloc(65_536)];
    for (let at = 0; at < size; at += left.length) {
      const length = Math.min(left.length, size - at);
      if (readSync(first, left, 0, length, at) !== length) return false;
      if (readSync(second, right, 0, length, at) !== length) return false;
      if (left.compare(right, 0, length, 0, length) !== 0) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    for (const file of files) closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done);
}

function resolveLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
