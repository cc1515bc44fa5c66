import type { Shown } from '../../markdown/redact/redact.ts';
import type { Review } from '../../model/review.ts';
import type { HtmlOptions, PageLink } from '../writer.ts';
import { isForeignScript } from './directions.ts';
import { container, element, escapeLine } from './escape.ts';
import { headHtml } from './head/head.ts';
import type { HtmlNames } from './html-page.ts';
import { fragment } from './url.ts';

/** What a document is made of besides the review. */
export interface PageParts {
  /** The article's content, as HTML, its addresses and classes written with `names`. */
  readonly article: string;
  readonly names: HtmlNames;
  /** The id of the element that holds the text. */
  readonly textId: string;
  /** JSON-LD that may stand in a script element; absent when the page is a part of the review. */
  readonly data?: string;
}

/** The whole document, or the article alone when a fragment is asked for. */
export function pageHtml(review: Shown, parts: PageParts, options: HtmlOptions): string {
  const lang = languageOf(review);
  const dir = isRightToLeft(lang) ? 'rtl' : undefined;
  if (options.fragment === true) {
    const own = review.lang === undefined ? {} : { lang, dir };
    return `${articleHtml(parts, own)}\n`;
  }
  const body = container('body', {}, [
    element('a', { class: 'skip', href: fragment(parts.textId) }, 'Skip to the text'),
    siteHeader(options),
    options.slots?.above ?? '',
    container('main', {}, [articleHtml(parts, unknownLanguage(review, parts))]),
    siteFooter(options),
    options.slots?.body ?? '',
  ]);
  const html = container('html', { lang, dir }, [headHtml(review, options, parts.data), body]);
  return `<!DOCTYPE html>\n${html}\n`;
}

function articleHtml(
  { article, names }: PageParts,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  return container('article', { class: names.classes('h-review h-entry'), ...attributes }, [
    article,
  ]);
}

function siteHeader({ site }: HtmlOptions): string {
  if (site === undefined) return '';
  return container('header', { class: 'site' }, [
    element('a', { href: site.home, rel: 'up home' }, escapeLine(site.title)),
  ]);
}

/** Where one goes on from a page of a site: to the reviews before and after it, and to the feeds. */
function siteFooter({ site }: HtmlOptions): string {
  if (site === undefined) return '';
  const { previous, next, feeds } = site;
  const step = (link: PageLink | null, rel: string, words: string): string =>
    link === null
      ? ''
      : element(
          'a',
          { href: link.href, rel },
          `${element('span', {}, words)} ${escapeLine(link.title)}`,
        );
  const steps = [step(previous, 'prev', 'Previous:'), step(next, 'next', 'Next:')];
  return container('footer', { class: 'site' }, [
    steps.every((link) => link === '')
      ? ''
      : container('nav', { class: 'steps', 'aria-label': 'Other reviews' }, steps),
    container(
      'p',
      {},
      feeds.map(({ href, type, title }) => element('a', { href, type }, escapeLine(title))),
    ),
  ]);
}

/** Words in another script are not English because nobody says what they are: their language is unknown (HTML, the lang attribute). */
function unknownLanguage({ lang }: Review, { article }: PageParts): { readonly lang?: string } {
  return lang === undefined && isForeignScript(article) ? { lang: '' } : {};
}

/** The review's language when it is a tag that HTML can take (BCP 47), else English. */
function languageOf({ lang }: Review): string {
  return lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8}){0,9}$/.test(lang) ? lang : 'en';
}

function isRightToLeft(lang: string): boolean {
  return /^(?:ar|fa|he|ps|ur|yi)\b/i.test(lang);
}
