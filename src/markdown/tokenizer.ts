import { Tokenizer, type TokenizerObject } from 'marked';
import { mayHide } from './hidden-text.ts';
import { opensInline } from './spoiler-blocks.ts';
import { cutsHidden, inlineMarks, marksAround, spoilerLengthAt } from './spoiler-inlines.ts';

/**
 * marked's tokenizer, which tries each rule's regular expression at every place: here a rule is tried only where a character says
 * that it may match, since compiling the expressions of syntaxes that a document does not use takes longer than lexing it.
 * The tokens are the same. `emStrong`, `del` and `paragraph` stay as they are: marked takes a slower way when they are replaced.
 */
export function createTokenizer(): TokenizerObject {
  const tokenizer = new Tokenizer();
  const gate = <Rule extends keyof TokenizerObject>(
    rule: Rule,
    mayMatch: (source: string) => boolean,
  ): void => {
    const tried = tokenizer[rule] as (source: string, ...more: unknown[]) => unknown;
    Object.defineProperty(tokenizer, rule, {
      value: (source: string, ...more: unknown[]) =>
        mayMatch(source) ? tried.call(tokenizer, source, ...more) : undefined,
    });
  };
  gate('space', (source) => ' \t\n'.includes(source.charAt(0)));
  gate('code', (source) => ' \t'.includes(source.charAt(0)));
  gate('fences', (source) => '`~'.includes(firstMark(source)));
  gate('heading', (source) => firstMark(source) === '#');
  gate('hr', (source) => '-_*'.includes(firstMark(source)));
  // `>!x!<` at the start of a line is a spoiler within it.
  gate('blockquote', (source) => firstMark(source) === '>' && !opensInline(source));
  gate('list', (source) => '*+-0123456789'.includes(firstMark(source)));
  gate('html', (source) => firstMark(source) === '<');
  gate('def', (source) => firstMark(source) === '[');
  const { table } = tokenizer;
  tokenizer.table = (source) =>
    hasTableRule(source) ? wholeCells(tokenizer, table, source) : undefined;
  gate('lheading', hasUnderline);
  gate('escape', (source) => source.startsWith('\\'));
  gate('tag', (source) => source.startsWith('<'));
  gate('autolink', (source) => source.startsWith('<'));
  const { link, reflink } = tokenizer;
  tokenizer.link = (source) => uncut(tokenizer, source, link.call(tokenizer, source));
  tokenizer.reflink = (source, links) =>
    uncut(tokenizer, source, reflink.call(tokenizer, source, links));
  gate('link', (source) => '!['.includes(source.charAt(0)));
  gate('reflink', (source) => '!['.includes(source.charAt(0)));
  gate('codespan', (source) => source.startsWith('`'));
  gate('br', (source) => ' \\\n'.includes(source.charAt(0)));
  const { inlineText } = tokenizer;
  tokenizer.inlineText = (source) => {
    const plain = plainLength(source);
    const raw =
      plain > 0
        ? source.slice(0, plain)
        : (brokenAutolink.exec(source)?.[0] ?? wordTooLongForAddress(source));
    if (raw === '') return inlineText.call(tokenizer, source);
    return { type: 'text', raw, text: raw, escaped: tokenizer.lexer.state.inRawBlock };
  };
  gate(
    'url',
    (source) =>
      /^(?:https?:|ftp:|mailto:|xmpp:|www\.|[\w.+-]{1,300}@)/i.test(source) &&
      !longestAddress.test(source),
  );
  return tokenizer;
}

/** No address is that long, and marked looks through all of such a word for each that may start in it. */
const longestAddress = /^[^\s<]{4096}/;

/** What a unit may be in a text: the first of something else, the first of an address or of a line's end, part of an address of mail. */
const [mark, suspect, ofMail] = [1, 2, 4] as const;
const unitKinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return (
    ('\\<![`*~_'.includes(character) ? mark : 0) |
    ('@&hHfFwmx '.includes(character) ? suspect : 0) |
    (/[a-zA-Z0-9.!#$%&'*+/=?_`{|}~-]/.test(character) ? ofMail : 0)
  );
});
/** At a suspect unit: what an address begins with, a character that is written otherwise, or a break of the line. */
const suspicious = /[@&]|http|ftp:|www\.|mailto:|xmpp:| {2}/iy;
/** A longer text is left to marked's own rule. */
const longestPlain = 600;

/**
 * How much of a text is plain words by marked's own rule, to the next mark; 0 where that rule must be asked: it looks for addresses at every letter, which takes a
 * third of the time of all inlines.
 */
function plainLength(source: string): number {
  const first = source.charCodeAt(0);
  if (first === 96 || first === 126) return 0;
  const end = Math.min(source.length, longestPlain);
  for (let at = 0; at < end; at++) {
    const unit = source.charCodeAt(at);
    const kind = unit < 128 ? (unitKinds[unit] as number) : 0;
    if ((kind & suspect) !== 0) {
      suspicious.lastIndex = at;
      if (suspicious.test(source)) return 0;
    }
    if (at > 0 && (kind & mark) !== 0) return isWithinMail(source, at) ? 0 : at;
  }
  return end < source.length ? 0 : end;
}

