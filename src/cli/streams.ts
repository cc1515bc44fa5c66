import { writeSync } from 'node:fs';

/** Standard output or error that cannot take what is written to it: a full disk, say. */
export class StreamError extends Error {
  constructor(stream: string, reason: string) {
    super(`${stream}: ${reason}`);
  }
}

/** A stream that takes all of a text before it returns, so that nothing is pending when the program ends. */
export interface SyncStream {
  readonly write: (text: string) => void;
  /** True once the other side has stopped reading; what is written then is dropped in silence. */
  readonly isClosed: () => boolean;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the device reports an error',
  EFBIG: 'the file would grow too large',
  EBADF: 'it is closed',
};

/**
 * Writes to a file descriptor without Node's streams, which take milliseconds to load, cut piped output at exit and
 * hide a full disk. Throws a `StreamError`; a closed pipe is no error.
 */
export function syncStream(descriptor: number, name: string): SyncStream {
  let closed = false;
  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'utf8');
    let done = 0;
    while (done < bytes.length && !closed) {
      try {
        done += writeSync(descriptor, bytes, done);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? '';
        if (code === 'EAGAIN') pause();
        else if (code === 'EPIPE') closed = true;
        else throw new StreamError(name, reasons[code] ?? String((error as Error).message));
      }
    }
  };
  return { write, isClosed: () => closed };
}

/** A pipe whose reader is slow and which its owner made non-blocking: wait a little, then try again. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
