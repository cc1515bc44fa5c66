import {
  type DataNode,
  isNull,
  type MapEntry,
  type MapNode,
  type ScalarNode,
} from '../../data/data-node.ts';
import { diagnose } from '../../model/diagnostic.ts';
import type { Person } from '../../model/review.ts';
import { hasParagraphs } from '../../text/paragraphs.ts';
import { foreignAnswer } from '../../vocabulary/foreign.ts';
import { type Link, linkIn, linksIn, targetOf } from '../../vocabulary/links.ts';
import { isOneArtist, namesIn } from '../../vocabulary/makers.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, rangeOf } from './context.ts';

/** A value as the text its author wrote: `1917`, `[REC]`. Undefined when it is empty, or `- a` or `key: value` lines. */
export function textOf(node: DataNode): string | undefined {
  if (node.kind !== 'scalar') return node.flow ? node.text : undefined;
  const text = node.text.trim();
  return text === '' ? undefined : text;
}

/** As `textOf`, for names and titles: a `#` in them is part of them. Diagnostics: yaml-quotes-missing. */
export function titleOf(node: DataNode, key: string, context: Context): string | undefined {
  if (node.kind !== 'scalar' || node.hashText === undefined) return lineOf(textOf(node));
  const { hashText } = node;
  const text = `${node.text} ${hashText.text}`.trim();
  const range = rangeOf(context, {
    start: node.text === '' ? hashText.start : node.start,
    end: hashText.end,
  });
  const quoted = text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  const message = 'YAML takes what follows a `#` for a comment; it was read as text here.';
  const hint = `Write \`${key}: ${quoted}\`.`;
  context.diagnostics.push(
    diagnose('yaml-quotes-missing', message, { range, hint, fix: [{ range, text: quoted }] }),
  );
  return text;
}

/** A text on one line; blanks within it stay as they are written. */
export function lineOf(text: string | undefined): string | undefined {
  return text?.replace(/(?<![ \t])[ \t]*[\r\n][ \t\r\n]*/g, ' ').trim();
}

/** A text as it is written where it is more than one paragraph, else on one line. */
export function paragraphsOf(text: string | undefined): string | undefined {
  return text !== undefined && hasParagraphs(text) ? text.replace(/\r\n?/g, '\n') : lineOf(text);
}

export function isScalar(node: DataNode): node is ScalarNode {
  return node.kind === 'scalar';
}

/** The entry of a map whose key is one of `names`, as `normalizeKey` writes them. */
export function entryOf(map: MapNode, ...names: readonly string[]): MapEntry | undefined {
  return map.entries.find(({ key }) => names.includes(normalizeKey(key)));
}

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  on: true,
  up: true,
  '👍': true,
  recommended: true,
  false: false,
  no: false,
  n: false,
  off: false,
  down: false,
  '👎': false,
  'not recommended': false,
};

/** `yes`, `true`, `up`, `👍` or their contraries; undefined when it is neither. */
export function booleanOf(node: DataNode): boolean | undefined {
  if (!isScalar(node)) return undefined;
  const name = node.text.trim().toLowerCase();
  if (Object.hasOwn(truths, name)) return truths[name];
  return /^\p{L}{1,8}$/u.test(name) ? foreignAnswer(name) : undefined;
}

/** The items of a list as texts; a text is split at its commas. Undefined when it is neither. */
export function textsOf(node: DataNode): string[] | undefined {
  if (node.kind === 'list') return node.items.flatMap((item) => itemText(item) ?? []);
  const text = lineOf(textOf(node));
  if (text === undefined || node.kind === 'map') return undefined;
  return splitAtCommas(text).map(unlinked);
}

