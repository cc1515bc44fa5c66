import type { LibraryStats, StatsGroup } from '../library/stats.ts';
import { counted } from '../text/counted.ts';
import { visibleLine } from '../text/visible.ts';
import { displayWidth, ellipsized } from '../text/width.ts';
import { wrapSpans, wrapText } from '../text/wrap.ts';
import { padded, stacked } from '../writers/layout/lines.ts';
import { blank, plain, type StyledLine, type StyledSpan, toned } from '../writers/style.ts';

/** One bar of a plot. */
interface Row {
  readonly name: string;
  readonly reviews: number;
  readonly mean: number | null;
}

const widestName = 24;
const widestBar = 40;
const narrowestBar = 4;
const mostGroups = 10;

/** The figures, then a plot for the stars, kinds, years, critics and tags that occur; each line at most `columns` display columns. */
export function statsLines(stats: LibraryStats, columns: number): StyledLine[] {
  const { stars, years, authors, tags } = stats;
  return stacked([
    summaryLines(stats, columns),
    plot(
      'Stars',
      stars.map((row) => ({ name: starsText(row.stars), reviews: row.reviews, mean: null })),
      columns,
    ),
    groupPlot('Kinds', kindsOf(stats), columns),
    groupPlot('Years', years, columns),
    groupPlot('Critics', authors, columns),
    groupPlot('Tags', tags, columns),
  ]);
}

function kindsOf({ kinds, noKind }: LibraryStats): readonly StatsGroup[] {
  return noKind === undefined ? kinds : [...kinds, noKind];
}

/** The figures in words, a line each, for those who cannot see a plot: `film: 3 reviews, 4.5 stars on average`. */
export function statsWords(stats: LibraryStats, columns: number): StyledLine[] {
  const { reviews, rated, words, minutes, mean, median, stars, years, authors, tags } = stats;
  const counts = `${counted(reviews, 'review')}, ${rated} rated, ${counted(words, 'word')}, ${counted(minutes, 'minute')} to read.`;
  const means =
    mean === null || median === null
      ? []
      : [`On average ${starFigure(mean)} of 5 stars, half of them ${starFigure(median)} or more.`];
  const byStars = stars.map(
    (row) => `${counted(row.stars, 'star')}: ${counted(row.reviews, 'review')}`,
  );
  const lines = [
    counts,
    ...means,
    ...titledWords('Stars', byStars),
    ...groupWords('Kinds', kindsOf(stats)),
    ...groupWords('Years', years),
    ...groupWords('Critics', authors),
    ...groupWords('Tags', tags),
  ];
  const width = columns === 0 ? Number.POSITIVE_INFINITY : columns;
  return lines
    .flatMap((line) => wrapText(visibleLine(line), width))
    .map((text) => [{ text, style: plain }]);
}

function titledWords(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines];
}

/** All of them: nothing has to fit on a screen. */
function groupWords(title: string, groups: readonly StatsGroup[]): readonly string[] {
  const lines = groups.map(({ name, reviews, mean }) => {
    const average = mean === null ? '' : `, ${starFigure(mean)} stars on average`;
    return `${name}: ${counted(reviews, 'review')}${average}`;
  });
  return titledWords(title, lines);
}

function summaryLines(stats: LibraryStats, columns: number): StyledLine[] {
  const { reviews, rated, words, minutes, mean, median } = stats;
  const counts = `${counted(reviews, 'review')} · ${rated} rated · ${words} words · ${minutes} min to read`;
  const lines = wrapSpans([{ text: counts, style: { strong: true } }], columns);
  if (mean === null || median === null) return lines;
  const text = `On average ${starFigure(mean)} of 5 stars, half of them ${starFigure(median)} or more`;
  return [...lines, ...wrapSpans([toned(text, 'muted')], columns)];
}

/** A share of the best in stars of five, to one decimal. */
function starFigure(share: number): string {
  return (share * 5).toFixed(1);
}

function starsText(stars: number): string {
  const full = Math.floor(stars);
  const text = '★'.repeat(full) + (stars > full ? '½' : '');
  return text === '' ? '☆' : text;
}

/** The largest groups, or the latest years; how many more there are is said below. */
function groupPlot(title: string, groups: readonly StatsGroup[], columns: number): StyledLine[] {
  const shown = title === 'Years' ? groups.slice(-mostGroups) : groups.slice(0, mostGroups);
  const lines = plot(title, shown, columns);
  const rest = groups.length - shown.length;
  if (rest > 0) lines.push([toned(`and ${rest} more`, 'muted')]);
  return lines;
}

function plot(title: string, rows: readonly Row[], columns: number): StyledLine[] {
  if (rows.length === 0) return [];
  const most = rows.reduce((max, { reviews }) => Math.max(max, reviews), 0);
  const figures = String(most).length;
  const hasMeans = rows.some(({ mean }) => mean !== null);
  const meanColumns = hasMeans ? '  ★ 4.5'.length : 0;
  const room = Math.max(1, columns - figures - meanColumns - 2);
  const names = rows.map(({ name }) => ellipsized(visibleLine(name), Math.min(widestName, room)));
  const nameColumns = names.reduce((max, name) => Math.max(max, displayWidth(name)), 0);
  const bar = Math.min(widestBar, room - nameColumns - 2);
  const lines = rows.map(({ reviews, mean }, index): StyledLine => {
    const label: StyledSpan = { text: names[index] as string, style: plain };
    return [
      ...padded([label], nameColumns + 2),
      ...(bar < narrowestBar ? [] : [...padded([barSpan(reviews / most, bar)], bar), blank(2)]),
      { text: String(reviews).padStart(figures), style: { strong: true } },
      ...(mean === null
        ? []
        : [blank(2), toned('★', 'stars'), toned(` ${starFigure(mean)}`, 'muted')]),
    ];
  });
  return [[toned(title, 'heading2')], ...lines];
}

function barSpan(share: number, columns: number): StyledSpan {
  return toned('━'.repeat(Math.max(1, Math.round(share * columns))), 'stars');
}
