import { closeSync, fsyncSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs';
import { openWhole, readBytes, writeWhole } from '../files.ts';

/**
 * Writes a file in place: whole or nothing, as `writeWhole` does; but a file that has other names too (hard links) stays one file under all of them,
 * and is written over once its new content is known to fit on the disk.
 */
export function writeThrough(path: string, content: string | Uint8Array): void {
  if (statSync(path).nlink < 2) {
    writeWhole(path, content);
    return;
  }
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const spare = openWhole(path);
  try {
    spare.write(bytes);
    const file = openSync(path, 'r+');
    try {
      overwrite(file, path, bytes);
    } finally {
      closeSync(file);
    }
  } finally {
    spare.discard();
  }
}

/** The disk may be full before a longer text stands in its place: the old one fits there, and is put back. */
function overwrite(file: number, path: string, bytes: Uint8Array): void {
  const before = readBytes(path);
  const put = (content: Uint8Array): void => {
    for (let done = 0; done < content.length; )
      done += writeSync(file, content, done, content.length - done, done);
    ftruncateSync(file, content.length);
    fsyncSync(file);
  };
  try {
    put(bytes);
  } catch (error) {
    put(before);
    throw error;
  }
}
