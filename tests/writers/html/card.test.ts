import { describe, expect, test } from 'vitest';
import { emptyReview, type Rating, type Review } from '../../../src/model/review.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { reviewOf } from '../pages.ts';
import { cardOf, pageOf } from './html-pages.ts';

/** A field of the front matter, and what stands in the card because of it. */
const cards: Readonly<Record<string, readonly [fields: string, html: string]>> = {
  'a title': ['title: A & B', '<h1 class="p-name">A &amp; B</h1>'],
  'an item under its own title': [
    'film: Heat\ntitle: Two men',
    '<p class="item p-item h-item"><cite class="p-name">Heat</cite> <span class="dot">·</span> <span class="kind">Film</span></p>',
  ],
  'an item that is the title': [
    'film: Heat\nyear: 1995\ndirector: [A, B]\nauthor: C',
    '<p class="item p-item h-item"><data class="p-name" value="Heat"></data><span class="kind">Film</span> <span class="dot">·</span> 1995 <span class="dot">·</span> directed by <span class="maker">A, B</span></p>',
  ],
  'a board game': ['kind: boardgame', '<span class="kind">Board game</span>'],
  'a critic with a page': [
    'title: T\nkind: film\nauthor: {name: Ann, url: "https://ann.example/?a&b"}',
    '<p class="byline">by <a class="p-author h-card" href="https://ann.example/?a&amp;b">Ann</a></p>',
  ],
  'a critic whose page is none': [
    'kind: film\nauthor: {name: Ann, url: "javascript:alert(1)"}',
    '<p class="byline">by <span class="p-author h-card">Ann</span></p>',
  ],
  'a picture': [
    'film: Heat\nposter: https://x.example/a.jpg',
    '<img class="poster u-photo" src="https://x.example/a.jpg" alt="Heat">',
  ],
  'a picture that cannot be shown': [
    'film: Heat\nposter: "javascript:alert(1)"',
    '<div><dt>Image</dt><dd>javascript:alert(1)</dd></div>',
  ],
  dates: [
    'date: 2025-06-09\nupdated: 2025-07-01',
    '<p class="byline"><time class="dt-published" datetime="2025-06-09">9 June 2025</time> <span class="dot">·</span> updated <time class="dt-updated" datetime="2025-07-01">1 July 2025</time></p>',
  ],
  'a date in a page that is not English': [
    'lang: fr\ndate: 2025-06-09',
    '<time class="dt-published" datetime="2025-06-09">9 juin 2025</time>',
  ],
  'a summary': ['summary: A <T>', '<div class="summary p-summary">A &lt;T&gt;</div>'],
  'a warning': ['spoilers: true', '<p class="warning">This review gives the plot away.</p>'],
  'pros without cons': [
    'pros: [A]',
    '<div class="points">\n<div class="pros">\n<h2>Pros</h2>\n<ul>\n<li>A</li>\n</ul>\n</div>\n</div>',
  ],
  tags: [
    'tags: [a b, "<c>"]',
    '<p class="unseen">Tags</p>\n<ul class="tags">\n<li class="p-category">a b</li>\n<li class="p-category">&lt;c&gt;</li>\n</ul>',
  ],
  'makers that the title does not name': [
    'film: Heat\ncast: [A, B]\ncomposer: C',
    '<div><dt>Cast</dt><dd>A, B</dd></div>\n<div><dt>Composer</dt><dd>C</dd></div>',
  ],
  'a release': [
    'film: Heat\nrelease_date: 1995-12-15',
    '<div><dt>Released</dt><dd><time datetime="1995-12-15">15 December 1995</time></dd></div>',
  ],
  ids: [
    'film: Heat\nimdb: tt1\nletterboxd_url: https://l.example/',
    '<div><dt>IMDB</dt><dd>tt1</dd></div>\n<div><dt>Letterboxd</dt><dd><a href="https://l.example/">https://l.example/</a></dd></div>',
  ],
  visits: [
    'film: Heat\nwatchedDate: 2025-06-06\nvenue: Odeon\nwith: [Ann, Ben]\nrewatch: true',
    '<div><dt>Watched</dt><dd><time datetime="2025-06-06">6 June 2025</time>, Odeon, with Ann, Ben, not for the first time</dd></div>',
  ],
  'a first visit': [
    'film: Heat\nwatchedDate: 2025-06-06\nrewatch: false',
    'for the first time</dd></div>',
  ],
  'what the review is and is not': [
    'film: Heat\ndraft: true\nspoilers: false\nlang: en\nurl: https://x.example/',
    '<dl class="facts">\n<div><dt>Link</dt><dd><a class="u-url" href="https://x.example/">https://x.example/</a></dd></div>\n<div><dt>Language</dt><dd>en</dd></div>\n<div><dt>Draft</dt><dd>yes</dd></div>\n<div><dt>Spoilers</dt><dd>no</dd></div>\n</dl>',
  ],
  'keys that nobody knows': [
    'foo: {a: [1, null, "x"], b: {c: true}}\nbar: https://x.example/\nbaz: [{q: 1}]\nquux: false',
    '<div><dt>foo.a</dt><dd>1, x</dd></div>\n<div><dt>foo.b.c</dt><dd>yes</dd></div>\n<div><dt>bar</dt><dd><a href="https://x.example/">https://x.example/</a></dd></div>\n<div><dt>baz</dt><dd>q: 1</dd></div>\n<div><dt>quux</dt><dd>no</dd></div>',
  ],
};

