import {
  type Imported,
  importedKey,
  importedOf,
  readAlone,
  reviewHash,
  reviewOf,
  withImported,
} from '../../exchange/imported.ts';
import type { Json, JsonMap } from '../../model/json.ts';
import type { Review } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { tidied } from '../../tidy/tidy.ts';
import { writeMarkdown } from '../../writers/markdown.ts';
import { reviewKeys } from '../../writers/review-keys.ts';
import type { Difference } from './import-shape.ts';

/** A review as it comes from a service, and the file that it makes. */
export interface Fresh {
  readonly review: Review;
  readonly text: string;
  readonly hash: string;
}

/** The review that keys of a service make, as the file says it: read back, so that its hash is that of the file. */
export function freshReview(keys: JsonMap, from: Omit<Imported, 'hash'>): Fresh {
  return freshOf(reviewOf(keys), from);
}

/** The same, of a review. */
export function freshOf(given: Review, from: Omit<Imported, 'hash'>): Fresh {
  const draft = writeMarkdown(withImported(given, { ...from, hash: '' }), { canonical: true });
  const review = readAlone(draft);
  const hash = reviewHash(review);
  const text = writeMarkdown(withImported(given, { ...from, hash }), { canonical: true });
  return { review, text, hash };
}

/** Whether a file still is what was imported: it says the same, and is written as it was, or as `fmt` writes it. */
export function isUntouched(text: string, review: Review): boolean {
  const imported = importedOf(review);
  if (imported === null || reviewHash(review) !== imported.hash) return false;
  const written = writeMarkdown(review, { canonical: true });
  return text === written || tidied(text).text === tidied(written).text;
}

/** What a service says otherwise than the file, field by field. What the file alone says is no difference. */
export function differences(here: Review, there: Review): Difference[] {
  const own = fieldsOf(here);
  return Object.entries(fieldsOf(there)).flatMap(([field, value]) => {
    const mine = own[field];
    const isSame = JSON.stringify(mine) === JSON.stringify(value);
    return isSame
      ? []
      : [{ field, here: mine === undefined ? null : shown(mine), there: shown(value) }];
  });
}

function fieldsOf(review: Review): JsonMap {
  const { [importedKey]: _, ...keys } = reviewKeys(review);
  const sections = flattenSections(review.sections).map(({ title, body, level }) =>
    level === 0 ? body : `${title}\n\n${body}`,
  );
  return sections.length === 0 ? keys : { ...keys, text: sections.join('\n\n') };
}

const mostUnits = 60;

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s+/g, ' ');
  return line.length > mostUnits ? `${line.slice(0, mostUnits)}…` : line;
}