/** `Jr.` and the like belong to the name before the comma. */
function splitAtCommas(text: string): string[] {
  const parts = text.split(/,(?!\s*(?:Jr|Sr|II|III|IV|Inc|Ltd|LLC|Co|Esq|PhD|MD)\b)\s*/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A list's item as text: `- Acting: great` is text too, and a map with a `name` is its name. */
export function itemText(node: DataNode): string | undefined {
  const text = lineOf(itemMarkdown(node));
  return text === undefined ? undefined : unlinked(text);
}

/** As `itemText`, links and all. */
function itemMarkdown(node: DataNode): string | undefined {
  if (node.kind === 'map') {
    const name = entryOf(node, 'name', 'text', 'title')?.value;
    const named = name === undefined ? undefined : textOf(name);
    if (named !== undefined) return paragraphsOf(named);
  }
  const text = isNull(node) ? '' : (paragraphsOf(node.text.trim()) as string);
  return text === '' ? undefined : text;
}

/** How a text that may name several people is split: at every comma, but for those of a band's name, where its parts are whole names, or not at all. */
export type PeopleSplit = 'commas' | 'artists' | 'names' | 'none';

/** The people a value names: texts, maps with `name` and `url`, or a list of them. */
export function peopleOf(node: DataNode, split: PeopleSplit): Person[] {
  return namedIn(node, split).filter(({ name }) => !nobody.test(name));
}

/** What stands for a name that is not known. */
const nobody = /^(?:n\/?a|none|unknown|tbd|\?+|-+)$/i;

function namedIn(node: DataNode, split: PeopleSplit): Person[] {
  if (isNull(node)) return [];
  if (isScalar(node)) {
    const text = lineOf(textOf(node));
    if (text === undefined) return [];
    const links = linksIn(text);
    if (links !== null) return links.map(personOf);
    return splitPeople(text, split).map((name) => {
      const link = linkIn(name);
      return link === null ? { name: unlinked(name) } : personOf(link);
    });
  }
  const wiki = /^\[\[([^[\]]+)\]\]$/.exec(node.text);
  if (wiki !== null) return [{ name: unlinked(node.text) }];
  if (node.kind === 'list') return node.items.flatMap((item) => namedIn(item, 'none'));
  const text = personName(node);
  if (text === undefined) return [];
  const link = linkIn(text);
  const address = entryOf(node, ...addressKeys)?.value;
  const url = (address === undefined ? undefined : textOf(address)) ?? link?.url;
  return [{ name: link?.text ?? unlinked(text), ...(url === undefined ? {} : { url }) }];
}

function splitPeople(text: string, split: PeopleSplit): string[] {
  if (split === 'none' || (split === 'artists' && isOneArtist(text))) return [text];
  const names = split === 'artists' ? [] : namesIn(text);
  return split === 'names' || names.length > 1 ? names : splitAtCommas(text);
}

const nameKeys = ['name', 'title'];
const addressKeys = ['url', 'sameas', 'link'];

/** What is read of somebody who is a map; the role is read where makers are listed. */
export const personKeys = [...nameKeys, ...addressKeys, 'role', 'as', 'job', 'type'];

/** The name in a map that speaks of somebody. */
export function personName(node: DataNode): string | undefined {
  const name = node.kind === 'map' ? entryOf(node, ...nameKeys)?.value : undefined;
  return name === undefined ? undefined : lineOf(textOf(name));
}

function personOf({ text, url }: Link): Person {
  return { name: text, url };
}

/** The URL or path a value holds, without the marks of a link or an image around it. */
export function targetIn(node: DataNode): string | undefined {
  const text = lineOf(textOf(node) ?? (/^\[\[.*\]\]$/.test(node.text) ? node.text : undefined));
  return text === undefined ? undefined : targetOf(text);
}

/** `[[Name]]` and `[[path|Name]]`, as Obsidian links, and `[Name](url)`: the name. */
function unlinked(text: string): string {
  const link = linkIn(text);
  if (link !== null) return link.text;
  return text.replace(/^\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]$/, '$1');
}

/** Points for or against: a list, a text with `- ` lines, or one text. Undefined when there is none. */
export function pointsOf(node: DataNode): string[] | undefined {
  if (node.kind === 'list') return node.items.flatMap((item) => itemMarkdown(item) ?? []);
  if (node.kind === 'map') {
    const list = entryOf(node, 'itemlistelement', 'items')?.value;
    if (list !== undefined) return pointsOf(list);
    return node.flow
      ? undefined
      : node.entries.map(({ key, value }) => `${key}: ${itemText(value) ?? ''}`.trim());
  }
  const text = textOf(node);
  if (text === undefined) return undefined;
  const bullet = /^[ \t]*[-*+•][ \t]+/;
  if (!/^[ \t]*[-*+•][ \t]/m.test(text)) {
    const line = lineOf(text) as string;
    const parts = pointsInLine(line);
    return parts.length > 1 ? parts : [line];
  }
  const points: string[] = [];
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (bullet.test(line) || points.length === 0) points.push(line.replace(bullet, '').trim());
    else points[points.length - 1] = `${points.at(-1)} ${line.trim()}`.trim();
  }
  return points.filter((point) => point !== '');
}

const maxWords = 6;

/** Short points with commas or semicolons between; a sentence is one point. */
export function pointsInLine(text: string): string[] {
  const whole = text.trim().replace(/(?<=[^.])[.。]$/, '');
  const parts = whole
    .split(/[;；]/.test(whole) ? /[;；]/ : /[,，、]/)
    .map((part) => part.trim().replace(/^and\s+/, ''))
    .filter((part) => part !== '');
  return parts.every((part) => part.split(/\s+/).length <= maxWords) ? parts : [whole];
}
