import type { ListEntry } from '../library/query.ts';
import type { ItemKind } from '../model/review.ts';
import { fiveStars } from '../model/stars.ts';
import { counted } from '../text/counted.ts';
import { kindNames } from '../vocabulary/kind-names.ts';
import { container, element, escapeLine, joinBlocks, startTag } from '../writers/html/escape.ts';
import { busiestMonth, type Chart, chartsOf, starFigure } from './charts.ts';
import { statsCss } from './css.ts';
import type { Drawing } from './draw.ts';
import { type Figures, makersOf } from './figures.ts';

/** What a page of figures is called, and where its reviews are. */
export interface StatsPage {
  /** What it is headed; null for what the reviews have in common. */
  readonly title: string | null;
  /** The address of a review's page; null where it has none. */
  readonly hrefOf: (entry: ListEntry) => string | null;
}

/** What stands above everything: a name, else the year that all reviews are of. */
export function headingOf({ year, stats }: Figures, title: string | null): string {
  const [only, second] = stats.kinds;
  const isOne = only !== undefined && second === undefined && stats.noKind === undefined;
  const what = isOne ? kindNames(only.name as ItemKind) : 'Reviews';
  return title ?? (year === null ? `${what} in figures` : `${year} in ${what.toLowerCase()}`);
}

/** The main part of a page: the sums, the best, and a picture for all that there is something for, each with its figures in a table. */
export function statsMain(figures: Figures, { title, hrefOf }: StatsPage): string {
  const charts = chartsOf(figures);
  return container('main', { id: 'figures' }, [
    element('h1', {}, escapeLine(headingOf(figures, title))),
    totalsHtml(figures),
    container('div', { class: 'charts' }, [
      bestHtml(figures, hrefOf, smallOf(charts).length % 2 === 0),
      ...charts.map(chartHtml),
    ]),
  ]);
}

/** Those that stand two in a row. */
export function smallOf(charts: readonly Chart[]): readonly Chart[] {
  return charts.filter(({ drawings }) => drawings.length === 1);
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page that stands alone. */
export function statsPage(figures: Figures, title: string | null): string {
  const name = escapeLine(headingOf(figures, title));
  const head = container('head', {}, [
    startTag('meta', { charset: 'utf-8' }),
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    startTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, name),
    startTag('meta', { name: 'description', content: describe(figures) }),
    element('style', {}, `\n${statsCss}\n`),
  ]);
  const body = container('body', {}, [statsMain(figures, { title, hrefOf: () => null })]);
  return `<!DOCTYPE html>\n${container('html', { lang: 'en' }, [head, body])}\n`;
}

/** The sums in a sentence. */
export function describe({ stats }: Figures): string {
  const mean = stats.mean === null ? '' : `, ${starFigure(stats.mean)} of 5 stars on average`;
  return `${counted(stats.reviews, 'review')}${mean}.`;
}

/** A figure with what it counts. */
export interface Total {
  readonly figure: string;
  readonly what: string;
  readonly isStars?: true;
}

/** The sums that stand above the pictures. */
export function totalsOf(figures: Figures): readonly Total[] {
  const { stats, year, months, longest } = figures;
  const { mean, reviews, words } = stats;
  const own = year === null ? undefined : months.get(year);
  return [
    { figure: grouped(reviews), what: reviews === 1 ? 'review' : 'reviews' },
    ...(mean === null
      ? []
      : [{ figure: `★ ${starFigure(mean)}`, what: 'on average', isStars: true as const }]),
    ...(words === 0 ? [] : [{ figure: grouped(words), what: 'words' }]),
    ...(own === undefined ? [] : [{ figure: busiestMonth(own).name, what: 'the busiest month' }]),
    ...(longest === null || reviews === 1
      ? []
      : [{ figure: grouped(longest.words), what: `words on ${nameOf(longest)}, the most` }]),
  ];
}

