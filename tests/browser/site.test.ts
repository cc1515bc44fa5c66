import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { describeInBrowser } from './browser.ts';

/** A picture of one dot, red. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const film = (title: string, keys: string) =>
  `---\nfilm: ${title}\n${keys}---\nWords of ${title}.\n`;

/** The titles of the cards in the order in which they are seen. */
async function titles(page: Page): Promise<string[]> {
  const cards = await page.locator('.cards > li').all();
  const seen = await Promise.all(
    cards.map(async (card) => {
      const box = await card.boundingBox();
      const title = await card.locator('h2').innerText();
      return { title, top: box?.y ?? 0, left: box?.x ?? 0 };
    }),
  );
  return seen.sort((a, b) => a.top - b.top || a.left - b.left).map(({ title }) => title);
}

declare const document: {
  readonly documentElement: Record<'scrollWidth' | 'clientWidth', number>;
};

describeInBrowser('a site in a browser', (browser) => {
  test('is sorted without a script, shows its pictures, and fits any width', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien', 'rating: 3/5\ndate: 2025-03-01\nposter: dot.png\n'),
      'reviews/b.md': film('Brazil', 'rating: 5/5\ndate: 2025-01-01\n'),
      'reviews/c.md': film('Cube', 'rating: 4/5\ndate: 2025-02-01\n'),
    });
    writeFileSync(join(cwd, 'reviews/dot.png'), dot);
    expect((await review('export --all --html -o site', { cwd })).status).toBe(0);
    const page = await browser().newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(pathToFileURL(join(cwd, 'site/index.html')).href);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByText('Newest').click();
      expect(await titles(page)).toEqual(['Alien', 'Cube', 'Brazil']);
      await page.getByText('Best').click();
      expect(await titles(page)).toEqual(['Brazil', 'Cube', 'Alien']);
      await page.getByText('Title', { exact: true }).click();
      expect(await titles(page)).toEqual(['Alien', 'Brazil', 'Cube']);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
    const widthOf = () =>
      page
        .locator('img')
        .first()
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    expect(await widthOf()).toBe(1);
    await page.getByRole('link', { name: 'Alien' }).click();
    expect(await widthOf()).toBe(1);
    await page.getByRole('link', { name: 'Reviews' }).click();
    expect(await titles(page)).toHaveLength(3);
    expect(messages).toEqual([]);
    await page.close();
  });

  test('its pages have nothing for axe to find, light, dark and on paper', async () => {
    const cwd = folderOf({});
    const args = ['export', '--all', '--html', '-o', 'site', '--library', join(root, 'reviews')];
    expect((await review(args, { cwd })).status).toBe(0);
    const pages = ['index.html', 'kind/film.html', 'tag/jazz.html', 'ballerina.html'];
    for (const [media, colorScheme] of [
      ['screen', 'light'],
      ['screen', 'dark'],
      ['print', 'light'],
    ] as const) {
      const page = await browser().newPage();
      await page.emulateMedia({ media, colorScheme });
      for (const name of pages) {
        await page.setContent(readFileSync(join(cwd, 'site', name), 'utf8'), { waitUntil: 'load' });
        const found = (await page.evaluate(`${axe.source}; axe.run()`)) as {
          violations: { id: string }[];
        };
        expect([name, ...found.violations.map(({ id }) => id)]).toEqual([name]);
      }
      await page.close();
    }
  });

  test('a preview runs its own script under its policy, and loads a saved page again', async () => {
    const cwd = folderOf({ 'reviews/a.md': film('Alien', '') });
    const ran = await review('preview --no-open', {
      cwd,
      meanwhile: async (stdout) => {
        const page = await browser().newPage();
        const messages: string[] = [];
        page.on('console', (message) => messages.push(message.text()));
        const listens = page.waitForResponse(/\/events$/);
        await page.goto(stdout.trim());
        await listens;
        const loaded = page.waitForEvent('load');
        appendFileSync(join(cwd, 'reviews/a.md'), '\nNew words.\n');
        await loaded;
        expect(await page.locator('article').innerText()).toContain('New words.');
        expect(messages).toEqual([]);
        await page.close();
      },
    });
    expect(ran.status).toBe(0);
  });
});
