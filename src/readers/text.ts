import type { MapEntry, ScalarNode } from '../data/data-node.ts';
import { visibleLines } from '../markdown/redact/visible-lines.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { buildSectionTree, type FlatSection } from '../model/section-tree.ts';
import { lengthOf, summedLength, type TextLength } from '../model/text-length.ts';
import { meaningOf } from '../vocabulary/spelling-lookup.ts';
import { withInlinePoints } from './body/inline-points.ts';
import { addTrailingRating } from './body/trailing.ts';
import { findTrailingRating } from './body/trailing-rating.ts';
import { inSourceOrder } from './diagnostics-order.ts';
import { withTitle } from './fields/finish/naming.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';
import { splitBlocks, type TextBlock } from './text/blocks.ts';
import { proseAsMarkdown } from './text/body.ts';
import { readHead, type TextHead, titleText } from './text/head.ts';
import { findHeadings } from './text/headings.ts';
import { type TextLine, textLines, wrapColumns } from './text/lines.ts';
import { type Signed, withoutSignature } from './text/signature.ts';

/**
 * Reads plain text whose headings are bare lines: no marks and no blank lines are needed. A first line that reads like a
 * title is the review's; under it, `By NAME` and lines of known keys are fields; a last line `Rating: …` is the rating and
 * leaves the text. Bodies become Markdown that shows the same words; ranges are in the source.
 * Diagnostics: those of `readMetadata` and `addTrailingRating`.
 */
export const textReader: Reader = {
  name: 'text',
  extensions: ['.txt', '.text'],
  open: (source, settings) => ({ one: () => readText(source, settings), many: () => null }),
};

function readText(source: string, settings: ReadSettings): ReadResult {
  const locator = createLocator(source);
  const signed = withoutSignature(source);
  const rating = findTrailingRating(signed.text);
  const lines = withoutLabel(
    textLines(source, 0, rating?.start ?? signed.text.length),
    rating !== null,
  );
  const blocks = splitBlocks(lines, wrapColumns(lines));
  const isHidden = hiddenBlocks(source, blocks);
  const isHeading = findHeadings(blocks, rating !== null, settings.roles ?? {}).map(
    (found, index) => found && !isHidden[index],
  );
  const top = readHead(blocks, isHeading, settings);
  const signer = signerOf(top, signed);
  const head = signer === null ? top : withEntry(top, signer);
  const metadata =
    head.keys.entries.length === 0
      ? noMetadata(settings)
      : readMetadata(head.keys, settings, locator);
  const { origins } = metadata;
  const rated = addTrailingRating(
    metadata.review,
    { source: signed.text, start: 0, range: locator.range, isPlain: true },
    settings,
    origins,
  );
  const review = withTitle(rated.review, head.title, settings, origins);
  const diagnostics = inSourceOrder([...metadata.diagnostics, ...rated.diagnostics]);
  const keys = head.keys;
  if (settings.sections === false)
    return { review, origins, diagnostics, keys, ...lengthFrom(blocks, head.count) };
  const below = belowSignature(source, signed, signer);
  const flat = cutBlocks([...blocks, ...below], isHeading, head.count, locator);
  const sections = buildSectionTree(flat, settings.roles);
  return {
    review: withInlinePoints({ ...review, sections }, settings.roles),
    origins,
    diagnostics,
    keys,
  };
}

/**
 * Which blocks without marks of a heading are hidden, as one flag each: a line within `:::spoiler`, `[spoiler]` and the like is no heading,
 * whatever it reads like, for it would stand open.
 */
function hiddenBlocks(source: string, blocks: readonly TextBlock[]): boolean[] {
  const seen = new Map(visibleLines(source, 0, true).map((line) => [line.start, line.seen.trim()]));
  return blocks.map(({ kind, lines }) => {
    const [first] = lines;
    if (first === undefined || kind === 'underlined' || kind === 'hashed') return false;
    return (seen.get(first.start - first.indent) ?? '') === '';
  });
}

