import type { AnyToken, FootnoteDefinition } from '../../markdown/tokens.ts';
import { displayWidth } from '../../text/width.ts';
import type { StyledLine, StyledSpan } from './style.ts';

/** What every block of a page has to know. */
export interface PageContext {
  readonly spoilers: boolean;
  readonly hyperlinks: boolean;
  /** What stands for hidden text within a line, and for hidden blocks. */
  readonly hiddenInline: StyledSpan;
  readonly hiddenBlock: (title: string) => StyledSpan;
  /** The number of the footnote with this label, from 1; null when it is defined nowhere. */
  readonly noteNumber: (label: string) => number | null;
  /** The notes first referred to since the last call, with their numbers. */
  readonly takeNotes: () => readonly { readonly number: number; readonly note: FootnoteDefinition }[];
  /** Whether something refers to the footnote. */
  readonly isReferredTo: (label: string) => boolean;
  /** Code as lines, coloured when its language is known. */
  readonly highlight: (code: string, language: string) => readonly StyledLine[] | null;
}

export interface PageSettings {
  readonly spoilers: boolean;
  readonly hyperlinks: boolean;
  readonly hiddenInline: StyledSpan;
  readonly hiddenBlock: PageContext['hiddenBlock'];
  readonly highlight: PageContext['highlight'];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The labels that something on the whole review refers to. */
  readonly referred: ReadonlySet<string>;
}

/** A page that numbers its footnotes in the order in which they are referred to. */
export function createPage(settings: PageSettings): PageContext {
  const numbers = new Map<string, number>();
  let pending: string[] = [];
  return {
    ...settings,
    noteNumber: (label) => {
      if (!settings.footnotes.has(label)) return null;
      if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
      if (!pending.includes(label)) pending.push(label);
      return numbers.get(label) ?? null;
    },
    takeNotes: () => {
      const taken = pending;
      pending = [];
      return taken.map((label) => ({ number: numbers.get(label) as number, note: settings.footnotes.get(label) as FootnoteDefinition }));
    },
    isReferredTo: (label) => settings.referred.has(label),
  };
}

/** The labels of the footnotes that the tokens refer to, at any depth. */
export function referredLabels(tokens: readonly AnyToken[], into: Set<string> = new Set()): Set<string> {
  for (const token of tokens) {
    if (token.type === 'footnoteReference') into.add(token.label);
    if (token.type === 'list') for (const item of token.items) referredLabels(item.tokens as AnyToken[], into);
    else if (token.type === 'table') for (const cell of [token.header, ...token.rows].flat()) referredLabels(cell.tokens as AnyToken[], into);
    else if ('tokens' in token && token.tokens !== undefined) referredLabels(token.tokens as AnyToken[], into);
  }
  return into;
}

/** The columns of a text in spans. */
export function spansWidth(spans: readonly StyledSpan[]): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}
