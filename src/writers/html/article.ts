import type { Shown } from '../../markdown/redact/redact.ts';
import type { Review } from '../../model/review.ts';
import type { HtmlOptions } from '../writer.ts';
import { notesHtml, sectionHtml } from './body/sections.ts';
import { footHtml, glanceHtml } from './card/card.ts';
import { container, joinBlocks } from './escape.ts';
import { hides } from './field-element.ts';
import type { HtmlPage } from './html-page.ts';

/** What of the card stands below its head: it follows how the text begins, so that a reader meets that first. */
export interface BelowHead {
  readonly review: Shown;
  readonly source: Review;
  readonly options: Pick<HtmlOptions, 'spoilers' | 'site'>;
}

/** The text of a page, with scores and points behind its first section, tags and facts at its end; `below` is null for a part of a review. */
export function textHtml(
  sections: Review['sections'],
  textId: string,
  page: HtmlPage,
  below: BelowHead | null,
): string {
  const [first = '', ...rest] = sections.map((section) => sectionHtml(section, 2, page));
  const glance =
    below === null ? '' : glanceHtml(below.review, below.source, below.options.spoilers, page);
  const parts = [first, glance, ...rest].filter((part) => part !== '');
  // Whoever takes the content out of the page takes it with what is folded away in it.
  const isOpen = !parts.some(hides);
  const text = container(
    'div',
    { class: page.classes(isOpen ? 'text e-content' : 'text'), id: textId },
    isOpen
      ? parts
      : parts.map((part) => (hides(part) ? part : container('div', contentClass, [part]))),
  );
  return joinBlocks([
    text,
    notesHtml(page),
    below === null ? '' : footHtml(below.review, below.options.site, page),
  ]);
}

const contentClass = { class: 'e-content' } as const;
