import type { MapNode } from '../data/data-node.ts';
import { splitFrontMatter } from '../data/front-matter.ts';
import { rememberFrontMatter } from '../data/front-matter-text.ts';
import { createLocator, type Locator } from '../model/position.ts';
import type { Review } from '../model/review.ts';
import { assemble } from './assemble.ts';
import { trimBlankLines } from './body/body.ts';
import { isKnownKey, noMetadata, readMetadata } from './fields/metadata.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';

/**
 * Reads Markdown (CommonMark with GFM and the syntax of reviews) with front matter in YAML, TOML or JSON, or a MultiMarkdown header.
 * Diagnostics: those of `splitFrontMatter`, `readMetadata` and `assemble`.
 */
export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd'],
  read: readMarkdown,
};

function readMarkdown(source: string, settings: ReadSettings): ReadResult {
  const locator = createLocator(source);
  const front = splitFrontMatter(source, locator, (key) => isKnownKey(key, settings));
  const metadata =
    front.node === null ? noMetadata(settings) : readMetadata(front.node, settings, locator);
  const { start, end } = trimBlankLines(source, front.bodyStart, source.length);
  const text = start === end ? null : { source, start: front.bodyStart, range: locator.range };
  const result = assemble(
    { ...metadata, diagnostics: [...front.diagnostics, ...metadata.diagnostics] },
    text,
    settings,
    locator,
  );
  rememberFrontMatter(result.review, {
    text: source.slice(0, front.bodyStart),
    hasTitle: metadata.review.title !== undefined,
    standsAlone: () => owesNothing(front.node, metadata.review, settings, locator),
  });
  return {
    ...result,
    bodyStart: front.bodyStart,
    ...(front.node === null ? {} : { keys: front.node }),
    ...(front.notation === undefined ? {} : { notation: front.notation }),
  };
}

/** Whether the fields are the same without a library's settings. Most files are read without any that could matter. */
function owesNothing(
  node: MapNode | null,
  review: Review,
  { scale, grades, kind, spellings, surroundings }: ReadSettings,
  locator: Locator,
): boolean {
  if ([scale, grades, kind, spellings, surroundings].every((setting) => setting === undefined))
    return true;
  const alone = node === null ? noMetadata({}) : readMetadata(node, {}, locator);
  return JSON.stringify(alone.review) === JSON.stringify(review);
}
