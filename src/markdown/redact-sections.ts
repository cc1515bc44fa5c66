import type { Section } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { slugify, uniqueSlugs } from '../text/slug.ts';
import { type ReviewContent, rememberContent } from './content.ts';
import { closedText, hiddenText, mayHide } from './hidden-text.ts';
import { inlineText } from './inline-text.ts';
import { notesHiddenIn, withoutNotes } from './redact-notes.ts';
import { type Behind, hiddenBlock, rawOf, shownTokens } from './redact-tokens.ts';
import { saysSpoilers } from './spoiler-section.ts';
import type { AnyToken, FootnoteDefinition } from './tokens.ts';
import { known } from './tokens.ts';

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

interface Work {
  readonly content: ReviewContent;
  readonly behind: Behind;
  readonly sectionsBehind: Map<AnyToken, readonly Section[]>;
  readonly bodies: Map<string, readonly AnyToken[]>;
  readonly headings: Map<string, readonly AnyToken[]>;
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
    bodies: new Map(),
    headings: new Map(),
    shown: new Map(),
    footnotes: new Map(),
    idOf: createIds(sections),
  };
  const { footnotes } = work;
  for (const [label, note] of content.footnotes) {
    const tokens = shownTokens(known(note.tokens), work.behind);
    const isOpen = tokens === note.tokens;
    footnotes.set(label, isOpen ? note : { ...note, raw: rawOf(tokens), tokens: [...tokens] });
  }
  const redacted = sections.map((section) => shownSection(section, work));
  const isSame =
    work.behind.size === 0 && redacted.every((section, at) => section === sections[at]);
  if (isSame) return { ...work, sections, notes: new Map(), count: 0 };
  const hidden = notesHiddenIn(work, footnotes);
  const notes = new Map([...content.footnotes].filter(([label]) => hidden.has(label)));
  for (const label of hidden) footnotes.delete(label);
  for (const [id, tokens] of work.bodies) work.bodies.set(id, withoutNotes(tokens, hidden));
  rememberContent(redacted, { bodies: work.bodies, headings: work.headings, footnotes });
  return { ...work, sections: redacted, notes, count: work.behind.size };
}

function shownSection(section: Section, work: Work): Section {
  const { content, behind } = work;
  const tokens = content.headingOf(section);
  const heading = shownTokens(tokens, behind);
  const title = titleOf(section, tokens, heading);
  const body = content.bodyOf(section);
  const isHidden =
    isSpoilers(section, tokens, heading) && (body.length > 0 || section.sections.length > 0);
  const seen = isHidden ? [hiddenSection(section, body, work)] : shownBody(body, work);
  const inner = isHidden ? [] : section.sections.map((child) => shownSection(child, work));
  const id = work.idOf(section, title);
  const number = closedText(section.number);
  work.bodies.set(id, seen);
  work.headings.set(id, heading);
  const isSame =
    heading === tokens &&
    seen === body &&
    id === section.id &&
    title === section.title &&
    number === section.number &&
    inner.every((child, at) => child === section.sections[at]);
  const { heading: written, ...rest } = section;
  const shown = isSame
    ? section
    : {
        ...rest,
        id,
        number,
        title,
        ...(written === undefined
          ? {}
          : { heading: heading === tokens ? written : rawOf(heading).trim() }),
        body: seen === body ? section.body : rawOf(seen).trim(),
        sections: inner,
      };
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

/** Whether a section's heading says that it gives the plot away. */
export function isSpoilerSection(section: Section, content: ReviewContent): boolean {
  const tokens = content.headingOf(section);
  return isSpoilers(section, tokens, shownTokens(tokens));
}

/** What stands for hidden text in a heading does not make it a spoilers section. */
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
    const isOwn = own === '' || section.id === own || section.id.startsWith(`${own}-`);
    return isOwn || /^(?:section|intro)\b/.test(section.id) ? section.id : unique(own);
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
