import type { Syntax } from '../highlight/highlight.ts';
import type { Tone } from '../style.ts';

/** How something looks: names of styles (`bold`, `red`) or a colour as `#rrggbb`. Empty: as the text around it. */
export type Paints = readonly string[];

/** A look for every tone, for what inline marks add, and for code. */
export interface Theme {
  readonly tones: Readonly<Record<Tone, Paints>>;
  readonly strong: Paints;
  readonly em: Paints;
  readonly del: Paints;
  readonly code: Paints;
  readonly link: Paints;
  readonly syntax: Readonly<Record<Syntax, Paints>>;
}
