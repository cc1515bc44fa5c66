import { roleNamed } from '../../model/roles.ts';
import { columnsOf, endsSentence, listMark, type TextLine } from './lines.ts';

/** Wider than this, a line of a verse or a table is prose. */
const widest = 76;

/** What hides text, or ends that: code would show it as it stands. */
const hides = /\|\||>!|!<|:::|%%|<!--|-->|\[\/?spoiler|<\/?(?:spoiler|details|summary)\b/i;

/** More lines than these are not set by hand. */
const mostLines = 1000;

/**
 * Where lines end that were set by hand, from `lines[at]` on: a verse, which is indented, or a table, whose cells stand below one another with
 * blanks between them. `at` where none starts there. `base` is the margin of the text.
 */
export function setLinesEnd(lines: readonly TextLine[], at: number, base: number): number {
  const before = lines[at - 1];
  if (!mayBeSet(lines[at], base)) return at;
  // What began above is no more set from here on.
  if (before?.blankAfter === false && mayBeSet(before, base)) return at;
  const run = runFrom(lines, at);
  if (run.length < 2 || run.some(({ text }) => text.length > widest || hides.test(text))) return at;
  return isVerse(run, before, base) || isTable(run) ? at + run.length : at;
}

function mayBeSet(line: TextLine | undefined, base: number): boolean {
  if (line === undefined || line.text.length > widest || listMark.test(line.text)) return false;
  return line.margin >= base + 2 || gap.test(line.text);
}

/** The lines up to the next blank one or the next item of a list; where the first has gaps in it, those that have some too. */
function runFrom(lines: readonly TextLine[], at: number): readonly TextLine[] {
  const first = lines[at] as TextLine;
  const hasGaps = gap.test(first.text);
  const run: TextLine[] = [];
  for (const line of lines.slice(at, at + mostLines)) {
    if (line.text.length > widest || listMark.test(line.text)) break;
    if (hasGaps ? !gap.test(line.text) : line.margin < first.margin - 8) break;
    run.push(line);
    if (line.blankAfter) break;
  }
  return run;
}

/** Every line is indented more than the text; not the second line of a paragraph, nor points below their heading. */
function isVerse(run: readonly TextLine[], before: TextLine | undefined, base: number): boolean {
  if (run.some(({ margin }) => margin < base + 2)) return false;
  if (before === undefined) return false;
  const leads = (run[0] as TextLine).blankBefore || /[:.!?…]["”»’')]*$/u.test(before.text);
  const isBelowItem = listMark.test(before.text) || before.margin >= base + 2;
  return leads && !isBelowItem && roleNamed(before.text.replace(/:$/, '')) === null;
}

/** Two blanks and more between two words, or a tab. */
const gap = /\S(?: {2,}|\t+)\S/;
const keyLine = /^[\p{L}][\p{L}\p{N} _-]{0,40}:\s/u;

/** Cells of different lines start, or end, at the same column. Typists' two blanks behind a full stop and keys with their values are none. */
function isTable(run: readonly TextLine[]): boolean {
  if (run.every(({ text }) => keyLine.test(text))) return false;
  const gaps = run.map(({ text }) => cellEdges(text));
  if (gaps.some(({ starts }) => starts.length === 0)) return false;
  if (run.every(({ text }) => endsSentence(text) && text.length > 40)) return false;
  return share(gaps.map(({ starts }) => starts)) || share(gaps.map(({ ends }) => ends));
}

function cellEdges(text: string): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: blanks, index } of text.matchAll(/(?: {2,}|\t+)(?=\S)/g)) {
    // A sentence ended, and the next one begins.
    if (blanks.length === 2 && /[.!?]["”’)]*$/.test(text.slice(0, index))) continue;
    starts.push(columnsOf(text.slice(0, index + blanks.length)));
    if (index > 0) ends.push(columnsOf(text.slice(0, index)));
  }
  ends.push(columnsOf(text));
  return { starts, ends };
}

/** Whether most lines have an edge where the line before has one. */
function share(edges: readonly (readonly number[])[]): boolean {
  const same = edges
    .slice(1)
    .filter((own, index) => own.some((edge) => edges[index]?.includes(edge)));
  return same.length * 2 > edges.length - 1;
}

/** Lines as they were set, as code in Markdown: no mark in them means anything. */
export function setLinesAsMarkdown(lines: readonly TextLine[]): string {
  const left = Math.min(...lines.map(({ margin }) => margin));
  const texts = lines.map(({ text, margin }) => ' '.repeat(margin - left) + text);
  const longest = Math.max(0, ...texts.map((text) => /`{3,}/.exec(text)?.[0].length ?? 0));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [fence, ...texts, fence].join('\n');
}
