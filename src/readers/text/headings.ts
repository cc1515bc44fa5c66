import { type ExtraSynonyms, roleNamed } from '../../model/roles.ts';
import { type TextBlock, widestHeading } from './blocks.ts';
import { endsSentence, listMark } from './lines.ts';
import { isNumbered, numberOf, sentenceScore, standsOut } from './titles.ts';

/** A line that may be a heading, as far as it can be told from the line alone. */
interface Candidate {
  /** How much it reads like a sentence; 2 and more is one. */
  readonly score: number;
  /** True when its words or letters say that it is a heading, whatever stands around it. */
  readonly strong: boolean;
  /** True when it is the name of a role: `Final verdict`. */
  readonly named: boolean;
}

/** What the neighbours of a block are. */
interface Place {
  readonly blocks: readonly TextBlock[];
  readonly candidates: readonly (Candidate | null)[];
  /** Whether the text ends in a rating, which was taken off. */
  readonly rated: boolean;
}

/**
 * Which of the blocks are headings, as one flag each. A heading is a short line that reads like a title, does not end like a
 * sentence, and stands above a paragraph or a list; of several such lines in a row, those that stand out and the last.
 */
export function findHeadings(
  blocks: readonly TextBlock[],
  rated: boolean,
  synonyms: ExtraSynonyms,
): boolean[] {
  const candidates = blocks.map((block) => candidateOf(block, synonyms));
  const found = blocks.map(({ kind }) => kind === 'underlined' || kind === 'hashed');
  // A text that marks its headings marks all of them.
  const marked = found.filter((flag, index) => flag && index > 0).length >= 2;
  const place = { blocks, candidates, rated };
  let lastNumber = 0;
  for (let at = 0; at < blocks.length; at++) {
    const candidate = candidates[at] ?? null;
    if (candidate === null || found[at]) continue;
    if (marked && !candidate.named) continue;
    if (blocks[at]?.kind === 'item' && !headsNumbered(place, at, lastNumber)) continue;
    found[at] = headsText(place, at, found[at - 1] === true && at > 1);
    if (found[at]) lastNumber = numberOf(textOf(blocks[at])) ?? lastNumber;
  }
  return found;
}

/** The text of a block of one line; empty for others. */
function textOf(block: TextBlock | undefined): string {
  return block?.lines.length === 1 ? (block.lines[0]?.text ?? '') : '';
}

/** `Cons: loud, dear` says it all on one line. */
const pointLine = /^(?:pros?|cons?|plus(?:s?es)?|minus(?:es)?|likes|dislikes)\s*:\s*\S/i;

function candidateOf(block: TextBlock, synonyms: ExtraSynonyms): Candidate | null {
  const text = textOf(block);
  if (text === '' || text.length > widestHeading) return null;
  if (block.kind === 'rule' || block.kind === 'set') return null;
  if (block.kind === 'item' && !isNumbered(text)) return null;
  if (block.kind === 'underlined' || block.kind === 'hashed' || pointLine.test(text)) return null;
  const named = roleNamed(text.replace(/[:?!]\s*$/, ''), synonyms) !== null;
  if (!named && !mayBeTitle(text)) return null;
  const score = named ? -9 : sentenceScore(text, synonyms);
  return score >= 2 ? null : { score, named, strong: named || standsOut(text) };
}

/** Whether the characters of a line let it be a title: how it starts, how it ends, no second sentence in it. */
function mayBeTitle(text: string): boolean {
  if (!/\p{L}/u.test(text) || /[.,;…”"’»。，；]['’)\]*_]*$/u.test(text)) return false;
  if (/^[>|@<{}\\/=~#]|^[—–-]|https?:\/\/|\S@\S/u.test(text)) return false;
  if (/^(?:(?:[Rr]eview(?:ed)?|[Ww]ritten) )?[Bb]y \p{Lu}/u.test(text)) return false;
  // Speech: “Never,” she said.
  if (/[,.!?…]["”»]/u.test(text)) return false;
  return !/\p{Ll}{3}[.;!]\s+\p{Lu}/u.test(
    text.replace(/\b(?:Mrs?|Drs?|vs|Vol|Chap|Part|Inc)\.\s/gi, ''),
  );
}

/** A numbered line among others is an item, unless it carries on the numbers of the headings. */
function headsNumbered({ blocks }: Place, at: number, lastNumber: number): boolean {
  if (blocks[at + 1]?.kind === 'item') return false;
  const number = numberOf(textOf(blocks[at]));
  return blocks[at - 1]?.kind !== 'item' || number === lastNumber + 1;
}

function headsText(
  { blocks, candidates, rated }: Place,
  at: number,
  afterHeading: boolean,
): boolean {
  const own = candidates[at] as Candidate;
  const next = blocks[at + 1];
  if (next === undefined) return own.named && rated && at > 0;
  if (own.strong && !leadsIn(blocks, at, own)) return true;
  // Right under a heading, a plain line is rather the first of its text.
  if (afterHeading || leadsIn(blocks, at, own) || next.kind === 'rule') return false;
  return isLastOfRun(blocks, candidates, at);
}

/** `Three things stand out:` above a list or a quotation. */
function leadsIn(blocks: readonly TextBlock[], at: number, { named }: Candidate): boolean {
  const next = blocks[at + 1];
  return (
    !named &&
    textOf(blocks[at]).endsWith(':') &&
    (next?.kind === 'item' || next?.kind === 'set' || /^[“"«„]/u.test(next?.lines[0]?.text ?? ''))
  );
}

/** Of short lines in a row, none of which stands out, one is a heading at most: the last, unless the first reads better. */
function isLastOfRun(
  blocks: readonly TextBlock[],
  candidates: Place['candidates'],
  at: number,
): boolean {
  const isPlain = (index: number): boolean =>
    index > 0 &&
    candidates[index] !== undefined &&
    candidates[index]?.strong === false &&
    blocks[index]?.kind === 'prose';
  const before = isPlain(at - 1) && !isAfterSentence(blocks, at);
  const after = isPlain(at + 1) && at + 2 < blocks.length;
  // Under it would stand nothing but the next heading.
  if (candidates[at + 1]?.strong === true && at + 2 < blocks.length) return false;
  if (before && after) return false;
  if (!before && !after) return true;
  const other = at + (before ? -1 : 1);
  // Three and more are a list without marks.
  if (isPlain(other + (before ? -1 : 1))) return false;
  const [own, its] = [candidates[at]?.score ?? 0, candidates[other]?.score ?? 0];
  return before ? own <= its : own < its;
}

function isAfterSentence(blocks: readonly TextBlock[], at: number): boolean {
  return endsSentence(textOf(blocks[at - 1])) || listMark.test(textOf(blocks[at - 1]));
}
