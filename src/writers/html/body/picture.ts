import { decodeEntities } from '../../../markdown/entities.ts';
import { element, escapeHtml, startTag } from '../escape.ts';
import type { HtmlNames } from '../html-page.ts';

/** Where a picture stands. */
interface PictureScope {
  readonly page: HtmlNames;
  /** True within a link, where no other may stand. */
  readonly insideLink: boolean;
  /** What it is called without a text: the address of the link that is nothing but it. */
  readonly nameless?: string;
}

/** A picture, a link to it, or its text where its address is none that may be loaded. */
export function pictureHtml(
  href: string,
  text: string,
  title: string | undefined,
  { page, insideLink, nameless = '' }: PictureScope,
): string {
  const { src, href: link } = page.picture(href);
  const alt = text.trim() === '' ? (title ?? decodeEntities(nameless)) : text;
  if (src === undefined)
    return link === undefined || insideLink
      ? escapeHtml(alt)
      : element('a', { href: link }, escapeHtml(alt === '' ? 'Picture' : alt));
  // A title that is the text as well would be heard twice.
  return startTag('img', {
    src,
    alt,
    title: title === alt ? undefined : title,
    loading: 'lazy',
  });
}
