import type { LoadedReview } from '../library/library.ts';
import { createLocator } from '../model/position.ts';
import { type Fact, type Origin, originRules } from '../model/provenance.ts';
import type { Rating, Review } from '../model/review.ts';
import { visibleLine } from '../text/visible.ts';
import { wrapSpans } from '../text/wrap.ts';
import { prefixed } from '../writers/layout/lines.ts';
import { blank, plain, type StyledLine, type StyledSpan, toned } from '../writers/style.ts';

/** A fact of a review, what it is, and what gave it. */
export interface ExplainedFact {
  readonly fact: Fact;
  readonly value: string;
  readonly rule: Origin['rule'];
  /** In the file, 1-based, columns in UTF-16 units; absent for what stands elsewhere. */
  readonly line?: number;
  readonly column?: number;
  /** What stands there, on one line and not all of what is long. */
  readonly source?: string;
  /** What stands elsewhere: the folder's name, the configuration and its key, what the other files say. */
  readonly from?: string;
}

/** What an explanation is made with. */
export interface Explaining {
  /** The review without what is not to be seen. */
  readonly shown: Review;
  /** The configuration's file, as it is shown; null where there is none. */
  readonly config: string | null;
  /** A text without what is not to be seen. */
  readonly seen: (text: string) => string;
}

const values: Readonly<Record<Fact, (review: Review) => string>> = {
  title: ({ title }) => title ?? '',
  'item.name': ({ item }) => item.name ?? '',
  'item.kind': ({ item }) => item.kind ?? '',
  'item.creators': ({ item }) =>
    item.creators.map(({ name, role }) => `${name} (${role})`).join(', '),
  'item.year': ({ item }) => (item.year === undefined ? '' : String(item.year)),
  'item.released': ({ item }) => item.released ?? '',
  'item.ids': ({ item }) => namesAndValues(item.ids),
  'item.image': ({ item }) => item.image ?? '',
  'item.details': ({ item }) => namesAndValues(item.details),
  author: ({ author }) => author.map(({ name }) => name).join(', '),
  rating: ({ rating }) => rating?.source ?? '',
  'rating.best': ({ rating }) => (rating === null ? '' : String(rating.best)),
  ratingText: ({ ratingText }) => ratingText ?? '',
  scores: ({ scores }) => scores.map((score) => `${score.aspect} ${figures(score)}`).join(', '),
  recommended: ({ recommended }) => yesOrNo(recommended),
  summary: ({ summary }) => summary ?? '',
  pros: ({ pros }) => pros.join('; '),
  cons: ({ cons }) => cons.join('; '),
  published: ({ published }) => published ?? '',
  updated: ({ updated }) => updated ?? '',
  experienced: ({ experienced }) =>
    experienced.map(({ began, date }) => [began, date].filter(Boolean).join('–')).join(', '),
  tags: ({ tags }) => tags.join(', '),
  lang: ({ lang }) => lang ?? '',
  draft: ({ draft }) => yesOrNo(draft),
  spoilers: ({ spoilers }) => yesOrNo(spoilers),
  url: ({ url }) => url ?? '',
};

function figures({ value, best }: Pick<Rating, 'value' | 'best'>): string {
  return `${value}/${best}`;
}

function yesOrNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? 'yes' : 'no';
}

function namesAndValues(map: Readonly<Record<string, unknown>>): string {
  return Object.entries(map)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** Every fact that a review has, in the order of the model, with what gave it; a fact that several things gave stands once for each. */
export function explainedFacts(loaded: LoadedReview, explaining: Explaining): ExplainedFact[] {
  const { shown } = explaining;
  const { range } = createLocator(loaded.source);
  return (Object.keys(values) as Fact[]).flatMap((fact) => {
    const value = values[fact](shown);
    if (value === '') return [];
    // What a body's lists and headings add has no place of its own.
    const noted = loaded.origins?.get(fact) ?? [];
    const origins: readonly Origin[] = noted.length === 0 ? [{ rule: 'text' }] : noted;
    return origins.map((origin) => ({
      fact,
      value,
      ...placeOf(origin, loaded.source, range, explaining),
    }));
  });
}

const longestSource = 60;

function placeOf(
  { rule, span, from }: Origin,
  source: string,
  range: ReturnType<typeof createLocator>['range'],
  { config, seen }: Explaining,
): Omit<ExplainedFact, 'fact' | 'value'> {
  const elsewhere =
    rule === 'config'
      ? `${config ?? 'the settings'}: ${from ?? ''}`
      : // The title says it again.
        rule === 'title' || rule === 'heading'
        ? undefined
        : from;
  const where = elsewhere === undefined ? {} : { from: seen(elsewhere) };
  if (span === undefined) return { rule, ...where };
  const { start } = range(span.start, span.start);
  const text = seen(source.slice(span.start, Math.min(span.end, span.start + 2000)));
  const line = text.replace(/\s+/g, ' ').trim();
  return {
    rule,
    line: start.line,
    column: start.column,
    source: line.length > longestSource ? `${line.slice(0, longestSource - 1)}…` : line,
    ...where,
  };
}

/**
 * An explanation as lines of at most `columns` display columns (0: no limit): the fact and its value, and under it, for each thing that gave it, the rule and
 * the place.
 */
export function explainLines(
  facts: readonly ExplainedFact[],
  file: string,
  columns: number,
): StyledLine[] {
  const width = Math.max(...facts.map(({ fact }) => fact.length), 0) + 2;
  const room = columns === 0 ? Number.POSITIVE_INFINITY : Math.max(columns - width, 20);
  return facts.flatMap((each, index): StyledLine[] => {
    const why = prefixed(
      wrapSpans(whySpans(each, file), room - 2),
      [blank(width)],
      [blank(width + 2)],
    );
    if (facts[index - 1]?.fact === each.fact) return why;
    const value: StyledSpan[] = [{ text: visibleLine(each.value), style: { strong: true } }];
    const head = prefixed(
      wrapSpans(value, room),
      [toned(each.fact.padEnd(width), 'label')],
      [blank(width)],
    );
    return [...head, ...why];
  });
}

function whySpans({ rule, line, column, source, from }: ExplainedFact, file: string): StyledSpan[] {
  const place =
    line === undefined ? [] : [toned(`${visibleLine(file)}:${line}:${column ?? 1}`, 'address')];
  const texts = [from, source].filter((text) => text !== undefined && text !== '');
  const parts = [
    toned(originRules[rule], 'muted'),
    ...place,
    ...texts.map((text): StyledSpan => ({ text: visibleLine(text ?? ''), style: plain })),
  ];
  return parts.flatMap((span, index) => (index === 0 ? [span] : [toned(' · ', 'muted'), span]));
}
