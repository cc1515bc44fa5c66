import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyReview } from '../../../src/model/review.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { reviewOf } from '../pages.ts';
import { dataOf, elementOf, faultsOf, pageOf } from './html-pages.ts';

const source =
  '---\nfilm: Heat\ntitle: Two "men"\nposter: img/heat.jpg\nurl: https://ann.example/heat?a&b\ndate: 2025-06-09\nupdated: 2025-06-10\nsummary: A ||secret|| b\ntags: [crime]\nauthor: Ann\n---\n\n[a](b.html) ![c](d/e.png) [f](#a) [g](https://h.example/) [i](mailto:j@k.example) [l](?m=1&n)\n\n## A\n\n```js\nlet a\n```\n';

/** The lines of the head that tell others what the page is. */
function aboutOf(page: string): string[] {
  return page.match(/<(?:meta (?:name|property)|link) ?.*>/g)?.slice(1) ?? [];
}

describe('the head', () => {
  test('says what the review says, for search engines and other sites', () => {
    expect(aboutOf(pageOf(source))).toEqual([
      '<meta name="description" content="A b">',
      '<meta name="author" content="Ann">',
      '<link rel="canonical" href="https://ann.example/heat?a&amp;b">',
      '<meta property="og:type" content="article">',
      '<meta property="og:title" content="Two &quot;men&quot;">',
      '<meta property="og:description" content="A b">',
      '<meta property="og:url" content="https://ann.example/heat?a&amp;b">',
      '<meta property="article:published_time" content="2025-06-09">',
      '<meta property="article:modified_time" content="2025-06-10">',
      '<meta property="article:tag" content="crime">',
      '<meta name="twitter:card" content="summary">',
    ]);
  });

  test('of a review that says nothing invents nothing', () => {
    expect(aboutOf(writeHtml(emptyReview))).toEqual([
      '<meta property="og:type" content="article">',
      '<meta property="og:title" content="Untitled review">',
      '<meta name="twitter:card" content="summary">',
    ]);
    expect(
      aboutOf(pageOf('---\nurl: "javascript:alert(1)"\nposter: "data:,"\n---\n')),
    ).toHaveLength(3);
  });

  test('has the picture when its whole address is known', () => {
    const picture = [
      '<meta property="og:image" content="https://x.example/r/img/heat.jpg">',
      '<meta property="og:image:alt" content="Heat">',
      '<meta name="twitter:card" content="summary_large_image">',
    ];
    expect(aboutOf(pageOf(source, { baseUrl: 'https://x.example/r/' }))).toEqual(
      expect.arrayContaining(picture),
    );
    expect(aboutOf(pageOf(source, { address: 'https://x.example/r/heat.html' }))).toEqual(
      expect.arrayContaining(picture),
    );
  });

  test('names the address it was given when the review names none, and its site', () => {
    const page = pageOf('Text.', {
      address: 'https://x.example/a.html',
      site: {
        home: 'index.html',
        title: 'All',
        feeds: [],
        kind: null,
        tag: () => '',
        previous: null,
        next: null,
      },
    });
    expect(aboutOf(page)).toEqual(
      expect.arrayContaining([
        '<link rel="canonical" href="https://x.example/a.html">',
        '<meta property="og:site_name" content="All">',
      ]),
    );
  });

  test('of a part of a review says only its title', () => {
    const review = reviewOf(source);
    const page = writeHtml(review, { sections: review.sections, title: 'Mine' });
    expect(aboutOf(page)).toEqual([]);
    expect(page).toContain('<title>Mine</title>');
  });

  test('is valid with every option', async () => {
    const options = { baseUrl: 'https://x.example/', title: 'T', css: 'p{color:red}' };
    expect(await faultsOf(pageOf(source, options))).toEqual([]);
    expect(await faultsOf(pageOf(source, { ownCss: false }))).toEqual([]);
  });
});

describe('style sheets', () => {
  test('one is added after the page’s own, or stands alone, or there is none', () => {
    const css = 'p{color:red}';
    expect(pageOf(source, { css }).match(/<style>/g)).toHaveLength(2);
    expect(pageOf(source, { css })).toContain('<style>\np{color:red}\n</style>\n</head>');
    expect(pageOf(source, { css, ownCss: false }).match(/<style>/g)).toHaveLength(1);
    expect(pageOf(source, { ownCss: false })).not.toContain('<style>');
  });

  test('one that tries to end its element stays in it', () => {
    const page = pageOf(source, { css: 'a::after{content:"</style><script>alert(1)</script>"}' });
    expect(page.match(/<\/style>/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).toContain('content:"<\\/style><script>');
  });
});

describe('a fragment', () => {
  const fragment = pageOf(`${source}\nNote[^1]\n\n[^1]: n\n`, { fragment: true });

  test('is the article and nothing else', () => {
    expect(fragment.startsWith('<article class="h-review h-entry">\n')).toBe(true);
    expect(fragment.endsWith('</article>\n')).toBe(true);
    expect(fragment).not.toMatch(/<(?:html|head|style|script|main|meta|link)\b/);
  });

  test('has only classes of its own, of microformats and of languages', () => {
    const names = Array.from(fragment.matchAll(/ class="([^"]*)"/g), ([, list = '']) =>
      list.split(' '),
    ).flat();
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !/^(?:review-|h-|p-|u-|dt-|e-|language-)/.test(name))).toEqual(
      [],
    );
    expect(names).toEqual(
      expect.arrayContaining(['review-card', 'review-hl-keyword', 'e-content']),
    );
  });

  test('says its language when the review does', () => {
    expect(pageOf('---\nlang: ar\n---\nx', { fragment: true })).toContain(
      '<article class="h-review h-entry" lang="ar" dir="rtl">',
    );
  });

  test('changes no text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const review = {
          ...emptyReview,
          title: `${text} class="a b" href="c" src=d`,
          tags: [text],
        };
        const [whole, part] = [{}, { fragment: true, baseUrl: 'https://x.example/' }].map(
          (options) => writeHtml(review, options).replace(/<[^>]*>/g, ''),
        );
        expect(whole).toContain(part?.trim().split('\n')[0]);
      }),
    );
  });
});

describe('a base URL', () => {
  const page = pageOf(source, { baseUrl: 'https://x.example/r/' });

  test('makes relative addresses absolute, and those alone', () => {
    const article = elementOf(page, '<article');
    expect(
      Array.from(article.matchAll(/ (?:href|src)="([^"]*)"/g), ([, address]) => address),
    ).toEqual([
      'https://x.example/r/img/heat.jpg',
      'https://x.example/r/b.html',
      'https://x.example/r/d/e.png',
      '#a',
      'https://h.example/',
      'mailto:j@k.example',
      'https://x.example/r/?m=1&amp;n',
      'https://ann.example/heat?a&amp;b',
    ]);
    expect(dataOf(page)).toMatchObject({
      itemReviewed: { image: 'https://x.example/r/img/heat.jpg' },
    });
  });

  test('reaches the links and pictures of raw HTML', () => {
    const raw = pageOf('See <a href="b.html">this</a> <img src="c.png" alt="C">.\n', {
      baseUrl: 'https://x.example/r/',
    });
    expect(raw).toContain('href="https://x.example/r/b.html"');
    expect(raw).toContain('src="https://x.example/r/c.png"');
  });

  test('that is none changes nothing', () => {
    expect(elementOf(pageOf(source, { baseUrl: 'nowhere' }), '<article')).toBe(
      elementOf(pageOf(source), '<article'),
    );
  });
});