/** Whether a mark may stand in an address of mail. */
function isWithinMail(source: string, start: number): boolean {
  let at = start;
  while (at < source.length && at - start < longestPlain) {
    const unit = source.charCodeAt(at);
    if (unit === 64) return true;
    if (unit >= 128 || ((unitKinds[unit] as number) & ofMail) === 0) return false;
    at++;
  }
  return at < source.length;
}

/** An address in pointed brackets with a blank in it, which is none (CommonMark 0.31, 6.5), nor is its first part. */
const brokenAutolink = /^<(?:https?:|ftp:|mailto:|www\.)[^\s<>]{0,4096}(?=[ \t])/i;

const longWord = /[A-Za-z0-9.#$%'+/=?{}-]{600,}/y;
/** More than the name in an address for mail ever takes. */
const longestName = 300;

/**
 * The start of a word that is too long to be an address for mail, or nothing. marked looks for the `@` at the end of a word
 * from each place in it, which takes quadratic time.
 */
function wordTooLongForAddress(source: string): string {
  longWord.lastIndex = 0;
  const word = longWord.exec(source)?.[0] ?? '';
  const text = word.slice(0, -longestName);
  // An address that starts right here was tried before.
  const link = text.slice(1).search(/https?|ftp/i);
  return link < 0 ? text : text.slice(0, link + 1);
}

/** The first character that is no space. */
function firstMark(source: string): string {
  let at = 0;
  while (source.charAt(at) === ' ') at++;
  return source.charAt(at);
}

/** Whether the second line may be the rule between a table's head and its body. */
function hasTableRule(source: string): boolean {
  const end = source.indexOf('\n');
  return end >= 0 && '|-:'.includes(firstMark(source.slice(end + 1, end + 40)) || ' ');
}

/** What a rule found at the start of a text, unless it ends in the middle of what begins to be hidden in it. */
function uncut<Found extends { readonly raw: string }>(
  { lexer }: Tokenizer,
  source: string,
  found: Found | undefined,
): Found | undefined {
  if (found === undefined) return found;
  return cutsHidden(marksAround(lexer, source), source, found.raw.length) ? undefined : found;
}

type TableRule = Tokenizer['table'];

/** A table, in the cells of which each spoiler is whole: its own bars, and those in it, part nothing. */
function wholeCells(tokenizer: Tokenizer, rule: TableRule, source: string): ReturnType<TableRule> {
  const start = source.indexOf('\n') + 1;
  const second = source.slice(start, start + source.slice(start).search(/\n|$/));
  if (!/^[ \t]*[:|-][ \t:|-]*$/.test(second) || !/[:|]/.test(second))
    return rule.call(tokenizer, source);
  const end = source.search(/\n[ \t]*(?:\n|$)/);
  const rows = end < 0 ? source : source.slice(0, end);
  if (!mayHide(rows)) return rule.call(tokenizer, source);
  const lines = rows.split('\n');
  const columns = splitRow(lines[1] ?? '').length;
  const whole = lines.map((line) => wholeSpoilers(line, columns)).join('\n');
  const token = rule.call(tokenizer, whole + source.slice(rows.length));
  return token === undefined ? undefined : { ...token, raw: sameLines(source, token.raw) };
}

/** As many lines of a text as another has. */
function sameLines(source: string, raw: string): string {
  let at = 0;
  for (let left = raw.split('\n').length - 1; left > 0; left--) at = source.indexOf('\n', at) + 1;
  if (raw.endsWith('\n')) return source.slice(0, at);
  const end = source.indexOf('\n', at);
  return end < 0 ? source : source.slice(0, end);
}

/**
 * A row with a backslash before the bars of its spoilers and those in them. `a||b||c` without blanks may have empty cells: it does where that makes as many
 * as the table has columns.
 */
function wholeSpoilers(line: string, columns: number): string {
  if (!mayHide(line)) return line;
  const marks = inlineMarks(line);
  let made = '';
  let isClear = false;
  for (let at = 0; at < line.length; at++) {
    const length = line.charAt(at) === '\\' ? 0 : spoilerLengthAt(marks, at);
    if (line.charAt(at) === '\\') made += line.charAt(at++);
    if (length === 0) made += line.charAt(at);
    else {
      const end = at + length;
      isClear ||=
        line.charAt(at) !== '|' || /^[\s|]*$/.test(line.slice(at - 1, at) + line.charAt(end));
      made += line.slice(at, end).replace(/\\?\|/g, '\\|');
      at = end - 1;
    }
  }
  return !isClear && splitRow(line).length === columns ? line : made;
}

/** The cells of a row (GFM, tables). */
function splitRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/);
}

/** A line at which a paragraph ends, whatever stands in it: blank, a heading, a quote, a fence, an item. */
const endsParagraph = /^(?: {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|[*+] )|\s*$)/;

/** Whether a line of the first paragraph may be the underline of a setext heading. Looks no further than the paragraph. */
function hasUnderline(source: string): boolean {
  let start = source.indexOf('\n') + 1;
  while (start > 0) {
    const end = source.indexOf('\n', start);
    const line = source.slice(start, end < 0 ? undefined : end);
    if ('=-'.includes(firstMark(line) || ' ')) return true;
    if (endsParagraph.test(line)) return false;
    start = end + 1;
  }
  return false;
}
