import type { MarkedToken, Token } from 'marked';

/** A reference to a footnote, as in `text[^1]`. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly raw: string;
  /** The label, in lower case: what reference and definition have in common. */
  readonly label: string;
}

/** A footnote's text, as in `[^1]: text`; continuation lines are indented. */
export interface FootnoteDefinition {
  readonly type: 'footnoteDefinition';
  readonly raw: string;
  readonly label: string;
  readonly tokens: Token[];
}

/** A quote that starts with `[!NOTE]` (GitHub's alerts). */
export interface Alert {
  readonly type: 'alert';
  readonly raw: string;
  /** In lower case: `note`, `tip`, `important`, `warning`, `caution`. */
  readonly kind: AlertKind;
  readonly tokens: Token[];
}

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Hidden text within a line: `||…||`, `>!…!<`, `[spoiler]…[/spoiler]`. */
export interface InlineSpoiler {
  readonly type: 'inlineSpoiler';
  readonly raw: string;
  readonly tokens: Token[];
}

/** Hidden blocks: `:::spoiler … :::`, `> [!spoiler]`, `<details>`, `<spoiler>`, or `[spoiler]` on a line of its own. */
export interface SpoilerBlock {
  readonly type: 'spoiler';
  readonly raw: string;
  /** What a reader sees before it is opened, as Markdown; empty when the author gave none. */
  readonly title: string;
  readonly tokens: Token[];
  /** What would close it, where it is not closed and hides all that follows in what it stands in. */
  readonly missing?: string;
}

/** What stands for hidden text in a line. Its letters are not here. */
export interface HiddenInline {
  readonly type: 'hiddenInline';
  readonly raw: string;
  /** What a reader sees of it, as Markdown; empty when the author gave nothing. */
  readonly title: string;
}

/** What stands for hidden blocks, or for a whole section's. */
export interface HiddenBlock {
  readonly type: 'hiddenBlock';
  readonly raw: string;
  readonly title: string;
}

export type ReviewToken =
  | FootnoteReference
  | FootnoteDefinition
  | Alert
  | InlineSpoiler
  | SpoilerBlock
  | HiddenInline
  | HiddenBlock;

/** Any token that `lexDocument` gives: marked's own and the ones above. */
export type AnyToken = MarkedToken | ReviewToken;

/** marked types its lists of tokens loosely; everything in them is an `AnyToken`. */
export function known(tokens: readonly Token[] | undefined): readonly AnyToken[] {
  return (tokens ?? []) as readonly AnyToken[];
}

export type { Token };
