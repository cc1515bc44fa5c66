import { closeSync, openSync, writeSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';

/** Sets what a full screen needs: the alternate screen, no wrapping, bracketed paste, the wheel as arrows, no cursor. */
export const modesOn = '\u001B[?1049h\u001B[?7l\u001B[?2004h\u001B[?1007h\u001B[?25l';

/** Takes back everything that may have been set, whatever was. */
export const modesOff =
  '\u001B[?2026l\u001B[?1000l\u001B[?1006l\u001B[?1007l\u001B[?2004l\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';

/** Tells of presses and the wheel, in SGR's notation. */
export const mouseOn = '\u001B[?1000h\u001B[?1006h';
const mouseOff = '\u001B[?1000l\u001B[?1006l';

/** A row as it is written: our own styles in it, and nothing else that steers. */
export interface FrameRow {
  /** All of it, or what stands in a left pane and what stands behind it, each of which is written only when it changed. */
  readonly parts: readonly string[];
  /** The column at which the second part stands. */
  readonly split: number;
  /** Whether it reaches the last column: what is behind it must not be cleared then, for that would take its last cell. */
  readonly isFull: boolean;
}

export interface Frame {
  readonly rows: readonly FrameRow[];
  /** Where the cursor is shown, from 0; null where it is not. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
}

/** What a program on the screen is told. */
export interface ScreenListener {
  readonly keys: (bytes: Uint8Array) => void;
  /** The size may be another. */
  readonly resized: () => void;
  /** The program goes on after it was stopped. */
  readonly resumed: () => void;
  /** Something failed that nobody caught; the terminal is whole again. */
  readonly failed: (error: unknown) => void;
}

/** The terminal as a screen of one's own. */
export interface Screen {
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Writes what differs from the frame before, at once. Nothing while the screen is somebody else's. */
  readonly draw: (frame: Frame) => void;
  /** The next frame is drawn whole, on a screen that is cleared. */
  readonly forget: () => void;
  /** Sends a sequence that shows nothing. */
  readonly send: (sequence: string) => void;
  readonly setMouse: (isOn: boolean) => void;
  /** Gives the terminal back and stops, with all programs of the same job; `resumed` is called when it goes on. */
  readonly suspend: () => void;
  /** Gives the terminal to other work, an editor say, and takes it again when that is done. */
  readonly lend: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Gives the terminal back for good. */
  readonly close: () => void;
}

/** Signals that end the program, with the status that a shell gives for them. */
const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** What a frame changes of the frame before, as one string; empty when nothing does. Without one before, everything, on a cleared screen. */
export function frameText(frame: Frame, before: Frame | null): string {
  const rows = frame.rows.flatMap((row, at) => rowText(row, at, before?.rows[at]));
  const { cursor } = frame;
  const old = before?.cursor ?? null;
  const isSame = cursor?.row === old?.row && cursor?.column === old?.column;
  if (before !== null && rows.length === 0 && isSame) return '';
  const hide = old === null ? '' : '\u001B[?25l';
  const show = cursor === null ? '' : `\u001B[${cursor.row + 1};${cursor.column + 1}H\u001B[?25h`;
  const clear = before === null ? '\u001B[0m\u001B[2J' : '';
  return `\u001B[?2026h${hide}${clear}${rows.join('')}${show}\u001B[?2026l`;
}

/** Whether somebody could press keys: at standard input, else at the terminal that the program runs in. */
export function hasKeys(): boolean {
  if (isatty(0)) return true;
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

function rowText(row: FrameRow, at: number, old: FrameRow | undefined): readonly string[] {
  const { parts, split, isFull } = row;
  const hasSamePanes = old?.parts.length === parts.length && old.split === split;
  return parts.flatMap((text, part) => {
    const isLast = part === parts.length - 1;
    const isSame = hasSamePanes && old.parts[part] === text;
    if (isSame && (!isLast || old.isFull === isFull)) return [];
    const column = part === 0 ? 1 : split + 1;
    return [`\u001B[${at + 1};${column}H${text}${isLast && !isFull ? '\u001B[K' : ''}`];
  });
}

/** The keys of the terminal: standard input, else the terminal that the program runs in; null when there is neither. */
function openKeys(): ReadStream | null {
  try {
    return new ReadStream(isatty(0) ? 0 : openSync('/dev/tty', 'r+'));
  } catch {
    return null;
  }
}

/**
 * Takes the terminal for a full screen: standard output, and the keys. Null when there are no keys to read. Whatever ends the program gives the
 * terminal back first: `close`, a signal (it then exits with the signal's status), a fault, the end of the terminal itself.
 */
export function openScreen(listener: ScreenListener): Screen | null {
  const opened = openKeys();
  if (opened === null) return null;
  const keys = opened;
  let isOn = false;
  let isLent = false;
  let isStopped = false;
  let isClosed = false;
  let hasMouse = false;
  let last: Frame | null = null;

  const gone = (): never => {
    off();
    process.exit(endings.SIGHUP);
  };
  const write = (text: string): void => {
    if (!writeAll(text)) gone();
  };
  const on = (): void => {
    if (isClosed || isLent) return;
    isOn = true;
    // Somebody else may have set the terminal meanwhile, and Node thinks that it knows.
    keys.setRawMode(false);
    keys.setRawMode(true);
    keys.resume();
    last = null;
    write(modesOn + (hasMouse ? mouseOn : ''));
  };
  const off = (): void => {
    if (!isOn) return;
    isOn = false;
    for (const each of [
      () => writeAll(modesOff),
      () => keys.setRawMode(false),
      () => keys.pause(),
    ]) {
      try {
        each();
      } catch {
        // The other steps are no less wanted.
      }
    }
  };
  const guarded = (work: () => void) => (): void => {
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };
  const fail = (error: unknown): void => {
    close();
    listener.failed(error);
  };
  const suspend = (): void => {
    if (isClosed) return;
    if (isLent) return void process.kill(process.pid, 'SIGSTOP');
    isStopped = true;
    off();
    process.kill(0, 'SIGSTOP');
  };
  const resume = guarded(() => {
    if (isLent || isClosed) return;
    isStopped = false;
    on();
    listener.resumed();
  });
  const resized = guarded(() => {
    if (isOn) listener.resized();
  });
  const handlers = new Map<NodeJS.Signals, () => void>([
    ['SIGTSTP', suspend],
    ['SIGCONT', resume],
    ['SIGWINCH', resized],
  ]);
  for (const [signal, status] of Object.entries(endings) as [NodeJS.Signals, number][])
    handlers.set(signal, () => {
      // While an editor has the terminal, its keys are its own.
      if (isLent && signal === 'SIGINT') return;
      off();
      process.exit(status);
    });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  process.on('exit', off);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  keys.on('error', gone);
  keys.on('end', gone);
  keys.on('data', (bytes: Buffer) => guarded(() => listener.keys(bytes))());

  function close(): void {
    off();
    isClosed = true;
    for (const [signal, handler] of handlers) process.off(signal, handler);
    process.off('exit', off);
    process.off('uncaughtException', fail);
    process.off('unhandledRejection', fail);
    keys.off('end', gone);
    keys.destroy();
  }

  on();
  return {
    size: screenSize,
    draw: (frame) => {
      if (!isOn || isStopped) return;
      const text = frameText(frame, last);
      last = frame;
      if (text !== '') write(text);
    },
    forget: () => {
      last = null;
    },
    send: (sequence) => {
      if (isOn) write(sequence);
    },
    setMouse: (isWanted) => {
      hasMouse = isWanted;
      if (isOn) write(isWanted ? mouseOn : mouseOff);
    },
    suspend,
    lend: async (work) => {
      off();
      isLent = true;
      try {
        return await work();
      } finally {
        isLent = false;
        on();
      }
    },
    close,
  };
}

function screenSize(): { columns: number; rows: number } {
  const [columns = 0, rows = 0] = process.stdout.getWindowSize?.() ?? [];
  return columns > 0 && rows > 0 ? { columns, rows } : { columns: 80, rows: 24 };
}

/** Writes all of a text before it returns; false when the terminal is gone. */
function writeAll(text: string): boolean {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}
