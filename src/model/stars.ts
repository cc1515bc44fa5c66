import type { Rating } from './review.ts';

/** A rating as stars out of five, to the nearest half: a picture of it, while the figure beside it is exact. */
export interface FiveStars {
  readonly full: number;
  /** 0 or 1. */
  readonly half: number;
  readonly empty: number;
}

const starCount = 5;

/** The stars of a value on any scale; one beyond its scale counts as its end. */
export function fiveStars({ normalized }: Pick<Rating, 'normalized'>): FiveStars {
  const share = Math.min(Math.max(normalized, 0), 1) || 0;
  const halves = Math.round(share * starCount * 2);
  const full = Math.floor(halves / 2);
  const half = halves % 2;
  return { full, half, empty: starCount - full - half };
}
