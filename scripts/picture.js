// Draws pages of the program's own output as SVG pictures: `node scripts/picture.js` all those of docs/, `--check` says which of
// them are stale and draws none, `OUT dark|light COLUMNS LINES ARGS…` draws one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { screenLines } from './screen.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The pictures of the documentation: file, theme, columns, lines, what the program is asked for, and of a full screen the keys that are pressed. */
const pictures = [
  ['docs/show.svg', 'dark', 80, 46, ['show', 'ballerina']],
  ['docs/card.svg', 'dark', 80, 19, ['show', 'lantern-deep']],
  ['docs/page.svg', 'dark', 72, 60, ['show', 'frankenstein']],
  ['docs/table.svg', 'dark', 76, 40, ['show', 'blue-train#tracks']],
  ['docs/light.svg', 'light', 80, 60, ['show', 'the-copper-pan']],
  ['docs/read.svg', 'dark', 120, 26, ['read', 'ballerina'], ['6']],
  ['docs/read-30.svg', 'dark', 30, 14, ['read', 'ballerina'], ['6']],
  ['docs/read-80.svg', 'light', 80, 24, ['read', 'ballerina'], ['/choreo', '\r']],
  ['docs/read-200.svg', 'mono', 200, 24, ['read', 'frankenstein'], [']', ']']],
  ['docs/read-library.svg', 'dark', 120, 18, ['read'], ['j', 'j']],
  ['docs/read-library-30.svg', 'mono', 30, 9, ['read'], []],
  ['docs/read-library-80.svg', 'light', 80, 10, ['read'], ['/rating:4.. ']],
  ['docs/read-library-200.svg', 'dark', 200, 18, ['read'], []],
];

const paper = {
  dark: {
    back: '#1e1e1e',
    text: '#d4d4d4',
    colors: [
      '#666666',
      '#f48771',
      '#89d185',
      '#e5c07b',
      '#6cb6ff',
      '#d2a8ff',
      '#56d4dd',
      '#d4d4d4',
    ],
  },
  light: {
    back: '#fafafa',
    text: '#24292f',
    colors: [
      '#24292f',
      '#b3261e',
      '#1a6b2f',
      '#7a5200',
      '#0b5cad',
      '#7b3fb5',
      '#0b6b75',
      '#57606a',
    ],
  },
};
const cell = { width: 8.4, height: 19 };
const margin = 18;

/** One SGR sequence, kept by `split`. */
const sequence = new RegExp(`(${String.fromCharCode(27)}\\[[\\d;]*m)`);

/** Text with SGR sequences as runs of one style. */
function* runs(line, colors) {
  let style = {};
  for (const part of line.split(sequence)) {
    const codes = sequence.test(part) ? [part, part.slice(2, -1)] : null;
    if (codes === null) {
      if (part !== '') yield { text: part, style };
    } else style = apply(style, codes[1].split(';').map(Number), colors);
  }
}

function apply(style, codes, colors) {
  let next = { ...style };
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    if (code === 0) next = {};
    else if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code === 3) next.italic = true;
    else if (code === 4) next.underline = true;
    else if (code === 7) next.inverse = true;
    else if (code === 27) next.inverse = false;
    else if (code === 9) next.strike = true;
    else if (code === 22) next = { ...next, bold: false, dim: false };
    else if (code === 23) next.italic = false;
    else if (code === 24) next.underline = false;
    else if (code === 29) next.strike = false;
    else if (code >= 30 && code <= 37) next.color = colors[code - 30];
    else if (code >= 90 && code <= 97) next.color = colors[code - 90];
    else if (code === 39) next.color = undefined;
    else if (code === 38 && codes[at + 1] === 2) {
      next.color = `rgb(${codes.slice(at + 2, at + 5).join(',')})`;
      at += 4;
    }
  }
  return next;
}

const escapeXml = (value) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function attributes({ bold, dim, italic, underline, strike, color }) {
  const decoration = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return [
    color && `fill="${color}"`,
    bold && 'font-weight="700"',
    italic && 'font-style="italic"',
    dim && 'opacity="0.75"',
    decoration && `text-decoration="${decoration}"`,
  ]
    .filter(Boolean)
    .map((attribute) => ` ${attribute}`)
    .join('');
}

/** Pages as lines; `mono` is drawn on dark. */
async function linesOf(shade, columns, lines, args, keys) {
  if (keys === undefined) return pageOf(shade, columns, args).trimEnd().split('\n').slice(0, lines);
  const command = ['read', ...args.slice(1), `--theme=${shade}`];
  return screenLines(
    `'${process.execPath}' '${join(root, 'bin/review.js')}' ${command.join(' ')}`,
    { columns, rows: lines, keys, cwd: root, env: surroundings },
  );
}

const surroundings = { PATH: process.env.PATH, TERM: 'xterm', COLORTERM: 'truecolor' };

function pageOf(shade, columns, args) {
  const options = ['--color=always', `--width=${columns}`, `--theme=${shade}`];
  const program = join(root, 'bin/review.js');
  return execFileSync(process.execPath, [program, ...args, ...options], {
    encoding: 'utf8',
    cwd: root,
    env: surroundings,
  });
}

function drawRow(row, index, { back, text, colors }) {
  let column = 0;
  return [...runs(row, colors)].flatMap(({ text: run, style }) =>
    // SVG makes one space of many: what they keep apart is placed by itself.
    run.split(/( {2,}|^ | $)/).map((shown) => {
      const x = (margin + column * cell.width).toFixed(1);
      const columns = stringWidth(shown);
      column += columns;
      const y = margin + index * cell.height;
      const width = (columns * cell.width).toFixed(1);
      const bar = style.inverse
        ? `<rect x="${x}" y="${y}" width="${width}" height="${cell.height}" fill="${style.color ?? text}" shape-rendering="crispEdges"/>`
        : '';
      if (shown.trim() === '') return bar;
      const look = style.inverse ? { ...style, color: back } : style;
      return `${bar}<text x="${x}" y="${y + 14}" textLength="${width}"${attributes(look)}>${escapeXml(shown)}</text>`;
    }),
  );
}

async function draw([, shade, columns, lines, args, keys]) {
  const shades = paper[shade] ?? paper.dark;
  const { back, text } = shades;
  const rows = await linesOf(shade, columns, lines, args, keys);
  const drawn = rows.flatMap((row, index) => drawRow(row, index, shades));
  const width = Math.ceil(columns * cell.width + 2 * margin);
  const height = rows.length * cell.height + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${text}">
<title>review ${escapeXml(args.join(' '))}</title>
<rect width="${width}" height="${height}" rx="8" fill="${back}"/>
${drawn.filter((line) => line !== '').join('\n')}
</svg>
`;
}

const [first, shade, columns, lines, ...args] = process.argv.slice(2);
const isCheck = first === '--check';
const wanted =
  first === undefined || isCheck
    ? pictures
    : [[first, shade, Number(columns), Number(lines), args]];
for (const picture of wanted) {
  const path = resolve(root, picture[0]);
  const svg = await draw(picture);
  const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== svg;
  if (!isCheck) writeFileSync(path, svg);
  if (isStale) console.log(`${picture[0]} ${isCheck ? 'is stale: npm run picture' : 'drawn'}`);
  if (isStale && isCheck) process.exitCode = 1;
}
