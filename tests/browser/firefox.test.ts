import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeHtml } from '../../src/writers/html/html.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { sampleReviews } from '../writers/html/html-pages.ts';
import { findBrowser, flags, testMissing } from './browser.ts';
import { type Measured, measure } from './probe.ts';
import { richReview } from './rich.ts';

const widths = [320, 390, 768, 1280, 1920];
const [firefox, chromium] = [findBrowser('firefox'), findBrowser('chromium')];
const name = 'pages in Firefox are as in Chromium';

/** Blocks whose sides differ by more than 3 % of the page: fonts, and pictures that are not there, are a little wider or narrower. */
function differences(one: Measured, other: Measured): string[] {
  const far = (a = 0, b = 0) => Math.abs(a - b) > 3 + one.width * 0.03;
  return one.blocks.flatMap(([block, box], at) => {
    const [, there = null] = other.blocks[at] ?? [];
    const isSame =
      (box === null) === (there === null) &&
      !far(box?.[0], there?.[0]) &&
      !far(box?.[1], there?.[1]);
    return isSame ? [] : [`${block}: ${box} ${there}`];
  });
}

if (firefox === undefined) testMissing(name, 'firefox');
else if (chromium === undefined) testMissing(name, 'chromium');
else
  test(name, async () => {
    const cwd = folderOf({});
    const site = ['export', '--all', '--html', '-o', 'site', '--library', join(root, 'reviews')];
    expect((await review(site, { cwd })).status).toBe(0);
    const pages = [
      ...sampleReviews.map(([, each]) => writeHtml(each)),
      writeHtml(richReview),
      writeHtml({ ...richReview, lang: 'ar' }),
      ...['index.html', 'stats.html'].map((file) => readFileSync(join(cwd, 'site', file), 'utf8')),
    ];
    const inFirefox = await measure(
      firefox,
      ['--headless', '--no-remote'],
      '--profile',
      pages,
      widths,
    );
    const inChromium = await measure(
      chromium,
      ['--headless', ...flags],
      '--user-data-dir=',
      pages,
      widths,
    );
    expect(inFirefox).toHaveLength(pages.length * widths.length);
    for (const [at, found] of inFirefox.entries()) {
      const there = inChromium[at] as Measured;
      expect(found.blocks.filter(([, box]) => box !== null).length).toBeGreaterThan(1);
      expect({
        ...found,
        blocks: found.blocks.length,
        differences: differences(found, there),
      }).toEqual({
        ...there,
        over: 0,
        blocks: there.blocks.length,
        differences: [],
      });
    }
  }, 120_000);
