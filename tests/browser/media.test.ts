import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { describeInBrowser } from './browser.ts';

/** A picture of 60 × 600, one colour. */
const tall = bitmap(60, 600);

function bitmap(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const text = `---
film: Alien
rating: 3/5
date: 2025-03-01
poster: tall.png
scores: {plot: 2/5}
tags: [space]
---

A [link](https://example.org/a), <https://example.org/b>, \`code\` and ==marks==.

> [!WARNING]
> Gore.
`;

async function site(): Promise<string> {
  const cwd = folderOf({ 'reviews/a.md': text, 'reviews/b.md': text.replace('film', 'game') });
  writeFileSync(join(cwd, 'reviews/tall.png'), tall);
  expect((await review('export --all --html -o site', { cwd })).status).toBe(0);
  return join(cwd, 'site');
}

type Media = Parameters<Page['emulateMedia']>[0];

async function open(browser: Browser, file: string, media: Media): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.emulateMedia(media);
  await page.goto(pathToFileURL(file).href);
  return page;
}

declare function getComputedStyle(
  element: unknown,
  part?: string,
): Readonly<Record<string, string>> & { getPropertyValue(name: string): string };

function styleOf(locator: Locator, name: string, part?: string): Promise<string> {
  return locator
    .first()
    .evaluate(
      (element, [key, pseudo]) =>
        getComputedStyle(element, pseudo ?? undefined).getPropertyValue(key as string),
      [name, part] as const,
    );
}

describeInBrowser('pages where media differ', (browser) => {
  test('forced colours: what is chosen, marked or framed is seen without our colours', async () => {
    const folder = await site();
    const shelf = await open(browser(), join(folder, 'index.html'), { forcedColors: 'active' });
    const chosen = shelf.locator('.filters [aria-current]');
    const other = shelf.locator('.filters a:not([aria-current])');
    expect(await styleOf(chosen, 'background-color')).not.toBe(
      await styleOf(other, 'background-color'),
    );
    const sorted = shelf.locator('.sort :checked + label');
    const unsorted = shelf.locator('.sort :not(:checked) + label');
    expect(await styleOf(sorted, 'background-color')).not.toBe(
      await styleOf(unsorted, 'background-color'),
    );
    expect(await styleOf(other, 'border-top-width')).not.toBe('0px');
    await shelf.close();
    const page = await open(browser(), join(folder, 'a.html'), { forcedColors: 'active' });
    const text = page.locator('.text');
    expect(await styleOf(page.locator('mark'), 'background-color')).not.toBe(
      await styleOf(text, 'background-color'),
    );
    for (const framed of ['meter', '.tags li', '.alert', ':not(pre)>code'])
      expect(await styleOf(page.locator(framed), 'border-top-width'), framed).not.toBe('0px');
    await page.close();
    const plain = await open(browser(), join(folder, 'a.html'), { forcedColors: 'none' });
    expect(await styleOf(plain.locator('.tags li'), 'border-top-width')).toBe('0px');
    await plain.close();
  });

  test('on paper: covers are whole, addresses stand once, and no navigation is printed', async () => {
    const folder = await site();
    const shelf = await open(browser(), join(folder, 'index.html'), { media: 'print' });
    expect(await shelf.locator('.filters').isVisible()).toBe(false);
    expect(await styleOf(shelf.locator('.cards img'), 'object-fit')).toBe('contain');
    const small = await shelf.locator('.cards img').first().boundingBox();
    expect((small?.height ?? 0) / (small?.width ?? 1)).toBeGreaterThan(5);
    await shelf.close();
    const page = await open(browser(), join(folder, 'a.html'), { media: 'print' });
    const large = await page.locator('img.poster').boundingBox();
    expect((large?.height ?? 0) / (large?.width ?? 1)).toBeCloseTo(10, 0);
    for (const gone of ['header.site', 'footer.site', '.skip'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    const after = (href: string) =>
      styleOf(page.locator(`section a[href="https://example.org/${href}"]`), 'content', '::after');
    expect(await after('a')).toContain('https://example.org/a');
    expect(await after('b')).toBe('none');
    await page.close();
  });

  test('a preview has its findings above the title, errors first, and not on paper', async () => {
    const cwd = folderOf({
      'reviews/a.md': '---\nfilm: Heat\nrating: 12/5\nposter: no.png\n---\n\nx\n',
    });
    const ran = await review('preview --no-open', {
      cwd,
      meanwhile: async (stdout) => {
        const page = await browser().newPage();
        await page.goto(stdout.trim());
        const classes = await page
          .locator('.findings li')
          .evaluateAll((items) =>
            items.map((item) => String((item as { className?: string }).className)),
          );
        expect(classes.length).toBeGreaterThan(2);
        expect(classes[0]).toContain('is-error');
        const ranks = classes.map((name) =>
          ['is-error', 'is-warning', 'is-info'].findIndex((each) => name.includes(each)),
        );
        expect(ranks).toEqual(ranks.toSorted());
        const [panel, title] = [page.locator('.findings'), page.locator('h1')];
        const bottom = await panel.boundingBox();
        const top = await title.boundingBox();
        expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThanOrEqual(top?.y ?? 0);
        await page.emulateMedia({ media: 'print' });
        expect(await panel.isVisible()).toBe(false);
        await page.close();
      },
    });
    expect(ran.status).toBe(0);
  });
});
