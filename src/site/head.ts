import { container, element, escapeLine, startTag } from '../writers/html/escape.ts';
import { addressOf, linkTo } from './addresses.ts';
import { feedLinks, type SiteSettings } from './site.ts';

/** As the pages of the reviews, but that pictures may come from the site itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'";

/** What the head of a page that lists reviews says. */
export interface ListHead {
  /** The path of the page in the site. */
  readonly path: string;
  /** What its entries have in common; absent on the page that has them all. */
  readonly name?: string;
  /** In a sentence, for search engines. */
  readonly description: string;
  readonly css: string;
  /** The pages before and after it in a list of several. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The head of a page that lists reviews: as that of a review, what others show of it (https://ogp.me/) included. */
export function listHead(
  { path, name, description, css, previous, next }: ListHead,
  { title, baseUrl }: SiteSettings,
): string {
  const whole = name === undefined ? title : `${name} – ${title}`;
  const address = baseUrl === null ? null : addressOf(path, baseUrl);
  const property = (key: string, content: string | null): string =>
    content === null || content === '' ? '' : startTag('meta', { property: key, content });
  return container('head', {}, [
    startTag('meta', { charset: 'utf-8' }),
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    startTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escapeLine(whole)),
    startTag('meta', { name: 'description', content: description }),
    address === null ? '' : startTag('link', { rel: 'canonical', href: address }),
    property('og:type', 'website'),
    property('og:title', name ?? title),
    property('og:description', description),
    property('og:url', address),
    property('og:site_name', title),
    startTag('meta', { name: 'twitter:card', content: 'summary' }),
    name === undefined ? '' : startTag('link', { rel: 'up', href: linkTo('index.html', path) }),
    previous === undefined ? '' : startTag('link', { rel: 'prev', href: linkTo(previous, path) }),
    next === undefined ? '' : startTag('link', { rel: 'next', href: linkTo(next, path) }),
    ...feedLinks(path).map(({ href, type }) =>
      startTag('link', { rel: 'alternate', type, href, title }),
    ),
    element('style', {}, `\n${css}\n`),
  ]);
}
