import { contentOf } from '../markdown/content.ts';
import { secondMark } from '../markdown/lex.ts';
import type { AnyToken } from '../markdown/tokens.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { tableCells } from '../readers/many/tables.ts';
import { visibleLine } from '../text/visible.ts';
import { withMore } from './more.ts';
import { type PlacedToken, placedTokens } from './placed-tokens.ts';
import type { Rule, Subject } from './subject.ts';

/** Beyond this, nobody reads on. */
const most = 100;

/**
 * What leads nowhere or does not end, so that it is shown otherwise than it was meant: cells beyond a table's columns (table-row-long), links to
 * a definition that there is not (reference-undefined), footnotes without a text or without a place (note-undefined, note-unused), code that
 * is never closed (fence-unclosed), a comment that is not (comment-unclosed), a second note of one label (note-duplicate). Each at its place.
 */
export const looseEnds: Rule = (subject) => {
  const { footnotes } = contentOf(subject.review);
  const found: Diagnostic[] = [];
  const called = new Set<string>();
  const defined: PlacedToken[] = [];
  for (const placed of placedTokens(subject)) {
    const { token } = placed;
    if (token.type === 'footnoteReference') called.add(token.label);
    if (token.type === 'footnoteDefinition') defined.push(placed);
    if (found.length < most) found.push(...faultsOf(subject, placed, footnotes));
  }
  const unused = defined.flatMap((placed) => unusedNote(subject, placed, called));
  const all = [...found, ...unused];
  return all.length > most ? withMore(all.slice(0, most)) : all;
};

function faultsOf(
  subject: Subject,
  placed: PlacedToken,
  footnotes: ReadonlyMap<string, unknown>,
): Diagnostic[] {
  const { token } = placed;
  switch (token.type) {
    case 'table':
      return longRows(subject, placed, token);
    case 'code':
      return openFence(subject, placed, token);
    case 'html':
      return openComment(subject, placed, token.raw);
    case 'paragraph':
      return secondNote(subject, placed, token.tokens?.[0]?.raw ?? '');
    case 'footnoteReference':
      return footnotes.has(token.label) ? [] : [undefinedNote(subject, placed, token.raw)];
    case 'text':
      return token.tokens === undefined ? openReferences(subject, placed, token.raw) : [];
    default:
      return [];
  }
}

function longRows(
  subject: Subject,
  placed: PlacedToken,
  { raw, header }: Extract<AnyToken, { type: 'table' }>,
): Diagnostic[] {
  const columns = header.length;
  return linesAt(raw).flatMap(({ line, offset }, index) => {
    const cells = index < 2 ? [] : tableCells(line);
    if (cells.slice(columns).every((cell) => cell === '')) return [];
    const range = rangeAt(subject, placed, line.trim(), offset);
    const message = `The row has ${cells.length} cells, the table ${columns} ${columns === 1 ? 'column' : 'columns'}; what is beyond them is not shown.`;
    return [diagnose('table-row-long', message, { range })];
  });
}

/** The lines of a text, each with its place in it. */
function linesAt(text: string): { line: string; offset: number }[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => ({ line, offset: index }));
}

function openFence(
  subject: Subject,
  placed: PlacedToken,
  { raw, codeBlockStyle }: Extract<AnyToken, { type: 'code' }>,
): Diagnostic[] {
  const mark = codeBlockStyle === 'indented' ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1];
  if (mark === undefined) return [];
  const closing = new RegExp(`\\n[ \\t]*${mark}[${mark.charAt(0)}]*[ \\t]*\\n*$`);
  if (closing.test(raw)) return [];
  const range = rangeAt(subject, placed, mark, 0);
  const hint = `Close it with a line \`${mark}\`.`;
  return [
    diagnose('fence-unclosed', 'Code is opened here and never closed: all the rest is code.', {
      range,
      hint,
    }),
  ];
}

/** `[text][label]` and `[text][]`, which are links where the label is defined; `a[0][1]` is none, nor are sources, `[1][2]`. */
const reference =
  /(?<![\p{L}\p{N}_\]!\\])!?\[(?!\d+\]\[\d)([^[\]\n]{1,200})\]\[([^[\]\n]{0,200})\](?![[(])/gu;
/** `[^label]`, which is a footnote where there is one. */
const note = /(?<![\\\]])\[\^([^\s[\]]{1,100})\](?!:)/g;

function openReferences(subject: Subject, placed: PlacedToken, raw: string): Diagnostic[] {
  if (!raw.includes('[')) return [];
  const links = Array.from(
    raw.matchAll(reference),
    ({ 0: whole, 1: text = '', 2: name, index }) => {
      const label = visibleLine(name === undefined || name === '' ? text : name);
      return diagnose('reference-undefined', `Nothing says where \`[${label}]\` leads.`, {
        range: rangeAt(subject, placed, whole, index),
        hint: `Add a line \`[${label}]: https://…\`, or write \`[${visibleLine(text)}](address)\`.`,
      });
    },
  );
  const notes = Array.from(raw.matchAll(note), ({ 0: whole, index }) =>
    undefinedNote(subject, placed, whole, index),
  );
  return [...links, ...notes];
}

/** `<!--` behind the last comment that closes. */
function openComment(subject: Subject, placed: PlacedToken, raw: string): Diagnostic[] {
  const at = raw.indexOf('<!--', Math.max(0, raw.lastIndexOf('-->')));
  if (at < 0) return [];
  const range = rangeAt(subject, placed, '<!--', at);
  const message = 'A comment is opened here and never closed: nothing of what follows is shown.';
  return [diagnose('comment-unclosed', message, { range })];
}

/** A definition of a label that has one already is a paragraph. */
function secondNote(subject: Subject, placed: PlacedToken, first: string): Diagnostic[] {
  const mark = secondMark.exec(first)?.[1];
  if (mark === undefined) return [];
  const message = `Another footnote has the label \`${visibleLine(mark)}\`; this one stands in the text.`;
  return [diagnose('note-duplicate', message, { range: rangeAt(subject, placed, mark, 0) })];
}

function undefinedNote(subject: Subject, placed: PlacedToken, raw: string, offset = 0): Diagnostic {
  const mark = visibleLine(raw);
  return diagnose('note-undefined', `There is no footnote \`${mark}\`.`, {
    range: rangeAt(subject, placed, raw, offset),
    hint: `Add a line \`${mark}: …\` with its text.`,
  });
}

function unusedNote(
  subject: Subject,
  placed: PlacedToken,
  called: ReadonlySet<string>,
): Diagnostic[] {
  const { token } = placed;
  if (token.type !== 'footnoteDefinition' || called.has(token.label)) return [];
  const mark = /^\s*(\[\^[^\]\n]*\])/.exec(token.raw)?.[1] ?? '[^';
  const message = `Nothing in the text calls the footnote \`${visibleLine(mark)}\`.`;
  return [diagnose('note-unused', message, { range: rangeAt(subject, placed, mark, 0) })];
}

/** The place of a part of a token's text; the token's first character where it cannot be found. */
function rangeAt(
  { source, locator }: Subject,
  { token, start, isExact }: PlacedToken,
  text: string,
  offset: number,
) {
  // A place is that of the first character that is no space; lines of a quote or an item are further along than in the token.
  const lead = token.raw.length - token.raw.trimStart().length;
  const at = isExact ? source.indexOf(text, start + Math.max(0, offset - lead)) : -1;
  return at < 0 ? locator.range(start, start + 1) : locator.range(at, at + text.length);
}
