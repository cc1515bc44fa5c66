import { beside } from '../../model/beside.ts';
import type { Review, Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { contentOf } from '../content.ts';
import { fieldText } from '../field.ts';
import { mayHide } from '../hidden-text.ts';
import type { AnyToken, FootnoteDefinition } from '../tokens.ts';
import { openedTitles, redactSections, type Sections } from './redact-sections.ts';
import { bareStrings, closedStrings, openedStrings } from './redact-strings.ts';

declare const isShown: unique symbol;

/** How many hidden parts were taken out of a review; absent where none was. */
export const spoilersHidden = Symbol('spoilers hidden');

/**
 * A review as it may be shown: hidden text is taken out of it, or was asked for. Only this module makes one, so that what takes a
 * `Shown` cannot be handed what nobody went over.
 */
export type Shown = Review & {
  readonly [isShown]: true;
  readonly [spoilersHidden]?: number;
};

/** What stands behind a placeholder: tokens, then the subsections of a hidden section. */
export interface HiddenPart {
  readonly tokens: readonly AnyToken[];
  readonly sections: readonly Section[];
}

/** What was taken out of a review. The body of a web page alone is handed it, to put it where a reader opens it. */
export interface Hidden {
  /** The review as it was. */
  readonly source: Review;
  readonly behind: (placeholder: AnyToken) => HiddenPart | null;
  /** The sections within hidden ones. */
  readonly sections: readonly Section[];
  /** The notes that only hidden text calls, by label. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

export interface Redaction {
  readonly review: Shown;
  readonly hidden: Hidden;
  /** The redacted section for one of the review's own; null for one that is hidden. */
  readonly sectionOf: (section: Section) => Section | null;
}

const redactions = beside<Review, Redaction>();

/**
 * A review without its hidden text: every string at any depth, keys included, and every token has a placeholder where it stood, and its letters
 * are gone. A spoilers section keeps its heading, and nothing else; the numbers of the others stay. `contentOf` gives the redacted tokens. The same
 * review when nothing in it is hidden; the same answer each time.
 */
export function redact(review: Review): Redaction {
  const known = redactions.get(review);
  if (known !== undefined) return known;
  const made = redaction(review);
  redactions.set(review, made);
  if (made.review !== review) redactions.set(made.review, untouched(made.review));
  return made;
}

/** A review as it may be shown: redacted, or with its spoilers when they were asked for; then its fields have no marks. */
export function shownReview(review: Review, spoilers = false): Shown {
  return spoilers ? opened(review) : redact(review).review;
}

function redaction(review: Review): Redaction {
  const { sections, ...fields } = review;
  const strings = closedStrings(fields);
  const parts = mayHideSections(sections) ? redactSections(sections, contentOf(review)) : null;
  const count = strings.count + (parts?.count ?? 0);
  const isSame = strings.value === fields && (parts === null || parts.sections === sections);
  if (isSame) return untouched(review as Shown);
  const shown = {
    ...withoutBrokenAddresses(strings.value, fields),
    sections: parts?.sections ?? sections,
    [spoilersHidden]: count,
  } as Review as Shown;
  return {
    review: shown,
    hidden: hiddenOf(review, parts),
    sectionOf: parts === null ? (section) => section : sectionsOf(sections, parts),
  };
}

function untouched(review: Shown): Redaction {
  return { review, hidden: hiddenOf(review, null), sectionOf: (section) => section };
}

function hiddenOf(source: Review, parts: Sections | null): Hidden {
  return {
    source,
    behind: (placeholder) => {
      const tokens = parts?.behind.get(placeholder);
      if (tokens === undefined) return null;
      return { tokens, sections: parts?.sectionsBehind.get(placeholder) ?? [] };
    },
    sections: [...(parts?.sectionsBehind.values() ?? [])].flat(),
    notes: parts?.notes ?? new Map(),
  };
}

/** An address that hides something is none. */
function withoutBrokenAddresses(
  shown: Omit<Review, 'sections'>,
  { url, item, author }: Omit<Review, 'sections'>,
): Omit<Review, 'sections'> {
  const { url: shownUrl, ...rest } = shown;
  const { image, ...bare } = shown.item;
  return {
    ...rest,
    ...(shownUrl === undefined || shownUrl !== url ? {} : { url: shownUrl }),
    item: image === undefined || image !== item.image ? bare : shown.item,
    author: shown.author.map((person, at) =>
      person.url === author[at]?.url ? person : { name: person.name },
    ),
  };
}

/** A quick look, so that a review that hides nothing is not lexed for it. */
function mayHideSections(sections: readonly Section[]): boolean {
  return sections.some(
    ({ title, heading = '', body, id, number, sections: inner }) =>
      [title, heading, body, id, number].some(mayHide) ||
      isForeign.test(title) ||
      mayHideSections(inner),
  );
}

/** A heading may say so in another script. */
const isForeign = /\P{ASCII}/u;

const openedReviews = beside<Review, Shown>();

/** Fields as they read with their spoilers, without marks; the titles of sections too. */
function opened(review: Review): Shown {
  const before = openedReviews.get(review);
  if (before !== undefined) return before;
  const { sections, ...fields } = review;
  const strings = openedStrings(fields);
  const titled = mayHideSections(sections) ? openedTitles(sections, contentOf(review)) : sections;
  const shown =
    strings.value === fields && titled === sections
      ? review
      : { ...strings.value, sections: titled };
  openedReviews.set(review, shown as Shown);
  openedReviews.set(shown, shown as Shown);
  return shown as Shown;
}

/** The sections for some of the review's own as they are shown; those that are hidden are left out. */
export function shownSections(
  review: Review,
  sections: readonly Section[],
  spoilers: boolean,
): readonly Section[] {
  if (spoilers) return sections;
  const { sectionOf } = redact(review);
  return sections.flatMap((section) => sectionOf(section) ?? []);
}

/** A section may be a copy without its subsections. */
function sectionsOf(all: readonly Section[], { shown }: Sections): Redaction['sectionOf'] {
  const sectionOf = (section: Section): Section | null => {
    const known = shown.get(section);
    if (known !== undefined) return known;
    const own = flattenSections(all).find(({ id }) => id === section.id);
    const found = own === undefined ? undefined : shown.get(own);
    if (found === undefined) return null;
    return { ...found, sections: section.sections.flatMap((inner) => sectionOf(inner) ?? []) };
  };
  return sectionOf;
}

const bareReviews = beside<Shown, Shown>();

/**
 * A redacted review for machines, feeds, shelves and the heads of pages: nothing stands where hidden text was taken out of its fields, and a tag,
 * a point or a name that held nothing else is gone; summary and points are words without marks. Its sections stay as they are.
 */
export function bareReview(review: Shown): Shown {
  const known = bareReviews.get(review);
  if (known !== undefined) return known;
  const { sections, ...fields } = review;
  const hides = review[spoilersHidden] !== undefined;
  const { title, summary, pros, cons, ...rest } = hides ? bareStrings(fields) : fields;
  const bare = {
    ...rest,
    ...(title === undefined || (hides && title === '') ? {} : { title }),
    ...(summary ? { summary: fieldText(summary) } : {}),
    pros: pros.map(fieldText),
    cons: cons.map(fieldText),
    sections,
  } as Review as Shown;
  bareReviews.set(review, bare);
  return bare;
}
