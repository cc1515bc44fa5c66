import type { Tokens } from 'marked';
import { decodeEntities } from '../../../markdown/entities.ts';
import { type AlertKind, type AnyToken, known } from '../../../markdown/tokens.ts';
import { visible, visibleLine } from '../../../text/visible.ts';
import { wrapPreformatted, wrapSpans } from '../../../text/wrap.ts';
import { blank, plain, type Style, type StyledLine, type Tone, toned } from '../../style.ts';
import { framed, prefixed, stacked } from '../lines.ts';
import type { PageContext } from '../page-context.ts';
import { type Flow, narrowestText } from './flow.ts';
import { headingLines } from './headings.ts';
import { htmlText } from './html-text.ts';
import { inlineSpans } from './inline.ts';
import { listLines } from './lists.ts';
import { noteLines } from './notes.ts';
import { tableLines } from './table.ts';

/** Blocks set in so many columns, with a blank line between them. No line is wider; some may end in spaces. */
export function blockLines(
  tokens: readonly AnyToken[],
  columns: number,
  page: PageContext,
  style: Style = plain,
): StyledLine[] {
  return setBlocks(tokens, columns, flowOf(page, style));
}

/** What the outermost blocks of a page start from. */
export function flowOf(page: PageContext, style: Style = plain): Flow {
  return { page, style, lists: 0, set: setBlocks, setOne: setBlock };
}

function setBlocks(tokens: readonly AnyToken[], columns: number, flow: Flow): StyledLine[] {
  return stacked(tokens.map((token) => setBlock(token, columns, flow)));
}

function setBlock(token: AnyToken, columns: number, flow: Flow): StyledLine[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'paragraph':
      return paragraphLines(known(token.tokens), columns, flow);
    case 'text':
      return token.tokens === undefined
        ? unlexedLines(token.text, columns, flow.style)
        : paragraphLines(known(token.tokens), columns, flow);
    case 'heading':
      return headingLines(known(token.tokens), token.depth, columns, flow.page);
    case 'code':
      return codeLines(token, columns, flow.page);
    case 'hr':
      return [[toned(flow.page.look.rule(columns), 'rule')]];
    case 'blockquote':
      return barredLines(
        { tokens: known(token.tokens), bar: flow.page.look.quote, tone: 'bar', name: 'Quote' },
        columns,
        flow,
      );
    case 'alert':
      return barredLines(
        {
          tokens: known(token.tokens),
          bar: flow.page.look.alert,
          tone: token.kind,
          name: alertNames[token.kind],
          label: alertNames[token.kind],
        },
        columns,
        flow,
      );
    case 'list':
      return listLines(token as Tokens.List, columns, flow);
    case 'table':
      return tableLines(token as Tokens.Table, columns, flow);
    case 'html':
      return htmlLines(token.text, columns, flow.style);
    case 'footnoteDefinition':
      return flow.page.isShownElsewhere(token)
        ? []
        : noteLines(token.label, known(token.tokens), columns, flow);
    case 'spoiler':
      return spoilerLines(token, columns, flow);
    case 'hiddenBlock':
      return wrapSpans([flow.page.hiddenBlock(shownTitle(token.title))], columns);
    default:
      return paragraphLines([token], columns, flow);
  }
}

function paragraphLines(
  tokens: readonly AnyToken[],
  columns: number,
  { page, style }: Flow,
): StyledLine[] {
  return filled(wrapSpans(inlineSpans(tokens, page, style), columns));
}

/** Nothing to see takes no line: a paragraph of comments leaves no trace. */
function filled(lines: StyledLine[]): StyledLine[] {
  return lines.some((line) => line.length > 0) ? lines : [];
}

/** Text that was too large to be lexed, line by line as it stands. */
function unlexedLines(text: string, columns: number, style: Style): StyledLine[] {
  return text.split('\n').flatMap((line) => wrapSpans([{ text: visible(line), style }], columns));
}

function htmlLines(html: string, columns: number, style: Style): StyledLine[] {
  const lines = htmlText(html)
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => wrapSpans([{ text: line, style }], columns));
}

/** Code behind an indent; a line that is too long goes on in the next. */
function codeLines(token: Tokens.Code, columns: number, page: PageContext): StyledLine[] {
  const { speaks } = page.look;
  const indent = columns - 2 >= narrowestText && !speaks ? 2 : 0;
  const language = /^[^\s{,]*/.exec(decodeEntities(token.lang ?? '').trim())?.[0] ?? '';
  const text = visible(token.text);
  const lines =
    page.highlight(text, language) ?? text.split('\n').map((line) => [toned(line, 'codeBlock')]);
  const prefix = indent === 0 ? [] : [blank(indent)];
  const set = lines.flatMap((line) => wrapPreformatted(line, columns - indent));
  return speaks
    ? framed('Code', set, columns, visibleLine(language))
    : prefixed(set, prefix, prefix);
}

const alertNames: Readonly<Record<AlertKind, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

interface Barred {
  readonly tokens: readonly AnyToken[];
  /** Two columns. */
  readonly bar: string;
  readonly tone: Tone;
  /** What it is called where it is not drawn. */
  readonly name: string;
  /** Stands above the blocks. */
  readonly label?: string;
  readonly title?: string;
}

/** Blocks behind a bar down every line, as long as there is room for bars. */
function barredLines(
  { tokens, bar, tone, name, label, title = '' }: Barred,
  columns: number,
  flow: Flow,
): StyledLine[] {
  if (flow.page.look.speaks) return framed(name, flow.set(tokens, columns, flow), columns, title);
  const fits = columns - bar.length >= narrowestText;
  const width = fits ? columns - bar.length : columns;
  const above = label === undefined || title === '' ? label : `${label}: ${title}`;
  const head =
    above === undefined ? [] : wrapSpans([{ text: above, style: { tone, strong: true } }], width);
  const lines = [...head, ...flow.set(tokens, width, flow)];
  const prefix = [toned(bar, tone)];
  // An empty quote is still one.
  return fits ? prefixed(lines.length === 0 ? [[]] : lines, prefix, prefix) : lines;
}

function shownTitle(title: string): string {
  return visibleLine(decodeEntities(title));
}

function spoilerLines(
  token: AnyToken & { type: 'spoiler' },
  columns: number,
  flow: Flow,
): StyledLine[] {
  return barredLines(
    {
      tokens: known(token.tokens),
      bar: flow.page.look.spoiler,
      tone: 'spoiler',
      name: 'Spoiler',
      label: 'Spoiler',
      title: shownTitle(token.title),
    },
    columns,
    flow,
  );
}
