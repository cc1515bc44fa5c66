import type { AnyToken, FootnoteDefinition } from '../../markdown/tokens.ts';
import type { StyledLine, StyledSpan } from '../style.ts';
import type { Look } from './look.ts';

/** How links are written where they cannot be clicked: behind their text, as numbered notes at the end, or not at all. */
export type LinkStyle = 'inline' | 'notes' | 'none';

/** What every block of a page has to know. */
export interface PageContext {
  readonly look: Look;
  readonly links: LinkStyle;
  readonly hyperlinks: boolean;
  /** Whether keys that only speak to programs are shown. */
  readonly allFields: boolean;
  /** Whether a link is around the text. */
  readonly insideLink: boolean;
  /** What stands for hidden text within a line, and for hidden blocks. */
  readonly hiddenInline: (title: string) => StyledSpan;
  readonly hiddenBlock: (title: string) => StyledSpan;
  /** Whether the card says how much is hidden, and how it is shown. */
  readonly saysHidden: boolean;
  /** The number of the footnote with this label, from 1; null when it is defined nowhere. */
  readonly noteNumber: (label: string) => number | null;
  /** The number of the note that says this address, from 1, counted with the footnotes. */
  readonly addressNumber: (address: string) => number;
  /** The notes first referred to since the last call, in the order of their numbers. */
  readonly takeNotes: () => readonly PageNote[];
  /** Whether the note is shown under what refers to it, and so not where it stands. */
  readonly isShownElsewhere: (note: FootnoteDefinition) => boolean;
  /** Code as lines, coloured when its language is known. */
  readonly highlight: (code: string, language: string) => readonly StyledLine[] | null;
}

/** A note of the page: a footnote, or the address of a link. */
export interface PageNote {
  readonly number: number;
  readonly says: FootnoteDefinition | string;
}

export interface PageSettings {
  readonly look: Look;
  readonly links: LinkStyle;
  readonly hyperlinks: boolean;
  readonly allFields: boolean;
  readonly hiddenInline: PageContext['hiddenInline'];
  readonly hiddenBlock: PageContext['hiddenBlock'];
  readonly saysHidden: boolean;
  readonly highlight: PageContext['highlight'];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The labels that something on the whole review refers to. */
  readonly referred: ReadonlySet<string>;
}

/** A page that numbers its footnotes in the order in which they are referred to. */
export function createPage(settings: PageSettings): PageContext {
  const numbers = new Map<FootnoteDefinition | string, number>();
  const pending = new Set<FootnoteDefinition | string>();
  const numberOf = (says: FootnoteDefinition | string): number => {
    const number = numbers.get(says) ?? numbers.size + 1;
    if (!numbers.has(says) || typeof says !== 'string') pending.add(says);
    numbers.set(says, number);
    return number;
  };
  return {
    ...settings,
    insideLink: false,
    noteNumber: (label) => {
      const note = settings.footnotes.get(label);
      return note === undefined ? null : numberOf(note);
    },
    addressNumber: numberOf,
    takeNotes: () => {
      const taken = [...pending];
      pending.clear();
      return taken.map((says) => ({ number: numbers.get(says) as number, says }));
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
