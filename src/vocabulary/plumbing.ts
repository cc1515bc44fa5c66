import type { Review } from '../model/review.ts';
import { normalizeKey } from './spellings.ts';

/** Keys of site generators, note vaults and publishing tools: what they do with a file, not what it says. As `normalizeKey` writes them. */
const plumbing: ReadonlySet<string> = new Set(
  // Site generators: addresses and templates.
  (
    'layout permalink slug slugs alias aliases template theme outputs markup cascade headless params translationkey basename basepath ' +
    'redirect redirects redirectfrom redirectto expirydate unpublishdate noindex robots sitemap sitemapignore priority changefreq rss ' +
    // Where a page stands among others.
    'weight menu menus navigation nav navorder order sidebar sidebarposition sidebarlabel parent grandparent haschildren hastoc breadcrumb breadcrumbs ' +
    'showbreadcrumbs pagination paginate paginationnext paginationprev prevnext next prev collection collections section bundle pinned pin sticky featured ' +
    'featuredpost hidden unlisted searchable searchhidden hideinlist hidemeta buildlist excludefromcollections excludefromsearch showinhome ' +
    // What a page shows.
    'toc tocopen showtoc showreadingtime usehugotoc hidetableofcontents tableofcontents comments comment disablecomments disableshare share sharing ' +
    'showsharebuttons related showdate authorprofile readtime classes bodyclass pageclass class css js styles scripts stylesheet math mathjax katex mermaid ' +
    'codecopy disablehljs editlink editpost footer hero linktitle titletemplate excerptseparator partial ' +
    // Publishing.
    'publish publishing ispublished archived archive webmention webmentions syndication syndicate syndicateto bridgy commentid disqusid guid uid uuid ' +
    'wordpressid wpid postid posttype nid path filename filepath ' +
    // Note vaults.
    'cssclass cssclasses privatenotes private imported importedfrom bannerx bannery bannericon obsidianuimode obsidianeditingmode linter updatedby kindlesync ' +
    'tracker dataview up down'
  ).split(' '),
);

/** What such keys start with, of tools that have many. */
const prefixes =
  /^(?:eleventy|dgpublish|dghome|dg(?=[a-z]+$)|docusaurus|vuepress|jekyll|hugo|gatsby|obsidian|excalidraw|kanbanplugin)/;

/**
 * Whether a key says what a program is to do with the file. Its value is kept in `extra` and in what is written back, and is on no
 * card and no page. A `weight` with a unit is a fact.
 */
export function isPlumbing(key: string, value?: unknown): boolean {
  const name = normalizeKey(key.split('/', 1)[0] as string);
  if (name === 'weight' && typeof value === 'string' && !/^-?\d*$/.test(value.trim())) return false;
  return plumbing.has(name) || prefixes.test(name);
}

/** The review without plumbing, for outputs that are looked at. */
export function withoutPlumbing<R extends Review>(review: R): R {
  const entries = Object.entries(review.extra);
  const shown = entries.filter(([key, value]) => !isPlumbing(key, value));
  return shown.length === entries.length ? review : { ...review, extra: Object.fromEntries(shown) };
}
