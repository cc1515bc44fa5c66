import { splitFrontMatter } from '../markdown/front-matter.ts';
import { createLocator } from '../model/position.ts';
import { assemble } from './assemble.ts';
import { trimBlankLines } from './body.ts';
import { isKnownKey, noMetadata, readMetadata } from './metadata.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';

/**
 * Reads Markdown (CommonMark with GFM and the syntax of reviews) with YAML front matter or a MultiMarkdown header.
 * Diagnostics: those of `splitFrontMatter`, `readMetadata` and `assemble`.
 */
export const markdownReader: Reader = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
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
  return {
    ...result,
    bodyStart: front.bodyStart,
    ...(front.node === null ? {} : { keys: front.node }),
  };
}
