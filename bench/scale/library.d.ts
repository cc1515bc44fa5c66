/** The texts and paths of a library of so many reviews, one after the other. */
export function reviewsOf(
  count: number,
): Generator<{ readonly path: string; readonly text: string }>;
