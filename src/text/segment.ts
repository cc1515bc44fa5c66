const windowUnits = 4096;

/**
 * The segments of a text, in order. `Intl.Segmenter` slows down with the length of its text, so it gets the text in windows:
 * each starts where a segment starts, and the last segment of a window may go on, so it is looked at again.
 */
export function segmentsOf(segmenter: Intl.Segmenter, text: string): Intl.SegmentData[] {
  if (text.length <= windowUnits) return Array.from(segmenter.segment(text));
  const found: Intl.SegmentData[] = [];
  let units = windowUnits;
  for (let from = 0; from < text.length; ) {
    const end = afterPair(text, Math.min(from + units, text.length));
    const segments = Array.from(segmenter.segment(text.slice(from, end)));
    if (end < text.length) segments.pop();
    for (const segment of segments) {
      found.push(segment);
      from += segment.segment.length;
    }
    // A single segment that fills its window needs a larger one.
    units = segments.length === 0 ? units * 2 : windowUnits;
  }
  return found;
}

/** The offset, moved on by one where it would cut a surrogate pair. */
function afterPair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  return unit >= 0xd800 && unit <= 0xdbff && offset < text.length ? offset + 1 : offset;
}
