import { shownReview, shownSections } from '../../markdown/redact/redact.ts';
import type { Review } from '../../model/review.ts';
import { type Look, spokenLook } from '../layout/look.ts';
import { type PageLayout, pageLines } from '../layout/page.ts';
import type { PageContext } from '../layout/page-context.ts';
import { toned } from '../style.ts';
import type { TerminalOptions } from '../writer.ts';
import type { PaintLine } from './bare-line.ts';

const defaultColumns = 80;

/** How a page gets its colours, if any. */
export interface Paint {
  readonly line: PaintLine;
  readonly highlight: PageContext['highlight'];
  readonly look: Look;
}

/** A review as a page for a terminal, laid out for the options and painted. Ends in a newline, or is empty. */
export function terminalPage(review: Review, options: TerminalOptions, paint: Paint): string {
  const { spoilers = false, sections } = options;
  const lines = pageLines(shownReview(review, spoilers), {
    ...terminalLayout(options, paint),
    ...(sections === undefined ? {} : { sections: shownSections(review, sections, spoilers) }),
  });
  const text = lines.map(paint.line).join('\n');
  return text === '' ? '' : `${text}\n`;
}

/** How a page for a terminal is laid out, all of its sections. */
export function terminalLayout(
  options: TerminalOptions,
  paint: Pick<Paint, 'highlight' | 'look'>,
): PageLayout {
  const isPlain = options.plain === true;
  return {
    allFields: options.allFields === true,
    columns: options.columns === 0 ? Number.POSITIVE_INFINITY : (options.columns ?? defaultColumns),
    hyperlinks: !isPlain && (options.hyperlinks ?? false),
    links: options.links ?? 'inline',
    look: isPlain ? spokenLook : paint.look,
    hiddenInline: (title) => {
      const says = title === '' ? '' : isPlain ? `: ${title}` : ` (${title})`;
      return toned(isPlain ? `[spoiler hidden${says}]` : `██████${says}`, 'muted');
    },
    saysHidden: true,
    hiddenBlock: (title) => {
      const says = `Spoiler hidden${title === '' ? '' : `: ${title}`} (use --spoilers)`;
      return toned(isPlain ? says : `█████ ${says}`, 'muted');
    },
    highlight: paint.highlight,
    sectionHeadings: true,
  };
}
