import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Review } from '../../../src/model/review.ts';
import { readReview } from '../../../src/readers/formats.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { root } from '../../cli/run.ts';
import { reviewOf } from '../pages.ts';

const folder = join(root, 'reviews');

/** The reviews that come with the program, each with its file's name. */
export const sampleReviews = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!config)\.(?:md|txt|yaml)$/.test(file))
  .sort()
  .map(
    (file) => [file, readReview(readFileSync(join(folder, file)), { path: file }).review] as const,
  );

/** A Markdown text as a page. */
export function pageOf(markdown: string, options: Parameters<typeof writeHtml>[1] = {}): string {
  return writeHtml(reviewOf(markdown), options);
}

/** The HTML of a text that has no headings: what stands in its only section, and the notes below it. */
export function textOf(markdown: string, spoilers = false): string {
  const [, text = '', notes = ''] =
    /<section id="intro" class="intro">\n([\s\S]*?)\n<\/section>\n<\/div>\n([\s\S]*?)<\/article>/.exec(
      pageOf(markdown, { spoilers }),
    ) ?? [];
  return notes === '' ? text : `${text}\n${notes.trimEnd()}`;
}

/** What the card says: the head of the article, scores and points behind the first section, and the foot. */
export function cardOf(review: Review, spoilers = false): string {
  const page = writeHtml(review, { spoilers });
  const head = /<header class="card">\n([\s\S]*?)\n<\/header>/.exec(page)?.[1] ?? '';
  const foot = /<footer class="foot">\n([\s\S]*?)\n<\/footer>/.exec(page)?.[1] ?? '';
  return [head, elementOf(page, '<div class="glance">'), foot]
    .filter((part) => part !== '')
    .join('\n');
}

/** The first element of a page with this start tag, with all that is in it. */
export function elementOf(page: string, tag: string): string {
  const name = /^<(\w+)/.exec(tag)?.[1];
  const from = page.indexOf(tag);
  if (from < 0) return '';
  let depth = 0;
  for (const { 0: found, index } of page.slice(from).matchAll(new RegExp(`</?${name}\\b`, 'g'))) {
    depth += found.startsWith('</') ? -1 : 1;
    if (depth === 0) return page.slice(from, from + index + found.length + 1);
  }
  return '';
}

/** The JSON-LD of a page; null when there is none. */
export function dataOf(page: string): unknown {
  const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1];
  return json === undefined ? null : JSON.parse(json);
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: [
      'html-validate:recommended',
      'html-validate:standard',
      'html-validate:document',
      'html-validate:browser',
      'html-validate:a11y',
    ],
  }),
);

/** What is wrong with a page as a document of HTML, a line each: every preset's rules, with nothing switched off. */
export async function faultsOf(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  const lines = page.split('\n');
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message}: ${lines[line - 1]}`),
  );
}
