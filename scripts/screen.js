// What the program shows on a full screen, as lines with SGR sequences. Needs util-linux's `script`.
import { spawn } from 'node:child_process';
import headless from '@xterm/headless';

/** So long nothing is written before a screen counts as drawn, in milliseconds. */
const quiet = 700;

/** Runs a command in a terminal of so many columns and rows, presses keys, one after the other, and reads the screen. */
export async function screenLines(command, { columns, rows, keys, cwd, env }) {
  const line = `stty cols ${columns} rows ${rows}; exec ${command}`;
  const child = spawn('script', ['-qefc', line, '/dev/null'], {
    cwd,
    env: { ...env, SHELL: '/bin/sh' },
  });
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  let last = Date.now();
  child.stdout.on('data', (bytes) => {
    last = Date.now();
    terminal.write(bytes);
  });
  const settled = async () => {
    last = Date.now();
    while (Date.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  while (terminal.buffer.active.type === 'normal')
    await new Promise((resolve) => setTimeout(resolve, 20));
  await settled();
  for (const key of keys) {
    child.stdin.write(key);
    await settled();
  }
  const lines = Array.from({ length: rows }, (_, at) =>
    lineText(terminal.buffer.active.getLine(at), columns),
  );
  child.kill('SIGKILL');
  return lines;
}

function lineText(line, columns) {
  let text = '';
  let style = '';
  for (let at = 0; at < columns; at++) {
    const cell = line.getCell(at);
    // The second half of a wide character.
    if (cell.getWidth() === 0) continue;
    const next = sgrOf(cell);
    if (next !== style) text += `\u001B[0m${next}`;
    style = next;
    text += cell.getChars() || ' ';
  }
  return style === '' ? text.trimEnd() : `${text}\u001B[0m`;
}

function sgrOf(cell) {
  const codes = [
    cell.isBold() && '1',
    cell.isDim() && '2',
    cell.isItalic() && '3',
    cell.isUnderline() && '4',
    cell.isInverse() && '7',
    cell.isStrikethrough() && '9',
    cell.isFgRGB() && `38;2;${rgb(cell.getFgColor())}`,
    cell.isFgPalette() && cell.getFgColor() < 16 && paletteCode(cell.getFgColor()),
  ].filter(Boolean);
  return codes.length === 0 ? '' : `\u001B[${codes.join(';')}m`;
}

const rgb = (color) => [color >> 16, (color >> 8) & 255, color & 255].join(';');
const paletteCode = (color) => String(color < 8 ? 30 + color : 82 + color);
