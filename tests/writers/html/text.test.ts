import { describe, expect, test } from 'vitest';
import { writeHtml } from '../../../src/writers/html/html.ts';
import { reviewOf } from '../pages.ts';
import { dataOf, elementOf, pageOf, textOf } from './html-pages.ts';

/** A text, and all that stands in its section. */
type Cases = Readonly<Record<string, readonly [markdown: string, html: string]>>;

const raw: Cases = {
  'harmless tags stay': [
    'a <kbd>K</kbd> <sub>b</sub> <sup>c</sup> <mark>d</mark> <abbr>e</abbr><br>f<br/>g',
    '<p>a <kbd>K</kbd> <sub>b</sub> <sup>c</sup> <mark>d</mark> <abbr>e</abbr><br>f<br>g</p>',
  ],
  'in any case': ['<KBD>K</KBD>', '<p><kbd>K</kbd></p>'],
  'without their attributes': ['a <kbd onclick="x()">K</kbd>', '<p>a <kbd>K</kbd></p>'],
  'mean what they mean': [
    '<b>a</b> <i>b</i> <em>c</em> <strong>d</strong> <u>e</u> <s>f</s> <del>g</del> <ins>h</ins> <q>i</q> <cite>j</cite> <code>k</code>',
    '<p><b>a</b> <i>b</i> <em>c</em> <strong>d</strong> <u>e</u> <s>f</s> <del>g</del> <ins>h</ins> <q>i</q> <cite>j</cite> <code>k</code></p>',
  ],
  'a link and a picture, by the checks of any other': [
    '<a href="https://x.example/?a&amp;b" onclick="y()" target=_blank>a</a> <a href="javascript:x()">b</a> <a>c</a> <img src=d.png alt="D" onerror="z()"> <img src="javascript:e" alt="E">',
    '<p><a href="https://x.example/?a&amp;b">a</a> b c <img src="d.png" alt="D" loading="lazy"> E</p>',
  ],
  'a link in a link is words': ['[a <a href="b">c</a>](d)', '<p><a href="d">a c</a></p>'],
  'without an end they are gone': ['a <mark>b', '<p>a b</p>'],
  'without a start too': ['a </mark> b </br>', '<p>a  b <br></p>'],
  'crossed ones are gone': ['a <mark>b <sub>c</mark> d</sub>', '<p>a <mark>b c</mark> d</p>'],
  'beyond twenty deep': [
    `x${'<sub>'.repeat(22)}a${'</sub>'.repeat(22)}`,
    `<p>x${'<sub>'.repeat(20)}a${'</sub>'.repeat(20)}</p>`,
  ],
  'all others are gone, and their words stay': [
    'a <span class="x">b</span> <font color=red>c</font><wbr>d',
    '<p>a b cd</p>',
  ],
  'blocks and cells keep words apart': [
    '<p>a</p><p>b<span>c</span></p>\n<ul><li>d</li><li>e</li></ul>\n<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>',
    '<p>a<br>\nbc<br>\nd<br>\ne<br>\n1  2 <br>\n3</p>',
  ],
  'tags without words are no paragraph': [
    'a\n\n<video src="x"></video>\n\nb',
    '<p>a</p>\n<p>b</p>',
  ],
  'what no browser knows is text': [
    'a `x` <T> Vec<V>',
    '<p>a <code>x</code> &lt;T&gt; Vec&lt;V&gt;</p>',
  ],
  'the inside of a script is no text': [
    'a <script>alert(1)</script><style>p{}</style> <b>b</b>',
    '<p>a  <b>b</b></p>',
  ],
  'a block too': ['<div class="a">\n<kbd>x</kbd>\n</div>', '<p><kbd>x</kbd></p>'],
  'a block of lines': [
    '<p align="center">a &amp; b<br>\nc</p>\n<p>d</p>',
    '<p>a &amp; b<br>\nc<br>\nd</p>',
  ],
  'a block without words': ['<div>\n</div>\n\na', '<p>a</p>'],
  'comments are nothing': ['a <!-- b --> c\n\n<!-- d -->\n\ne', '<p>a  c</p>\n<p>e</p>'],
  'a summary by itself is words': ['a <summary>b</summary>', '<p>a b</p>'],
  'details in a line are a spoiler with its title': [
    'a <details><summary>Why *it* ends</summary>He dies</details> b',
    '<div class="p">a <details class="spoiler inline"><summary>Why it ends</summary> <span>He dies</span></details> b</div>',
  ],
  'details without a title': [
    'a <details>He dies</details>',
    '<div class="p">a <details class="spoiler inline"><summary>Spoiler</summary> <span>He dies</span></details></div>',
  ],
};

