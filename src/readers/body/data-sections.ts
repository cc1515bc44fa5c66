import {
  asWritten,
  type DataNode,
  isNull,
  type MapEntry,
  type MapNode,
} from '../../data/data-node.ts';
import { findLimit } from '../../markdown/limits.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Json } from '../../model/json.ts';
import type { Locator, Range } from '../../model/position.ts';
import { type ExtraSynonyms, type Role, roleOrNone } from '../../model/roles.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { lineOf, textOf } from '../fields/values.ts';
import { trimBlankLines } from './body.ts';
import { type Cut, cutMarkdown, lexHeading } from './sections.ts';

interface Gathering {
  readonly locator: Locator;
  readonly roles: ExtraSynonyms | undefined;
  readonly cuts: Cut[];
  readonly diagnostics: Diagnostic[];
  /** Keys of a section that say nothing to us. */
  readonly unknown: [string, Json][];
}

/**
 * Sections from data: a list of `{heading, role, body, level, sections}`, or a map of headings to Markdown, to points or to further sections.
 * Levels start at 2. A section's range is its node. Diagnostics: value-invalid, limit-exceeded, spoiler-unclosed.
 */
export function cutSectionData(
  { value }: MapEntry,
  locator: Locator,
  roles: ExtraSynonyms | undefined,
): Pick<Gathering, 'cuts' | 'diagnostics' | 'unknown'> {
  const gathering: Gathering = { locator, roles, cuts: [], diagnostics: [], unknown: [] };
  addAll(gathering, value, 2);
  return gathering;
}

function addAll(gathering: Gathering, node: DataNode, level: number): void {
  if (node.kind === 'map') for (const entry of node.entries) addKeyed(gathering, entry, level);
  else if (node.kind === 'list') for (const item of node.items) addItem(gathering, item, level);
  else if (!isNull(node))
    addBody(
      gathering,
      { level: 0, title: 'Introduction', range: rangeOf(gathering, node) },
      node.text,
    );
}

const headingKeys = ['heading', 'title', 'name'];
const bodyKeys = ['body', 'text', 'content'];
const otherKeys = ['role', 'level', 'sections', 'subsections', 'id', 'number', 'range'];
const known = new Set([...headingKeys, ...bodyKeys, ...otherKeys]);

function addItem(gathering: Gathering, item: DataNode, level: number): void {
  if (item.kind !== 'map') addAll(gathering, item, level);
  else if (item.entries.some(({ key }) => known.has(normalizeKey(key))))
    addSection(gathering, item, undefined, level, rangeOf(gathering, item));
  else for (const entry of item.entries) addKeyed(gathering, entry, level);
}

/** `weaknesses: |`, `strengths: [a, b]`, or a map: a section with its own keys, or further sections. */
function addKeyed(gathering: Gathering, entry: MapEntry, level: number): void {
  const { key, value } = entry;
  const range = gathering.locator.range(entry.keyStart, value.end);
  if (value.kind === 'map' && value.entries.some((each) => known.has(normalizeKey(each.key)))) {
    addSection(gathering, value, key, level, range);
    return;
  }
  const isIntro = /^intro(?:duction)?$/i.test(key);
  const head = isIntro
    ? { level: 0, title: 'Introduction', range }
    : { level, ...lexHeading(humanize(key)), range };
  if (value.kind === 'scalar') addBody(gathering, head, value.text);
  else if (value.kind === 'list' && value.items.every(({ kind }) => kind === 'scalar'))
    addBody(gathering, head, bullets(value.items));
  else {
    addBody(gathering, head, '');
    addAll(gathering, value, level + 1);
  }
}

function bullets(items: readonly DataNode[]): string {
  return items.map(({ text }) => `- ${text.trim().replace(/\n/g, '\n  ')}`).join('\n');
}

