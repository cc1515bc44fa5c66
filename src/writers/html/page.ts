import type { Review } from '../../model/review.ts';
import type { HtmlOptions } from '../writer.ts';
import { css } from './css.ts';
import { container, element, escapeLine, startTag } from './escape.ts';
import { pageTitle } from './page-title.ts';
import { withoutSpoilers } from './spoiler-text.ts';
import { fragment } from './url.ts';

/** Nothing runs, nothing is fetched but pictures, nothing is sent. */
function policy(images: string): string {
  return `default-src 'none'; style-src 'unsafe-inline'; img-src ${images}; base-uri 'none'; form-action 'none'`;
}

/** What a document is made of besides the review. */
export interface PageParts {
  /** The article's content, as HTML. */
  readonly article: string;
  /** The id of the element that holds the text. */
  readonly textId: string;
  /** JSON-LD that may stand in a script element; absent when the page is a part of the review. */
  readonly data?: string;
  /** The site that the page is a part of. */
  readonly site?: NonNullable<HtmlOptions['site']>;
}

/** The whole document. */
export function pageHtml(review: Review, parts: PageParts): string {
  const { article, textId, site } = parts;
  const lang = languageOf(review);
  const body = container('body', {}, [
    element('a', { class: 'skip', href: fragment(textId) }, 'Skip to the text'),
    site === undefined
      ? ''
      : element(
          'p',
          { class: 'site' },
          element('a', { href: site.home, rel: 'up' }, escapeLine(site.title)),
        ),
    container('main', {}, [container('article', { class: 'h-review h-entry' }, [article])]),
  ]);
  const html = container('html', { lang, dir: isRightToLeft(lang) ? 'rtl' : undefined }, [
    headHtml(review, parts),
    body,
  ]);
  return `<!DOCTYPE html>\n${html}\n`;
}

function headHtml(review: Review, { data, site }: PageParts): string {
  const description = data === undefined ? '' : withoutSpoilers(review.summary ?? '');
  const authors = data === undefined ? '' : review.author.map(({ name }) => name).join(', ');
  return container('head', {}, [
    startTag('meta', { charset: 'utf-8' }),
    startTag('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: policy(site === undefined ? 'data: https:' : "'self' data: https:"),
    }).replaceAll('&#39;', "'"),
    startTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escapeLine(pageTitle(review))),
    description === '' ? '' : startTag('meta', { name: 'description', content: description }),
    authors === '' ? '' : startTag('meta', { name: 'author', content: authors }),
    data === undefined ? '' : element('script', { type: 'application/ld+json' }, data),
    element('style', {}, `\n${css}\n`),
  ]);
}

/** The review's language when it is a tag that HTML can take (BCP 47), else English. */
function languageOf({ lang }: Review): string {
  return lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8}){0,9}$/.test(lang) ? lang : 'en';
}

function isRightToLeft(lang: string): boolean {
  return /^(?:ar|fa|he|ps|ur|yi)\b/i.test(lang);
}
