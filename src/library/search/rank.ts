import { standing } from './parts.ts';

/** A part in which terms stand, of a review in which all of them do. */
export interface FoundPart {
  /** The review's place in the library's order. */
  readonly review: number;
  /** The part's place in the review, as `partsOf` has them. */
  readonly part: number;
  readonly lengthStep: number;
  /** How the terms stand in it: `packStandings`. */
  readonly standings: number;
}

/** A part with its place among all that were found. */
export interface RankedPart extends FoundPart {
  /** Greater is better; comparable within one search only. */
  readonly score: number;
}

/** As many terms have a say in the rank; those after them must stand somewhere all the same. */
const rankedTerms = 10;
const perTerm = 32;

/** How the terms stand in a part, in one number: the first ten of them. */
export function packStandings(standings: readonly number[]): number {
  return standings.slice(0, rankedTerms).reduceRight((packed, each) => packed * perTerm + each, 0);
}

/**
 * The best parts, at most `limit`, of parts that are in the order of their reviews and places. Ranked by BM25 (Robertson and Zaragoza, 2009) over the
 * parts found: a term is worth the more, the fewer of them it stands in; headings and title cards count three times, a word that only begins with the
 * term less than half, three times or more twice; longer parts less. The parts of one review stand together, ties in the order of the library.
 * Takes linear time but for the order of the reviews.
 */
export function rank(found: readonly FoundPart[], terms: number, limit: number): RankedPart[] {
  const scoreOf = scoring(found, Math.min(terms, rankedTerms));
  const reviews: { from: number; to: number; best: number }[] = [];
  for (let from = 0; from < found.length; ) {
    const { review } = found[from] as FoundPart;
    let best = 0;
    let to = from;
    for (; found[to]?.review === review; to++)
      best = Math.max(best, scoreOf(found[to] as FoundPart));
    reviews.push({ from, to, best });
    from = to;
  }
  reviews.sort((one, other) => other.best - one.best || one.from - other.from);
  const ranked: RankedPart[] = [];
  for (const { from, to } of reviews) {
    if (ranked.length >= limit) break;
    const parts = found.slice(from, to).map((part) => ({ ...part, score: scoreOf(part) }));
    parts.sort((one, other) => other.score - one.score || one.part - other.part);
    for (const part of parts) ranked.push(part);
  }
  return ranked.slice(0, limit);
}

const saturation = 1.2;
const lengthWeight = 0.75;
const beginning = 0.4;
const inHeading = 3;
const twice = 2;

/** The words that a length step stands for. */
function wordsOf(step: number): number {
  return 2 ** (step / 2);
}

function scoring(found: readonly FoundPart[], terms: number): (part: FoundPart) => number {
  const steps = new Array<number>(32).fill(0);
  const holding = new Array<number>(terms).fill(0);
  for (const { lengthStep, standings } of found) {
    steps[lengthStep] = (steps[lengthStep] as number) + 1;
    for (let term = 0, rest = standings; term < terms; term++, rest = Math.floor(rest / perTerm))
      if (rest % perTerm > 0) holding[term] = (holding[term] as number) + 1;
  }
  // Summed over the steps, the mean does not depend on the order of the parts.
  const average =
    steps.reduce((sum, count, step) => sum + count * wordsOf(step), 0) / Math.max(found.length, 1);
  const weights = holding.map((count) => Math.log(1 + found.length / Math.max(count, 1)));
  const known = new Map<number, number>();
  return ({ lengthStep, standings }) => {
    const key = standings * perTerm + lengthStep;
    let score = known.get(key);
    if (score === undefined) {
      score = scoreOf(standings, weights, wordsOf(lengthStep) / average);
      known.set(key, score);
    }
    return score;
  };
}

function scoreOf(standings: number, weights: readonly number[], length: number): number {
  const norm = saturation * (1 - lengthWeight + lengthWeight * length);
  let rest = standings;
  const score = weights.reduce((sum, weight) => {
    const count = countOf(rest % perTerm);
    rest = Math.floor(rest / perTerm);
    return sum + (weight * count * (saturation + 1)) / (count + norm);
  }, 0);
  return Math.round(score * 1000) / 1000;
}

/** How often a term counts as standing in a part. */
function countOf(stands: number): number {
  const has = (flag: number): boolean => (stands & flag) !== 0;
  const inText = has(standing.whole) ? 1 : has(standing.begins) ? beginning : 0;
  const heading = has(standing.wholeInHeading) ? 1 : has(standing.beginsInHeading) ? beginning : 0;
  return inText * (has(standing.often) ? twice : 1) + heading * inHeading;
}
