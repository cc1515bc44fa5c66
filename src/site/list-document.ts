import { container, element, escapeLine } from '../writers/html/escape.ts';
import { linkTo } from './addresses.ts';
import { type ListHead, listHead } from './head.ts';
import type { ListPage } from './lists.ts';
import { feedLinks, type SiteSettings } from './site.ts';

/** Which of several pages it is, in words. */
export function placeWords({ at, pages }: ListPage<unknown>): string {
  return pages.length < 2 ? '' : ` · page ${at + 1} of ${pages.length}`;
}

/** A page that lists something; `target` is the id of what is skipped to. */
export function documentHtml(
  head: ListHead,
  main: string,
  hasHeader: boolean,
  skip: string,
  settings: SiteSettings,
  target = 'reviews',
): string {
  const { path } = head;
  const home = { href: linkTo('index.html', path), rel: 'home' };
  const feeds = feedLinks(path).map((feed) =>
    element('a', { href: feed.href, type: feed.type }, feed.title),
  );
  const body = container('body', {}, [
    element('a', { class: 'skip', href: `#${target}` }, skip),
    hasHeader
      ? container('header', { class: 'site' }, [element('a', home, escapeLine(settings.title))])
      : '',
    main,
    container('footer', { class: 'site' }, feeds),
  ]);
  const html = container('html', { lang: settings.lang }, [listHead(head, settings), body]);
  return `<!DOCTYPE html>\n${html}\n`;
}
