import { Chalk, type ChalkInstance } from 'chalk';
import { Marked, type Parser, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Paints, Theme } from '../layout/theme.ts';
import type { Style } from '../style.ts';
import { linked, type PaintLine } from './bare-line.ts';

type Paint = (text: string) => string;

/** A painter for a theme at one of chalk's levels. */
export function createPainter(theme: Theme, level: 1 | 2 | 3): PaintLine {
  const chalk = new Chalk({ level });
  const paints = new Map<string, Paint>();
  let parser: Parser | undefined;
  const paintFor = (style: Style): Paint => {
    const key = `${style.tone}|${style.syntax}|${style.strong}|${style.em}|${style.del}|${style.code}|${style.link}`;
    const known = paints.get(key);
    if (known !== undefined) return known;
    parser ??= createInlineParser(theme, chalk);
    const inline = parser;
    const paint = frameOf((text) => paintSpan(text, style, theme, chalk, inline));
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
  return style.link === true ? paintOf(theme.link, chalk)(painted) : painted;
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
function paintOf(look: Paints, chalk: ChalkInstance): Paint {
  let paint: ChalkInstance | undefined;
  for (const name of look) {
    const from: ChalkInstance = paint ?? chalk;
    paint = name.startsWith('#') ? from.hex(name) : (from[name as 'bold'] as ChalkInstance);
  }
  return paint ?? same;
}
