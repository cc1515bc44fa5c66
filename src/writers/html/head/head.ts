import type { Shown } from '../../../markdown/redact/redact.ts';
import type { HtmlOptions, PageLink } from '../../writer.ts';
import { excerptOf } from '../body/excerpt.ts';
import { container, element, escapeLine, startTag } from '../escape.ts';
import { webAddress } from '../url.ts';
import { coverAddress } from './cover-address.ts';
import { css } from './css.ts';
import { pageTitle } from './page-title.ts';

/** Nothing runs, nothing is fetched but pictures, nothing is sent. */
function policyHtml(ownImages: string): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${ownImages}data: https:; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}

/**
 * The head of a page. What search engines and other sites show of it (description, canonical address, Open Graph and Twitter cards) is
 * there when the page is the whole review, `data` its JSON-LD, and only what the review says. `review` is the one without placeholders.
 */
export function headHtml(review: Shown, options: HtmlOptions, data: string | undefined): string {
  const { site, slots, title = pageTitle(review) } = options;
  const { ownPictures = site !== undefined } = options;
  return container('head', {}, [
    startTag('meta', { charset: 'utf-8' }),
    slots === undefined ? policyHtml(ownPictures ? "'self' " : '') : '',
    startTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escapeLine(title)),
    ...(data === undefined ? [] : aboutHtml(review, title, options)),
    ...siteLinks(options),
    data === undefined ? '' : element('script', { type: 'application/ld+json' }, data),
    ...styles(options),
    slots?.head ?? '',
  ]);
}

function styles({ ownCss = true, css: added = '' }: HtmlOptions): string[] {
  // An escaped slash is a slash in CSS, and does not end the element.
  const sheets = [ownCss ? css : '', added.replaceAll('</', '<\\/').trim()];
  return sheets.map((sheet) => (sheet === '' ? '' : element('style', {}, `\n${sheet}\n`)));
}

/** What a page of a site says of it to browsers and feed readers. */
function siteLinks({ site }: HtmlOptions): string[] {
  if (site === undefined) return [];
  const link = (rel: string, to: PageLink | null): string =>
    to === null ? '' : startTag('link', { rel, href: to.href });
  return [
    link('prev', site.previous),
    link('next', site.next),
    ...site.feeds.map(({ href, type }) =>
      startTag('link', { rel: 'alternate', type, href, title: site.title }),
    ),
  ];
}

/** Open Graph (https://ogp.me/) by `property`, the rest by `name`. */
function aboutHtml(review: Shown, title: string, options: HtmlOptions): string[] {
  const { item, published, updated, tags } = review;
  const description = review.summary ?? excerptOf(review);
  const address = webAddress(review.url ?? '') ?? webAddress(options.address ?? '');
  const image = webAddress(coverAddress(item, options) ?? '');
  const named = (name: string, content: string | undefined): string =>
    content ? startTag('meta', { name, content }) : '';
  const property = (name: string, content: string | undefined | null): string =>
    content ? startTag('meta', { property: name, content }) : '';
  return [
    named('description', description),
    named('author', review.author.map(({ name }) => name).join(', ')),
    address === null ? '' : startTag('link', { rel: 'canonical', href: address }),
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:image', image),
    property('og:image:alt', image === null ? '' : item.name),
    property('og:site_name', options.site?.title),
    property('article:published_time', published),
    property('article:modified_time', updated),
    ...tags.map((tag) => property('article:tag', tag)),
    named('twitter:card', image === null ? 'summary' : 'summary_large_image'),
  ];
}