function lengthFrom(blocks: readonly TextBlock[], from: number): TextLength {
  return summedLength(
    blocks.slice(from).map(({ lines }) => lengthOf(lines.map(({ text }) => text).join('\n'))),
  );
}

/** Who signed is the critic, when nothing at the top says who is. */
function signerOf({ keys }: TextHead, { name }: Signed): MapEntry | null {
  const isSaid = keys.entries.some(
    ({ key }) => meaningOf(key)?.field === 'critic' || /^author$/i.test(key),
  );
  if (name === null || isSaid) return null;
  const { text, start } = name;
  const end = start + text.length;
  const value: ScalarNode = { kind: 'scalar', value: text, text, quoted: false, start, end };
  return { key: 'critic', keyStart: start, keyEnd: start, value };
}

function withEntry(head: TextHead, entry: MapEntry): TextHead {
  const { keys } = head;
  return { ...head, keys: { ...keys, entries: [...keys.entries, entry], end: entry.value.end } };
}

/** What a signature says besides the name that was taken from it, as the last lines of the text. */
function belowSignature(source: string, signed: Signed, signer: MapEntry | null): TextBlock[] {
  const start = signer === null ? (signed.name?.start ?? signed.rest?.start) : signed.rest?.start;
  const lines = start === undefined ? [] : textLines(source, start, source.length);
  return lines.length === 0 ? [] : [{ kind: 'prose', lines }];
}

/** `Rating` on a line of its own above the rating goes with it. */
function withoutLabel(lines: readonly TextLine[], rated: boolean): readonly TextLine[] {
  const isLabel =
    rated && /^(?:(?:my|our|final|overall)\s+)?(?:rating|score):?$/i.test(lines.at(-1)?.text ?? '');
  return isLabel ? lines.slice(0, -1) : lines;
}

/** The blocks from `from` on, cut at the headings. */
function cutBlocks(
  blocks: readonly TextBlock[],
  isHeading: readonly boolean[],
  from: number,
  locator: Locator,
): FlatSection[] {
  const spaced = isSpaced(blocks, isHeading);
  const flat: FlatSection[] = [];
  for (let at = from; at < blocks.length; ) {
    const heading = isHeading[at] ? blocks[at] : undefined;
    const bodyStart = heading === undefined ? at : at + 1;
    let end = bodyStart;
    while (end < blocks.length && !isHeading[end]) end++;
    flat.push(sectionOf(heading, blocks.slice(bodyStart, end), spaced, locator));
    at = end;
  }
  return flat;
}

function sectionOf(
  heading: TextBlock | undefined,
  body: readonly TextBlock[],
  spaced: boolean,
  locator: Locator,
): FlatSection {
  const lines = [...(heading?.lines ?? []), ...body.flatMap((block) => block.lines)];
  const range = locator.range(lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0);
  const text = proseAsMarkdown(body, spaced);
  return heading === undefined
    ? { level: 0, title: 'Introduction', body: text, range }
    : { level: levelOf(heading), title: titleText(heading), body: text, range };
}

function levelOf({ kind, lines }: TextBlock): number {
  return kind === 'hashed' ? (/^#+/.exec(lines[0]?.text ?? '')?.[0].length ?? 2) : 2;
}

/** Whether blank lines part the paragraphs of a text, and not only its sections. */
function isSpaced(blocks: readonly TextBlock[], isHeading: readonly boolean[]): boolean {
  let parted = 0;
  let together = 0;
  blocks.forEach(({ kind, lines }, index) => {
    if (
      kind !== 'prose' ||
      isHeading[index] ||
      isHeading[index + 1] ||
      blocks[index + 1]?.kind !== 'prose'
    )
      return;
    if (lines.at(-1)?.blankAfter) parted++;
    else together++;
  });
  return parted > 0 && parted >= together;
}
