// Draws a terminal page of the program's own output as an SVG: `node scripts/picture.js OUT dark|light COLUMNS LINES ARGS…`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';

const [out, shade, columns, lines, ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const page = execFileSync(
  process.execPath,
  [`${root}/bin/review.js`, ...args, '--color=always', `--width=${columns}`],
  {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, TERM: 'xterm' },
  },
);

const shades = {
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
const { back, text, colors } = shades[shade];
const cell = { width: 8.4, height: 19 };
const margin = 18;

/** One SGR sequence, kept by `split`. */
const sequence = new RegExp(`(${String.fromCharCode(27)}\\[[\\d;]*m)`);

/** Text with SGR sequences as runs of one style. */
function* runs(line) {
  let style = {};
  for (const part of line.split(sequence)) {
    const codes = sequence.test(part) ? [part, part.slice(2, -1)] : null;
    if (codes === null) {
      if (part !== '') yield { text: part, style };
    } else style = apply(style, codes[1].split(';').map(Number));
  }
}

function apply(style, codes) {
  let next = { ...style };
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    if (code === 0) next = {};
    else if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code === 3) next.italic = true;
    else if (code === 4) next.underline = true;
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

const rows = page.split('\n').slice(0, Number(lines));
const drawn = rows.flatMap((row, index) => {
  let column = 0;
  return [...runs(row)].flatMap(({ text: run, style }) =>
    // SVG joins spaces: what stands between two of them is placed on its own.
    run.split(/( {2,})/).map((part) => {
      const x = margin + column * cell.width;
      const width = stringWidth(part);
      column += width;
      if (part.trim() === '') return '';
      const lead = width - stringWidth(part.trimStart());
      const shown = part.trim();
      return `<text x="${(x + lead * cell.width).toFixed(1)}" y="${margin + index * cell.height + 14}" textLength="${(stringWidth(shown) * cell.width).toFixed(1)}"${attributes(style)}>${escapeXml(shown)}</text>`;
    }),
  );
});
const width = Math.ceil(Number(columns) * cell.width + 2 * margin);
const height = rows.length * cell.height + 2 * margin;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${text}">
<title>review ${escapeXml(args.join(' '))}</title>
<rect width="${width}" height="${height}" rx="8" fill="${back}"/>
${drawn.filter((line) => line !== '').join('\n')}
</svg>
`;
writeFileSync(out, svg);
