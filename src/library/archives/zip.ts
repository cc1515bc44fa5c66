import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, fromFd, type ZipFile } from 'yauzl';
import { FileError } from '../files.ts';
import type { Archive, ArchiveFile } from './archive.ts';

/** An archive with more entries, or with files that unpack to more bytes, is refused. */
const mostEntries = 100_000;
const mostBytes = 1024 ** 3;
/** So much smaller packed than unpacked, no table of ratings is. */
const mostShrunk = 250;
const smallBytes = 16 * 1024 ** 2;

/**
 * Opens a zip: those of its files that `isWanted` names, each unpacked as it is read and never as a whole. Throws a `FileError` that says in words why it cannot be read: it is
 * broken or encrypted, a name in it leads out of it, it would unpack to more than is reasonable.
 */
export async function openZip(
  path: string,
  bytes: Uint8Array | null,
  isWanted: (path: string) => boolean,
): Promise<Archive> {
  const zip = await opened(path, bytes);
  try {
    const entries = await entriesOf(zip);
    refuse(path, entries, isWanted);
    const files = entries.filter(({ fileName }) => isWanted(fileName));
    return { files: files.map((entry) => fileOf(path, zip, entry)), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw inWords(path, error);
  }
}

const options = { lazyEntries: true, autoClose: false } as const;

async function opened(path: string, bytes: Uint8Array | null): Promise<ZipFile> {
  try {
    return await (bytes === null
      ? ofFile(path)
      : called((done) => fromBuffer(Buffer.from(bytes), options, done)));
  } catch (error) {
    throw inWords(path, error);
  }
}

async function ofFile(path: string): Promise<ZipFile> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new FileError(path, 'not a regular file');
    return await called((done) => fromFd(file, options, done));
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function called<Value>(
  call: (done: (error: Error | null, value: Value) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error === null ? resolve(value) : reject(error)));
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > mostEntries) reject(new Error(`too many entries`));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function refuse(
  path: string,
  entries: readonly Entry[],
  isWanted: (path: string) => boolean,
): void {
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.isEncrypted())
      throw new FileError(
        path,
        'it is encrypted; unpack it with its password, and import the folder',
      );
    if (!isWanted(entry.fileName)) continue;
    unpacked += entry.uncompressedSize;
    const shrunk = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (unpacked > mostBytes || (entry.uncompressedSize > smallBytes && shrunk > mostShrunk))
      throw new FileError(
        path,
        `it is refused: ${entry.fileName} would unpack from ${entry.compressedSize} to ${entry.uncompressedSize} bytes`,
      );
  }
}

function fileOf(path: string, zip: ZipFile, entry: Entry): ArchiveFile {
  return {
    path: entry.fileName,
    open: async function* () {
      try {
        const stream = await called<NodeJS.ReadableStream>((done) =>
          zip.openReadStream(entry, done),
        );
        let sum = 0;
        for await (const chunk of stream) {
          const bytes = chunk as Buffer;
          sum = crc32(bytes, sum);
          yield bytes;
        }
        if (sum !== entry.crc32) throw new Error('checksum');
      } catch (error) {
        throw inWords(path, error);
      }
    },
  };
}

/** What yauzl and zlib say, by a part of it. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /relative path|absolute path|invalid characters/i,
    'it is refused: a name in it leads out of it',
  ],
  [/too many entries/, `it is refused: it holds more than ${mostEntries} files`],
  [
    /unsupported compression/i,
    'it is packed in a way that is not read; unpack it, and import the folder',
  ],
  [/multi-disk/i, 'it is one of several parts; unpack it, and import the folder'],
  [/encrypt/i, 'it is encrypted; unpack it with its password, and import the folder'],
];

function inWords(path: string, error: unknown): unknown {
  if (error instanceof FileError) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return error;
  const found = words.find(([pattern]) => pattern.test(message));
  return new FileError(path, found?.[1] ?? 'the zip is broken or breaks off; download it again');
}
