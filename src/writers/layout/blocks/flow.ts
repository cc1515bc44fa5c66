import type { AnyToken } from '../../../markdown/tokens.ts';
import type { Style, StyledLine } from '../../style.ts';
import type { PageContext } from '../page-context.ts';

/** Text is never squeezed below so many columns; where less would be left, indents stop growing. */
export const narrowestText = 10;

/** What a block hands to the blocks inside it. */
export interface Flow {
  readonly page: PageContext;
  /** What text inherits from the blocks around it. */
  readonly style: Style;
  /** How many lists are around the block. */
  readonly lists: number;
  /** Sets blocks, with a blank line between them. */
  readonly set: (tokens: readonly AnyToken[], columns: number, flow: Flow) => StyledLine[];
  /** Sets one block. */
  readonly setOne: (token: AnyToken, columns: number, flow: Flow) => StyledLine[];
}
