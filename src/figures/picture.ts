import { ellipsized } from '../text/width.ts';
import { element, escapeLine } from '../writers/html/escape.ts';
import { themeCss } from '../writers/html/head/css-theme.ts';
import { type Chart, chartsOf } from './charts.ts';
import { drawingCss } from './css.ts';
import { label } from './draw.ts';
import type { Figures } from './figures.ts';
import { bestFacts, bestStars, describe, headingOf, nameOf, smallOf, totalsOf } from './page.ts';

const pictureCss = `
.paper{fill:var(--paper)}
.card{fill:var(--wash);stroke:var(--line)}
svg .h1{font:700 76px/1 var(--serif);letter-spacing:-2px}
svg .h2{font:700 24px/1 var(--serif)}
svg .total{font:700 34px/1 var(--serif)}
svg .what,svg .fact{font-size:15px;fill:var(--soft)}
svg .best{font:700 20px/1 var(--serif)}
svg .stars{font:18px/1 var(--symbols);fill:var(--star)}
svg .rank,svg .gold{fill:var(--star)}
svg .rank{font:700 28px/1 var(--serif)}
.rule{stroke:var(--line)}
`;

const wide = 1080;
const edge = 60;
const gap = 24;

/** How each begins, so that one is known again. */
export const pictureStart = '<svg xmlns="http://www.w3.org/2000/svg" data-made-by="review stats"';

/** A picture of a library alone, of a width that is shown well where pictures are shared: the same figures and drawings as the page has. */
export function statsPicture(figures: Figures, title: string | null): string {
  const heading = headingOf(figures, title);
  const charts = chartsOf(figures);
  const parts: string[] = [label(edge, 126, ellipsized(heading, 28), 'h1'), totals(figures, 190)];
  let y = 270;
  const place = ({ svg, height }: Block): void => {
    parts.push(moved(svg, edge, y));
    y += height + gap;
  };
  const half = (inner - gap) / 2;
  const small = smallOf(charts).map((chart) => (width: number) => chartBlock(chart, width));
  const { best } = figures;
  // A card without another beside it is as wide as the picture.
  if (best.length > 0 && small.length % 2 === 0) place(beside([bestBlock(figures, inner)]));
  else if (best.length > 0) small.unshift((width) => bestBlock(figures, width));
  for (let at = 0; at < small.length; at += 2) {
    const row = small.slice(at, at + 2);
    place(beside(row.map((block) => block(row.length === 1 ? inner : half))));
  }
  for (const chart of charts.filter(({ drawings }) => drawings.length > 1))
    place(beside([calendarBlock(chart)]));
  const height = y - gap + edge;
  const words = [describe(figures), ...charts.map((chart) => `${chart.title}: ${chart.words}`)];
  const content = [
    element('title', { id: 'title' }, escapeLine(heading)),
    element('desc', { id: 'desc' }, escapeLine(words.join(' '))),
    element('style', {}, `\n${[themeCss, drawingCss, pictureCss].join('\n').trim()}\n`),
    element('rect', { width: wide, height, class: 'paper' }, ''),
    ...parts,
  ];
  const attributes = {
    width: wide,
    height,
    viewBox: `0 0 ${wide} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
  };
  const svg = element('svg', attributes, `\n${content.join('\n')}\n`);
  return `${forXml(svg.replace('<svg', pictureStart))}\n`;
}

/** What XML cannot hold is U+FFFD (https://www.w3.org/TR/xml/#charsets). */
function forXml(text: string): string {
  return text.replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** A part of the picture as wide as its text. */
interface Block {
  readonly svg: string;
  readonly height: number;
}

const inner = wide - 2 * edge;

function moved(svg: string, x: number, y: number, scale = 1): string {
  const transform = `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;
  return element('g', { transform }, svg);
}

function card(width: number, height: number): string {
  return element('rect', { width, height, rx: 12, class: 'card' }, '');
}

/** Cards of one height, one beside the other. */
function beside(blocks: readonly Block[]): Block {
  const height = Math.max(...blocks.map((block) => block.height));
  const width = (inner - gap * (blocks.length - 1)) / blocks.length;
  const svg = blocks.map((block, at) =>
    moved(card(width, height) + block.svg, at * (width + gap), 0),
  );
  return { svg: svg.join(''), height };
}

function totals(figures: Figures, y: number): string {
  const all = totalsOf(figures).slice(0, 4);
  const step = inner / all.length;
  return all
    .map(({ figure, what, isStars }, at) => {
      const x = edge + at * step;
      const name = isStars === true ? 'total gold' : 'total';
      return label(x, y + 10, figure, name) + label(x, y + 36, ellipsized(what, 30), 'what');
    })
    .join('');
}

const inset = 28;

function bestBlock({ best, year }: Figures, width: number): Block {
  const line = 62;
  const columns = Math.floor((width - 2 * inset - 48) / 12);
  const rows = best.map((entry, at) => {
    const y = 92 + at * line;
    const stars = bestStars(entry);
    const name = ellipsized(nameOf(entry), columns - Math.ceil(stars.length * 1.6) - 1);
    const facts = ellipsized(bestFacts(entry), columns);
    return [
      label(inset, y + (facts === '' ? 0 : 8), String(at + 1), 'rank'),
      label(inset + 48, y, name, 'best'),
      label(inset + 48, y + 24, facts, 'fact'),
      label(width - inset, y + 2, stars, 'stars', 'end'),
    ].join('');
  });
  const height = 92 + best.length * line - 18;
  const title = year === null ? 'The best' : `The best of ${year}`;
  return { svg: label(inset, 46, title, 'h2') + rows.join(''), height };
}

function chartBlock({ title, drawings }: Chart, width: number): Block {
  const [drawing = { width: 0, height: 0, svg: '' }] = drawings;
  const scale = Math.min((width - 2 * inset) / 360, 1.3);
  return {
    svg: label(inset, 46, title, 'h2') + moved(drawing.svg, inset, 72, scale),
    height: 72 + drawing.height * scale + inset - 6,
  };
}

function calendarBlock({ title, words, drawings }: Chart): Block {
  const inRow = 6;
  const step = (inner - 2 * inset + 26) / inRow;
  const scale = (step - 26) / (drawings[0]?.width ?? 1);
  const tall = (drawings[0]?.height ?? 0) * scale + 18;
  const sheets = drawings.map((drawing, at) =>
    moved(drawing.svg, inset + (at % inRow) * step, 92 + Math.floor(at / inRow) * tall, scale),
  );
  const height = 92 + Math.ceil(drawings.length / inRow) * tall + 6;
  return {
    svg: [label(inset, 46, title, 'h2'), label(inset, 72, words, 'fact'), ...sheets].join(''),
    height,
  };
}