/** `critical_reception` and `criticalReception` as a heading; what is written like one stays. */
function humanize(key: string): string {
  if (/\s/.test(key) || /^\p{Lu}/u.test(key)) return key;
  const words = key
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function addSection(
  gathering: Gathering,
  map: MapNode,
  key: string | undefined,
  level: number,
  range: Range,
): void {
  const find = (names: readonly string[]) =>
    map.entries.find((entry) => names.includes(normalizeKey(entry.key)) && !isNull(entry.value))
      ?.value;
  const headingNode = find(['heading']) ?? find(headingKeys);
  const heading = headingNode === undefined ? undefined : lineOf(headingNode.text);
  const own = levelOf(gathering, find(['level'])) ?? level;
  const isIntro =
    (heading ?? key) === undefined ||
    own === 0 ||
    (heading === undefined && /^intro(?:duction)?$/i.test(key ?? ''));
  const title = find(['title']);
  const lexed = isIntro
    ? { title: 'Introduction' }
    : lexHeading(heading ?? humanize(key as string));
  const texts =
    !isIntro && headingNode !== title && title !== undefined
      ? { title: lineOf(title.text) as string, heading: heading as string }
      : lexed;
  const role = roleOf(gathering, find(['role']));
  const body = find(bodyKeys);
  const text = body === undefined ? '' : body.kind === 'list' ? bullets(body.items) : body.text;
  addBody(
    gathering,
    { level: isIntro ? 0 : own, ...texts, ...(role === undefined ? {} : { role }), range },
    text,
  );
  const children = find(['sections', 'subsections']);
  if (children !== undefined) addAll(gathering, children, (isIntro ? 1 : own) + 1);
  for (const entry of map.entries) {
    if (!known.has(normalizeKey(entry.key)))
      gathering.unknown.push([`sections/${texts.title}/${entry.key}`, asWritten(entry.value)]);
  }
}

function levelOf(
  { locator, diagnostics }: Gathering,
  node: DataNode | undefined,
): number | undefined {
  if (node === undefined) return undefined;
  const level = Number(textOf(node));
  if (Number.isInteger(level) && level >= 0 && level <= 6) return level;
  diagnostics.push(
    diagnose('value-invalid', 'A level is a number from 1 to 6.', {
      range: locator.range(node.start, node.end),
    }),
  );
  return undefined;
}

function roleOf(
  { locator, diagnostics }: Gathering,
  node: DataNode | undefined,
): Role | null | undefined {
  if (node === undefined) return undefined;
  const role = roleOrNone(node.text);
  if (role === undefined)
    diagnostics.push(
      diagnose('value-invalid', 'No role that is known.', {
        range: locator.range(node.start, node.end),
      }),
    );
  return role;
}

type Head = Omit<Cut['flat'], 'body'>;

/** Whether a text may have headings; without, it need not be lexed. */
export const mayHaveHeading = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$|\*\*|__)/m;

/** A body with headings of its own is cut at them. A level cannot be deeper than 6, as in Markdown. */
function addBody(gathering: Gathering, head: Head, text: string): void {
  const { start, end } = trimBlankLines(text, 0, text.length);
  const body = text.slice(start, end);
  const level = Math.min(head.level, 6);
  const flat = { ...head, level };
  if (!mayHaveHeading.test(body)) {
    if (level > 0 || body !== '')
      gathering.cuts.push({ flat: { ...flat, body }, heading: [], body: [] });
    const limit = findLimit(body);
    if (limit !== null)
      gathering.diagnostics.push(
        diagnose('limit-exceeded', `Too much for Markdown (${limit}); shown as plain text.`, {
          range: head.range,
        }),
      );
    return;
  }
  const { cuts, diagnostics } = cutMarkdown(
    { source: body, start: 0, range: () => head.range },
    gathering.roles,
    level,
  );
  // Not all at once: there may be more than what a call can take.
  for (const each of diagnostics) gathering.diagnostics.push(each);
  const intro = cuts[0]?.flat.level === 0 ? cuts[0] : undefined;
  if (level > 0 || intro !== undefined)
    gathering.cuts.push({ flat: { ...flat, body: intro?.flat.body ?? '' }, heading: [], body: [] });
  for (const cut of intro === undefined ? cuts : cuts.slice(1)) gathering.cuts.push(cut);
}

function rangeOf({ locator }: Gathering, { start, end }: DataNode): Range {
  return locator.range(start, end);
}
