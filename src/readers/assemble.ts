import { asWritten, type DataNode, type MapEntry } from '../data/data-node.ts';
import { withoutOpenEnd } from '../markdown/open-end.ts';
import { seenSections } from '../markdown/redact/seen.ts';
import type { Locator } from '../model/position.ts';
import type { Review } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { lengthOf, summedLength, type TextLength } from '../model/text-length.ts';
import { foreignRoles, hasForeignHeading } from '../vocabulary/foreign.ts';
import { type Edges, introEdges, sameTitle, topHeading } from './body/body.ts';
import { cutSectionData, mayHaveHeading } from './body/data-sections.ts';
import { withInlinePoints } from './body/inline-points.ts';
import {
  type Cut,
  type CutDocument,
  cutMarkdown,
  lexHeading,
  type Place,
  sectionsOf,
  titleText,
} from './body/sections.ts';
import { isSectionHeading, takeTitle } from './body/title.ts';
import { addTrailingRating } from './body/trailing.ts';
import { inSourceOrder } from './diagnostics-order.ts';
import { withTitle } from './fields/finish/naming.ts';
import type { Metadata } from './fields/metadata.ts';
import { type Origins, settle } from './fields/origins.ts';
import type { ReadResult, ReadSettings } from './reader.ts';

/**
 * The review that keys and a text make. The text is the file's own Markdown, else what stands under `body:` and `sections:`.
 * A level-1 heading at the very top is the title when no key gives one; a last line `Rating: …` the rating, or one before the first heading.
 * With `settings.sections === false` nothing is lexed and there are no sections.
 * Diagnostics, in the order of the source: those of the keys, limit-exceeded, spoiler-unclosed, rating-conflict and those of a rating.
 */
export function assemble(
  metadata: Metadata,
  text: Place | null,
  given: ReadSettings,
  locator: Locator,
): ReadResult {
  const entry = metadata.body;
  const place = text ?? (entry === undefined ? null : bodyPlace(entry, locator));
  const settings = inItsLanguage(metadata, place, given);
  const base = text === null ? metadata.review : keepUnread(metadata);
  // The keys count, whatever the text says: only `check` has something to say of it.
  const isKnown = settings.sections === false && base.rating !== null;
  const rated =
    place === null || isKnown
      ? { review: base, diagnostics: [] }
      : addTrailingRating(
          base,
          place,
          settings,
          metadata.origins,
          text === null ? null : introOf(base, text, settings),
        );
  const before = [...metadata.diagnostics, ...rated.diagnostics];
  const { origins } = metadata;
  if (settings.sections === false)
    return {
      review: withTitle(
        rated.review,
        titleAtTop(base, place, settings),
        settings,
        origins,
        place?.source.slice(place.start),
      ),
      origins,
      diagnostics: inSourceOrder(before),
      ...lengthBelow(metadata, place),
    };
  if (text !== null || metadata.sections === undefined)
    return { ...fromText(rated.review, place, settings, before, origins), origins };
  const { sections } = metadata;
  return {
    ...fromData(rated.review, sections, place, settings, locator, before, origins),
    origins,
  };
}

/** Headings of every language count where something says that the text is not English: its `lang`, a key, a heading. */
function inItsLanguage(
  { review: { lang }, foreign, sections }: Metadata,
  place: Place | null,
  settings: ReadSettings,
): ReadSettings {
  if (settings.sections === false) return settings;
  const isForeign =
    foreign === true ||
    (lang !== undefined && !/^en\b/i.test(lang)) ||
    (place !== null && hasForeignHeading(place.source.slice(place.start))) ||
    (sections !== undefined &&
      hasForeignHeading(sections.value.text.replace(/^[\s-]*(?:heading:)?\s*/gm, '# ')));
  return isForeign ? { ...settings, roles: foreignRoles(settings.roles) } : settings;
}

function lengthBelow({ sections }: Metadata, place: Place | null): TextLength {
  return summedLength([
    ...(place === null ? [] : [lengthOf(place.source.slice(place.start))]),
    ...(sections === undefined ? [] : [lengthInData(sections.value)]),
  ]);
}

/** Of `sections:`, what is text: headings and bodies, however they are arranged. */
function lengthInData(node: DataNode): TextLength {
  if (node.kind === 'map')
    return summedLength(node.entries.map(({ value }) => lengthInData(value)));
  if (node.kind === 'list') return summedLength(node.items.map(lengthInData));
  return lengthOf(node.text);
}

function bodyPlace({ value }: MapEntry, locator: Locator): Place {
  const range = locator.range(value.start, value.end);
  return { source: value.text, start: 0, range: () => range };
}

/** A file with a text of its own has its sections there. */
function keepUnread({ review, body, sections }: Metadata): Review {
  const unread = [body, sections].flatMap((entry) =>
    entry === undefined ? [] : [[entry.key, asWritten(entry.value)] as const],
  );
  return unread.length === 0
    ? review
    : { ...review, extra: { ...review.extra, ...Object.fromEntries(unread) } };
}

/** The text before the first heading that is not the title. */
function introOf(review: Review, place: Place, settings: ReadSettings): Edges {
  const { title, item } = review;
  return introEdges(place.source.slice(place.start), (heading) =>
    title === undefined
      ? heading !== '' && !isSectionHeading(heading, place, settings)
      : sameTitle(heading, title) || sameTitle(heading, item.name),
  );
}

