import { contentOf, type ReviewContent } from '../../markdown/content.ts';
import { displayTitle, type Review, type Section } from '../../model/review.ts';
import type { Write } from '../writer.ts';
import { blocksHtml, detailsHtml } from './blocks.ts';
import { cardHtml } from './card.ts';
import { css } from './css.ts';
import { element, escapeHtml } from './escape.ts';
import { createHtmlPage, type HtmlPage } from './html-page.ts';
import { inlineHtml } from './inline.ts';
import { jsonLd, scriptJson } from './json-ld.ts';
import { plainBody } from './plain-body.ts';

/** Nothing runs, nothing is fetched but pictures, nothing is sent. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'";
/** With fewer sections the contents would be longer than the way. */
const fewestForContents = 3;

/**
 * Writes a review as a whole HTML document: one file without script, with JSON-LD (https://schema.org/Review) and microformats2.
 * Raw HTML in the review is shown as text. Hidden text is a closed `details` until `spoilers`. With `sections` those alone.
 */
export const writeHtml: Write = (review: Review, options = {}) => {
  const content = contentOf(review);
  const page = createHtmlPage(content.footnotes, options.spoilers ?? false);
  const sections = (options.sections ?? review.sections).map((section) => sectionHtml(section, 2, content, page));
  const whole = options.sections === undefined;
  const article = [
    ...(whole ? [element('header', '', `\n${cardHtml(review)}\n`), contentsHtml(review)] : []),
    element('div', 'class="e-content" id="text"', `\n${sections.join('\n')}\n`),
    notesHtml(page),
  ];
  const body = article.filter((part) => part !== '').join('\n');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(review.lang ?? 'en')}"${/^(?:ar|fa|he|ur|yi)\b/i.test(review.lang ?? '') ? ' dir="rtl"' : ''}>
${headHtml(review, whole ? scriptJson(jsonLd(review, plainBody(review, content))) : null)}
<body>
<a class="skip" href="#text">Skip to the text</a>
<main>
<article class="h-review h-entry">
${body}
</article>
</main>
</body>
</html>
`;
};

function headHtml(review: Review, data: string | null): string {
  const lines = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', '', escapeHtml(displayTitle(review))),
    ...(review.summary === undefined ? [] : [`<meta name="description" content="${escapeHtml(review.summary)}">`]),
    ...(review.author[0] === undefined ? [] : [`<meta name="author" content="${escapeHtml(review.author.map(({ name }) => name).join(', '))}">`]),
    ...(data === null ? [] : [`<script type="application/ld+json">${data}</script>`]),
    element('style', '', `\n${css}\n`),
  ];
  return element('head', '', `\n${lines.join('\n')}\n`);
}

function contentsHtml({ sections }: Review): string {
  const listed = sections.filter(({ level }) => level > 0);
  if (listed.length < fewestForContents) return '';
  const items = listed.map(({ id, title }) => element('li', '', element('a', `href="#${escapeHtml(id)}"`, escapeHtml(title))));
  return element('nav', 'aria-labelledby="contents"', `\n<h2 id="contents">Contents</h2>\n<ol>\n${items.join('\n')}\n</ol>\n`);
}

/** A section with its subsections; `level` is the heading's rank in the page, deeper ones follow it without gaps. */
function sectionHtml(section: Section, level: number, content: ReviewContent, page: HtmlPage): string {
  const rank = Math.min(level, 6);
  const isIntro = section.level === 0;
  const heading = isIntro ? '' : element(`h${rank}`, '', inlineHtml(content.headingOf(section), { ...page, insideLink: false }));
  const body = blocksHtml(content.bodyOf(section), page, isIntro ? 2 : rank);
  const inner = section.sections.map((child) => sectionHtml(child, level + 1, content, page));
  const text = [body, ...inner].filter((part) => part !== '').join('\n');
  const hidden = !isIntro && /^\P{L}*spoilers?\b/iu.test(section.title) && text !== '';
  const shown = [heading, hidden ? detailsHtml('Spoiler', text, page.spoilers) : text].filter((part) => part !== '').join('\n');
  return element('section', `id="${escapeHtml(section.id)}"${isIntro ? ' aria-label="Introduction"' : ''}`, `\n${shown}\n`);
}

/** The notes referred to, each with a way back. A note may refer to others: they follow. */
function notesHtml(page: HtmlPage): string {
  const items: string[] = [];
  for (let at = 0; at < page.notes().length; at++) {
    const note = page.notes()[at];
    if (note === undefined) break;
    const back = `<a href="#fnref-${at + 1}" aria-label="Back to the text">↩</a>`;
    const text = blocksHtml(note.tokens as never, page, 2);
    items.push(element('li', `id="fn-${at + 1}"`, text.endsWith('</p>') ? `${text.slice(0, -4)} ${back}</p>` : `${text} ${back}`));
  }
  return items.length === 0 ? '' : element('section', 'class="notes" aria-label="Notes"', `\n<ol>\n${items.join('\n')}\n</ol>\n`);
}
