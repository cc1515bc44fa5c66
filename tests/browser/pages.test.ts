import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyReview, type Review } from '../../src/model/review.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { pageOf, sampleReviews } from '../writers/html/html-pages.ts';
import { reviewOf } from '../writers/pages.ts';
import { describeInBrowser } from './browser.ts';
import { richReview } from './rich.ts';

const rightToLeft: Review = { ...richReview, lang: 'ar' };

const reviews: readonly (readonly [name: string, review: Review])[] = [
  ...sampleReviews,
  ['rich', richReview],
  ['right to left', rightToLeft],
  ['empty', emptyReview],
  ['another script', reviewOf('---\nfilm: שלום\n---\nאני כותב.\n\n- אחת\n\n> English words\n')],
];

const looks = [
  { name: 'light', media: 'screen', colorScheme: 'light' },
  { name: 'dark', media: 'screen', colorScheme: 'dark' },
  { name: 'print', media: 'print', colorScheme: 'light' },
] as const;

const widths = [320, 360, 480, 768, 1024, 1280, 1440, 1920, 2560, 3840];

/** The part of the browser's page that is asked. */
declare const document: { readonly documentElement: Record<'scrollWidth' | 'clientWidth', number> };

declare const getComputedStyle: (each: unknown) => { readonly lineHeight: string };

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

  test.each([
    [1280, 800],
    [390, 844],
  ])(
    'title, rating and the first lines of the text are on the first screen, at %i × %i',
    async (width, height) => {
      const keys = [
        ...['film: The Salt Road to the Northern Lights', 'year: 2024', 'director: Mara Lindqvist'],
        ...['rating: 8/10', 'author: Ines Okafor', 'date: 2025-03-01', 'poster: p.png'],
        'summary: A long walk north that earns its silence, and then spends it all on a song nobody asked for.',
        'scores: {story: 7/10, acting: 9/10, sound: 6/10}',
        'pros: [the light, a lead who listens, the goat]',
        ...[
          'cons: [the song, the map]',
          'tags: [north, walking]',
          'runtime: 131 min',
          'country: Sweden',
        ],
      ];
      const sections = ['Story', 'Sound', 'Light', 'Verdict'].map((name) => `## ${name}\n\nWords.`);
      const text = `---\n${keys.join('\n')}\n---\n${'A line of words to read. '.repeat(20)}\n\n${sections.join('\n\n')}\n`;
      // An SVG is no picture of a review, but it has the size of a poster; the page's policy lets it be shown.
      const poster =
        'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="400" height="600"/%3E';
      const html = pageOf(text).replace('src="p.png"', `src='${poster}'`);
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser(), html);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        const boxOf = async (selector: string) => {
          const box = await page.locator(selector).first().boundingBox();
          return { top: box?.y ?? Number.NaN, height: box?.height ?? Number.NaN };
        };
        const [title, rating, poster] = await Promise.all(['h1', '.rating', '.poster'].map(boxOf));
        const words = await boxOf('.text p');
        const line = await page
          .locator('.text p')
          .first()
          .evaluate((each) => Number.parseFloat(getComputedStyle(each).lineHeight));
        expect(title?.top).toBeGreaterThanOrEqual(0);
        expect((rating?.top ?? 0) + (rating?.height ?? 0)).toBeLessThan(height);
        expect(words.top + 2 * line).toBeLessThan(height);
        if (width < 640) {
          expect(poster?.height).toBeGreaterThan(50);
          expect(poster?.height).toBeLessThanOrEqual(height / 3);
          expect(poster?.top).toBeGreaterThan(title?.top ?? 0);
        } else expect(poster?.top).toBeLessThan(words.top);
        await page.close();
      }
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
