import type { AnyToken, FootnoteDefinition } from '../../markdown/tokens.ts';
import type { StyledLine, StyledSpan } from './style.ts';

/** What every block of a page has to know. */
export interface PageContext {
  readonly spoilers: boolean;
  readonly hyperlinks: boolean;
  /** Whether a link is around the text. */
  readonly insideLink: boolean;
  /** What stands for hidden text within a line, and for hidden blocks. */
  readonly hiddenInline: StyledSpan;
  readonly hiddenBlock: (title: string) => StyledSpan;
  /** The number of the footnote with this label, from 1; null when it is defined nowhere. */
  readonly noteNumber: (label: string) => number | null;
  /** The notes first referred to since the last call, with their numbers. */
  readonly takeNotes: () => readonly {
    readonly number: number;
    readonly note: FootnoteDefinition;
  }[];
  /** Whether the note is shown under what refers to it, and so not where it stands. */
  readonly isShownElsewhere: (note: FootnoteDefinition) => boolean;
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
  const pending = new Set<string>();
  return {
    ...settings,
    insideLink: false,
    noteNumber: (label) => {
      if (!settings.footnotes.has(label)) return null;
      const number = numbers.get(label) ?? numbers.size + 1;
      numbers.set(label, number);
      pending.add(label);
      return number;
    },
    takeNotes: () => {
      const taken = [...pending];
      pending.clear();
      return taken.map((label) => ({
        number: numbers.get(label) as number,
        note: settings.footnotes.get(label) as FootnoteDefinition,
      }));
    },
    isShownElsewhere: (note) =>
      settings.referred.has(note.label) && settings.footnotes.get(note.label) === note,
  };
}

/** The labels of the footnotes that the tokens refer to, at any depth. */
export function referredLabels(
  tokens: readonly AnyToken[],
  into: Set<string> = new Set(),
): Set<string> {
  for (const token of tokens) {
    if (token.type === 'footnoteReference') into.add(token.label);
    if (token.type === 'list')
      for (const item of token.items) referredLabels(item.tokens as AnyToken[], into);
    else if (token.type === 'table')
      for (const cell of [token.header, ...token.rows].flat())
        referredLabels(cell.tokens as AnyToken[], into);
    else if ('tokens' in token && token.tokens !== undefined)
      referredLabels(token.tokens as AnyToken[], into);
  }
  return into;
}
