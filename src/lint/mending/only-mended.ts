import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts';
import { emptyReview, type Review } from '../../model/review.ts';
import type { ReadReview } from '../../readers/formats.ts';
import { layoutOf, meaningOf } from '../../readers/same-review.ts';
import { unseen } from '../control-characters.ts';

/**
 * Whether a text with fixes made says what it said before, but for what the fixes are there to change: a key that was not known is now,
 * a link's case, characters that cannot be seen, keys that were no keys for want of a line.
 */
export function onlyMended(
  before: ReadReview,
  after: ReadReview,
  fixed: readonly Diagnostic[],
): boolean {
  const codes = new Set(fixed.map(({ code }) => code));
  if (before.format !== after.format || (after.records ?? 1) !== (before.records ?? 1))
    return false;
  // Before, it had no keys to compare.
  if (codes.has('front-matter-unclosed'))
    return after.keys !== undefined && before.source.trimEnd().endsWith(textOf(after));
  if (codes.has('control-character')) return seenOf(before, codes) === seenOf(after, codes);
  if (layoutIn(before, codes) !== layoutIn(after, codes)) return false;
  return codes.has('key-typo')
    ? nothingGone(before, after)
    : folded(meaningOf(before.review), codes) === folded(meaningOf(after.review), codes);
}

/** What stands behind the keys. */
function textOf({ source, bodyStart = 0 }: ReadReview): string {
  return source.slice(bodyStart).trim();
}

type Codes = ReadonlySet<DiagnosticCode>;

function folded(text: string, codes: Codes): string {
  return codes.has('link-broken') ? text.toLowerCase() : text;
}

function layoutIn({ review }: ReadReview, codes: Codes): string {
  return folded(layoutOf(review), codes);
}

/** What is left of a meaning without characters that cannot be seen, and without blanks. */
function seenOf({ review }: ReadReview, codes: Codes): string {
  // Of a key that is known now, the other fields are another matter.
  const meaning = meaningOf(codes.has('key-typo') ? sectionsAlone(review) : review);
  const seen = JSON.stringify(JSON.parse(meaning), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(unseen, '').replace(/[\s\p{C}]/gu, '') : value,
  );
  return folded(seen, codes);
}

function sectionsAlone({ sections }: Review): Review {
  return { ...emptyReview, sections };
}

/** A key that is known now fills a field that was empty; all else is as it was. */
function nothingGone(before: ReadReview, after: ReadReview): boolean {
  const { extra: old, item: oldItem, ...fields } = before.review;
  const { extra, item, ...now } = after.review;
  return (
    meaningOf(sectionsAlone(before.review)) === meaningOf(sectionsAlone(after.review)) &&
    keepsFilled(fields, now) &&
    keepsFilled(oldItem, item) &&
    Object.entries(extra).every(([key, value]) => isSame(value, old[key])) &&
    JSON.stringify(Object.keys(old).filter((key) => key in extra)) ===
      JSON.stringify(Object.keys(extra))
  );
}

function keepsFilled(old: object, now: object): boolean {
  const after = new Map<string, unknown>(Object.entries(now));
  return Object.entries(old).every(
    ([key, value]) => key === 'sections' || isEmpty(value) || isSame(value, after.get(key)),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