/** A rating as written, and its line in the card. */
const ratings: Readonly<Record<string, string>> = {
  '4/5':
    '<span class="stars" role="img" aria-label="4 out of 5">★★★★<span class="rest">☆</span></span> <data class="figure p-rating" value="4">4/5</data><data class="p-best" value="5"></data>',
  '★★★½':
    '<span class="stars" role="img" aria-label="3.5 out of 5">★★★<span class="half">½</span><span class="rest">☆</span></span> <data class="figure p-rating" value="3.5">3.5/5</data><data class="p-best" value="5"></data>',
  '8.6/10':
    '<span class="stars" role="img" aria-label="8.6 out of 10">★★★★<span class="half">½</span></span> <data class="figure p-rating" value="8.6">8.6/10</data><data class="p-best" value="10"></data>',
  '85%':
    '<span class="stars" role="img" aria-label="85 out of 100">★★★★<span class="half">½</span></span> <data class="figure p-rating" value="85">85%</data><data class="p-best" value="100"></data>',
  '{value: 3, best: 6, worst: 1}':
    '<span class="stars" role="img" aria-label="3 out of 6">★★<span class="half">½</span><span class="rest">☆☆</span></span> <data class="figure p-rating" value="3">3/6</data><data class="p-best" value="6"></data><data class="p-worst" value="1"></data>',
};

const plain: Rating = { value: 4, best: 5, worst: 0, normalized: 0.8, source: '4/5' };

