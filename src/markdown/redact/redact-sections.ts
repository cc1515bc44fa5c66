import type { Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { slugify, uniqueSlugs } from '../../text/slug.ts';
import { type ReviewContent, rememberContent } from '../content.ts';
import { closedText, hiddenText, mayHide } from '../hidden-text.ts';
import { inlineText } from '../inline-text.ts';
import { saysSpoilers } from '../spoiler-section.ts';
import type { AnyToken, FootnoteDefinition } from '../tokens.ts';
import { notesHiddenIn, withoutNotes } from './redact-notes.ts';
import { type Behind, hiddenBlock, rawOf, shownTokens } from './redact-tokens.ts';

/** The sections of a review without what is hidden in them, and what that was. */
export interface Sections {
  readonly sections: readonly Section[];
  /** The redacted section of each that is not hidden. */
  readonly shown: ReadonlyMap<Section, Section>;
  readonly behind: Behind;
  readonly sectionsBehind: ReadonlyMap<AnyToken, readonly Section[]>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly count: number;
}

/** What is to be seen of a section, as tokens. */
interface Seen {
  readonly heading: readonly AnyToken[];
  readonly body: readonly AnyToken[];
  readonly isHidden: boolean;
  /** As they were. */
  readonly whole: { readonly heading: readonly AnyToken[]; readonly body: readonly AnyToken[] };
}

interface Work {
  readonly content: ReviewContent;
  readonly behind: Behind;
  readonly sectionsBehind: Map<AnyToken, readonly Section[]>;
  readonly seen: Map<Section, Seen>;
  readonly shown: Map<Section, Section>;
  readonly footnotes: Map<string, FootnoteDefinition>;
  readonly idOf: (section: Section, title: string) => string;
}

/** Redacts sections whose tokens `content` has. The same array when nothing in them is hidden. */
export function redactSections(sections: readonly Section[], content: ReviewContent): Sections {
  const work: Work = {
    content,
    behind: new Map(),
    sectionsBehind: new Map(),
    seen: new Map(),
    shown: new Map(),
    footnotes: new Map(),
    idOf: createIds(sections),
  };
  const { footnotes } = work;
  for (const [label, note] of content.footnotes)
    footnotes.set(label, shownTokens([note], work.behind)[0] as FootnoteDefinition);
  for (const section of sections) look(section, work);
  const hidden = hiddenNotes(work);
  for (const label of hidden) footnotes.delete(label);
  const redacted = sections.map((section) => shownSection(section, hidden, work));
  const isSame = redacted.every((section, at) => section === sections[at]);
  if (isSame) return { ...work, sections, notes: new Map(), count: 0 };
  const ids = [...work.seen].map(([section, seen]) => [idIn(section, work), seen] as const);
  rememberContent(redacted, {
    bodies: new Map(ids.map(([id, { body }]) => [id, withoutNotes(body, hidden)])),
    headings: new Map(ids.map(([id, { heading }]) => [id, heading])),
    footnotes,
  });
  const notes = new Map([...content.footnotes].filter(([label]) => hidden.has(label)));
  return { ...work, sections: redacted, notes, count: work.behind.size };
}

function idIn(section: Section, { shown }: Work): string {
  return shown.get(section)?.id ?? section.id;
}

/** Redacts the tokens of a section and of those within it, unless it is hidden as a whole. */
function look(section: Section, work: Work): void {
  const { content, behind, seen } = work;
  const tokens = content.headingOf(section);
  const heading = shownTokens(tokens, behind);
  const body = content.bodyOf(section);
  const isHidden =
    isSpoilers(section, tokens, heading) && (body.length > 0 || section.sections.length > 0);
  const shown = isHidden ? [hiddenSection(section, body, work)] : shownBody(body, work);
  seen.set(section, { heading, body: shown, isHidden, whole: { heading: tokens, body } });
  if (!isHidden) for (const child of section.sections) look(child, work);
}

function hiddenNotes({
  content,
  behind,
  sectionsBehind,
  seen,
  footnotes,
}: Work): ReadonlySet<string> {
  if (footnotes.size === 0 || behind.size === 0) return new Set();
  const within = flattenSections([...sectionsBehind.values()].flat()).flatMap((section) => [
    ...content.headingOf(section),
    ...content.bodyOf(section),
  ]);
  const shown = [...seen.values()].flatMap(({ heading, body }) => [...heading, ...body]);
  return notesHiddenIn(shown, [...[...behind.values()].flat(), ...within], footnotes);
}

function shownSection(section: Section, notes: ReadonlySet<string>, work: Work): Section {
  const { heading, body, isHidden, whole } = work.seen.get(section) as Seen;
  const tokens = whole.heading;
  const title = titleOf(section, tokens, heading);
  const kept = withoutNotes(body, notes);
  const inner = isHidden ? [] : section.sections.map((child) => shownSection(child, notes, work));
  const id = work.idOf(section, title);
  const number = closedText(section.number);
  const isSame =
    heading === tokens &&
    kept === whole.body &&
    id === section.id &&
    title === section.title &&
    number === section.number &&
    inner.every((child, at) => child === section.sections[at]);
  const { heading: written, ...rest } = section;
  const texts =
    written === undefined ? {} : { heading: heading === tokens ? written : rawOf(heading).trim() };
  const text = kept === whole.body ? section.body : rawOf(kept).trim();
  const shown = isSame
    ? section
    : { ...rest, id, number, title, ...texts, body: text, sections: inner };
  work.shown.set(section, shown);
  work.shown.set(shown, shown);
  return shown;
}

function shownBody(
  body: readonly AnyToken[],
  { content, footnotes, behind }: Work,
): readonly AnyToken[] {
  // A note that is known by its label was redacted as such.
  const own = body.map((token) => {
    const isNote =
      token.type === 'footnoteDefinition' && content.footnotes.get(token.label) === token;
    return isNote ? (footnotes.get(token.label) ?? token) : token;
  });
  return shownTokens(own.some((token, at) => token !== body[at]) ? own : body, behind);
}

function hiddenSection(section: Section, body: readonly AnyToken[], work: Work): AnyToken {
  const token = hiddenBlock('', body, work.behind);
  work.sectionsBehind.set(token, section.sections);
  return token;
}

/** Whether a section's heading says that it gives the plot away. What stands for hidden text in it does not. */
function isSpoilers(
  { level }: Section,
  tokens: readonly AnyToken[],
  heading: readonly AnyToken[],
): boolean {
  if (level === 0) return false;
  const text = inlineText(heading);
  return saysSpoilers(heading === tokens ? text : text.replaceAll(hiddenText, ''));
}

/** A reader's own title has no hidden text in it already; any other is gone over. */
function titleOf(
  { title }: Section,
  tokens: readonly AnyToken[],
  heading: readonly AnyToken[],
): string {
  const seen = heading === tokens ? closedText(title) : inlineText(heading);
  return seen.replace(/\s+/g, ' ').trim();
}

/** Ids as they are, but for those that a title with hidden text was made into. */
function createIds(sections: readonly Section[]): Work['idOf'] {
  const unique = uniqueSlugs();
  for (const { id } of flattenSections(sections)) unique(id);
  return (section, title) => {
    const closed = closedText(section.id);
    if (closed !== section.id) return unique(slugify(closed) || 'section');
    if (title === section.title && !title.includes(hiddenText)) return section.id;
    const own = slugify(title);
    const isOwn = own !== '' && /^(?:-\d+)?$/.test(section.id.slice(own.length));
    if (isOwn && section.id.startsWith(own)) return section.id;
    return /^(?:section-\d+|intro)$/.test(section.id) ? section.id : unique(own || 'section');
  };
}

/** Sections whose titles say what is hidden in their headings. The same array when none does. */
export function openedTitles(
  sections: readonly Section[],
  content: ReviewContent,
): readonly Section[] {
  const opened = sections.map((section) => {
    const inner = openedTitles(section.sections, content);
    const tokens = content.headingOf(section);
    const hides = mayHide(section.title) && shownTokens(tokens) !== tokens;
    if (!hides && inner === section.sections) return section;
    const title = hides ? inlineText(tokens).replace(/\s+/g, ' ').trim() : section.title;
    return { ...section, title, sections: inner };
  });
  if (opened.every((section, at) => section === sections[at])) return sections;
  rememberContent(opened, {
    bodies: mapOf(sections, content.bodyOf),
    headings: mapOf(sections, content.headingOf),
    footnotes: content.footnotes,
  });
  return opened;
}

function mapOf(
  sections: readonly Section[],
  tokensOf: (section: Section) => readonly AnyToken[],
): Map<string, readonly AnyToken[]> {
  return new Map(flattenSections(sections).map((section) => [section.id, tokensOf(section)]));
}
