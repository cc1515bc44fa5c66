import type { MapEntry, MapNode, ScalarNode } from '../../data/data-node.ts';
import { type ExtraSynonyms, roleNamed } from '../../model/roles.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { findTrailingRating } from '../body/trailing-rating.ts';
import { isKnownKey } from '../fields/metadata.ts';
import type { ReadSettings } from '../reader.ts';
import type { TextBlock } from './blocks.ts';
import { endsSentence, type TextLine } from './lines.ts';

/** What stands at the top of a plain text, before its prose. */
export interface TextHead {
  readonly title?: string;
  /** Byline, date and `key: value` lines, as keys. */
  readonly keys: MapNode;
  /** How many blocks it takes. */
  readonly count: number;
}

/** Title, byline, date and lines of known keys at the top. `isHeading` is what `findHeadings` gave. */
export function readHead(
  blocks: readonly TextBlock[],
  isHeading: readonly boolean[],
  settings: ReadSettings,
): TextHead {
  const entries: MapEntry[] = [];
  let title: string | undefined;
  let count = 0;
  for (const block of blocks.slice(0, 12)) {
    const found = headEntries(block, count, settings);
    if (found !== null) entries.push(...found);
    else if (
      title === undefined &&
      !isNamed(entries) &&
      isTitle(blocks, count, isHeading, settings.roles ?? {})
    )
      title = titleText(block);
    else if (count > 0 && isSubtitle(blocks, count, settings))
      entries.push(entry(block.lines[0] as TextLine, 'summary', titleText(block)));
    else break;
    count++;
  }
  const end = entries.at(-1)?.value.end ?? 0;
  const keys: MapNode = {
    kind: 'map',
    flow: false,
    entries,
    start: entries[0]?.keyStart ?? 0,
    end,
    text: '',
  };
  return { ...(title === undefined ? {} : { title }), keys, count };
}

/** A text whose keys name it needs no line for that: a short line after them is a heading. */
function isNamed(entries: readonly MapEntry[]): boolean {
  return entries.some(({ key }) => !/^(?:critic|date|rating)$/.test(key));
}

/** The text of a heading, without the marks that make it one, or the colon that leads to what stands below it. */
export function titleText({ kind, lines }: TextBlock): string {
  const text = (lines[0]?.text ?? '').replace(/(?<=\S)\s*[:：]$/, '');
  if (kind === 'hashed')
    return text
      .replace(/^#+\s+/, '')
      .replace(/(?<=\s)#+$/, '')
      .trim();
  return text;
}

const widestTitle = 120;
/** What a text calls its first section, not itself. */
const openings = new Set(['summary', 'strengths', 'weaknesses', 'verdict']);
const introduction = /^(?:intro|introduction|background|foreword|first impressions?)\b.{0,3}$/i;

/** A first line has only to be short and no sentence: nothing stands before it that it could belong to. */
function isTitle(
  blocks: readonly TextBlock[],
  at: number,
  isHeading: readonly boolean[],
  synonyms: ExtraSynonyms,
): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  if (block === undefined || next === undefined || block.kind === 'item' || block.kind === 'rule')
    return false;
  const text = titleText(block);
  if (openings.has(roleNamed(text.replace(/:$/, ''), synonyms) ?? '') || introduction.test(text))
    return false;
  // The first row of several: `Heat | Michael Mann`.
  if (/\s\|\s/.test(text) && /\s\|\s/.test(next.lines[0]?.text ?? '')) return false;
  if (isHeading[at]) return true;
  if (block.lines.length > 1 || text.length > widestTitle || !/[\p{L}\p{N}]/u.test(text))
    return false;
  if (/[.,;:…]$/u.test(text) || /^[“"‘'«].*[”"’'»]$/u.test(text)) return false;
  return (
    !endsSentence(text) ||
    /[?!]$/.test(text) ||
    (/[”"’»]$/u.test(text) && !/[.,!?…][”"’»]$/u.test(text))
  );
}

/** A short line between the title and the byline. */
function isSubtitle(blocks: readonly TextBlock[], at: number, settings: ReadSettings): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (
    block?.kind !== 'prose' ||
    block.lines.length > 1 ||
    next === undefined ||
    titleText(block).length > widestTitle
  )
    return false;
  return headEntries(next, at + 1, settings) !== null;
}

const keyLine = /^([A-Za-z][\w -]{0,40}?)\s*:\s+(\S.*)$/;
const byline = /^(?:an?\s+)?(?:(?:review(?:ed)?|written|words|text)\s+)?by\s*:?\s+(\S.{0,80})$/iu;
const name =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|van|von|der|den|del|la|le|bin|and|&)){0,5}$/u;

/** Whether a line is a person's name and nothing else. */
export function isPersonName(text: string): boolean {
  return name.test(text) && /\s/.test(text);
}

/** What a line at the top says about the review, as keys; null when it says nothing of the kind. */
function headEntries(
  { kind, lines }: TextBlock,
  at: number,
  settings: ReadSettings,
): MapEntry[] | null {
  const line = lines[0];
  if (kind !== 'prose' || lines.length !== 1 || line === undefined || line.text.length > 160)
    return null;
  const { text } = line;
  const by = byline.exec(text);
  if (by !== null) return bylineEntries(line, by[1] as string);
  if (at > 0 && isoDate(text) !== null) return [entry(line, 'date', text)];
  const rating = findTrailingRating(text);
  if (rating !== null && at > 0) return [entry(line, 'rating', rating.source)];
  const key = keyLine.exec(text);
  return key !== null && isHeadKey(key[1] as string, settings)
    ? [entry(line, key[1] as string, key[2] as string)]
    : null;
}

/** `Verdict: keep it` is a heading, and a text of its own has its sections there. */
function isHeadKey(key: string, settings: ReadSettings): boolean {
  if (roleNamed(key, settings.roles) !== null) return false;
  return (
    isKnownKey(key, settings) &&
    !/^(?:review|reviews?\s*of|body|text|content|sections|pros|cons)$/i.test(key)
  );
}

/** `By Ada Quill`, `Review by Ada Quill, 6 June 2025`. Null when anything else follows the name: it must not get lost. */
function bylineEntries(line: TextLine, rest: string): MapEntry[] | null {
  const [, who = rest, when] =
    /^([^,|·•–—]{1,60}?)\s*(?:[,|·•–—]|\son\s)\s*(.*)$/u.exec(rest) ?? [];
  const critic = who.replace(/[.,;]$/, '').trim();
  if (!name.test(critic) || (when !== undefined && isoDate(when) === null)) return null;
  return [
    entry(line, 'critic', critic),
    ...(when === undefined ? [] : [entry(line, 'date', when)]),
  ];
}

function entry({ text, start, end }: TextLine, key: string, value: string): MapEntry {
  const from = start + Math.max(text.lastIndexOf(value), 0);
  const node: ScalarNode = {
    kind: 'scalar',
    value: /^\d{1,15}$/.test(value) ? Number(value) : value,
    text: value,
    quoted: false,
    start: from,
    end: Math.min(from + value.length, end),
  };
  return { key, keyStart: start, keyEnd: from, value: node };
}
