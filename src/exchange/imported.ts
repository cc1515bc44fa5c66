import { createHash } from 'node:crypto';
import type { Json, JsonMap } from '../model/json.ts';
import type { Review } from '../model/review.ts';
import { readReview } from '../readers/formats.ts';
import { arrange } from '../shapes/arrange.ts';
import { exportedReview, schemaVersion } from '../shapes/export-shape.ts';

/** Where a review came from, as it stands in its file. */
export interface Imported {
  readonly from: string;
  /** Its id there. */
  readonly id: string;
  /** The day on which it was taken, an ISO 8601 date. */
  readonly date: string;
  /** What the file said then: `reviewHash`. */
  readonly hash: string;
}

/** The key under which it stands. */
export const importedKey = 'imported';

/** What a review's file says of where it came from; null when it came from nowhere. */
export function importedOf({ extra }: Pick<Review, 'extra'>): Imported | null {
  const value = extra[importedKey];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { from, id, date, hash } = value as JsonMap;
  const texts = [from, id, hash].map((each) => (typeof each === 'number' ? String(each) : each));
  const [fromText, idText, hashText] = texts;
  if (typeof fromText !== 'string' || typeof idText !== 'string' || typeof hashText !== 'string')
    return null;
  return { from: fromText, id: idText, date: String(date ?? ''), hash: hashText };
}

/** A review with where it came from. */
export function withImported(review: Review, imported: Imported): Review {
  const { [importedKey]: _, ...extra } = review.extra;
  return { ...review, extra: { ...extra, [importedKey]: { ...imported } } };
}

/** A review that keys make, as any file with them would. */
export function reviewOf(keys: JsonMap): Review {
  return readReview(JSON.stringify(keys), { format: 'json' }).review;
}

/** The same, with what of it could not be read. */
export function readKeys(keys: JsonMap): {
  readonly review: Review;
  readonly problems: readonly string[];
} {
  const { review, diagnostics } = readReview(JSON.stringify(keys), { format: 'json' });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { review, problems: errors.map(({ message }) => message) };
}

/** What the text of a file says by itself, without a library's settings: what was imported does not depend on them. */
export function readAlone(text: string): Review {
  return readReview(text, { format: 'markdown' }).review;
}

/**
 * What a review says, in 16 hex digits: the first of the SHA-256 of its exported JSON, without ranges, `id`, `updated` and `imported`. What `fmt` changes, it does not.
 */
export function reviewHash(review: Review): string {
  const { updated: _, id: __, extra, ...rest } = review;
  const { [importedKey]: ___, ...kept } = extra;
  const exported = arrange(exportedReview, { schemaVersion, ...rest, extra: kept });
  return createHash('sha256')
    .update(JSON.stringify(withoutRanges(exported)))
    .digest('hex')
    .slice(0, 16);
}

function withoutRanges(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => withoutRanges(item as Json));
  if (typeof value !== 'object' || value === null) return value;
  const map = value as JsonMap;
  if (!Array.isArray(map.sections)) return value;
  const { range: _, sections, ...rest } = map;
  return { ...rest, sections: withoutRanges(sections as Json) };
}
