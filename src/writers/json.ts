import type { Json } from '../model/json.ts';
import type { Review } from '../model/review.ts';
import { arrange } from '../shapes/arrange.ts';
import { exportedReview, exportedSection, schemaVersion } from '../shapes/export-shape.ts';
import { pickFields } from '../shapes/pick-fields.ts';
import { hostilePattern, unicodeEscapes } from '../text/hostile.ts';
import type { JsonOptions } from './writer.ts';

/**
 * A review as JSON: two spaces a level, or all on one line with `compact`; a newline at the end. Its keys stand in a fixed order.
 * `readReview` gives the same review back, and writing that the same bytes; schema/review-export.schema.json has its shape.
 * With `sections`, an array of those sections. With `fields`, those alone: what is left can be computed with, not read back.
 */
export function writeJson(review: Review, options: JsonOptions = {}): string {
  const { sections, fields, compact = false } = options;
  if (sections !== undefined)
    return stringifyJson(
      sections.map((section) => picked(arrange(exportedSection, section), fields)),
      compact,
    );
  return stringifyJson(
    picked(arrange(exportedReview, { schemaVersion, ...review }), fields),
    compact,
  );
}

/** A review as one line of JSON, as `writeJson` with `compact`; with `sections`, a line for each. */
export function writeJsonLine(review: Review, options: JsonOptions = {}): string {
  const { sections, ...rest } = options;
  if (sections === undefined) return writeJson(review, { ...rest, compact: true });
  return sections
    .map((section) => stringifyJson(picked(arrange(exportedSection, section), rest.fields), true))
    .join('');
}

function picked(value: Json, fields: JsonOptions['fields']): Json {
  return fields === undefined ? value : pickFields(value, fields);
}

// C0 is escaped by JSON.stringify already.
const hostile = hostilePattern('g');

/** JSON that ends in a newline; what could steer a terminal is escaped. */
function stringifyJson(value: Json, compact: boolean): string {
  const text = JSON.stringify(value, null, compact ? 0 : 2);
  return `${text.replace(hostile, unicodeEscapes)}\n`;
}