const addresses: Cases = {
  'a link': [
    '[a](http://x.example/?a=1&b=2 "T &amp; \'U\'")',
    '<p><a href="http://x.example/?a=1&amp;b=2" title="T &amp; &#39;U&#39;">a</a></p>',
  ],
  mail: ['<mailto:a@x.example>', '<p><a href="mailto:a@x.example">mailto:a@x.example</a></p>'],
  relative: ['[a](b/c.html#d)', '<p><a href="b/c.html#d">a</a></p>'],
  'with other letters': [
    '[a](http://x.example/ü{}|)',
    '<p><a href="http://x.example/%C3%BC%7B%7D%7C">a</a></p>',
  ],
  'with an apostrophe': [
    "[a](http://x.example/it's)",
    '<p><a href="http://x.example/it%27s">a</a></p>',
  ],
  javascript: ['[a](javascript:alert(1))', '<p>a</p>'],
  'javascript in capitals': ['[a](JaVaScRiPt:alert(1))', '<p>a</p>'],
  'with a named reference': ['[a](javascript&colon;alert(1))', '<p>a</p>'],
  'with a number': ['[a](&#106;avascript:alert(1))', '<p>a</p>'],
  'with two layers of references': ['[a](&amp;#106;avascript:alert(1))', '<p>a</p>'],
  'with a tab in it': ['[a](java&#9;script:alert(1))', '<p>a</p>'],
  'with a control character before it': ['[a](&#1;javascript:alert(1))', '<p>a</p>'],
  'http behind a control character': ['[a](&#1;http://x.example)', '<p>a</p>'],
  data: ['[a](data:text/html,x)', '<p>a</p>'],
  vbscript: ['[a](vbscript:x)', '<p>a</p>'],
  'another site without a scheme': ['[a](//x.example)', '<p>a</p>'],
  'the same in backslashes': ['[a](\\\\\\\\x.example)', '<p>a</p>'],
  'http without a host': ['[a](http:x.example) [b](http:/x) [c](https://)', '<p>a b c</p>'],
  'http in backslashes': ['[a](http:\\\\\\\\x.example) [b](http:\\\\x)', '<p>a b</p>'],
  'http to what is no host': ['[a](http://[x/) [b](<http://a b/>)', '<p>a b</p>'],
  'a picture without a host': ['![A](http:\\\\\\\\evil)', '<p>A</p>'],
  'what may be a scheme': ['[a](a:b)', '<p>a</p>'],
  'a link without a text': [
    '[](http://x.example)',
    '<p><a href="http://x.example">http://x.example</a></p>',
  ],
  'to nothing': ['[]()', '<p><a href="">#</a></p>'],
  'a picture': ['![A *b* c](a.png)', '<p><img src="a.png" alt="A b c" loading="lazy"></p>'],
  'a picture with a title stands in a figure': [
    '![A](a.png "The *title*")',
    '<figure>\n<img src="a.png" alt="A" loading="lazy">\n<figcaption>The *title*</figcaption>\n</figure>',
  ],
  'its title in a line': [
    'a ![b](a.png "T") ![T](b.png "T")',
    '<p>a <img src="a.png" alt="b" title="T" loading="lazy"> <img src="b.png" alt="T" loading="lazy"></p>',
  ],
  'a picture of data is its text': ['![A](data:image/svg+xml;base64,AA)', '<p>A</p>'],
  'a picture without an address': ['![A]()', '<p>A</p>'],
  'a picture as a link': [
    '[![](a.png)](http://x.example)',
    '<p><a href="http://x.example"><img src="a.png" alt="http://x.example" loading="lazy"></a></p>',
  ],
  'a link within a link': [
    '[a <http://x.example> b](c)',
    '<p><a href="c">a http://x.example b</a></p>',
  ],
};

