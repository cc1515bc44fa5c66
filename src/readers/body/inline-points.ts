import { seenSections, seenText } from '../../markdown/redact/seen.ts';
import type { Review } from '../../model/review.ts';
import { type ExtraSynonyms, type Role, roleNamed } from '../../model/roles.ts';
import { foreignRoles } from '../../vocabulary/foreign.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { pointsInLine } from '../fields/values.ts';

/** Points for and against that stand in a text without a heading. */
interface Points {
  readonly pros: readonly string[];
  readonly cons: readonly string[];
}

const bullet = String.raw`[ \t]*(?:[-*+•][ \t]+)?`;
/** Letters of the languages that the tables know, as ranges: a pattern of Unicode's properties takes milliseconds to compile. */
const letters = 'A-Za-z\\u00C0-\\u024F\\u0400-\\u04FF\\u3041-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3';
/** `Pros: a, b`, `- **Cons:** c`, `__The good__: d`, `优点：e`. */
const labelled = new RegExp(
  `^${bullet}([*_]{0,3})([${letters}][${letters}’' ]{1,30}?)\\s*(?:[:：]\\s*\\1|\\1\\s*[:：–—])\\s*(.*)$`,
);
const item = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(\S.*)$/;
/** `+ a` and `- b`, or lines that start with a tick and a cross. */
const marked = new RegExp(
  `^(?:${bullet}(✅|✔|✓|☑|👍|➕|🟢|\\(\\+\\)|❌|✖|✗|✘|☒|👎|➖|🔴|\\([-–−]\\))\\uFE0F?[ \\t]*|[ \\t]{0,3}([+-])[ \\t]+)(\\S.*)$`,
  'u',
);
const plus = new Set(['✅', '✔', '✓', '☑', '👍', '➕', '🟢', '(+)', '+']);
const mayHold = new RegExp(
  `(?:^|\\n)[ \\t]*(?:[-*+•][ \\t]+)?[*_]{0,3}[${letters}][${letters}’' ]{1,30}[*_]{0,3}[ \\t]*[:：–—]|✅|✔|✓|☑|👍|➕|🟢|\\(\\+\\)|(?:^|\\n) {0,3}\\+ |\\n[ \\t|:]*-{1,}[ \\t]*:?[ \\t]*\\|`,
);

/**
 * The review with its `pros` and `cons` taken from its text when no key gives them: from lines such as `Pros: fast, light`, from lists under `Pros:`, from tables of
 * both, and from lists that mark each point with `+` or `-`, with a tick or a cross. The text stays as it is.
 */
export function withInlinePoints(review: Review, roles: ExtraSynonyms | undefined): Review {
  if (review.pros.length > 0 && review.cons.length > 0) return review;
  const found = seenSections(review.sections)
    .filter(({ role, body }) => role !== 'strengths' && role !== 'weaknesses' && mayHold.test(body))
    .map(({ body }) => pointsIn(seenText(body), roles));
  const pros = review.pros.length > 0 ? review.pros : found.flatMap((points) => points.pros);
  const cons = review.cons.length > 0 ? review.cons : found.flatMap((points) => points.cons);
  return pros.length + cons.length === review.pros.length + review.cons.length
    ? review
    : { ...review, pros, cons };
}

function pointsIn(body: string, roles: ExtraSynonyms | undefined): Points {
  const pros: string[] = [];
  const cons: string[] = [];
  let group: { pros: string[]; cons: string[]; mixed: boolean } = newGroup();
  const endGroup = (): void => {
    // A list with one mark only is a list; so are those that come as `-` and then `+`.
    if (group.pros.length > 0 && group.cons.length > 0 && !group.mixed) {
      for (const point of group.pros) pros.push(point);
      for (const point of group.cons) cons.push(point);
    }
    group = newGroup();
  };
  let listed: string[] | null = null;
  const lines = proseLines(body);
  for (const { role, points } of tabled(lines, roles))
    for (const point of points) (role === 'strengths' ? pros : cons).push(point);
  for (const line of lines) {
    const mark = marked.exec(line);
    const label = labelled.exec(line);
    const role = label === null ? null : roleOfLabel(label[2] as string, label[1] !== '', roles);
    if (label !== null && (role === 'strengths' || role === 'weaknesses')) {
      const points = role === 'strengths' ? pros : cons;
      for (const point of pointsInLine(label[3] as string)) points.push(point);
      listed = label[3] === '' ? points : null;
    } else if (listed !== null && (line.trim() === '' || item.test(line)))
      listed.push(...(item.exec(line)?.slice(1) ?? []));
    else if (mark !== null) {
      const isPlus = plus.has((mark[1] ?? mark[2]) as string);
      group.mixed ||= mark[2] === '+' && group.cons.length > 0;
      (isPlus ? group.pros : group.cons).push((mark[3] as string).trim());
    } else if (line.trim() !== '' && !/^\s{2}/.test(line)) {
      endGroup();
      listed = null;
    }
  }
  endGroup();
  return { pros, cons };
}

/** The columns of tables whose heads are `Pros` and `Cons`, in whatever words. */
function tabled(
  lines: readonly string[],
  roles: ExtraSynonyms | undefined,
): { role: 'strengths' | 'weaknesses'; points: string[] }[] {
  return lines.flatMap((line, at) => {
    if (!line.includes('|') || !isDelimiterRow(lines[at + 1] ?? '')) return [];
    const columns = cellsOf(line).map((head) => ({
      role: roleNamed(head.replace(/[*_]/g, ''), roles),
      points: [] as string[],
    }));
    const [first, second, ...others] = columns;
    const sides = [first?.role, second?.role].sort().join();
    if (others.length > 0 || sides !== 'strengths,weaknesses') return [];
    for (let row = at + 2; lines[row]?.includes('|'); row++)
      cellsOf(lines[row] as string).forEach((cell, column) => {
        if (cell !== '') columns[column]?.points.push(cell);
      });
    return columns as { role: 'strengths' | 'weaknesses'; points: string[] }[];
  });
}

function isDelimiterRow(line: string): boolean {
  return /^[ \t|:-]*-[ \t|:-]*$/.test(line) && line.includes('|');
}

/** The cells of a row; a bar behind a backslash is text. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** What a label says; in bold it may be in any language, which no line of prose has to be looked up for. */
function roleOfLabel(
  label: string,
  isBold: boolean,
  roles: ExtraSynonyms | undefined,
): Role | null {
  const role = roleNamed(label, roles);
  if (role !== null || !isBold) return role;
  const field = meaningOf(label)?.field;
  if (field === 'pros' || field === 'cons') return field === 'pros' ? 'strengths' : 'weaknesses';
  return field === undefined ? roleNamed(label, foreignRoles(roles)) : null;
}

function newGroup(): { pros: string[]; cons: string[]; mixed: boolean } {
  return { pros: [], cons: [], mixed: false };
}

/** The lines that are no code. */
function proseLines(body: string): string[] {
  let fence: string | null = null;
  return body.split(/\r\n|[\r\n]/).filter((line) => {
    const mark = /^ {0,3}(`{3}|~{3})/.exec(line)?.[1];
    if (mark === undefined) return fence === null && !/^(?: {4}|\t)/.test(line);
    fence = fence === null ? mark : fence === mark ? null : fence;
    return false;
  });
}
