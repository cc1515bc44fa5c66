import type { LibraryIndex } from '../../catalog/catalog.ts';
import { reviewRow } from '../../catalog/rows.ts';
import type { Library } from '../../library/library.ts';
import type { FoundFile } from '../../library/walk.ts';
import { eachReviewOf } from './each-review.ts';

/** Reads a file whole, to remember what it says; nothing is said of it. */
export function takeIn(library: Library, index: LibraryIndex, file: FoundFile): void {
  try {
    const facts = library.load(file, { sections: false });
    const whole = library.load(file);
    const [known, read] = [eachReviewOf(facts), eachReviewOf(whole)];
    const asks = Math.max(facts.asks ?? 0, whole.asks ?? 0) as 0 | 1 | 2;
    index.remember(
      file,
      known.isOdd || read.isOdd
        ? null
        : { rows: known.reviews.map(reviewRow), whole: read.reviews, asks },
    );
  } catch {
    // Whoever looks for it reads it, and says why it cannot be read.
  }
}