const hidden: Cases = {
  'in a line': [
    'a ||b *c*|| d',
    '<div class="p">a <details class="spoiler inline"><summary>Spoiler</summary> <span>b <em>c</em></span></details> d</div>',
  ],
  'within emphasis': [
    '**a ||b|| c**',
    '<div class="p"><strong>a </strong><details class="spoiler inline"><summary>Spoiler</summary> <span><strong>b</strong></span></details><strong> c</strong></div>',
  ],
  'one in another': [
    '||a >!b!< c||',
    '<div class="p"><details class="spoiler inline"><summary>Spoiler</summary> <span>a <span class="spoiler">b</span> c</span></details></div>',
  ],
  'a block': [
    ':::spoiler The *end*\nHe dies.\n:::',
    '<details class="spoiler">\n<summary>The end</summary>\n<p>He dies.</p>\n</details>',
  ],
  'a block without a title': [
    ':::spoiler\nHe dies.\n:::',
    '<details class="spoiler">\n<summary>Spoiler</summary>\n<p>He dies.</p>\n</details>',
  ],
  'a heading within a quote': [
    '> ## a ||b|| c\n> d',
    '<blockquote>\n<h2>a <span class="hidden">[spoiler]</span> c</h2>\n<details class="spoiler">\n<summary>Spoiler in the heading</summary>\n<p>b</p>\n</details>\n<p>d</p>\n</blockquote>',
  ],
  'a task': [
    '- [x] a ||b||',
    '<ul class="tasks">\n<li><input type="checkbox" disabled checked aria-label="Done"> a <details class="spoiler inline"><summary>Spoiler</summary> <span>b</span></details></li>\n</ul>',
  ],
};

const blocks: Cases = {
  'headings nest without a gap': [
    '> #### a\n> # b\n> ### c\n> d',
    '<blockquote>\n<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<p>d</p>\n</blockquote>',
  ],
  code: [
    '```js {1}\nconst a = "<b>"; // c\n```',
    '<pre tabindex="0"><code class="language-js"><span class="hl-keyword">const</span> a = <span class="hl-string">&quot;&lt;b&gt;&quot;</span>; <span class="hl-comment">// c</span>\n</code></pre>',
  ],
  'code in a language that nobody knows': [
    '```klingon\na < b\n```',
    '<pre tabindex="0"><code class="language-klingon">a &lt; b\n</code></pre>',
  ],
  'code with what a person cannot see': [
    '```js\nlet a = "\u202E\u001B[31m"\n```',
    '<pre tabindex="0"><code class="language-js"><span class="hl-keyword">let</span> a = <span class="hl-string">&quot;&lt;U+202E&gt;␛[31m&quot;</span>\n</code></pre>',
  ],
  'code without a language': ['    a\n    b', '<pre tabindex="0"><code>a\nb\n</code></pre>'],
  'code in a language that is no name': [
    '```"><script>\na\n```',
    '<pre tabindex="0"><code>a\n</code></pre>',
  ],
  tasks: [
    '- [ ] a\n- [x] b\n- c',
    '<ul class="tasks">\n<li><label><input type="checkbox" disabled> a</label></li>\n<li><label><input type="checkbox" disabled checked> b</label></li>\n<li>c</li>\n</ul>',
  ],
  'loose tasks': [
    '- [ ] a\n\n- [x] b',
    '<ul class="tasks">\n<li><p><label><input type="checkbox" disabled> a</label></p></li>\n<li><p><label><input type="checkbox" disabled checked> b</label></p></li>\n</ul>',
  ],
  'a task without a text': [
    '- [x] <!-- a -->',
    '<ul class="tasks">\n<li><input type="checkbox" disabled checked aria-label="Done"> </li>\n</ul>',
  ],
  'a task that is a quote': [
    '- [ ] > a',
    '<ul class="tasks">\n<li><label><input type="checkbox" disabled> &gt; a</label></li>\n</ul>',
  ],
  'a list from seven': ['7. a\n8. b', '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>'],
  'an alert': [
    '> [!WARNING]\n> a',
    '<div class="alert alert-warning" role="note">\n<p class="alert-label">Warning</p>\n<p>a</p>\n</div>',
  ],
  'a table': [
    '| a | b |\n|--:|---|\n| c | >!d!< |',
    '<section class="table" tabindex="0" aria-label="Table 1: a, b">\n<table>\n<thead>\n<tr><th scope="col" class="right">a</th><th scope="col">b</th></tr>\n</thead>\n<tbody>\n<tr><td class="right">c</td><td><details class="spoiler inline"><summary>Spoiler</summary> <span>d</span></details></td></tr>\n</tbody>\n</table>\n</section>',
  ],
  'a table of a heading alone': [
    '| | |\n|-|-|',
    '<section class="table" tabindex="0" aria-label="Table 1">\n<table>\n<thead>\n<tr><th scope="col"></th><th scope="col"></th></tr>\n</thead>\n</table>\n</section>',
  ],
  'a line between': ['a\n\n---\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
  'what is too much to be read as Markdown': [
    `${'> '.repeat(300)}a\nb\n\n<c>`,
    `<p>${'&gt; '.repeat(300)}a<br>\nb</p>\n<p>&lt;c&gt;</p>`,
  ],
  'what a person cannot see': ['a\u202Eb\u0007', '<p>a&lt;U+202E&gt;b␇</p>'],
};

const notes: Cases = {
  'a note': [
    'a[^n]\n\n[^n]: b',
    '<p>a<sup class="note-ref"><a id="fnref-1" href="#fn-1" aria-label="Note 1">1</a></sup></p>\n<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol>\n<li id="fn-1"><p>b <a class="back" href="#fnref-1" aria-label="Back to the text of note 1">↩</a></p></li>\n</ol>\n</section>',
  ],
  'without a definition': ['a[^n]', '<p>a[^n]</p>'],
  'within a link': [
    '[a[^n]](http://x.example)\n\n[^n]: b',
    '<p><a href="http://x.example">a<sup id="fnref-1">1</sup></a></p>\n<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol>\n<li id="fn-1"><p>b <a class="back" href="#fnref-1" aria-label="Back to the text of note 1">↩</a></p></li>\n</ol>\n</section>',
  ],
  'that nothing refers to': [
    'a\n\n[^n]: b',
    '<p>a</p>\n<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol>\n<li id="fn-1"><p>b</p></li>\n</ol>\n</section>',
  ],
};

describe.each([
  ['raw HTML', raw],
  ['addresses', addresses],
  ['spoilers', hidden],
  ['blocks', blocks],
  ['footnotes', notes],
])('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_name, [markdown, html]) => {
    expect(textOf(markdown)).toBe(html);
  });
});