function titleAtTop(
  review: Review,
  place: Place | null,
  settings: ReadSettings,
): string | undefined {
  if (place === null || review.title !== undefined) return undefined;
  const heading = topHeading(place.source.slice(place.start, place.start + 2000));
  if (heading === null || heading === '' || isSectionHeading(heading, place, settings))
    return undefined;
  return titleText(lexHeading(heading));
}

function fromText(
  review: Review,
  place: Place | null,
  settings: ReadSettings,
  before: Metadata['diagnostics'],
  origins: Origins,
): ReadResult {
  if (place === null)
    return {
      review: withTitle(review, undefined, settings, origins),
      diagnostics: inSourceOrder(before),
    };
  const { cuts, document, diagnostics } = cutMarkdown(place, settings.roles);
  const taken = takeTitle(review, cuts, settings);
  noteHeading(taken.title, cuts, origins);
  const sections = sectionsOf(taken.cuts, document.footnotes, settings.roles);
  return {
    review: withInlinePoints(
      {
        ...withTitle(review, taken.title, settings, origins, place.source.slice(place.start)),
        sections,
      },
      settings.roles,
    ),
    diagnostics: inSourceOrder([...before, ...diagnostics]),
  };
}

/** Where the heading stands that is the title. */
function noteHeading(title: string | undefined, cuts: readonly Cut[], origins: Origins): void {
  const start = cuts[0]?.flat.range.start.offset;
  if (title !== undefined && start !== undefined)
    settle(origins, 'title', 'heading', {
      span: { start, end: start + title.length + '# '.length },
    });
}

/** A text without a heading belongs to what stands before it, as it would in Markdown: only the first section can have none. */
function joinIntros(cuts: readonly Cut[], roles: ReadSettings['roles']): Cut[] {
  const groups: Cut[][] = [];
  for (const cut of cuts) {
    const group = groups.at(-1);
    if (cut.flat.level > 0 || group === undefined) groups.push([cut]);
    else group.push(cut);
  }
  return groups.flatMap((group) => {
    const [first, ...more] = group as [Cut, ...Cut[]];
    if (more.length === 0) return [first];
    const body = joinBodies(group.map(({ flat }) => flat.body));
    return cutAgain({ flat: { ...first.flat, body }, heading: first.heading, body: [] }, roles);
  });
}

/** Two texts in one may have headings that neither had: what hid one (an open spoiler) may be a part of what stands above it (a footnote). */
function cutAgain(joined: Cut, roles: ReadSettings['roles']): Cut[] {
  const { flat } = joined;
  if (!mayHaveHeading.test(flat.body)) return [joined];
  const place = { source: flat.body, start: 0, range: () => flat.range };
  const { cuts } = cutMarkdown(place, roles, flat.level);
  if (cuts.every(({ flat: { level } }) => level === 0)) return [joined];
  const intro = cuts[0]?.flat.level === 0 ? cuts[0] : undefined;
  const head = { ...joined, flat: { ...flat, body: intro?.flat.body ?? '' } };
  return [
    ...(flat.level > 0 || intro !== undefined ? [head] : []),
    ...(intro === undefined ? cuts : cuts.slice(1)),
  ];
}

/** To close what all of the texts before leave open, they are lexed again for each: of more than these, each is closed by itself. */
const mostLexedAgain = 20;

function joinBodies(bodies: readonly string[]): string {
  const texts = bodies.filter((body) => body !== '');
  if (texts.length <= mostLexedAgain)
    return texts.reduce(
      (before, after) =>
        before === ''
          ? after
          : withoutOpenEnd(before, after.includes('%%')) + blankLine(before) + after,
      '',
    );
  const last = texts.pop() ?? '';
  const arePrivate = texts.some((text) => text.includes('%%')) || last.includes('%%');
  return [...texts.map((text) => withoutOpenEnd(text, arePrivate)), last].join(
    blankLine(texts[0] ?? ''),
  );
}

function blankLine(text: string): string {
  return text.includes('\r\n') ? '\r\n\r\n' : '\n\n';
}

/** `sections:`, after what stands under `body:`. Writers lex the bodies together, so that they can refer to each other. */
function fromData(
  review: Review,
  entry: MapEntry,
  place: Place | null,
  settings: ReadSettings,
  locator: Locator,
  before: Metadata['diagnostics'],
  origins: Origins,
): ReadResult {
  const own: Pick<CutDocument, 'cuts' | 'diagnostics'> =
    place === null ? { cuts: [], diagnostics: [] } : cutMarkdown(place, settings.roles);
  const data = cutSectionData(entry, locator, settings.roles);
  const taken = takeTitle(review, own.cuts, settings);
  const cuts = joinIntros([...taken.cuts, ...data.cuts], settings.roles);
  const extra =
    data.unknown.length === 0
      ? review.extra
      : { ...review.extra, ...Object.fromEntries(data.unknown) };
  const sections = sectionsOf(cuts, null, settings.roles);
  const titled = withInlinePoints(
    {
      ...withTitle(review, taken.title, settings, origins, place?.source.slice(place.start)),
      extra,
      sections,
    },
    settings.roles,
  );
  const last = cuts.at(-1)?.flat;
  const isLastSeen = seenSections(sections).at(-1)?.id === flattenSections(sections).at(-1)?.id;
  const rated =
    last === undefined || data.cuts.length === 0 || !isLastSeen
      ? { review: titled, diagnostics: [] }
      : addTrailingRating(
          titled,
          { source: last.body, start: 0, range: () => last.range },
          settings,
          origins,
        );
  return {
    review: rated.review,
    diagnostics: inSourceOrder([
      ...before,
      ...own.diagnostics,
      ...data.diagnostics,
      ...rated.diagnostics,
    ]),
  };
}