describe('the card', () => {
  test.each(Object.entries(cards))('%s', (_, [fields, html]) => {
    expect(cardOf(reviewOf(`---\n${fields}\n---\n`))).toContain(html);
  });

  test.each(Object.entries(ratings))('the rating %s', (source, html) => {
    const card = cardOf(reviewOf(`---\nfilm: Heat\nrating: ${source}\n---\n`));
    expect(card).toContain(`<p class="rating">${html}</p>`);
  });

  test.each([
    ['none', { normalized: Number.NaN }, '☆☆☆☆☆'],
    ['below', { normalized: -1 }, '☆☆☆☆☆'],
    ['beyond', { normalized: 3, value: 15 }, '★★★★★'],
  ])('stars of a share that is %s the scale', (_, rating, stars) => {
    const card = cardOf({ ...emptyReview, rating: { ...plain, ...rating } });
    expect(card.replace(/<[^>]*>/g, '')).toContain(stars);
  });

  test.each([
    ['B+', 'B+'],
    ['****', '4/5'],
    ['four <b>', 'four &lt;b&gt;'],
    ['4 of 5 <b>', '4 of 5 &lt;b&gt;'],
  ])('a rating written as %s says %s', (source, figure) => {
    const card = cardOf({ ...emptyReview, rating: { ...plain, source } });
    expect(card).toContain(`<data class="figure p-rating" value="4">${figure}</data>`);
  });

  test.each([
    [true, '<span class="recommended">Recommended</span>'],
    [false, '<span class="recommended not">Not recommended</span>'],
  ])('recommended: %s', (recommended, html) => {
    expect(cardOf({ ...emptyReview, recommended })).toContain(`<p class="rating">${html}</p>`);
  });

  test('scores are gauges with their figures', () => {
    const card = cardOf(reviewOf('---\nscores: {"A <b>": 3/5, B: ★★★★}\n---\n'));
    expect(card).toContain(
      '<li><span class="aspect">A &lt;b&gt;</span> <meter min="0" max="5" value="3" aria-label="A &lt;b&gt;: 3 out of 5">3/5</meter> <span class="figure">3/5</span></li>',
    );
    expect(card).toContain('<span class="figure">4/5</span>');
  });

  test('an unknown role, an empty name and a picture of nothing', () => {
    const item = {
      ...emptyReview.item,
      creators: [{ role: 'toString', name: 'X' }],
      image: ' ',
    };
    const review: Review = {
      ...emptyReview,
      title: ' ',
      item,
      author: [{ name: '', url: 'https://ann.example' }],
      experienced: [{}, { venue: 'V', with: [] }],
      published: 'once',
      url: 'ftp://x',
    };
    const card = cardOf(review);
    expect(card).toContain('<h1 class="p-name">Untitled review</h1>');
    expect(card).toContain('<div><dt>To string</dt><dd>X</dd></div>');
    expect(card).toContain(
      '<a class="p-author h-card" href="https://ann.example">https://ann.example</a>',
    );
    expect(card).toContain('<div><dt>Experienced</dt><dd>V</dd></div>');
    expect(card).toContain('<p class="byline">by ');
    expect(card).toContain('once</p>');
    expect(card).toContain('<div><dt>Link</dt><dd>ftp://x</dd></div>');
    expect(card).not.toContain('<img');
  });

  test('of a review that says nothing is a title', () => {
    expect(cardOf(emptyReview)).toBe(
      '<div class="words">\n<h1 class="p-name">Untitled review</h1>\n</div>',
    );
  });
});

describe('the page', () => {
  test.each([
    ['en-GB', '<html lang="en-GB">'],
    ['ar', '<html lang="ar" dir="rtl">'],
    ['he-IL', '<html lang="he-IL" dir="rtl">'],
    ['"no language"', '<html lang="en">'],
  ])('in the language %s', (lang, html) => {
    expect(pageOf(`---\nlang: ${lang}\n---\nx`)).toContain(html);
  });

  test('says who wrote it and what of, when the review does', () => {
    const page = pageOf('---\nfilm: Heat\nauthor: [A, "B <c>"]\nsummary: D\n---\n');
    expect(page).toContain('<title>Heat</title>');
    expect(page).toContain('<meta name="author" content="A, B &lt;c&gt;">');
    expect(page).toContain('<meta name="description" content="D">');
    // Without a summary, how the text begins.
    expect(pageOf('x')).toContain('<meta name="description" content="x">');
    expect(pageOf('---\nspoilers: true\n---\nx')).not.toMatch(/name="(?:author|description)"/);
  });

  test('asks browsers to run and fetch nothing', () => {
    expect(pageOf('x')).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'">`,
    );
    const elements = pageOf('[a](b) ![c](d)', { spoilers: true }).match(/<\w+/g);
    expect(elements?.filter((name) => name === '<script')).toHaveLength(1);
  });

  test('gives each section that was changed by hand an id that HTML allows', () => {
    const review = reviewOf('## A\n\nx\n\n## B\n\ny\n');
    const sections = review.sections.map((section) => ({ ...section, id: 'a b' }));
    const page = writeHtml({ ...review, sections });
    expect(page).toContain('<section id="a-b">');
    expect(page).toContain('<section id="a-b-2">');
    const nameless = review.sections.map((section) => ({ ...section, id: '' }));
    expect(writeHtml({ ...review, sections: nameless })).toContain('<section id="section">');
  });
});
