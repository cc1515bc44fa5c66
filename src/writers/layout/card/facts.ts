import { listField } from '../../../markdown/field.ts';
import type { Json } from '../../../model/json.ts';
import type { Experience, Item, Review } from '../../../model/review.ts';
import { hasParagraphs } from '../../../text/paragraphs.ts';
import { visibleLine } from '../../../text/visible.ts';
import { displayWidth } from '../../../text/width.ts';
import { wrapSpans } from '../../../text/wrap.ts';
import { withoutPlumbing } from '../../../vocabulary/plumbing.ts';
import { experienceLabel, headlineRole, roleLabel, titled } from '../../card-words.ts';
import { blank, plain, type Style, type StyledLine, toned } from '../../style.ts';
import { narrowestText } from '../blocks/flow.ts';
import { addressSpan } from '../blocks/links.ts';
import { padded, prefixed } from '../lines.ts';
import type { PageContext } from '../page-context.ts';
import { fieldLines, fieldSpans } from './field.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
  /** Words that somebody wrote: Markdown, in paragraphs where it has several. */
  readonly isProse?: boolean;
  /** A key nobody knows. */
  readonly isExtra?: boolean;
}

const widestLabel = 16;

/** What the card has not said above: tags, makers, dates, details and unknown keys, as `label  value` lines. */
export function factLines(review: Review, columns: number, page: PageContext): StyledLine[] {
  const facts = factsOf(page.allFields ? review : withoutPlumbing(review));
  const labels = facts
    .map(({ label }) => displayWidth(label))
    .filter((width) => width <= widestLabel);
  const hang = labels.reduce((most, width) => Math.max(most, width), 0) + 2;
  return facts.flatMap(({ label, value, isProse, isExtra }) => {
    const style: Style = isExtra === true ? { tone: 'muted' } : plain;
    const name = toned(label, 'muted');
    const isNarrow = columns - hang < narrowestText || displayWidth(label) > hang - 2;
    if (isProse === true && hasParagraphs(value)) {
      const [first, indent] =
        page.look.isGrid && !isNarrow ? [padded([name], hang), hang] : [null, 2];
      const lines = fieldLines(value, columns - indent, page, style);
      if (first !== null) return prefixed(lines, first, [blank(indent)]);
      return [[toned(`${label}:`, 'muted')], ...prefixed(lines, [blank(2)], [blank(2)])];
    }
    const text =
      isProse === true ? fieldSpans(value, page, style) : [addressSpan(value, page, style)];
    if (!page.look.isGrid) return hanging([toned(`${label}: `, 'muted'), ...text], columns);
    if (isNarrow) return hanging([name, blank(2), ...text], columns);
    return prefixed(wrapSpans(text, columns - hang), padded([name], hang), [blank(hang)]);
  });
}

/** A line whose continuation stands behind two columns. */
function hanging(spans: Parameters<typeof wrapSpans<Style>>[0], columns: number): StyledLine[] {
  const whole = wrapSpans(spans, columns);
  return whole.length === 1 || columns - 2 < narrowestText
    ? whole
    : prefixed(wrapSpans(spans, columns - 2), [], [blank(2)]);
}

function factsOf(review: Review): Fact[] {
  const { item } = review;
  return [
    ...fact('Tags', review.tags.join(', ')),
    ...makerFacts(item),
    ...fact('Released', item.released),
    ...Object.entries(item.details).flatMap(([name, value]) =>
      jsonFacts(titled(name), value, false),
    ),
    ...review.experienced.flatMap((experience) =>
      fact(experienceLabel(item.kind), experienceText(experience)),
    ),
    ...fact('Updated', review.updated),
    ...fact('Link', review.url),
    ...review.author.flatMap(({ name, url }) => fact(visibleLine(name), url)),
    ...Object.entries(item.ids).flatMap(([name, value]) => fact(idLabel(name), value)),
    ...fact('Image', item.image),
    ...fact('Language', review.lang),
    ...fact('Draft', review.draft === false ? 'no' : undefined),
    ...fact('Spoilers', review.spoilers === undefined ? undefined : review.spoilers ? 'yes' : 'no'),
    ...Object.entries(review.extra).flatMap(([name, value]) =>
      jsonFacts(visibleLine(name), value, true),
    ),
  ];
}

function fact(label: string, value: string | undefined): Fact[] {
  return value === undefined || value === '' ? [] : [{ label, value: visibleLine(value) }];
}

/** Those who made the item and do not stand in the item line, by role. */
function makerFacts(item: Item): Fact[] {
  const named = headlineRole(item);
  const byRole = new Map<string, string[]>();
  for (const { role, name } of item.creators) {
    if (role === named) continue;
    const names = byRole.get(role) ?? [];
    names.push(name);
    byRole.set(role, names);
  }
  return [...byRole].flatMap(([role, names]) => fact(roleLabel(role), names.join(', ')));
}

/** Short names are abbreviations: ISBN, IMDB. */
function idLabel(name: string): string {
  return name.length <= 4 ? visibleLine(name).toUpperCase() : titled(name);
}

function experienceText({ date, began, repeat, venue, with: company }: Experience): string {
  const parts = [
    spanOf(began, date),
    venue,
    company === undefined || company.length === 0 ? undefined : `with ${company.join(', ')}`,
  ];
  if (repeat !== undefined) parts.push(repeat ? 'not for the first time' : 'for the first time');
  return parts.filter((part) => part !== undefined).join(', ');
}

/** `2024-01-02 to 2024-01-09`; `since 2024-01-02` when it has not ended. */
function spanOf(began: string | undefined, date: string | undefined): string | undefined {
  if (began === undefined || began === date) return date;
  return date === undefined ? `since ${began}` : `${began} to ${date}`;
}

/** A key that holds a map is one line for each of its values, `key.inner`; one that holds nothing is still said. */
function jsonFacts(label: string, value: Json, isExtra: boolean): Fact[] {
  if (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  ) {
    return Object.entries(value).flatMap(([name, inner]) =>
      jsonFacts(`${label}.${visibleLine(name)}`, inner as Json, isExtra),
    );
  }
  const list = isTexts(value) ? listField(value) : null;
  if (list !== null) return [{ label, value: list, isProse: true, isExtra }];
  if (typeof value === 'string' && /\S\s+\S/.test(value))
    return [{ label, value: value.trim(), isProse: true, isExtra }];
  return [{ label, value: visibleLine(jsonText(value)) || '–', isExtra }];
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function jsonText(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(jsonText).join(', ');
  if (typeof value !== 'object')
    return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${jsonText(inner as Json)}`)
    .join(', ');
}
