import { FileError, readBytes } from '../files.ts';
import { writeThrough } from './write-through.ts';

/** A file whose text may be changed without touching anything else of it. */
export interface EditableFile {
  /** Without a byte order mark; offsets in it are those of diagnostics. */
  readonly text: string;
  /**
   * Puts another text in its place, whole or not at all, in the same encoding, with the mark it had. Throws a `FileError` when the
   * file is no longer what was read, or the system's error.
   */
  readonly replace: (text: string) => void;
}

interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly encode: (text: string) => Buffer;
}

const encodings: readonly Encoding[] = [
  { name: 'utf-8', encode: (text) => Buffer.from(text, 'utf8') },
  { name: 'utf-16le', encode: (text) => Buffer.from(text, 'utf16le') },
  { name: 'utf-16be', encode: (text) => Buffer.from(text, 'utf16le').swap16() },
];

/** Opens a file to change it. Throws a `FileError` when it cannot be read or its bytes are not all text: they could not be kept. */
export function openEditable(path: string): EditableFile {
  const bytes = readBytes(path);
  const [encoding, source] = decodeExactly(path, bytes);
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  return {
    text: source.slice(mark.length),
    replace: (text) => {
      if (Buffer.compare(readBytes(path), bytes) !== 0)
        throw new FileError(path, 'another program has changed it meanwhile');
      writeThrough(path, encoding.encode(mark + text));
    },
  };
}

function decodeExactly(path: string, bytes: Uint8Array): [Encoding, string] {
  const [first, second] = bytes;
  const index = first === 0xff && second === 0xfe ? 1 : first === 0xfe && second === 0xff ? 2 : 0;
  const encoding = encodings[index] as Encoding;
  try {
    const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
    return [encoding, decoder.decode(bytes)];
  } catch {
    throw new FileError(path, `its bytes are not all ${index === 0 ? 'UTF-8' : 'UTF-16'}`);
  }
}