/** A number with its thousands apart. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u202F');
}

/** What is reviewed, else the review's title. */
export function nameOf({ item, title, id }: ListEntry): string {
  return item.name ?? title ?? id;
}

function totalsHtml(figures: Figures): string {
  const totals = totalsOf(figures).map(({ figure, what, isStars }) =>
    element(
      'div',
      {},
      element('dt', {}, escapeLine(what)) +
        element('dd', { class: isStars === true ? 'stars' : undefined }, escapeLine(figure)),
    ),
  );
  return container('dl', { class: 'totals' }, totals);
}

/** What is said of one of the best below its name: its makers, its year. */
export function bestFacts(entry: ListEntry): string {
  const { item } = entry;
  return [
    ...makersOf(entry).slice(0, 2),
    ...(item.year === undefined ? [] : [String(item.year)]),
  ].join(' · ');
}

/** The rating of one of the best in stars. */
export function bestStars({ rating }: ListEntry): string {
  if (rating === null) return '';
  const { full, half } = fiveStars(rating);
  return '★'.repeat(full) + '½'.repeat(half);
}

function bestHtml({ best, year }: Figures, hrefOf: StatsPage['hrefOf'], isWide: boolean): string {
  if (best.length === 0) return '';
  const items = best.map((entry) => {
    const href = hrefOf(entry);
    const name = escapeLine(nameOf(entry));
    const facts = escapeLine(bestFacts(entry));
    const { normalized = 0 } = entry.rating ?? {};
    const said = `${starFigure(normalized)} of 5 stars`;
    return element(
      'li',
      {},
      element('cite', {}, href === null ? name : element('a', { href }, name)) +
        element('span', { class: 'stars', role: 'img', 'aria-label': said }, bestStars(entry)) +
        (facts === '' ? '' : element('small', {}, facts)),
    );
  });
  return container('section', { class: isWide ? 'wide' : undefined, 'aria-labelledby': 'best' }, [
    element('h2', { id: 'best' }, year === null ? 'The best' : `The best of ${escapeLine(year)}`),
    element('p', {}, 'By rating, the newest of equal ones first.'),
    container('ol', { class: 'best' }, items),
  ]);
}

function chartHtml({ id, title, words, drawings, table }: Chart): string {
  const [only] = drawings;
  const picture =
    drawings.length === 1 && only !== undefined
      ? drawingHtml(only, id, title, words)
      : container(
          'div',
          { class: 'sheets', role: 'img', 'aria-label': `${title}. ${words}` },
          drawings.map((drawing) => bareDrawing(drawing)),
        );
  return container(
    'section',
    { class: drawings.length === 1 ? undefined : 'wide', 'aria-labelledby': id },
    [
      element('h2', { id }, escapeLine(title)),
      element('p', {}, escapeLine(words)),
      picture,
      container('details', {}, [
        element('summary', {}, `${escapeLine(title)} as a table`),
        container('div', { class: 'scroll' }, [tableHtml(table)]),
      ]),
    ],
  );
}

function drawingHtml({ width, height, svg }: Drawing, id: string, title: string, words: string) {
  return element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${id}-t ${id}-d` },
    joinBlocks([
      element('title', { id: `${id}-t` }, escapeLine(title)),
      element('desc', { id: `${id}-d` }, escapeLine(words)),
      svg,
    ]),
  );
}

function bareDrawing({ width, height, svg }: Drawing): string {
  return element('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, svg);
}

function tableHtml({ head, rows }: Chart['table']): string {
  const cells = head.map((name) =>
    name === '' ? element('td', {}, '') : element('th', { scope: 'col' }, escapeLine(name)),
  );
  const lines = rows.map(([name = '', ...rest]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escapeLine(name)) +
        rest.map((cell) => element('td', {}, escapeLine(cell))).join(''),
    ),
  );
  return container('table', {}, [
    element('thead', {}, element('tr', {}, cells.join(''))),
    container('tbody', {}, lines),
  ]);
}
