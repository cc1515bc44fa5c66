import type { Review } from '../../../model/review.ts';
import { hasParagraphs } from '../../../text/paragraphs.ts';
import { visibleLine } from '../../../text/visible.ts';
import { displayWidth } from '../../../text/width.ts';
import { wrapSpans } from '../../../text/wrap.ts';
import { dateIn } from '../../../vocabulary/foreign.ts';
import { withoutPlumbing } from '../../../vocabulary/plumbing.ts';
import { cardFacts, type FactPiece } from '../../card-facts.ts';
import { headlineRole } from '../../card-words.ts';
import { blank, plain, type Style, type StyledLine, type StyledSpan, toned } from '../../style.ts';
import { narrowestText } from '../blocks/flow.ts';
import { addressSpan } from '../blocks/links.ts';
import { padded, prefixed } from '../lines.ts';
import type { PageContext } from '../page-context.ts';
import { fieldLines, fieldSpans } from './field.ts';

const widestLabel = 16;

/** What the card has not said above: tags, makers, dates, details and unknown keys, as `label  value` lines. */
export function factLines(review: Review, columns: number, page: PageContext): StyledLine[] {
  const named = headlineRole(review.item);
  const facts = cardFacts(page.allFields ? review : withoutPlumbing(review))
    .filter(({ of, about }) => !(of === 'maker' && about === named))
    // A draft is marked in the line under the title.
    .filter(({ of }) => !(of === 'draft' && review.draft === true))
    .map((fact) => ({ ...fact, label: visibleLine(fact.label) }));
  const labels = facts
    .map(({ label }) => displayWidth(label))
    .filter((width) => width <= widestLabel);
  const hang = labels.reduce((most, width) => Math.max(most, width), 0) + 2;
  return facts.flatMap(({ of, label, value }) => {
    const style: Style = of === 'extra' ? { tone: 'muted' } : plain;
    const name = toned(label, 'muted');
    const isNarrow = columns - hang < narrowestText || displayWidth(label) > hang - 2;
    const [piece] = value;
    if (piece?.is === 'prose' && hasParagraphs(piece.text)) {
      const [first, indent] =
        page.look.isGrid && !isNarrow ? [padded([name], hang), hang] : [null, 2];
      const lines = fieldLines(piece.text, columns - indent, page, style);
      if (first !== null) return prefixed(lines, first, [blank(indent)]);
      return [[toned(`${label}:`, 'muted')], ...prefixed(lines, [blank(2)], [blank(2)])];
    }
    const text = value.flatMap((part) => pieceSpans(part, review.lang, page, style));
    if (!page.look.isGrid) return hanging([toned(`${label}: `, 'muted'), ...text], columns);
    if (isNarrow) return hanging([name, blank(2), ...text], columns);
    return prefixed(wrapSpans(text, columns - hang), padded([name], hang), [blank(hang)]);
  });
}

function pieceSpans(
  { is, text }: FactPiece,
  lang: string | undefined,
  page: PageContext,
  style: Style,
): StyledSpan[] {
  if (is === 'prose') return fieldSpans(text, page, style);
  if (is === 'address') return [addressSpan(text, page, style)];
  const shown = is === 'date' && lang !== undefined ? (dateIn(lang, text) ?? text) : text;
  return [{ text: visibleLine(shown), style }];
}

/** A line whose continuation stands behind two columns. */
function hanging(spans: Parameters<typeof wrapSpans<Style>>[0], columns: number): StyledLine[] {
  const whole = wrapSpans(spans, columns);
  return whole.length === 1 || columns - 2 < narrowestText
    ? whole
    : prefixed(wrapSpans(spans, columns - 2), [], [blank(2)]);
}
