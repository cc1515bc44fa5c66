import { type MapEntry, type MapNode, textNode } from '../data/data-node.ts';
import { splitFrontMatter } from '../data/front-matter.ts';
import type { FrontMatter } from '../data/front-matter-other.ts';
import { rememberFrontMatter } from '../data/front-matter-text.ts';
import { type InlineFields, topFields } from '../data/inline-fields.ts';
import { type LabelSays, labelFields } from '../data/label-lines.ts';
import { createLocator, type Locator } from '../model/position.ts';
import type { Review } from '../model/review.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { assemble } from './assemble.ts';
import { topHeading, trimBlankLines } from './body/body.ts';
import { headingRatings } from './body/heading-ratings.ts';
import { lexHeading, titleText } from './body/sections.ts';
import { findTrailingRating } from './body/trailing-rating.ts';
import { withExtraTable } from './fields/flatten.ts';
import { labelSays, speaksOfList } from './fields/labels.ts';
import { isKnownKey, isOwnKey, noMetadata, readMetadata } from './fields/metadata.ts';
import { recordsInHeadings } from './many/headings.ts';
import { recordsInFrontMatter } from './many/lists.ts';
import { readRecords } from './many/read-many.ts';
import { meantBy, speaksOfOne } from './many/records.ts';
import { recordsInTables } from './many/tables.ts';
import { once } from './once.ts';
import type { Reader, ReadMany, ReadResult, ReadSettings } from './reader.ts';

/**
 * Reads Markdown (CommonMark with GFM and the syntax of reviews) with front matter in YAML, TOML or JSON, or a MultiMarkdown header, and with
 * fields at the top of the text as note vaults write them.
 * Diagnostics: those of `splitFrontMatter`, `readMetadata` and `assemble`.
 */
export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd'],
  open: (source, settings) => {
    const text = openMarkdown(source, settings);
    return {
      one: () => readMarkdown(text, settings),
      many: () => readManyMarkdown(text, settings),
    };
  },
};

interface MarkdownText {
  readonly source: string;
  readonly locator: Locator;
  readonly front: () => FrontMatter;
  readonly inline: () => InlineFields | null;
}

function openMarkdown(source: string, settings: ReadSettings): MarkdownText {
  const locator = createLocator(source);
  // A header is told from prose by its keys: words of every language would be too many.
  const front = once(() =>
    withTables(splitFrontMatter(source, locator, (key) => isOwnKey(key, settings))),
  );
  const inline = once(() => {
    const says = (label: string): LabelSays => labelSays(label, settings);
    return topFields(
      source,
      front().bodyStart,
      (key) => isKnownKey(key, settings),
      (text, first) => labelFields(text, first, says),
    );
  });
  return { source, locator, front, inline };
}

function withTables(front: FrontMatter): FrontMatter {
  return front.notation === 'toml' && front.node !== null
    ? { ...front, node: withExtraTable(front.node) }
    : front;
}

/** Lists in front matter, tables and headings with ratings, in a file that speaks of no one thing itself. */
function readManyMarkdown(
  { source, locator, front: split, inline }: MarkdownText,
  settings: ReadSettings,
): ReadMany | null {
  if (!/^[ \t]*- |^ {0,3}#|\|/m.test(source)) return null;
  const front = split();
  const isMany = settings.many === true;
  if (!isMany && speaksOfOne(front.node)) return null;
  const name = settings.surroundings?.name ?? '';
  const text = source.slice(front.bodyStart);
  const fields = inline();
  if (fields !== null && !(fields.labelled && speaksOfList(fields.entries))) return null;
  const headline = front.node === null ? '' : (meantBy(front.node, 'title')?.value.text ?? '');
  const inFront = front.node === null ? null : recordsInFrontMatter(front.node, name);
  const records =
    inFront ??
    (!isMany && headingRatings(text, settings.roles).whole !== null
      ? null
      : (recordsInHeadings(source, front.bodyStart, headline, settings.roles) ??
        (!isMany &&
        (findTrailingRating(text) !== null ||
          (front.node !== null && meantBy(front.node, 'rating') !== undefined))
          ? null
          : recordsInTables(
              source,
              front.bodyStart,
              headline === '' ? (topHeading(text) ?? '') : headline,
              settings.roles,
            ))));
  return records === null
    ? null
    : { ...readRecords(records, source, settings, locator), diagnostics: front.diagnostics };
}

function readMarkdown(opened: MarkdownText, settings: ReadSettings): ReadResult {
  const { source, locator } = opened;
  const front = opened.front();
  const inline = opened.inline();
  const node = inline === null ? front.node : withFields(front.node, inline);
  const bodyStart = inline === null ? front.bodyStart : inline.end;
  const metadata = node === null ? noMetadata(settings) : readMetadata(node, settings, locator);
  const { start, end } = trimBlankLines(source, bodyStart, source.length);
  const text = start === end ? null : { source, start: bodyStart, range: locator.range };
  const result = assemble(
    { ...metadata, diagnostics: [...front.diagnostics, ...metadata.diagnostics] },
    text,
    settings,
    locator,
  );
  // Where the keys hold the text, they would say it again before the sections.
  if (text !== null || (metadata.body === undefined && metadata.sections === undefined))
    rememberFrontMatter(result.review, {
      text: source.slice(0, bodyStart),
      hasTitle: metadata.review.title !== undefined,
      standsAlone: () => owesNothing(node, metadata.review, settings, locator),
    });
  return {
    ...result,
    bodyStart,
    ...(node === null ? {} : { keys: node }),
    ...(inline !== null
      ? { notation: 'inline' as const }
      : front.notation === undefined
        ? {}
        : { notation: front.notation }),
  };
}

/** The keys of the front matter, then those in the text that it does not have; a heading above them is the title. */
function withFields(node: MapNode | null, { entries, heading }: InlineFields): MapNode {
  const own = node?.entries ?? [];
  const taken = new Set(own.map(({ key }) => normalizeKey(key)));
  const title: MapEntry[] =
    heading === undefined || taken.has('title')
      ? []
      : [
          {
            key: 'title',
            keyStart: heading.start,
            keyEnd: heading.start,
            value: textNode(titleText(lexHeading(heading.text)), heading.start, heading.end),
          },
        ];
  const added = [...title, ...entries].filter(({ key }) => !taken.has(normalizeKey(key)));
  const start = node?.start ?? entries[0]?.keyStart ?? 0;
  const end = entries.at(-1)?.value.end ?? start;
  return {
    kind: 'map',
    flow: false,
    entries: [...own, ...added],
    start,
    end,
    text: node?.text ?? '',
  };
}

/** Whether the fields are the same without a library's settings. Most files are read without any that could matter. */
function owesNothing(
  node: MapNode | null,
  review: Review,
  { scale, grades, kind, author, lang, spellings, surroundings, siblings }: ReadSettings,
  locator: Locator,
): boolean {
  const given = [scale, grades, kind, author, lang, spellings, surroundings, siblings];
  if (given.every((setting) => setting === undefined)) return true;
  const alone = node === null ? noMetadata({}) : readMetadata(node, {}, locator);
  return JSON.stringify(alone.review) === JSON.stringify(review);
}
