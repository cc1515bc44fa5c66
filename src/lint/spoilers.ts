import type { DataNode, MapNode } from '../data/data-node.ts';
import { contentOf } from '../markdown/content.ts';
import { blankedText } from '../markdown/hidden-text.ts';
import { pairedMarks } from '../markdown/spoiler-marks.ts';
import type { AnyToken } from '../markdown/tokens.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { flattenSections } from '../model/section-tree.ts';
import { isPlumbing } from '../vocabulary/plumbing.ts';
import { meaningOf } from '../vocabulary/spelling-lookup.ts';
import { type PlacedToken, placedTokens } from './placed-tokens.ts';
import { type Rule, rangeOf, type Subject } from './subject.ts';

const pairs = pairedMarks.map(({ open, closing }) => ({
  closing,
  open: new RegExp(`^${open}`, 'i'),
}));

/** What opens a spoiler within a line. A mark between two spaces is none: `a || b`. */
const opening = new RegExp(
  [
    '(?<![|\\w])\\|\\|(?=[^\\s|])',
    '(?<![\\w>])>!(?=\\S)',
    ...pairedMarks.map(({ open }) => open.replace('?<title>', '')),
  ].join('|'),
  'gi',
);

/** What each of them begins with: most texts have none of it, and need no closer look. */
const beginning = new RegExp(
  ['\\|\\|', '>!', ...pairedMarks.map(({ open }) => /^\\?./.exec(open)?.[0] ?? '')].join('|'),
);

/**
 * A spoiler within a line or a field that is opened and never closed, so that everybody reads it, and one in a list or a quote that hides the rest of it:
 * spoiler-unclosed, at its mark.
 */
export const spoilers: Rule = (subject) => {
  const { review } = subject;
  const { bodyOf } = contentOf(review);
  // Of a block that stands in no other, its reader has told.
  const told = new Set(flattenSections(review.sections).flatMap((section) => bodyOf(section)));
  const inBodies = placedTokens(subject).flatMap((placed) =>
    placed.isExact ? [...inLine(placed, subject), ...ofBlock(placed, told, subject)] : [],
  );
  return [...(subject.keys === undefined ? [] : inFields(subject.keys, subject)), ...inBodies];
};

const bodies: ReadonlySet<string> = new Set(['body', 'review', 'sections']);

function inFields({ entries }: MapNode, subject: Subject): Diagnostic[] {
  return entries.flatMap(({ key, value }) => {
    const { field } = meaningOf(key, subject.spellings) ?? {};
    const isBody = field !== undefined && bodies.has(field) && value.kind !== 'map';
    return isBody || isPlumbing(key, value.text) ? [] : inField(value, subject);
  });
}

function inField(node: DataNode, subject: Subject): Diagnostic[] {
  if (node.kind === 'map') return inFields(node, subject);
  if (node.kind === 'list') return node.items.flatMap((item) => inField(item, subject));
  const [mark] = blankedText(node.text).match(opening) ?? [];
  if (mark === undefined) return [];
  const message = 'A spoiler is opened here and never closed; everybody reads it.';
  const hint = `Close it with \`${closeOf(mark)}\` in the same value.`;
  return [diagnose('spoiler-unclosed', message, { range: rangeOf(subject, node), hint })];
}

function inLine({ token, start }: PlacedToken, { source, locator }: Subject): Diagnostic[] {
  const isPlain = (token.type === 'text' && token.tokens === undefined) || token.type === 'html';
  if (!isPlain || !beginning.test(token.raw)) return [];
  // A place is that of the first character that is no space.
  const lead = token.raw.length - token.raw.trimStart().length;
  return Array.from(token.raw.matchAll(opening), (match) => {
    const [mark] = match;
    const at = source.indexOf(mark, start + match.index - lead);
    return diagnose(
      'spoiler-unclosed',
      'A spoiler is opened here and never closed; everybody reads it.',
      {
        range: locator.range(at, at + mark.length),
        hint: `Close it with \`${closeOf(mark)}\` in the same paragraph.`,
      },
    );
  });
}

function closeOf(mark: string): string {
  if (mark === '>!') return '!<';
  return pairs.find(({ open }) => open.test(mark))?.closing(mark) ?? mark;
}

function ofBlock(
  { token, start }: PlacedToken,
  told: ReadonlySet<AnyToken>,
  { locator }: Subject,
): Diagnostic[] {
  if (token.type !== 'spoiler' || token.missing === undefined || told.has(token)) return [];
  const line = token.raw.trimStart().split('\n', 1)[0] as string;
  return [
    diagnose(
      'spoiler-unclosed',
      'A spoiler is opened here and never closed; the rest of what it stands in is hidden.',
      {
        range: locator.range(start, start + line.trimEnd().length),
        hint: `Close it with \`${token.missing}\`.`,
      },
    ),
  ];
}
