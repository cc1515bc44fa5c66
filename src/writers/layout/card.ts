import type { Json } from '../../model/json.ts';
import { displayTitle, type Rating, type Review } from '../../model/review.ts';
import { visibleLine } from '../../text/visible.ts';
import { displayWidth } from '../../text/width.ts';
import { lineWidth, wrapSpans } from '../../text/wrap.ts';
import { narrowestText } from './blocks.ts';
import { padded, plain, prefixed, stacked, type StyledLine, type StyledSpan, type Tone, toned } from './style.ts';

/** The title card: every field of the review once, the known ones first, what nobody knows last. */
export function cardLines(review: Review, columns: number): StyledLine[] {
  return stacked([
    [...wrapSpans([toned(visibleLine(displayTitle(review)), 'title')], columns), ...itemLine(review, columns), ...byline(review, columns)],
    [...ratingLines(review, columns), ...scoreLines(review, columns)],
    review.summary === undefined ? [] : wrapSpans([{ text: visibleLine(review.summary), style: { em: true } }], columns),
    pointLines(review, columns),
    factLines(review, columns),
  ]);
}

const separator: StyledSpan = toned(' · ', 'muted');

function joined(parts: readonly string[], tone?: Tone): StyledSpan[] {
  const style = tone === undefined ? plain : { tone };
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [separator]), { text: visibleLine(part), style }]);
}

const mainRoles: ReadonlySet<string> = new Set(['director', 'author', 'artist', 'developer', 'creator', 'chef', 'designer']);

/** `Heat · Film · 1995 · Michael Mann`; the name only where the title above is another. */
function itemLine({ title, item }: Review, columns: number): StyledLine[] {
  const makers = item.creators.filter(({ role }) => mainRoles.has(role)).map(({ name }) => name);
  const parts = [
    ...(item.name !== undefined && title !== undefined && item.name !== title ? [item.name] : []),
    ...(item.kind === undefined ? [] : [`${item.kind.charAt(0).toUpperCase()}${item.kind.slice(1)}`]),
    ...(item.year === undefined ? [] : [String(item.year)]),
    ...(makers.length === 0 ? [] : [makers.join(', ')]),
  ];
  return parts.length === 0 ? [] : wrapSpans(joined(parts), columns);
}

function byline({ author, published }: Review, columns: number): StyledLine[] {
  const names = author.map(({ name }) => name).join(', ');
  const parts = [...(names === '' ? [] : [`by ${names}`]), ...(published === undefined ? [] : [published])];
  return parts.length === 0 ? [] : wrapSpans(joined(parts, 'muted'), columns);
}

const starCount = 5;

/** Five stars for any scale, to the nearest half: a picture, while the figure beside it is exact. */
function starSpans({ normalized }: Rating): StyledSpan[] {
  const halves = Math.round(Math.min(Math.max(normalized, 0), 1) * starCount * 2);
  const full = Math.floor(halves / 2);
  const half = halves % 2 === 1 ? '½' : '';
  const empty = starCount - full - half.length;
  return [...(full + half.length > 0 ? [toned('★'.repeat(full) + half, 'stars')] : []), ...(empty > 0 ? [toned('☆'.repeat(empty), 'emptyStars')] : [])];
}

function ratingLines({ rating, recommended }: Review, columns: number): StyledLine[] {
  const verdict = recommended === undefined ? [] : [toned(recommended ? 'Recommended' : 'Not recommended', recommended ? 'pro' : 'con')];
  if (rating === null) return verdict.length === 0 ? [] : wrapSpans(verdict, columns);
  const spans: StyledSpan[] = [...(isPicture(rating) ? [] : [...starSpans(rating), plainSpace]), { text: figureOf(rating), style: { strong: true } }];
  return wrapSpans(verdict.length === 0 ? spans : [...spans, separator, ...verdict], columns);
}

const plainSpace: StyledSpan = { text: ' ', style: plain };

/** Whether the author has drawn the stars beside a figure: they are not drawn twice. */
function isPicture({ source }: Rating): boolean {
  return /[★☆⭐]/u.test(source) && /\d/.test(source);
}

/** The figure as written; stars written out are said in figures, for the picture shows them already. */
function figureOf({ source, value, best }: Rating): string {
  return /^[★☆⭐½✩*\uFE0F\s]+$/u.test(source) ? `${value}/${best}` : visibleLine(source);
}

