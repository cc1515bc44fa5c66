import type { AnyToken } from '../../../markdown/tokens.ts';
import { visible } from '../../../text/visible.ts';
import { lineWidth, wrapSpans } from '../../../text/wrap.ts';
import { blank, type StyledLine, toned } from '../../style.ts';
import { prefixed } from '../lines.ts';
import { type Flow, narrowestText } from './flow.ts';

/** A footnote's text behind its number or label. */
export function noteLines(
  name: string,
  tokens: readonly AnyToken[],
  columns: number,
  flow: Flow,
): StyledLine[] {
  const { speaks } = flow.page.look;
  const marker = toned(speaks ? `Note ${visible(name)}: ` : `[${visible(name)}] `, 'address');
  const width = lineWidth([marker]);
  if (columns - width < Math.max(narrowestText, width))
    return [...wrapSpans([marker], columns), ...flow.set(tokens, columns, flow)];
  const lines = flow.set(tokens, columns - width, flow);
  return prefixed(lines.length === 0 ? [[]] : lines, [marker], [blank(width)]);
}
