import { type Shown, spoilersHidden } from '../../../markdown/redact/redact.ts';
import { barredStrings } from '../../../markdown/redact/redact-strings.ts';
import { displayTitle, type Review } from '../../../model/review.ts';
import { counted } from '../../../text/counted.ts';
import { visibleLine } from '../../../text/visible.ts';
import { widestLine, wrapSpans } from '../../../text/wrap.ts';
import { dateIn } from '../../../vocabulary/foreign.ts';
import { kindName } from '../../../vocabulary/kind-names.ts';
import { headlineMakers } from '../../card-words.ts';
import {
  blank,
  plain,
  type Style,
  type StyledLine,
  type StyledSpan,
  type Tone,
  toned,
} from '../../style.ts';
import { padded, prefixed, stacked } from '../lines.ts';
import type { Look } from '../look.ts';
import type { PageContext } from '../page-context.ts';
import { factLines } from './facts.ts';
import { fieldLines, plainSpans } from './field.ts';
import { ratingLines, scoreLines } from './rating.ts';

/** The title card: every field of the review once, the known ones first, what nobody knows last. */
export function cardLines(given: Shown, columns: number, page: PageContext): StyledLine[] {
  const review = withBars(given, page);
  return stacked([
    [
      ...titleLines(review, columns, page),
      ...itemLines(review, columns, page.look),
      ...bylineLines(review, columns, page.look),
    ],
    stacked([
      ratingLines(review, columns, page.look),
      scoreLines(review.scores, columns, page.look),
    ]),
    review.summary === undefined ? [] : fieldLines(review.summary, columns, page, { em: true }),
    pointLines(review, columns, page),
    factLines(review, columns, page),
    hiddenLines(review, columns, page),
  ]);
}

/** What stands in no Markdown, with the page's bars where hidden text was taken out of it. */
function withBars(review: Shown, page: PageContext): Shown {
  if ((review[spoilersHidden] ?? 0) === 0) return review;
  const { author, scores, tags, item, experienced, extra, url } = review;
  const names = { author, scores, tags, item, experienced, extra };
  const texts = { ...names, ...(url === undefined ? {} : { url }) };
  return { ...review, ...barredStrings(texts, page.hiddenInline('').text) };
}

function titleLines(review: Review, columns: number, page: PageContext): StyledLine[] {
  const title = plainSpans(displayTitle(review), page, { tone: 'title' });
  return wrapSpans(page.look.speaks ? [toned('Review: ', 'title'), ...title] : title, columns);
}

/** `Heat · Film · 1995 · Michael Mann`; the name only where the title above is another. */
function itemLines(review: Review, columns: number, look: Look): StyledLine[] {
  const { title, item } = review;
  const parts = [
    title === undefined || title === item.name ? undefined : item.name,
    item.kind === undefined ? undefined : kindName(item.kind),
    item.year?.toString(),
    headlineMakers(item).join(', '),
  ];
  return dotted(parts, columns, plain, look);
}

function bylineLines(
  { author, published, draft, lang = '' }: Review,
  columns: number,
  look: Look,
): StyledLine[] {
  const names = author.map(({ name }) => name).join(', ');
  return dotted(
    [
      names === '' ? undefined : `by ${names}`,
      published === undefined ? undefined : (dateIn(lang, published) ?? published),
      draft === true ? 'draft' : undefined,
    ],
    columns,
    { tone: 'muted' },
    look,
  );
}

/** What there is of the parts, with dots between. */
function dotted(
  parts: readonly (string | undefined)[],
  columns: number,
  style: Style,
  { dot }: Look,
): StyledLine[] {
  const shown = parts.filter((part) => part !== undefined && part !== '') as string[];
  if (shown.length === 0) return [];
  const spans = shown.map((part): StyledSpan => ({ text: visibleLine(part), style }));
  return wrapSpans(
    spans.flatMap((span, index) => (index === 0 ? [span] : [toned(dot, 'muted'), span])),
    columns,
  );
}

const columnGap = 4;
/** Pros and cons stand beside each other where each has at least so many columns. */
const narrowestSide = 28;

function pointLines({ pros, cons }: Review, columns: number, page: PageContext): StyledLine[] {
  const { isGrid, pro, con } = page.look;
  const half = Math.floor((columns - columnGap) / 2);
  const isOneSided = pros.length === 0 || cons.length === 0;
  if (!isGrid || isOneSided || half < narrowestSide || !Number.isFinite(half)) {
    return stacked([
      points(pro, pros, 'pro', columns, page),
      points(con, cons, 'con', columns, page),
    ]);
  }
  const left = points(pro, pros, 'pro', half, page);
  const right = points(con, cons, 'con', half, page);
  const width = Math.max(widestLine(left), narrowestSide) + columnGap;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...padded(left[at] ?? [], width),
    ...(right[at] ?? []),
  ]);
}

function points(
  mark: string,
  texts: readonly string[],
  tone: Tone,
  columns: number,
  page: PageContext,
): StyledLine[] {
  return texts.flatMap((text) =>
    prefixed(
      fieldLines(text, columns - mark.length, page, plain),
      [toned(mark, tone)],
      [blank(mark.length)],
    ),
  );
}

/** How much of the review is hidden, and how to see it. */
function hiddenLines(
  review: Shown,
  columns: number,
  { saysHidden, look }: PageContext,
): StyledLine[] {
  const count = review[spoilersHidden] ?? 0;
  if (!saysHidden || count === 0) return [];
  const style: Style = { tone: 'muted' };
  return dotted([`${counted(count, 'spoiler')} hidden`, '--spoilers'], columns, style, look);
}
