import { describe, expect, test } from 'vitest';
import { withDirections } from '../../../src/writers/html/directions.ts';
import { elementOf, pageOf } from './html-pages.ts';

const long = 'A sentence that takes up some room on the line that it stands on. '.repeat(4);

describe('where things stand', () => {
  const page = pageOf(
    '---\nfilm: Heat\npros: [a]\nscores: {story: 4/5}\ntags: [x]\nruntime: 90 min\n---\nBegins.\n\n## One\n\nx\n',
  );

  test('the text begins before scores and points; tags and facts are the last', () => {
    const order = ['<header class="card">', '<p>Begins.</p>', 'class="glance"', '<h2>One</h2>'];
    const places = [...order, '<footer class="foot">'].map((part) => page.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(elementOf(page, '<footer class="foot">')).toMatch(/p-category[\s\S]*90 min/);
  });

  test.each([
    [long, true],
    ['Short.', false],
    [`${long.slice(0, 90)}\n\n${long}`, false],
    ['映画の冒頭は静かで、'.repeat(14), true],
  ])('%.20s … begins with a large letter: %s', (text, expected) => {
    expect(pageOf(text).includes('class="intro drop"')).toBe(expected);
  });
});

describe('the content that programs take', () => {
  test('is all of the text where nothing is hidden', () => {
    expect(pageOf('a\n\n## B\n\nc')).toContain('<div class="text e-content" id="text">');
  });

  test('is without what is hidden', () => {
    const page = pageOf(
      '---\nfilm: A\nsummary: x ||SECRET||\npros: [y ||SECRET||]\n---\na\n\n## B\n\n||SECRET||\n\n## C\n\nd\n',
    );
    const contents = page.split('<div class="e-content">').slice(1);
    expect(contents).toHaveLength(2);
    expect(elementOf(page, '<div class="e-content">')).toContain('<p>a</p>');
    for (const content of contents)
      expect(
        elementOf(`<div class="e-content">${content}`, '<div class="e-content">'),
      ).not.toContain('SECRET');
    expect(page).not.toMatch(/class="[^"]*p-summary/);
    expect(page).toContain('SECRET');
  });
});

describe('blocks of another direction', () => {
  test.each([
    ['<p>abc</p>', '<p>abc</p>'],
    ['<p>שלום abc</p>\n<p>abc</p>', '<p dir="auto">שלום abc</p>\n<p>abc</p>'],
    ['<h2>مرحبا</h2>', '<h2 dir="auto">مرحبا</h2>'],
    [
      '<ul>\n<li>שלום</li>\n<li>abc</li>\n</ul>',
      '<ul dir="auto">\n<li dir="auto">שלום</li>\n<li>abc</li>\n</ul>',
    ],
    [
      '<ul>\n<li>abc</li>\n<li>שלום</li>\n</ul>',
      '<ul>\n<li>abc</li>\n<li dir="auto">שלום</li>\n</ul>',
    ],
    ['<blockquote>\n<p>שלום</p>', '<blockquote dir="auto">\n<p dir="auto">שלום</p>'],
    ['<pre><code>שלום</code></pre>', '<pre><code>שלום</code></pre>'],
    ['<p class="x">שלום</p>', '<p dir="auto" class="x">שלום</p>'],
  ])('%s', (html, expected) => {
    expect(withDirections(html)).toBe(expected);
  });

  test('on a page, whose language is said only when it is known', () => {
    const page = pageOf('---\nfilm: שלום\n---\nאני\n\n- ب\n');
    expect(page).toContain('<h1 dir="auto" class="p-name">שלום</h1>');
    expect(page).toContain('<p dir="auto">אני</p>');
    expect(page).toContain('<article class="h-review h-entry" lang="">');
    expect(pageOf('---\nlang: he\n---\nאני')).toContain('<article class="h-review h-entry">');
  });
});

test('on paper an address is spelled out once', () => {
  const page = pageOf(
    '<https://x.example/a> [x.example/a](https://x.example/a/) [b](https://x.example/a)',
  );
  expect(page.match(/<a class="bare"/g)).toHaveLength(2);
  expect(page).toContain('section a[href^="http"]:not(.bare)');
});
