import type { AlertKind } from '../markdown/tokens.ts';
import type { Line, Span } from '../text/wrap.ts';
import type { Syntax } from './highlight/highlight.ts';

/** What a stretch of text is for; a theme says how it looks. */
export type Tone =
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'heading6'
  | 'label'
  | 'muted'
  | 'stars'
  | 'emptyStars'
  | 'pro'
  | 'con'
  | 'marker'
  | 'bar'
  | 'rule'
  | 'address'
  | 'codeBlock'
  | 'spoiler'
  | AlertKind;

/** How a stretch of text is set. Spans of one style may share the object. */
export interface Style {
  readonly tone?: Tone;
  readonly syntax?: Syntax;
  readonly strong?: boolean;
  readonly em?: boolean;
  readonly del?: boolean;
  readonly code?: boolean;
  /** Where a link leads: http, https or mailto. */
  readonly href?: string;
  /** True for the text of a link, whether it can be clicked or not. */
  readonly link?: true;
  /** Where the text leads, whether the terminal opens it or not; one object for all spans of one link. Nothing is painted for it. */
  readonly target?: LinkTarget;
}

/** Where a link or a footnote's mark leads. */
export type LinkTarget =
  /** As written, made visible: it may be an address, a path, or `#section`. */
  | { readonly kind: 'address'; readonly address: string }
  /** What a note vault's `[[id#section]]` names. */
  | { readonly kind: 'wiki'; readonly name: string }
  /** The number of a note of the page. */
  | { readonly kind: 'note'; readonly number: number };

export type StyledSpan = Span<Style>;
export type StyledLine = Line<Style>;

export const plain: Style = {};

/** A span of one tone. */
export function toned(text: string, tone: Tone): StyledSpan {
  return { text, style: { tone } };
}

/** A span of spaces, as many as columns. */
export function blank(columns: number): StyledSpan {
  return { text: ' '.repeat(columns), style: plain };
}
