import { roleNamed, roleOfHeading, type ExtraSynonyms } from '../model/roles.ts';
import { endsSentence, listItem, type TextLine } from './text-lines.ts';

/** Wider than this, a line is prose. */
const widestHeading = 80;
const mostWords = 13;

/** A line that heads what follows it. `level` is 1..6. */
export interface TextHeading {
  readonly title: string;
  readonly level: number;
  /** Lines it takes: two when it is underlined. */
  readonly lines: number;
}

export interface HeadingContext {
  readonly hardWrapped: boolean;
  readonly synonyms: ExtraSynonyms;
}

/** The heading that starts at `lines[at]`, or null. Looks at the line, at what it says, and at its neighbours. */
export function headingAt(lines: readonly TextLine[], at: number, context: HeadingContext): TextHeading | null {
  const line = lines[at] as TextLine;
  const marked = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line.text);
  if (marked?.[2]) return { title: marked[2], level: (marked[1] as string).length, lines: 1 };
  const next = lines[at + 1];
  if (next === undefined) return null;
  if (isUnderline(next.text) && !line.blankAfter && fits(line.text)) {
    return { title: line.text, level: next.text.startsWith('=') ? 1 : 2, lines: 2 };
  }
  if (!looksLikeHeading(line, context) || !standsLikeHeading(lines, at, context)) return null;
  return { title: line.text.replace(/^\*\*(.+)\*\*$/, '$1'), level: 2, lines: 1 };
}

function isUnderline(text: string): boolean {
  return /^(?:={3,}|-{3,}|~{3,})$/.test(text);
}

function fits(text: string): boolean {
  return text.length <= widestHeading && text.split(/\s+/).length <= mostWords;
}

/** Whether the line, taken alone, may be a heading: short, no sentence, no item of a list, no `key: value`. */
function looksLikeHeading({ text, indent }: TextLine, { synonyms }: HeadingContext): boolean {
  if (!fits(text) || indent > 8 || isUnderline(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (/^[-*+•·–>|]\s/u.test(text) || /[.,;”"»…。，；]['’)\]]*$/u.test(text.replace(/^\*\*(.+)\*\*$/, '$1'))) return false;
  if (/^(?:by|von|par)\s*:?\s+\S/iu.test(text)) return false;
  return titleScore(text, synonyms) >= 2;
}

/** How much a line reads like a title; 2 and more is one. Each rule says what speaks for or against it. */
function titleScore(text: string, synonyms: ExtraSynonyms): number {
  const bare = text.replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,5}[.):])\s+/u, '');
  const words = bare.split(/\s+/);
  const role = roleOfHeading(bare, synonyms);
  const exactRole = roleNamed(bare.replace(/[:?]\s*$/, ''), synonyms) !== null;
  const letters = bare.replace(/[^\p{L}]/gu, '');
  const rules: readonly (readonly [boolean, number])[] = [
    [exactRole, 4],
    [role !== null, 2],
    [words.length <= 6, 2],
    [words.length > 6 && words.length <= 9, 1],
    [words.length > 10, -1],
    [isTitleCase(words), 2],
    [letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(), 2],
    [/[:?]$|:\s|\s[—–-]\s|—/u.test(text), 1],
    [/^\p{Ll}/u.test(bare), -2],
    [isClause(bare) && !exactRole, -3],
    [/!$/.test(text) && role === null, -2],
    [/,\s\p{Ll}/u.test(bare) && words.length > 6, -1],
  ];
  return rules.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), 0);
}

const small = /^(?:a|an|the|of|on|in|at|to|by|for|and|or|but|nor|with|from|as|vs|is|it|de|la|le|und|der|die|das)$/i;

/** Whether most of the words that titles capitalise are capitalised. */
function isTitleCase(words: readonly string[]): boolean {
  const counted = words.filter((word) => /\p{L}/u.test(word) && !small.test(word.replace(/[^\p{L}]/gu, '')));
  const capital = counted.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return words.length > 1 && counted.length > 1 && capital.length >= counted.length * 0.8;
}

const subject = "(?:i|we|he|she|they|it|there|you|this|that|these|those|here)";
const verb =
  "(?:am|is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|did|get|gets|got|go|goes|went|feel|feels|felt|look|looks|looked|love|loved|loves|like|liked|hate|hated|want|wanted|think|thought|know|knew|saw|see|sees|seems|seemed|works|worked|comes|came|makes|made|takes|took|gives|gave|left|ran|fell|cried|laughed|slept|never|always|just|really|still|only)";
const clause = new RegExp(`^(?:(?:and|but|so|then|yet|still|well|yes|no|honestly|sadly|oh),?\\s+)?${subject}(?:['’](?:s|m|re|ve|d|ll)\\b|\\s+${verb}\\b)`, 'iu');

/** Whether the line is a sentence that has lost its full stop: a pronoun and a verb. A question mark makes it a heading again. */
function isClause(text: string): boolean {
  return clause.test(text) && !/\?$/.test(text);
}

/** Whether the neighbours leave room for a heading: a paragraph has ended before it, and prose or a heading follows. */
function standsLikeHeading(lines: readonly TextLine[], at: number, context: HeadingContext): boolean {
  const line = lines[at] as TextLine;
  const before = lines[at - 1];
  const next = lines[at + 1] as TextLine;
  if (before !== undefined && !line.blankBefore && !endedBefore(before, context)) return false;
  if (listItem.test(line.text) && (listItem.test(next.text) || (before !== undefined && listItem.test(before.text)))) return false;
  // A heading stands above something longer than itself, above a list, or above another heading.
  return next.text.length > line.text.length || endsSentence(next.text) || listItem.test(next.text) || looksLikeHeading(next, context);
}

/** Whether the paragraph that `before` belongs to is over: in wrapped text only a sentence's end says so. */
function endedBefore(before: TextLine, context: HeadingContext): boolean {
  return !context.hardWrapped || endsSentence(before.text) || before.text.length < 45 || /:$/.test(before.text);
}