describe('footnotes', () => {
  const page = pageOf(
    '## A\n\na[^x] b[^y] c[^x]\n\n## fn-1\n\nd\n\n[^x]: one[^z]\n\n[^y]: two\n\n    - list\n\n[^z]: three\n',
  );

  test('are numbered as they are referred to, and each reference has its way back', () => {
    const text = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('a 1 b 2 c 1');
    expect(text).toContain('one 3 ↩ 1 ↩ 2');
    expect(text).toContain('two list ↩ three ↩');
  });

  test('every link in the page has its target, once', () => {
    const targets = Array.from(page.matchAll(/ href="#([^"]*)"/g), ([, id]) => id);
    expect(targets.length).toBeGreaterThan(7);
    for (const id of targets) expect(page.split(` id="${id}"`)).toHaveLength(2);
  });

  test('a way back says which place it leads to', () => {
    expect(page).toContain('aria-label="Back to the text of note 1, place 2">↩<sup>2</sup></a>');
  });
});

describe('what is hidden', () => {
  const source =
    '---\nfilm: Heat\nsummary: A ||secret1|| b\npros: ["x >!secret2!<"]\n---\n\nText ||secret3|| on.\n\n:::spoiler\nsecret4\n:::\n\n## Spoilers\n\nsecret5\n\n### Deep secret6\n\nsecret7\n\n## End ||secret8||\n\nfin <details>secret9</details>\n\n> [!spoiler]\n> secret10\n';

  test('is in no data, no head and no contents', () => {
    const page = pageOf(source);
    expect(JSON.stringify(dataOf(page))).not.toContain('secret');
    expect(page.slice(0, page.indexOf('<body>'))).not.toContain('secret');
    expect(elementOf(page, '<nav').replace(/<[^>]*>/g, '')).not.toContain('secret');
    expect(dataOf(page)).toMatchObject({ reviewBody: 'Text on.\n\nEnd\n\nfin' });
  });

  test('is in the page, closed', () => {
    const page = pageOf(source);
    let rest = page;
    while (rest.includes('<details')) rest = rest.replace(elementOf(rest, '<details'), '');
    expect(rest.replace(/<[^>]*>/g, '')).not.toContain('secret');
    expect(page).not.toContain('<details class="spoiler" open');
    for (const number of Array.from({ length: 10 }, (_, index) => index + 1))
      expect(page).toContain(`secret${number}`);
  });

  test('is open when it is asked for', () => {
    const page = pageOf(source, { spoilers: true });
    expect(page.match(/<details\b(?!>)/g)).toHaveLength(2);
    expect(page.match(/<details class="spoiler" open>/g)).toHaveLength(2);
    expect(page).toContain('Text <span class="spoiler">secret3</span> on.');
    expect(page).toContain('A <span class="spoiler">secret1</span> b');
    expect(elementOf(page, '<nav')).toContain('Deep secret6');
  });

  test('the words for machines are of every block', () => {
    const page = pageOf(
      '# T\n\na ![b *c*](d.png) [e](f)\\\ng `h`[^1] &amp; i\n\n- j\n- [ ] k\n\n> l\n>\n> - m\n\n> [!NOTE]\n> n\n\n| o | p |\n|---|---|\n| q | r |\n\n    s\n\n---\n\n<!-- t -->\n\n#### u\n\n[^1]: v\n',
    );
    expect(dataOf(page)).toMatchObject({
      reviewBody: 'a b c e g h & i\n\nj\n\nk\n\nl\n\nm\n\nn\n\no · p\n\nq · r\n\ns\n\nu',
    });
  });

  test('a mark that is not closed hides nothing', () => {
    const page = pageOf('---\nfilm: Heat\nsummary: "a || b [spoiler] c >!!< d >! e >! f"\n---\n');
    expect(page).toContain(
      '<meta name="description" content="a || b [spoiler] c &gt;!!&lt; d &gt;! e &gt;! f">',
    );
  });
});

