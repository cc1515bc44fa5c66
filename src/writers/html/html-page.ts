import type { FootnoteDefinition } from '../../markdown/tokens.ts';

/** What every part of a page has to know. */
export interface HtmlPage {
  readonly spoilers: boolean;
  /** True within a link, where no other may stand. */
  readonly insideLink: boolean;
  /** The footnote with this label: its number from 1, and whether this is the first reference. Null when it is not defined. */
  readonly note: (label: string) => { readonly number: number; readonly isFirst: boolean } | null;
  /** The notes referred to so far, in their order. */
  readonly notes: () => readonly FootnoteDefinition[];
}

/** A page that numbers its footnotes in the order in which they are referred to. */
export function createHtmlPage(footnotes: ReadonlyMap<string, FootnoteDefinition>, spoilers: boolean): HtmlPage {
  const labels: string[] = [];
  return {
    spoilers,
    insideLink: false,
    note: (label) => {
      if (!footnotes.has(label)) return null;
      const isFirst = !labels.includes(label);
      if (isFirst) labels.push(label);
      return { number: labels.indexOf(label) + 1, isFirst };
    },
    notes: () => labels.map((label) => footnotes.get(label) as FootnoteDefinition),
  };
}
