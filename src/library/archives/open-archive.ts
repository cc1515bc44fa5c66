import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FileError, readHead } from '../files.ts';
import { isFolder } from '../locate.ts';
import type { Archive, ArchiveFile } from './archive.ts';

const largestFile = 1024 ** 3;
const mostFiles = 10_000;
const deepest = 4;
const chunkBytes = 64 * 1024;

/** What may be a part of an export, by its ending. */
const isTable = (path: string): boolean =>
  /\.(?:csv|tsv|json|jsonl|ndjson)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path);

/**
 * Opens what a service's export is kept in: a file, whatever its ending; the tables and JSON files of a folder, four folders deep, without following links; those of a zip. Nothing
 * is read before it is asked for. Throws a `FileError` or the system's error when it cannot be read.
 */
export async function openArchive(path: string): Promise<Archive> {
  if (isFolder(path)) return { files: filesIn(path), close: () => undefined };
  if (isZip(readHead(path, 4))) return (await import('./zip.ts')).openZip(path, null, isTable);
  if (/\.zip$/i.test(path))
    throw new FileError(path, 'it is no zip, whatever its name says; download it again');
  return { files: [fileOf(path, basename(path))], close: () => undefined };
}

/** The same, of bytes that are at hand. */
export async function openArchiveBytes(bytes: Uint8Array, name: string): Promise<Archive> {
  if (isZip(Buffer.from(bytes.subarray(0, 4)).toString('latin1')))
    return (await import('./zip.ts')).openZip(name, bytes, isTable);
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  return { files: [{ path: name, open }], close: () => undefined };
}

/** A zip begins with a file, or with its directory where it is empty (APPNOTE, 4.3.6). */
const zipMarks = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];

function isZip(head: string): boolean {
  return zipMarks.some((mark) => head.startsWith(mark));
}

function filesIn(folder: string): ArchiveFile[] {
  const files: ArchiveFile[] = [];
  const visit = (inside: string, depth: number): void => {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && depth < deepest && !entry.name.startsWith('.'))
        visit(path, depth + 1);
      else if (entry.isFile() && isTable(path)) files.push(fileOf(join(folder, path), path));
      if (files.length > mostFiles)
        throw new FileError(
          folder,
          `it holds more than ${mostFiles} tables; name the folder of the export`,
        );
    }
  };
  visit('', 1);
  return files;
}

function fileOf(path: string, name: string): ArchiveFile {
  return {
    path: name,
    open: async function* () {
      // O_NONBLOCK: opening a named pipe must not wait for a writer.
      const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const stat = fstatSync(file);
        if (!stat.isFile()) throw new FileError(path, 'not a regular file');
        if (stat.size > largestFile) throw new FileError(path, 'larger than 1 GiB');
        for (;;) {
          const bytes = Buffer.allocUnsafe(chunkBytes);
          const count = readSync(file, bytes, 0, chunkBytes, null);
          if (count === 0) return;
          yield bytes.subarray(0, count);
        }
      } finally {
        closeSync(file);
      }
    },
  };
}
