import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyReview, type Review } from '../../src/model/review.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { pageOf, sampleReviews } from '../writers/html/html-pages.ts';
import { describeInBrowser } from './browser.ts';
import { richReview } from './rich.ts';

const rightToLeft: Review = { ...richReview, lang: 'ar' };

const reviews: readonly (readonly [name: string, review: Review])[] = [
  ...sampleReviews,
  ['rich', richReview],
  ['right to left', rightToLeft],
  ['empty', emptyReview],
];

const looks = [
  { name: 'light', media: 'screen', colorScheme: 'light' },
  { name: 'dark', media: 'screen', colorScheme: 'dark' },
  { name: 'print', media: 'print', colorScheme: 'light' },
] as const;

const widths = [320, 360, 480, 768, 1024, 1280, 1440, 1920, 2560, 3840];

/** The part of the browser's page that is asked. */
declare const document: { readonly documentElement: Record<'scrollWidth' | 'clientWidth', number> };

async function openPage(browser: Browser, html: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 800 } });
  await page.setContent(html, { waitUntil: 'load' });
  return page;
}

/** What axe-core finds, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
  );
}

describeInBrowser('pages in a browser', (browser) => {
  test('axe finds what is wrong', async () => {
    const html = writeHtml(richReview)
      .replace('--soft:#625b51', '--soft:#aaa')
      .replace('lang="en"', '');
    const page = await openPage(browser(), html);
    const found = (await violations(page)).map((line) => line.replace(/:.*/s, ''));
    expect(new Set(found)).toEqual(new Set(['color-contrast', 'html-has-lang']));
    await page.close();
  });

  test.each(reviews)(
    'axe finds nothing in %s: light, dark, on paper, hidden and shown',
    async (_, review) => {
      for (const spoilers of [false, true]) {
        const page = await openPage(browser(), writeHtml(review, { spoilers }));
        for (const { name, media, colorScheme } of looks) {
          await page.emulateMedia({ media, colorScheme, reducedMotion: 'reduce' });
          expect([name, spoilers, await violations(page)]).toEqual([name, spoilers, []]);
        }
        await page.close();
      }
    },
  );

  test.each(reviews)(
    '%s needs no horizontal scrolling from 320 to 3840 pixels',
    async (_, review) => {
      const page = await openPage(browser(), writeHtml(review, { spoilers: true }));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }));
        expect([width, scrollWidth - clientWidth]).toEqual([width, 0]);
      }
      await page.close();
    },
  );

  test.each([768, 1440, 3840])('a line has 60 to 75 characters at %i pixels', async (width) => {
    const sentence = 'Nobody who saw the film on its first night could say how it ended, or why; ';
    const text = Array.from({ length: 40 }, (_, at) => sentence.slice(0, 30 + at)).join('. ');
    const page = await openPage(browser(), pageOf(`## A\n\n${text}\n`));
    await page.setViewportSize({ width, height: 800 });
    const lines = await page.evaluate(
      `(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('section p'));
        return new Set(Array.from(range.getClientRects(), ({ top }) => top)).size })()`,
    );
    expect(text.length / (lines as number)).toBeGreaterThan(60);
    expect(text.length / (lines as number)).toBeLessThan(75);
    await page.close();
  });
});
