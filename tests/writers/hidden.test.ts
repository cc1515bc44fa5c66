import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryOf } from '../../src/library/query.ts';
import { libraryStats } from '../../src/library/stats.ts';
import { contentOf } from '../../src/markdown/content.ts';
import { redact, shownReview } from '../../src/markdown/redact/redact.ts';
import { outline } from '../../src/model/outline.ts';
import type { Review } from '../../src/model/review.ts';
import { flattenSections } from '../../src/model/section-tree.ts';
import { readReview } from '../../src/readers/formats.ts';
import { siteEntry } from '../../src/site/entry.ts';
import { feedContent } from '../../src/site/feed-content.ts';
import { createGroupPaths } from '../../src/site/groups.ts';
import { shelfPages } from '../../src/site/shelf.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { writeBare } from '../../src/writers/terminal/bare.ts';
import { writeText } from '../../src/writers/text.ts';
import { anyHidden, hidingReview } from './hidden-reviews.ts';

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

function outputsOf(review: Review): Record<string, string> {
  const shown = shownReview(review);
  const content = contentOf(shown);
  const sections = flattenSections(shown.sections);
  const entry = siteEntry(shown, 'a.html');
  const listed = entryOf({ ...readReview('', { path: 'a.md' }), review, file: 'a.md' });
  const site = { title: 'Site', baseUrl: 'https://ex.org/', lang: 'en' };
  return {
    review: JSON.stringify(shown),
    tokens: JSON.stringify([
      sections.map(content.bodyOf),
      sections.map(content.headingOf),
      [...content.footnotes],
    ]),
    terminal: writeBare(review, {}),
    text: writeText(review, {}),
    page: openPart(writeHtml(review, { baseUrl: 'https://ex.org/', ownCss: false })),
    outline: JSON.stringify(outline(shown)),
    list: JSON.stringify(listed),
    stats: JSON.stringify(libraryStats([listed])),
    entry: JSON.stringify(entry),
    feed: feedContent(shown),
    shelf: JSON.stringify([...shelfPages([entry], createGroupPaths(new Set()), site)]),
  };
}

const runs = Number(process.env.HIDDEN_RUNS ?? 2000);

test('no hidden word, nor four letters of one, is in any output', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { source, seen } = hidingReview(g);
      const { review } = readReview(source, { format: 'markdown' });
      const outputs = outputsOf(review);
      for (const [name, text] of Object.entries(outputs)) {
        if (!anyHidden.test(text)) continue;
        const found = anyHidden.exec(text);
        const around =
          found === null ? '' : text.slice(Math.max(0, found.index - 60), found.index + 20);
        expect(around, `${name}\n${source}`).toBe('');
      }
      const lost = seen.filter(
        (word) => outputs.text?.includes(word) !== true || outputs.page?.includes(word) !== true,
      );
      expect(lost, source).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('a review that hides nothing is handed on as it is', () => {
  const { review } = readReview('---\nfilm: Heat\ntags: [a]\n---\n\nText.\n\n## End\n\nMore.\n');
  expect(redact(review).review).toBe(review);
  expect(shownReview(review, true)).toBe(review);
});
