import { createLocator, type Locator } from '../model/position.ts';
import { roleNamed } from '../model/roles.ts';
import { emptyReview, type Review } from '../model/review.ts';
import { buildSectionTree, type FlatSection } from '../model/section-tree.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';
import { proseAsMarkdown } from './text-body.ts';
import { type HeadingContext, headingAt, type TextHeading } from './text-headings.ts';
import { endsSentence, isHardWrapped, type TextLine, textLines } from './text-lines.ts';
import { addTrailingRating } from './trailing.ts';
import { findTrailingRating } from './trailing-rating.ts';

/**
 * Reads plain text whose headings are bare lines: no marks and no blank lines are needed. A first line that reads like a
 * title is the review's, `By NAME` under it the critic; a last line `Rating: …` is the rating and leaves the text.
 * Bodies become Markdown that shows the same words. Diagnostics: rating-scale-assumed.
 */
export const textReader: Reader = { name: 'text', extensions: ['.txt', '.text'], read: readText };

function readText(source: string, settings: ReadSettings): ReadResult {
  const locator = createLocator(source);
  const rated = addTrailingRating({ ...emptyReview, ...(settings.kind === undefined ? {} : { item: { ...emptyReview.item, kind: settings.kind } }) }, { source, start: 0, range: locator.range }, settings);
  const end = findTrailingRating(source)?.start ?? source.length;
  const lines = textLines(source.slice(0, end));
  const context: HeadingContext = { hardWrapped: isHardWrapped(lines), synonyms: settings.roles ?? {} };
  const head = readHead(lines, context);
  const review: Review = { ...rated.review, ...head.fields };
  if (settings.sections === false) return { review, diagnostics: rated.diagnostics };
  const flat = cutLines(lines, head.count, context, locator);
  return { review: { ...review, sections: buildSectionTree(flat, context.synonyms) }, diagnostics: rated.diagnostics };
}

interface Head {
  readonly fields: Partial<Pick<Review, 'title' | 'author'>>;
  /** Lines that belong to it. */
  readonly count: number;
}

const widestTitle = 100;

/** Title and byline at the top of the text. */
function readHead(lines: readonly TextLine[], context: HeadingContext): Head {
  const title = titleOf(lines, context);
  const next = lines[title?.lines ?? 0];
  const by = /^by\s*:?\s+(\S.{0,80})$/iu.exec(next?.text ?? '');
  const name = by?.[1]?.replace(/[.,]$/, '');
  const byline = name !== undefined && !endsSentence(name) && name.split(/\s+/).length <= 5;
  if (title === null && !byline) return { fields: {}, count: 0 };
  return {
    fields: { ...(title === null ? {} : { title: title.title }), ...(byline ? { author: [{ name: name as string }] } : {}) },
    count: (title?.lines ?? 0) + (byline ? 1 : 0),
  };
}

function titleOf(lines: readonly TextLine[], context: HeadingContext): TextHeading | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return null;
  const heading = headingAt(lines, 0, context);
  const plain = heading ?? (isLooseTitle(first, second, context) ? { title: first.text, level: 1, lines: 1 } : null);
  // `The plot` at the top is a section: nobody calls a whole review that.
  return plain === null || roleNamed(plain.title.replace(/:$/, ''), context.synonyms) !== null ? null : plain;
}

/** A first line has only to be short and no sentence: nothing stands before it that it could belong to. */
function isLooseTitle(first: TextLine, second: TextLine, { hardWrapped }: HeadingContext): boolean {
  if (first.text.length > widestTitle || endsSentence(first.text) || /[,;]$/.test(first.text)) return false;
  if (hardWrapped && !first.blankAfter) return false;
  return first.blankAfter || second.text.length > first.text.length * 1.5 || /^by\b/i.test(second.text);
}

/** The lines from `from` on, cut at their headings. */
function cutLines(lines: readonly TextLine[], from: number, context: HeadingContext, locator: Locator): FlatSection[] {
  const flat: FlatSection[] = [];
  let heading: { readonly line: TextLine; readonly found: TextHeading } | null = null;
  let body: TextLine[] = [];
  const close = (): void => {
    const first = heading?.line ?? body[0];
    const last = body.at(-1) ?? heading?.line;
    if (first === undefined || last === undefined) return;
    flat.push({
      level: heading?.found.level ?? 0,
      title: heading?.found.title ?? '',
      body: proseAsMarkdown(body, context.hardWrapped),
      range: locator.range(first.start, last.end),
    });
  };
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as TextLine;
    const found = headingAt(lines, at, context);
    if (found === null) body.push(line);
    else {
      close();
      heading = { line, found };
      body = [];
      at += found.lines - 1;
    }
  }
  close();
  return flat;
}
