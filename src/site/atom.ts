import { visibleOnPage } from '../text/visible.ts';
import { addressOf, stableId } from './addresses.ts';
import type { FeedItem } from './feed.ts';
import type { SiteSettings } from './site.ts';

/**
 * An Atom feed (https://www.rfc-editor.org/rfc/rfc4287). Its dates are the reviews' own: a feed of the same reviews is the same
 * bytes. One without entries is as old as the epoch.
 */
export function atomFeed(items: readonly FeedItem[], { title, baseUrl }: SiteSettings): string {
  const updated = items.reduce(
    (latest, item) => (item.updated > latest ? item.updated : latest),
    '1970-01-01T00:00:00Z',
  );
  const link = (rel: string, type: string, path: string): string =>
    tag('link', { rel, type, href: baseUrl === null ? path : addressOf(path, baseUrl) });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    tag('title', {}, title),
    tag('id', {}, stableId('', baseUrl)),
    tag('updated', {}, updated),
    // Every entry needs an author: this one stands for reviews that name none.
    `<author>${tag('name', {}, title)}</author>`,
    link('self', 'application/atom+xml', 'feed.xml'),
    link('alternate', 'text/html', 'index.html'),
    tag('generator', {}, 'review'),
    ...items.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml({ id, entry, url, published, updated, content }: FeedItem): string {
  const { title, author, tags, summary, lang } = entry;
  const people = author.filter(({ name }) => name.trim() !== '');
  return [
    startTag('entry', { 'xml:lang': usableLang(lang) }),
    tag('title', {}, title),
    tag('id', {}, id),
    tag('link', { rel: 'alternate', type: 'text/html', href: url }),
    tag('published', {}, published),
    tag('updated', {}, updated),
    ...people.map(
      (person) =>
        `<author>${tag('name', {}, person.name)}${isWeb(person.url) ? tag('uri', {}, person.url as string) : ''}</author>`,
    ),
    ...tags.map((term) => tag('category', { term })),
    ...(summary === '' ? [] : [tag('summary', { type: 'text' }, summary)]),
    tag('content', { type: 'html' }, content),
    '</entry>',
  ].join('\n');
}

/** Whether it is an address that may stand in XML as an IRI. */
function isWeb(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(url);
}

function usableLang(lang: string | undefined): string | undefined {
  return lang !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/.test(lang) ? lang : undefined;
}

/** An XML element; without content an empty one. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content?: string,
): string {
  const start = startTag(name, attributes);
  return content === undefined
    ? `${start.slice(0, -1)}/>`
    : `${start}${escapeXml(content)}</${name}>`;
}

function startTag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeXml(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters are visible; what XML cannot hold is U+FFFD (https://www.w3.org/TR/xml/#charsets). */
function escapeXml(text: string): string {
  return visibleOnPage(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, (mark) => references[mark] as string);
}
