import { Chalk, type ChalkInstance } from 'chalk';
import { Marked, type Parser, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Style, StyledLine } from '../layout/style.ts';
import type { Look, Theme } from './themes.ts';

/** Turns a line of spans into text with SGR and OSC 8 sequences; the line closes every style it opens. */
export type PaintLine = (line: StyledLine) => string;

type Paint = (text: string) => string;

/** A painter for a theme at one of chalk's levels. Level 0 gives the plain text, without hyperlinks too. */
export function createPainter(theme: Theme, level: 0 | 1 | 2 | 3): PaintLine {
  if (level === 0) return (line) => line.map(({ text }) => text).join('');
  const chalk = new Chalk({ level });
  const parser = createInlineParser(theme, chalk);
  const tones = new Map<string, Paint>();
  const toneOf = (name: keyof Theme['tones']): Paint => {
    let paint = tones.get(name);
    if (paint === undefined) {
      paint = paintOf(theme.tones[name], chalk);
      tones.set(name, paint);
    }
    return paint;
  };
  const link = paintOf(theme.link, chalk);
  return (line) =>
    line
      .map(({ text, style }) => {
        let painted = style.sgr === undefined ? paintInline(text, style, parser) : `\u001B[${style.sgr}m${text}\u001B[0m`;
        if (style.tone !== undefined) painted = toneOf(style.tone)(painted);
        if (style.href !== undefined) painted = `\u001B]8;;${encodeAddress(style.href)}\u001B\\${link(painted)}\u001B]8;;\u001B\\`;
        return painted;
      })
      .join('');
}

/** marked's parser with marked-terminal's renderer: it paints inline marks and nothing else. */
function createInlineParser(theme: Theme, chalk: ChalkInstance): Parser {
  const same: Paint = (text) => text;
  const marked = new Marked();
  marked.use(
    markedTerminal({
      strong: paintOf(theme.strong, chalk),
      em: paintOf(theme.em, chalk),
      del: paintOf(theme.del, chalk),
      codespan: paintOf(theme.code, chalk),
      paragraph: same,
      listitem: same,
      table: same,
      hr: same,
      emoji: false,
      unescape: false,
    }),
  );
  return new marked.Parser(marked.defaults);
}

function paintInline(text: string, style: Style, parser: Parser): string {
  if (style.strong !== true && style.em !== true && style.del !== true && style.code !== true) return text;
  let token: Token = { type: 'text', raw: text, text, escaped: false };
  // marked-terminal's codespan puts a mark in the place of every colon, which only its block renderers take out again.
  if (style.code === true) token = { type: 'codespan', raw: text, text };
  for (const type of ['del', 'em', 'strong'] as const) if (style[type] === true) token = { type, raw: text, text, tokens: [token] };
  return parser.parseInline([token]).replaceAll('*#COLON|*', ':');
}

/** A look as one function; an empty one leaves the text as it is. */
function paintOf(look: Look, chalk: ChalkInstance): Paint {
  let paint: ChalkInstance | undefined;
  for (const name of look) {
    const from: ChalkInstance = paint ?? chalk;
    paint = name.startsWith('#') ? from.hex(name) : (from[name as 'bold'] as ChalkInstance);
  }
  return paint ?? ((text) => text);
}

/** An address without what could end the sequence it stands in. */
function encodeAddress(address: string): string {
  return address.replace(/[^\x21-\x7E]/g, (character) => encodeURIComponent(character));
}
