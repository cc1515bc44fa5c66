import { figuresOf } from '../../src/figures/figures.ts';
import { statsPage } from '../../src/figures/page.ts';
import { statsPicture } from '../../src/figures/picture.ts';
import { entryOf } from '../../src/library/query.ts';
import { partsOf } from '../../src/library/search/parts.ts';
import { libraryStats } from '../../src/library/stats.ts';
import { lint } from '../../src/lint/lint.ts';
import { contentOf } from '../../src/markdown/content.ts';
import { shownReview } from '../../src/markdown/redact/redact.ts';
import { closedMessages } from '../../src/markdown/redact/redact-strings.ts';
import { outline } from '../../src/model/outline.ts';
import type { Review } from '../../src/model/review.ts';
import { flattenSections } from '../../src/model/section-tree.ts';
import { previewSlots } from '../../src/preview/page.ts';
import { type ReadReview, readReview } from '../../src/readers/formats.ts';
import { atomFeed } from '../../src/site/atom.ts';
import { siteEntry } from '../../src/site/entry.ts';
import { createFeed } from '../../src/site/feed.ts';
import { createGroupPaths } from '../../src/site/groups.ts';
import { jsonFeed } from '../../src/site/json-feed.ts';
import { shelfPages } from '../../src/site/shelf.ts';
import { siteMaps } from '../../src/site/sitemap.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { writeBare } from '../../src/writers/terminal/bare.ts';
import { writeText } from '../../src/writers/text.ts';

const baseUrl = 'https://ex.org/';
const site = { title: 'Site', baseUrl, lang: 'en' };

/** A page without what its reader has to open. */
function openPart(html: string): string {
  let rest = html;
  for (;;) {
    const end = rest.indexOf('</details>');
    const start = rest.lastIndexOf('<details', end);
    if (end < 0 || start < 0) return rest;
    rest = rest.slice(0, start) + rest.slice(end + '</details>'.length);
  }
}

/** Every output of a review that shows it, by name; `path` is that of its page, `read` what its file was read as. */
export function outputsOf(
  review: Review,
  path = 'a.html',
  read: ReadReview = { ...readReview('', { path: 'a.md' }), review },
): Record<string, string> {
  const shown = shownReview(review);
  const content = contentOf(shown);
  const sections = flattenSections(shown.sections);
  const entry = siteEntry(shown, path);
  const listed = entryOf({ ...read, review, file: 'a.md' });
  const feed = createFeed(site);
  feed.add(shown, entry, {});
  const items = feed.items();
  const shelf = [...shelfPages([entry], createGroupPaths(new Set()), site, null)];
  const findings = closedMessages([...read.diagnostics, ...lint({ ...read, review })]);
  return {
    review: JSON.stringify(shown),
    tokens: JSON.stringify([
      sections.map(content.bodyOf),
      sections.map(content.headingOf),
      [...content.footnotes],
    ]),
    terminal: writeBare(review, {}),
    text: writeText(review, {}),
    page: openPart(writeHtml(review, { baseUrl, ownCss: false })),
    preview: previewSlots(findings).body,
    outline: JSON.stringify(outline(shown)),
    list: JSON.stringify(listed),
    stats: JSON.stringify(libraryStats([listed])),
    'stats page': statsPage(figuresOf([listed]), null),
    'stats picture': statsPicture(figuresOf([listed]), null),
    search: JSON.stringify(partsOf(shown).map(({ heading, text }) => [heading, text])),
    entry: JSON.stringify(entry),
    feeds: atomFeed(items, site) + jsonFeed(items, site),
    'site map': [
      ...siteMaps(
        [entry],
        shelf.map(([page]) => page),
        baseUrl,
      ),
    ].join('\n'),
    shelf: JSON.stringify(shelf),
  };
}
