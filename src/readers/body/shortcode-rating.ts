import { visibleLines } from '../../markdown/redact/visible-lines.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import type { TrailingRating } from './trailing-rating.ts';

/** A line that is one shortcode of Hugo's, tag of Jekyll's or include: its name, and what it is given. */
const shortcode =
  /^\s*(?:\{\{[<%]-?\s*([\w./-]{1,40})\s+([^{}]{1,80}?)\s*\/?[%>]\}\}|\{%-?\s*(?:include(?:_cached)?\s+)?([\w./-]{1,40})\s+([^{}]{1,80}?)\s*-?%\})\s*$/;
const ratingName =
  /(?:^|[-_/])(?:ratings?|stars?|score|grade|note|bewertung|sterne|nota)(?:\.\w+)?$/i;
const given =
  /(?:([A-Za-z_-]{1,20})\s*[=:]\s*)?["']?([0-9]{1,3}(?:[.,][0-9]{1,2})?(?:\s*\/\s*[0-9]{1,3})?)["']?(?=\s|$)/g;
const valueKey = /^(?:num|number|n|value|val|rating|score|stars?|count|grade|note|nota|points)$/i;
const bestKey = /^(?:max|best|of|out_?of|total|scale)$/i;

/**
 * The rating that a shortcode draws (`{{< rating 4 >}}`, `{% include stars.html stars=4 %}`), when the text has one such, or several that agree. Its
 * scale is what it is given, or what the text says beside the same figure (`7 out of 10`). Offsets are of its line.
 */
export function shortcodeRating(text: string): TrailingRating | null {
  if (!/\{[{%]/.test(text)) return null;
  let found: TrailingRating | null = null;
  for (const line of visibleLines(text)) {
    const figure = figureIn(line.seen);
    if (figure === null) continue;
    const source = withScale(figure, text);
    if (found !== null && found.source !== source) return null;
    found ??= { start: line.start, end: line.start + line.text.length, source };
  }
  return found;
}

function figureIn(line: string): string | null {
  const [, curly, curlyGiven, tag, tagGiven] = shortcode.exec(line) ?? [];
  if (!ratingName.test(curly ?? tag ?? '')) return null;
  let value: string | null = null;
  let best: string | undefined;
  for (const [, key, figure = ''] of (curlyGiven ?? tagGiven ?? '').matchAll(given)) {
    if (key === undefined ? value === null : valueKey.test(key)) value = figure;
    else if (key === undefined || bestKey.test(key)) best = figure;
  }
  return value === null || best === undefined || value.includes('/') ? value : `${value}/${best}`;
}

/** With the best of the same figure in a sentence: `9 uit 10 sterren` beside a 9. */
function withScale(figure: string, text: string): string {
  if (figure.includes('/')) return figure;
  const value = figure.replace('.', '\\.');
  const said = new RegExp(
    `(?<![\\d.,])${value}\\s?(?:/|\\p{L}{1,8}(?: \\p{L}{1,8})?)\\s?\\d{1,3}(?![\\d.,]\\d)`,
    'gu',
  );
  for (const [words] of text.matchAll(said)) {
    const reading = readRating(words);
    if (reading.kind === 'rating' && [5, 10, 100].includes(reading.rating.best))
      return `${figure}/${reading.rating.best}`;
  }
  return figure;
}
