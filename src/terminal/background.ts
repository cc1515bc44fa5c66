import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';

export type Background = 'dark' | 'light';

/** Asks for the background colour (OSC 11), then for what every terminal answers (DA1): that answer alone means that it does not say. */
const question = '\u001B]11;?\u001B\\\u001B[c';
const longestWait = 200;

/** The background that a terminal's answer speaks of; null when it speaks of none, undefined when it is not over yet. */
export function backgroundIn(answer: string): Background | null | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer with them
  const color = /\u001B\]11;rgba?:([\da-f/]+)(?:\u001B\\|\u0007)/i.exec(answer)?.[1];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  if (color === undefined) return /\u001B\[\?[\d;]*c/.test(answer) ? null : undefined;
  const [red = 0, green = 0, blue = 0] = color
    .split('/')
    .map((part) => Number.parseInt(part, 16) / (16 ** part.length - 1));
  // What the eye makes of the three (ITU-R BT.709).
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 ? 'light' : 'dark';
}

/**
 * Asks the terminal that the program runs in whether its background is dark or light, and waits for at most 200 ms. Null when it
 * does not say, or there is no terminal. What a person types meanwhile is lost.
 */
export async function askBackground(): Promise<Background | null> {
  let device: number;
  try {
    device = openSync('/dev/tty', constants.O_RDWR | constants.O_NOCTTY);
  } catch {
    return null;
  }
  const terminal = openStream(device);
  if (terminal === null) return null;
  try {
    terminal.setRawMode(true);
    writeSync(device, question);
    return await answered(terminal);
  } finally {
    terminal.setRawMode(false);
    terminal.destroy();
  }
}

function openStream(device: number): ReadStream | null {
  try {
    return new ReadStream(device);
  } catch {
    closeSync(device);
    return null;
  }
}

function answered(terminal: ReadStream): Promise<Background | null> {
  return new Promise((resolve) => {
    let answer = '';
    const end = (background: Background | null): void => {
      clearTimeout(timer);
      resolve(background);
    };
    const timer = setTimeout(() => end(null), longestWait);
    terminal.on('error', () => end(null));
    terminal.on('data', (bytes: Buffer) => {
      answer += bytes.toString('latin1');
      const background = backgroundIn(answer);
      if (background !== undefined) end(background);
    });
  });
}