describe('sections', () => {
  test('have their ids, and their headings follow without a gap', () => {
    const page = pageOf('# T\n\nx\n\n## A b\n\n#### C\n\ny\n\n> # D\n\n## A b\n\nz\n');
    expect(page.match(/<section id="[^"]*"|<h\d>.*<\/h\d>/g)).toEqual([
      '<section id="intro"',
      '<section id="a-b"',
      '<h2>A b</h2>',
      '<section id="c"',
      '<h3>C</h3>',
      '<h4>D</h4>',
      '<section id="a-b-2"',
      '<h2>A b</h2>',
    ]);
  });

  test('written alone have a title and no card', () => {
    const review = reviewOf('---\nfilm: Heat\n---\n\n## A\n\nx[^1]\n\n## B\n\ny\n\n[^1]: note\n');
    const [first, second] = review.sections;
    const page = writeHtml(review, { sections: first === undefined ? [] : [first, first] });
    expect(page).toContain('<h1 class="p-name">Heat</h1>');
    expect(page).not.toMatch(/class="card"|<nav|>B</);
    expect(page).toContain('<li id="fn-1">');
    // Asked for twice, its id stands once.
    expect(page.match(/id="a"/g)).toHaveLength(1);
    const other = writeHtml(review, { sections: second === undefined ? [] : [second] });
    expect(other).not.toContain('fn-1');
  });

  test('that share a name with a part of the page keep theirs', () => {
    const page = pageOf('## Text\n\na\n\n## Contents\n\nb\n\n## Notes\n\nc[^1]\n\n[^1]: d\n');
    expect(page).toContain('<section id="text">');
    expect(page).toContain('<a class="skip" href="#text-2">');
    expect(page).toContain('<div class="text e-content" id="text-2">');
    expect(page).toContain('<nav aria-labelledby="contents-2">');
    expect(page).toContain('<section class="notes" aria-labelledby="notes-2">');
  });

  test('without a heading are linked by number', () => {
    const page = pageOf('## A\n\nx\n\n##\n\ny\n\n## ||secret||\n\nz\n');
    expect(elementOf(page, '<nav').match(/>[^<]+<\/a>/g)).toEqual([
      '>A</a>',
      '>2</a>',
      '>[spoiler]</a>',
    ]);
  });

  test('fewer than three have no contents', () => {
    expect(pageOf('## A\n\nx\n\n## B\n\ny\n')).not.toContain('<nav');
  });
});
