import { Tokenizer, type TokenizerObject } from 'marked';
import { opensInline } from './spoiler-blocks.ts';

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
  gate('table', hasTableRule);
  gate('lheading', hasUnderline);
  gate('escape', (source) => source.startsWith('\\'));
  gate('tag', (source) => source.startsWith('<'));
  gate('autolink', (source) => source.startsWith('<'));
  gate('link', (source) => '!['.includes(source.charAt(0)));
  gate('reflink', (source) => '!['.includes(source.charAt(0)));
  gate('codespan', (source) => source.startsWith('`'));
  gate('br', (source) => ' \\\n'.includes(source.charAt(0)));
  const { inlineText } = tokenizer;
  tokenizer.inlineText = (source) => {
    const raw = brokenAutolink.exec(source)?.[0] ?? wordTooLongForAddress(source);
    if (raw === '') return inlineText.call(tokenizer, source);
    return { type: 'text', raw, text: raw, escaped: tokenizer.lexer.state.inRawBlock };
  };
  gate(
    'url',
    (source) =>
      /^(?:https?:|ftp:|www\.|[\w.+-]{1,300}@)/i.test(source) && !longestAddress.test(source),
  );
  return tokenizer;
}

/** No address is that long, and marked looks through all of such a word for each that may start in it. */
const longestAddress = /^[^\s<]{4096}/;

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
