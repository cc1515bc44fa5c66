import { distance } from 'fastest-levenshtein';

/** How many letters must be put in, taken out or changed to make one text the other (Levenshtein's distance). */
export function editDistance(a: string, b: string): number {
  return distance(a, b);
}
