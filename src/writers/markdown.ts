import { splitFrontMatter } from '../data/front-matter.ts';
import { frontMatterOf } from '../data/front-matter-text.ts';
import { stringifyYaml } from '../data/yaml/stringify.ts';
import { withoutOpenEnd } from '../markdown/open-end.ts';
import { createLocator } from '../model/position.ts';
import type { Review, Section } from '../model/review.ts';
import { noRole, roleOfHeading } from '../model/roles.ts';
import { flattenSections } from '../model/section-tree.ts';
import { visibleSource } from '../text/visible.ts';
import { readRating } from '../vocabulary/ratings.ts';
import { commentedHeading, headingMarkdown } from './heading.ts';
import { reviewKeys } from './review-keys.ts';
import type { MarkdownOptions } from './writer.ts';

/**
 * A review as Markdown: front matter, then the sections, their bodies byte for byte but for characters that could steer a
 * terminal. The front matter is the one the review was read from, byte for byte with its comments; YAML in canonical order and
 * spelling when there is none, when a field was changed, or with `canonical`. Reading it gives the same review but for ranges.
 * Line ends are CRLF when the bodies have them. With `sections`, only those, and no front matter.
 */
export function writeMarkdown(
  review: Review,
  { sections, canonical = false }: MarkdownOptions = {},
): string {
  const flat = flattenSections(sections ?? review.sections);
  const kept = sections === undefined && !canonical ? frontMatterOf(review) : null;
  const eol = [kept?.text ?? '', ...flat.map(({ body }) => body)].some((text) =>
    text.includes('\r\n'),
  )
    ? '\r\n'
    : '\n';
  const lastPrivate = flat.findLastIndex(({ title, body }) => `${title} ${body}`.includes('%%'));
  const parts = flat.map((section, at) =>
    writeSection(section, eol, needsRole(section, at, review), (body) =>
      at === flat.length - 1 ? body : withoutOpenEnd(body, at < lastPrivate),
    ),
  );
  if (sections !== undefined) return closed(parts.join(eol + eol), eol);
  const wantsTitle = flat[0]?.level === 1 || (kept !== null && !kept.hasTitle);
  // A level-1 heading at the very top would be read as the title: let it be the title.
  if (wantsTitle && review.title !== undefined)
    parts.unshift(`# ${visibleHeading(headingMarkdown({ title: review.title }))}`);
  const text = parts.join(eol + eol);
  if (kept === null || (kept.text === '' && wouldBeKeys(text)))
    return joined(frontMatter(review, text, eol), text, eol);
  return /\n[ \t]*\r?\n$/.test(kept.text)
    ? kept.text + closed(text, eol)
    : joined(kept.text, text, eol);
}

function closed(text: string, eol: string): string {
  return text === '' ? '' : text + eol;
}

function joined(keys: string, text: string, eol: string): string {
  if (keys === '') return closed(text, eol);
  const head = /[\r\n]$/.test(keys) ? keys : keys + eol;
  return text === '' ? head : head + eol + closed(text, eol);
}

function frontMatter(review: Review, text: string, eol: string): string {
  const keys = reviewKeys(review);
  if (Object.keys(keys).length === 0 && !wouldBeKeys(text)) return '';
  return `---\n${stringifyYaml(keys)}---\n`.replaceAll('\n', eol);
}

/** A text that starts with a rule or with `Name: …` may look like keys when none stand before it. */
function wouldBeKeys(text: string): boolean {
  return splitFrontMatter(text, createLocator(text), () => true).node !== null;
}

/** `withBody`: gives the body as it may stand before what follows. */
function writeSection(
  section: Section,
  eol: string,
  saysRole: boolean,
  withBody: (body: string) => string,
): string {
  const body = visibleBody(withBody(section.body));
  if (section.level === 0) return body;
  const heading =
    `${'#'.repeat(section.level)} ${visibleHeading(headingWithRole(section, saysRole))}`.trimEnd();
  return body === '' ? heading : heading + eol + eol + body;
}

/**
 * Whether a heading must say that it is no more than a section's: at the top it would be the title, and with a rating in it the review's,
 * though the review has none such.
 */
function needsRole({ level, title }: Section, at: number, review: Review): boolean {
  if (level === 1 && at === 0 && title !== '' && review.title === undefined) return true;
  if (level === 0) return false;
  const labelled = /[:–—|(-]\s*([^\s:(][^:]{0,40}?)\)?$/.exec(title)?.[1] ?? [];
  const drawn = [/\s(\S{1,40})$/, /^(.{1,40})$/]
    .flatMap((pattern) => pattern.exec(title)?.[1] ?? [])
    .filter((figure) => /\d|[^\p{L}\p{P}\s]/u.test(figure));
  const figures = [labelled, drawn].flat();
  return figures.some((figure) => {
    const reading = readRating(figure);
    const sources = [review.rating, ...review.scores].map((rating) => rating?.source);
    return (
      reading.kind === 'rating' && !reading.assumedScale && !sources.includes(reading.rating.source)
    );
  });
}

/** A heading that does not say what its section is for gets a comment that does. */
function headingWithRole(section: Section, saysRole: boolean): string {
  const { title, role } = section;
  return !saysRole && role === roleOfHeading(title)
    ? headingMarkdown(section)
    : commentedHeading(section, `role: ${role ?? noRole}`);
}

/** CRLF is a line end; so is a lone CR, but to a terminal it is none. */
function visibleBody(body: string): string {
  return body
    .split(/(\r\n|\r)/)
    .map((part, index) => (index % 2 === 0 ? visibleSource(part) : part === '\r' ? '\n' : part))
    .join('');
}

function visibleHeading(heading: string): string {
  return visibleSource(heading.replace(/\r\n|[\r\n]/g, ' '));
}