/** The breakdown as bars, aspect and figure beside them. */
function scoreLines({ scores }: Review, columns: number): StyledLine[] {
  if (scores.length === 0) return [];
  const rows = scores.map((score) => ({ name: visibleLine(score.aspect), figure: figureOf(score), share: Math.min(Math.max(score.normalized, 0), 1) }));
  const names = Math.max(...rows.map(({ name }) => displayWidth(name)));
  const figures = Math.max(...rows.map(({ figure }) => displayWidth(figure)));
  const bar = Math.min(20, columns - names - figures - 4);
  return rows.flatMap(({ name, figure, share }) => {
    if (bar < 5) return wrapSpans([toned(`${name} `, 'label'), { text: figure, style: plain }], columns);
    const full = Math.round(share * bar);
    return [[...padded([toned(name, 'label')], names + 2), toned('━'.repeat(full), 'stars'), toned('─'.repeat(bar - full), 'emptyStars'), { text: `  ${figure}`, style: plain }]];
  });
}

const columnGap = 4;

/** Pros and cons, beside each other where there is room. */
function pointLines({ pros, cons }: Review, columns: number): StyledLine[] {
  const half = Math.floor((columns - columnGap) / 2);
  if (pros.length === 0 || cons.length === 0 || half < 28) return stacked([points('+', pros, 'pro', columns), points('−', cons, 'con', columns)]);
  const left = points('+', pros, 'pro', half);
  const right = points('−', cons, 'con', half);
  const width = Math.max(...left.map(lineWidth)) + columnGap;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => (right[at] === undefined ? (left[at] ?? []) : [...padded(left[at] ?? [], width), ...right[at]]));
}

function points(mark: string, texts: readonly string[], tone: Tone, columns: number): StyledLine[] {
  return texts.flatMap((text) => prefixed(wrapSpans([{ text: visibleLine(text), style: plain }], columns - 2), [toned(`${mark} `, tone)], [{ text: '  ', style: plain }]));
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly unknown?: boolean;
}

/** What is left: tags, makers, dates, details and unknown keys, as `label  value` lines. */
function factLines(review: Review, columns: number): StyledLine[] {
  const facts = factsOf(review).filter(({ value }) => value !== '');
  if (facts.length === 0) return [];
  const widest = Math.min(16, Math.max(...facts.map(({ label }) => displayWidth(label))));
  const hang = widest + 2;
  return facts.flatMap(({ label, value, unknown }) => {
    const name = toned(label, 'muted');
    const text: StyledSpan = { text: visibleLine(value), style: unknown === true ? { tone: 'muted' } : plain };
    if (columns - hang < narrowestText || displayWidth(label) > widest) return wrapSpans([name, { text: '  ', style: plain }, text], columns);
    return prefixed(wrapSpans([text], columns - hang), padded([name], hang), [{ text: ' '.repeat(hang), style: plain }]);
  });
}

function factsOf(review: Review): Fact[] {
  const { item } = review;
  const others = new Map<string, string[]>();
  for (const { role, name } of item.creators) if (!mainRoles.has(role)) others.set(role, [...(others.get(role) ?? []), name]);
  const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');
  return [
    { label: 'Tags', value: review.tags.join(', ') },
    ...[...others].map(([role, names]) => ({ label: titled(role), value: names.join(', ') })),
    { label: 'Released', value: item.released ?? '' },
    ...Object.entries(item.details).flatMap(([name, value]) => jsonFacts(titled(name), value)),
    ...review.experienced.map(experienceFact),
    { label: 'Updated', value: review.updated ?? '' },
    ...Object.entries(item.ids).map(([name, value]) => ({ label: name.length <= 4 ? name.toUpperCase() : titled(name), value })),
    { label: 'Image', value: item.image ?? '' },
    { label: 'Link', value: review.url ?? '' },
    ...review.author.flatMap(({ name, url }) => (url === undefined ? [] : [{ label: name, value: url }])),
    { label: 'Language', value: review.lang ?? '' },
    { label: 'Draft', value: yesNo(review.draft) },
    { label: 'Spoilers', value: yesNo(review.spoilers) },
    ...Object.entries(review.extra).flatMap(([name, value]) => jsonFacts(visibleLine(name), value, true)),
  ];
}

function experienceFact({ date, repeat, venue, with: company }: Review['experienced'][number]): Fact {
  const parts = [date, venue, company === undefined ? undefined : `with ${company.join(', ')}`, repeat === true ? 'again' : undefined];
  return { label: 'Experienced', value: parts.filter((part) => part !== undefined).join(', ') };
}

/** A key that holds a map is one line for each of its values, `key.inner`. */
function jsonFacts(label: string, value: Json, unknown?: boolean): Fact[] {
  const mark = unknown === true ? { unknown } : {};
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, inner]) => jsonFacts(`${label}.${visibleLine(name)}`, inner as Json, unknown));
  }
  return [{ label, value: valueText(value), ...mark }];
}

function valueText(value: Json): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (value !== null && typeof value === 'object') return Object.entries(value).map(([name, inner]) => `${name}: ${valueText(inner as Json)}`).join(', ');
  return String(value);
}

function titled(name: string): string {
  const words = visibleLine(name).replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
