import type { SearchHit } from '../library/search/place.ts';
import { findWord } from '../library/search/terms.ts';
import { fold } from '../text/fold.ts';
import { visibleLine } from '../text/visible.ts';
import { cutToWidth, displayWidth, graphemes } from '../text/width.ts';
import { plain, type StyledLine } from '../writers/style.ts';

/** A hit with the file as a person at the terminal would name it. */
export interface PlacedHit extends SearchHit {
  /** The file as it is shown. */
  readonly path: string;
}

/**
 * Hits as lines of at most `columns` display columns: the review, then each place in it as `review show` takes it, with its line in the file, and the words
 * around what was found.
 */
export function searchLines(hits: readonly PlacedHit[], columns: number): StyledLine[] {
  const lines: StyledLine[] = [];
  let last = '';
  for (const hit of hits) {
    if (hit.id !== last) {
      if (last !== '') lines.push([]);
      lines.push(
        cut(
          [
            { text: visibleLine(hit.id), style: { tone: 'title' } },
            { text: `  ${visibleLine(hit.title)}`, style: { tone: 'muted' } },
          ],
          columns,
        ),
      );
      last = hit.id;
    }
    const { section } = hit;
    const place = section === null ? hit.id : `${hit.id}#${section.id}`;
    const title = section === null ? 'title card' : `${section.number} ${section.title}`;
    lines.push(
      cut(
        [
          { text: `  ${visibleLine(place)}`, style: { strong: true } },
          { text: `  ${visibleLine(title)}`, style: plain },
          { text: `  ${visibleLine(hit.path)}:${hit.line}`, style: { tone: 'muted' } },
        ],
        columns,
      ),
    );
    lines.push([
      { text: '    ', style: plain },
      ...excerpt(
        visibleLine(hit.text.replace(/\s+/g, ' ').trim()),
        hit.marks,
        Math.max(columns - 4, 10),
      ),
    ]);
  }
  return lines;
}

function cut(line: StyledLine, columns: number): StyledLine {
  let room = columns;
  return line.flatMap(({ text, style }) => {
    const shown =
      displayWidth(text) <= room ? text : room < 2 ? '' : `${cutToWidth(text, room - 1)}…`;
    room -= displayWidth(shown);
    return shown === '' ? [] : [{ text: shown, style }];
  });
}

/** The words around the first thing found, what was found strong, in at most `columns` display columns. */
export function excerpt(text: string, terms: readonly string[], columns: number): StyledLine {
  const clusters = graphemes(text);
  const marked = markFound(clusters, terms);
  const first = Math.max(marked.indexOf(true), 0);
  let from = startOf(clusters, first, Math.floor(columns / 3));
  let to = from;
  let used = (from > 0 ? 2 : 0) + 2;
  while (to < clusters.length && used + displayWidth(clusters[to] as string) <= columns)
    used += displayWidth(clusters[to++] as string);
  // A cut word at the end is left out, unless it is all there is.
  if (to < clusters.length) {
    const space = clusters.lastIndexOf(' ', to);
    if (space > first) to = space;
  }
  while (clusters[from] === ' ') from++;
  const line: { text: string; style: StyledLine[number]['style'] }[] = [];
  if (from > 0) line.push({ text: '… ', style: { tone: 'muted' } });
  for (let at = from; at < to; at++) {
    const style = marked[at] ? { strong: true, tone: 'stars' as const } : plain;
    const before = line.at(-1);
    if (before !== undefined && at > from && marked[at] === marked[at - 1])
      before.text += clusters[at];
    else line.push({ text: clusters[at] as string, style });
  }
  if (to < clusters.length) line.push({ text: ' …', style: { tone: 'muted' } });
  return line;
}

/** The start of a word, so many columns before the first thing found or less. */
function startOf(clusters: readonly string[], first: number, room: number): number {
  let at = first;
  for (let used = 0; at > 0 && used < room; at--) used += displayWidth(clusters[at - 1] as string);
  if (at === 0) return 0;
  const space = clusters.indexOf(' ', at);
  return space >= 0 && space < first ? space + 1 : at;
}

/** For each grapheme whether it belongs to a term. */
function markFound(clusters: readonly string[], terms: readonly string[]): boolean[] {
  const folded = clusters.map(fold);
  const whole = folded.join('');
  const owner = folded.flatMap((part, index) => Array.from({ length: part.length }, () => index));
  const marked = clusters.map(() => false);
  for (const term of terms) {
    for (let at = findWord(whole, term, 0); at >= 0; at = findWord(whole, term, at + term.length)) {
      for (let unit = at; unit < at + term.length; unit++) marked[owner[unit] as number] = true;
    }
  }
  return marked;
}
