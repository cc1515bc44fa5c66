import type { StatsGroup } from '../library/stats.ts';
import type { ItemKind } from '../model/review.ts';
import { counted } from '../text/counted.ts';
import { kindNames } from '../vocabulary/kind-names.ts';
import { type Bar, columns, type Drawing, monthNames, monthSheet, rows, yearGrid } from './draw.ts';
import type { Figures } from './figures.ts';

/** A picture with what it says in words and in figures. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** In a sentence or two. */
  readonly words: string;
  /** One drawing, or the sheets of a calendar. */
  readonly drawings: readonly Drawing[];
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** More years are not drawn; the table has them. */
const mostYears = 12;

/** The pictures that there is something for, in their order. */
export function chartsOf(figures: Figures): readonly Chart[] {
  const { stats, makers, tags } = figures;
  const kinds = stats.kinds.map((group) => ({
    ...group,
    name: kindNames(group.name as ItemKind),
  }));
  const all = stats.noKind === undefined ? kinds : [...kinds, stats.noKind];
  return [
    ratingsChart(figures),
    ...timeCharts(figures),
    groupChart('kinds', 'Kinds', 'What was reviewed, the most first.', all.slice(0, 8), all),
    groupChart('makers', 'Best makers', several(makers), makers, makers),
    groupChart('tags', 'Best tags', several(tags), tags, tags),
    calendarChart(figures),
  ].filter((chart) => chart !== null);
}

function several(groups: readonly StatsGroup[]): string {
  const isSeveral = groups.length > 0 && groups.every(({ reviews }) => reviews > 1);
  return `By their ratings on average${isSeveral ? ', of two reviews or more' : ''}.`;
}

/** A share of the best in stars of five, to one decimal. */
export function starFigure(share: number): string {
  return (share * 5).toFixed(1);
}

function ratingsChart({ stats, ratings }: Figures): Chart | null {
  const { mean, median, rated } = stats;
  if (mean === null || median === null) return null;
  const bars = ratings.map(({ name, reviews }) => ({
    name,
    value: reviews,
    words: `${name === '½' ? 'half a star' : name === '1' ? '1 star' : `${name} stars`}: ${counted(reviews, 'review')}`,
  }));
  return {
    id: 'ratings',
    title: 'Ratings',
    words: `${counted(rated, 'rating')}, ${starFigure(mean)} of 5 stars on average, half of them ${starFigure(median)} or more.`,
    drawings: [columns(bars)],
    table: { head: ['Stars', 'Reviews'], rows: ratings.map(pair) },
  };
}

function pair({ name, reviews }: { readonly name: string; readonly reviews: number }): string[] {
  return [name, String(reviews)];
}

/** Of one year its months, of several the years and the months of each. */
function timeCharts({ year, years, months }: Figures): (Chart | null)[] {
  const [own] = [...months.values()];
  if (year !== null) return [own === undefined ? null : monthsChart(year, own)];
  if (years.length === 0) return [];
  const shown = years.slice(-20);
  const bars = shown.map(({ name, reviews }) => ({
    name,
    value: reviews,
    words: `${name}: ${counted(reviews, 'review')}`,
  }));
  const [most] = [...years].sort((one, other) => other.reviews - one.reviews);
  const charts: Chart[] = [
    {
      id: 'years',
      title: 'Years',
      words: `From ${years[0]?.name} to ${years.at(-1)?.name}; the most in ${most?.name}, ${counted(most?.reviews ?? 0, 'review')}.`,
      drawings: [columns(bars)],
      table: { head: ['Year', 'Reviews'], rows: years.map(pair) },
    },
  ];
  if (months.size > 0)
    charts.push({
      id: 'months',
      title: 'Month by month',
      words: 'A line for each year, a cell for each month: the more reviews, the darker.',
      drawings: [yearGrid(new Map([...months].slice(-mostYears)))],
      table: {
        head: ['Year', ...monthNames.map((name) => name.slice(0, 3))],
        rows: [...months].map(([name, counts]) => [name, ...counts.map(String)]),
      },
    });
  return charts;
}

function monthsChart(year: string, counts: readonly number[]): Chart {
  const bars: Bar[] = counts.map((count, month) => ({
    name: (monthNames[month] ?? '').slice(0, 3),
    value: count,
    words: `${monthNames[month]}: ${counted(count, 'review')}`,
  }));
  const busiest = busiestMonth(counts);
  return {
    id: 'months',
    title: 'Month by month',
    words: `${year}; the most in ${busiest.name}, ${counted(busiest.reviews, 'review')}.`,
    drawings: [columns(bars)],
    table: {
      head: ['Month', 'Reviews'],
      rows: counts.map((count, month) => [monthNames[month] ?? '', String(count)]),
    },
  };
}

/** The month of the most reviews, the first of equal ones. */
export function busiestMonth(counts: readonly number[]): { name: string; reviews: number } {
  const reviews = Math.max(...counts);
  return { name: monthNames[counts.indexOf(reviews)] ?? '', reviews };
}

function groupChart(
  id: string,
  title: string,
  words: string,
  shown: readonly StatsGroup[],
  all: readonly StatsGroup[],
): Chart | null {
  if (all.length === 0) return null;
  const bars = shown.map(({ name, reviews, mean }) => {
    const average = mean === null ? '' : `, ${starFigure(mean)} stars on average`;
    return {
      name,
      value: reviews,
      words: `${name}: ${counted(reviews, 'review')}${average}`,
      ...(mean === null ? {} : { note: `★ ${starFigure(mean)}` }),
    };
  });
  return {
    id,
    title,
    words,
    drawings: [rows(bars)],
    table: {
      head: ['', 'Reviews', 'Stars'],
      rows: all.map(({ name, reviews, mean }) => [
        name,
        String(reviews),
        mean === null ? '–' : starFigure(mean),
      ]),
    },
  };
}

function calendarChart({ calendar }: Figures): Chart | null {
  if (calendar === null) return null;
  const { year, days } = calendar;
  const most = Math.max(...days.values());
  const total = [...days.values()].reduce((sum, count) => sum + count, 0);
  return {
    id: 'calendar',
    title: `The calendar of ${year}`,
    words: `${counted(total, 'review')} on ${counted(days.size, 'day')}${most > 1 ? `, at most ${most} on one` : ''}.`,
    drawings: monthNames.map((_, month) => monthSheet(year, month, days, most)),
    table: {
      head: ['Day', 'Reviews'],
      rows: [...days]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, count]) => [dayName(name), String(count)]),
    },
  };
}

function dayName(name: string): string {
  const [month = '', each = ''] = name.split('-');
  return `${Number(each)} ${monthNames[Number(month) - 1] ?? ''}`;
}
