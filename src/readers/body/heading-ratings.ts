import { visibleLines } from '../../markdown/redact/visible-lines.ts';
import { type ExtraSynonyms, roleOfHeading } from '../../model/roles.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { labelledRating } from './trailing-rating.ts';

/** What headings say in figures: of the whole, and of its parts. */
export interface HeadingRatings {
  /** The last heading that rates the whole: `## Rating: ★★★☆☆`, `# Score: 6/10`. Offsets are of its line. */
  readonly whole: { readonly start: number; readonly end: number; readonly source: string } | null;
  /** Headings with a role: `## Graphics: 6/10`. */
  readonly scores: readonly { readonly aspect: string; readonly source: string }[];
}

const mostUnits = 200;
const aspect = /^(.{1,60}?)\s*(?:[:–—|(-])\s*([^\s:(][^:]{0,40}?)\)?$/;

/**
 * The ratings in a Markdown text's ATX headings, found by a look at its visible lines: those in fences, comments, raw HTML and spoilers are none. A figure must say its scale,
 * as `6` may be a number of anything.
 */
export function headingRatings(text: string, roles: ExtraSynonyms = {}): HeadingRatings {
  let whole: HeadingRatings['whole'] = null;
  const scores: { aspect: string; source: string }[] = [];
  for (const { title, start, end } of headings(text)) {
    const source = labelledRating(title);
    if (source !== null && saysScale(source)) {
      whole = { start, end, source };
      continue;
    }
    const part = aspect.exec(title);
    const [, name = '', figure = ''] = part ?? [];
    if (part !== null && saysScale(figure) && roleOfHeading(name, roles) !== null)
      scores.push({ aspect: name.trim(), source: figure.trim() });
  }
  return { whole, scores };
}

function saysScale(source: string): boolean {
  const reading = readRating(source);
  return reading.kind === 'rating' && !reading.assumedScale;
}

const roleComment = /<!--\s*role:[^>]*-->\s*$/i;

function* headings(text: string): Generator<{ title: string; start: number; end: number }> {
  if (!/^ {0,3}#/m.test(text)) return;
  for (const line of visibleLines(text)) {
    // It says that it is a section's heading, and no more.
    if (roleComment.test(line.text)) continue;
    const heading =
      line.text.length > mostUnits ? null : /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line.seen);
    const title = heading?.[1]?.replace(/[ \t]+#+[ \t]*$/, '').trim() ?? '';
    if (title !== '') yield { title, start: line.start, end: line.start + line.text.length };
  }
}
