import { ellipsized } from '../text/width.ts';
import { element, escapeLine } from '../writers/html/escape.ts';

/** A drawing in units of its own: what stands in an `svg` element of this size. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** A bar of a drawing. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What it says to who points at it. */
  readonly words: string;
  /** What stands at the end of its line. */
  readonly note?: string;
}

/** All drawings are so wide: on a telephone a unit is about a pixel. */
const width = 360;

/** Text at a place; `anchor` is where the place lies in it. */
export function label(
  x: number,
  y: number,
  text: string,
  name: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const attributes = anchor === 'start' ? {} : { 'text-anchor': anchor };
  return element(
    'text',
    { x: short(x), y: short(y), class: name, ...attributes },
    escapeLine(text),
  );
}

/** A rectangle that says something to who points at it. */
function box(
  place: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  name: string,
  words: string,
): string {
  const { x, y, width: wide, height } = place;
  const size = { x: short(x), y: short(y), width: short(wide), height: short(height) };
  return element('rect', { ...size, rx: 2, class: name }, element('title', {}, escapeLine(words)));
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Upright bars, their values above them and their names below, as many of these as there is room for. */
export function columns(bars: readonly Bar[]): Drawing {
  const [top, plot, height] = [22, 120, 168];
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = width / Math.max(1, bars.length);
  const wide = Math.min(40, step * 0.74);
  const base = top + plot;
  const nth = Math.ceil((Math.max(...bars.map(({ name }) => name.length)) * 7.5 + 4) / step);
  const drawn = bars.map(({ name, value, words }, at) => {
    const middle = step * (at + 0.5);
    const tall = value === 0 ? 0 : Math.max(2, (value / most) * plot);
    const size = { x: middle - wide / 2, y: base - tall, width: wide, height: tall };
    // The last is always named.
    const isNamed = (bars.length - 1 - at) % nth === 0;
    return [
      value === 0 ? '' : box(size, 'bar', words),
      value === 0 || step < String(value).length * 7.5
        ? ''
        : label(middle, base - tall - 6, String(value), 'figure', 'middle'),
      isNamed ? label(middle, base + 19, name, 'name', 'middle') : '',
    ].join('');
  });
  const line = element('path', { d: `M0 ${base + 0.5}H${width}`, class: 'base' }, '');
  return { width, height, svg: drawn.join('') + line };
}

/** Lying bars, a line each: name, bar, value, note. */
export function rows(bars: readonly Bar[]): Drawing {
  const [line, from, to] = [27, 128, 280];
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const drawn = bars.map(({ name, value, words, note = '' }, at) => {
    const y = at * line;
    const wide = Math.max(2, (value / most) * (to - from));
    return [
      label(0, y + 17, ellipsized(name, 18), 'name'),
      box({ x: from, y: y + 5, width: wide, height: 16 }, 'bar', words),
      label(from + wide + 6, y + 17, String(value), 'figure'),
      note === '' ? '' : label(width, y + 17, note, 'note', 'end'),
    ].join('');
  });
  return { width, height: Math.max(1, bars.length) * line, svg: drawn.join('') };
}

/** How dark a cell is, of four: none of them for nothing. */
function shade(value: number, most: number): string {
  return `l${Math.min(4, Math.ceil((value / most) * 4))}`;
}

const initials = [...'JFMAMJJASOND'];

/** A line of twelve cells for each year, the more reviews the darker. */
export function yearGrid(months: ReadonlyMap<string, readonly number[]>): Drawing {
  const [from, cell, line, top] = [48, 26, 24, 20];
  const most = Math.max(1, ...[...months.values()].flat());
  const head = initials.map((name, at) =>
    label(from + cell * (at + 0.5), 12, name, 'name', 'middle'),
  );
  const drawn = [...months].map(([year, counts], row) => {
    const y = top + row * line;
    const cells = counts.map((count, month) => {
      const size = { x: from + month * cell + 1, y: y + 1, width: cell - 2, height: line - 2 };
      const words = `${monthNames[month] ?? ''} ${year}: ${count}`;
      return box(size, count === 0 ? 'empty' : shade(count, most), words);
    });
    return label(0, y + 16, year, 'name') + cells.join('');
  });
  return { width, height: top + months.size * line, svg: head.join('') + drawn.join('') };
}

export const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

const day = 24 * 60 * 60 * 1000;

/** A month as a calendar has it, weeks from Monday; days with reviews are the darker, the more there are of them (`most` at most). */
export function monthSheet(
  year: string,
  month: number,
  days: ReadonlyMap<string, number>,
  most: number,
): Drawing {
  const [cell, top] = [15, 20];
  const first = Date.UTC(Number(year), month, 1);
  const count = Math.round((Date.UTC(Number(year), month + 1, 1) - first) / day);
  // Before the year 100, Date.UTC means another century: no review is so old.
  const offset = (new Date(first).getUTCDay() + 6) % 7;
  const empty: string[] = [];
  const full: string[] = [];
  for (let each = 1; each <= count; each++) {
    const at = offset + each - 1;
    const [x, y] = [(at % 7) * cell, top + Math.floor(at / 7) * cell];
    const reviews = days.get(`${pad(month + 1)}-${pad(each)}`) ?? 0;
    if (reviews === 0) empty.push(`M${x} ${y}h12v12h-12z`);
    else {
      const words = `${each} ${monthNames[month]}: ${reviews}`;
      full.push(box({ x, y, width: 12, height: 12 }, shade(reviews, most), words));
    }
  }
  const cells = element('path', { d: empty.join(''), class: 'empty' }, '');
  return {
    width: 7 * cell - 3,
    height: top + 6 * cell - 3,
    svg: label(0, 12, (monthNames[month] ?? '').slice(0, 3), 'name') + cells + full.join(''),
  };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
