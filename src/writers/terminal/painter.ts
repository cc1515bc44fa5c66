import { Chalk, type ChalkInstance } from 'chalk';
import { Marked, type Parser, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Style, StyledLine } from '../layout/style.ts';
import type { Look, Theme } from './themes.ts';

/** Turns a line of spans into text with SGR and OSC 8 sequences; the line closes every style it opens. */
export type PaintLine = (line: StyledLine) => string;

type Paint = (text: string) => string;

/** A painter for a theme at one of chalk's levels. At level 0 it writes no SGR; links that carry an address are OSC 8 at any level. */
export function createPainter(theme: Theme, level: 0 | 1 | 2 | 3): PaintLine {
  const chalk = new Chalk({ level });
  const paints = new Map<string, Paint>();
  let parser: Parser | undefined;
  const paintFor = (style: Style): Paint => {
    const key = `${style.tone}|${style.syntax}|${style.strong}|${style.em}|${style.del}|${style.code}|${style.href !== undefined}`;
    const known = paints.get(key);
    if (known !== undefined) return known;
    if (level > 0) parser ??= createInlineParser(theme, chalk);
    const paint =
      parser === undefined
        ? same
        : frameOf((text) => paintSpan(text, style, theme, chalk, parser as Parser));
    paints.set(key, paint);
    return paint;
  };
  return (line) =>
    line.map(({ text, style }) => linked(paintFor(style)(text), style.href)).join('');
}

const same: Paint = (text) => text;

/** What is painted differs in its text alone, so what stands around one text stands around every other. */
function frameOf(paint: Paint): Paint {
  const [before = '', after = ''] = paint('x').split('x');
  return (text) => before + text + after;
}

function paintSpan(
  text: string,
  style: Style,
  theme: Theme,
  chalk: ChalkInstance,
  parser: Parser,
): string {
  let painted = paintInline(text, style, parser);
  if (style.syntax !== undefined) painted = paintOf(theme.syntax[style.syntax], chalk)(painted);
  if (style.tone !== undefined && style.code !== true)
    painted = paintOf(theme.tones[style.tone], chalk)(painted);
  return style.href === undefined ? painted : paintOf(theme.link, chalk)(painted);
}

/** marked's parser with marked-terminal's renderer: it paints inline marks and nothing else. */
function createInlineParser(theme: Theme, chalk: ChalkInstance): Parser {
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

function paintInline(text: string, { code, del, em, strong }: Style, parser: Parser): string {
  let token: Token =
    code === true
      ? { type: 'codespan', raw: text, text }
      : { type: 'text', raw: text, text, escaped: false };
  for (const [type, isOn] of [
    ['del', del],
    ['em', em],
    ['strong', strong],
  ] as const) {
    if (isOn === true) token = { type, raw: text, text, tokens: [token] };
  }
  return parser.parseInline([token]);
}

/** A look as one function; an empty one leaves the text as it is. */
function paintOf(look: Look, chalk: ChalkInstance): Paint {
  let paint: ChalkInstance | undefined;
  for (const name of look) {
    const from: ChalkInstance = paint ?? chalk;
    paint = name.startsWith('#') ? from.hex(name) : (from[name as 'bold'] as ChalkInstance);
  }
  return paint ?? same;
}

function linked(painted: string, href: string | undefined): string {
  return href === undefined
    ? painted
    : `\u001B]8;;${encodeAddress(href)}\u001B\\${painted}\u001B]8;;\u001B\\`;
}

/** An address without what could end the sequence it stands in. */
function encodeAddress(address: string): string {
  return address.replace(/[^\x21-\x7E]/gu, encodeURIComponent);
}
