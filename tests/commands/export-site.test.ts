import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { faultsOf } from '../writers/html/html-pages.ts';

const film = (title: string, keys = '', text = 'Words.') =>
  `---\nfilm: ${title}\nrating: 4/5\n${keys}---\n${text}\n`;

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** What a run ends with. */
const done = /^site: \d+ pages? in \d+\.\d s\n$/;

const base = 'https://example.org/r/';
const samples = ['--library', join(root, 'reviews')];

async function sampleSite(...options: string[]): Promise<Record<string, string>> {
  const cwd = folderOf({});
  const ran = await review(['export', '--all', '--html', '-o', 'site', ...samples, ...options], {
    cwd,
  });
  expect(ran).toEqual({ status: 0, stdout: '', stderr: expect.stringMatching(done) as string });
  return filesIn(join(cwd, 'site'));
}

describe('the samples as a site', () => {
  test('a page each, pages by kind and tag, feeds; a site map where the address is known', async () => {
    const names = Object.keys(await sampleSite());
    expect(names).toEqual(
      expect.arrayContaining([
        ...['index.html', 'feed.xml', 'feed.json', 'ballerina.html', 'books/frankenstein.html'],
        ...['kind/film.html', 'tag/jazz.html'],
      ]),
    );
    expect(names).not.toContain('sitemap.xml');
    expect(Object.keys(await sampleSite('--base-url', base))).toEqual(
      [...names, 'sitemap.xml'].sort(),
    );
  });

  test('every page of the shelf is sound HTML', async () => {
    const site = await sampleSite();
    for (const name of ['index.html', 'kind/film.html', 'tag/invented.html', 'ballerina.html'])
      expect(await faultsOf(Buffer.from(site[name] as string, 'latin1').toString()), name).toEqual(
        [],
      );
  });

  test('every link of the shelf leads to a file', async () => {
    const site = await sampleSite();
    for (const [name, text] of Object.entries(site).filter(([each]) => each.endsWith('.html'))) {
      const links = [...text.matchAll(/(?:href|src)="(?!https?:|#|mailto:)([^"]+)"/g)];
      expect(links.length).toBeGreaterThan(0);
      for (const [, link = ''] of links) {
        const path = new URL(link, `http://x/${name}`).pathname.slice(1);
        expect(Object.keys(site), `${name}: ${link}`).toContain(decodeURIComponent(path));
      }
    }
  });

  test.each([[[]], [['--base-url', base]]])('feed.xml is an Atom feed (%j)', async (options) => {
    const site = await sampleSite(...options);
    const feed = parseAtomFeed(Buffer.from(site['feed.xml'] as string, 'latin1').toString());
    expect(feed).toMatchObject({ title: { value: 'Reviews' }, updated: '2025-08-18T00:00:00Z' });
    const ids = [feed.id, ...(feed.entries ?? []).map(({ id }) => id)];
    expect(new Set(ids).size).toBe(7);
    for (const id of ids)
      expect(id).toMatch(
        options.length > 0
          ? /^https:\/\/example\.org\/r\//
          : /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    for (const entry of feed.entries ?? []) {
      expect(entry).toMatchObject({
        title: { value: expect.stringMatching(/./) as string },
        updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/) as string,
        authors: [{ name: expect.stringMatching(/./) as string }],
      });
      expect(entry.links?.[0]?.href).toMatch(/\.html$/);
      expect(typeof entry.content === 'string' ? entry.content : entry.content?.value).toContain(
        '<p',
      );
    }
    const rels = feed.links?.map(({ rel }) => rel);
    expect(rels).toEqual(['self', 'alternate']);
  });

  test('feed.json is a JSON Feed that says the same', async () => {
    const site = await sampleSite('--base-url', base);
    const text = (name: string) => Buffer.from(site[name] as string, 'latin1').toString();
    const feed = parseJsonFeed(text('feed.json'));
    const atom = parseAtomFeed(text('feed.xml'));
    expect(feed).toMatchObject({
      title: 'Reviews',
      home_page_url: `${base}index.html`,
      feed_url: `${base}feed.json`,
    });
    expect((JSON.parse(text('feed.json')) as { version: string }).version).toBe(
      'https://jsonfeed.org/version/1.1',
    );
    expect(feed.items?.map(({ id, title, url }) => [id, title, url])).toEqual(
      atom.entries?.map(({ id, title, links }) => [id, title?.value, links?.[0]?.href]),
    );
    for (const item of feed.items ?? []) expect(item.content_html).toContain('<p');
  });

  test('the site map has every page, with the reviews’ dates', async () => {
    const site = await sampleSite('--base-url', base);
    const locations = [...(site['sitemap.xml'] ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url = '']) => url.slice(base.length),
    );
    expect(locations.sort()).toEqual(Object.keys(site).filter((name) => name.endsWith('.html')));
    expect(site['sitemap.xml']).toContain(
      `<url><loc>${base}ballerina.html</loc><lastmod>2025-06-09</lastmod></url>`,
    );
  });
});

describe('a site written again', () => {
  test('has the same bytes, and files that did not change keep their time', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien', 'published: 2025-01-02\ntags: [space]\n'),
      'reviews/b.md': film('Brazil', 'published: 2025-01-03\n'),
    });
    const write = () => review('export --all --html -o site', { cwd });
    expect((await write()).status).toBe(0);
    const before = filesIn(join(cwd, 'site'));
    const old = new Date(2001, 1, 1);
    for (const name of Object.keys(before)) utimesSync(join(cwd, 'site', name), old, old);
    expect((await write()).status).toBe(0);
    expect(filesIn(join(cwd, 'site'))).toEqual(before);
    const touched = () =>
      Object.keys(before).filter(
        (name) => statSync(join(cwd, 'site', name)).mtimeMs !== old.getTime(),
      );
    expect(touched()).toEqual([]);
    writeFileSync(
      join(cwd, 'reviews/b.md'),
      film('Brazil', 'published: 2025-01-03\n', 'Other words.'),
    );
    await write();
    expect(touched()).toEqual([
      '.review-site.json',
      'b.html',
      'feed.json',
      'feed.xml',
      'index.html',
      'kind/film.html',
      'stats.html',
    ]);
  });

  test('in the library itself, its feed is no review', async () => {
    const cwd = folderOf({ 'review.config.yaml': '', 'a.md': film('Alien', 'date: 2025-01-02\n') });
    expect((await review('export --all --html -o .', { cwd })).status).toBe(0);
    expect(existsSync(join(cwd, 'feed.json'))).toBe(true);
    expect(JSON.parse((await review('list --json', { cwd })).stdout)).toHaveLength(1);
  });
});

describe('what is on a site', () => {
  test('a file of many is named once', async () => {
    const cwd = folderOf({
      'reviews/a.yaml': '- film: A\n  rating: 4/5\n- film: B\n  rating: 3/5\n',
    });
    const { stderr } = await review('export --all --html -o site', { cwd });
    expect(stderr).toContain(
      '2 reviews have no date and so no place in the feeds: reviews/a.yaml\n',
    );
  });

  test('no draft, and no undated review in the feeds; both are said', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien'),
      'reviews/b.md': film('Brazil', 'draft: true\n'),
      'reviews/c.md': film('Cube', 'date: 2025\n'),
    });
    const ran = await review('export --all --html -o site --title Mine', { cwd });
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    expect(ran.stderr).toMatch(
      /^1 draft is not on the site: reviews\/b\.md\n1 review has no date and so no place in the feeds: reviews\/a\.md\nsite: 5 pages in /,
    );
    const site = filesIn(join(cwd, 'site'));
    expect(Object.keys(site)).not.toContain('b.html');
    expect(site['index.html']).toContain('Alien');
    expect(site['index.html']).not.toContain('Brazil');
    expect(parseAtomFeed(site['feed.xml'] as string)).toMatchObject({
      title: { value: 'Mine' },
      entries: [{ title: { value: 'Cube' }, published: '2025-01-01T00:00:00Z' }],
    });
  });

  test('no spoiler outside its page', async () => {
    const hidden = [
      '||SECRET||\n\n:::spoiler\nSECRET\n:::\n\n- a ||SECRET||\n\n| a |\n|---|\n| ||SECRET|| |\n',
      'x <details>SECRET</details>\n\nn[^1]\n\n[^1]: ||SECRET||\n\n## Spoilers\n\nSECRET\n',
    ];
    const cwd = folderOf({
      'reviews/a.md': film('A', 'date: 2025-01-02\nsummary: a ||SECRET||\n', hidden.join('\n')),
      'reviews/b.md': film('B', 'date: 2025-01-02\nspoilers: true\n', 'SECRET'),
      'reviews/c.md': film('C', 'date: 2025-01-02\n', '## Spoilers\n\nSECRET'),
    });
    expect((await review('export --all --html -o site', { cwd })).status).toBe(0);
    const site = filesIn(join(cwd, 'site'));
    expect(site['a.html']).toContain('SECRET');
    for (const name of ['index.html', 'kind/film.html', 'feed.xml', 'feed.json'])
      expect(site[name], name).not.toContain('SECRET');
  });

  test('a broken file never stops the rest; two of one name neither', async () => {
    const cwd = folderOf({
      'reviews/a.md': film('Alien', 'date: 2025-01-02\n'),
      'reviews/broken.yaml': 'title: [unclosed\n',
      'reviews/index.md': film('Index'),
    });
    const ran = await review('export --all --html -o site', { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/broken\.yaml:\d/);
    expect(ran.stderr).toMatch(/index\.md: index\.html is the page of the shelf already/);
    const site = filesIn(join(cwd, 'site'));
    expect(site['index.html']).toContain('Alien');
    expect(Object.keys(site)).toContain('a.html');
  });

  test('names and titles of any kind', async () => {
    const title = '"<script>&\u202E ]]> \u001B[31m';
    const cwd = folderOf({
      'reviews/a b&c#d.md': `---\ntitle: ${JSON.stringify(title)}\nkind: film\ndate: 2025-01-02\nauthor: ${JSON.stringify(title)}\ntags: [${JSON.stringify(title)}, \u{1F3AC}, Action, action, "../x"]\n---\nWords.\n`,
    });
    const ran = await review(['export', '--all', '--html', '-o', 'site', '--base-url', base], {
      cwd,
    });
    expect(ran).toMatchObject({ status: 0 });
    const site = filesIn(join(cwd, 'site'));
    expect(Object.keys(site).filter((name) => name.startsWith('tag/')).length).toBe(4);
    const index = Buffer.from(site['index.html'] as string, 'latin1').toString();
    expect(await faultsOf(index)).toEqual([]);
    expect(index).toContain('href="a%20b%26c%23d.html"');
    const feed = parseAtomFeed(Buffer.from(site['feed.xml'] as string, 'latin1').toString());
    expect(feed.entries?.[0]).toMatchObject({
      title: { value: '"<script>&<U+202E> ]]> \u241B[31m' },
    });
    expect(Object.values(site).join('')).not.toContain('\u001B');
  });

  test('none at all', async () => {
    const cwd = folderOf({ 'reviews/x': '' });
    expect(await review('export --all --html -o site', { cwd })).toMatchObject({ status: 2 });
    expect(existsSync(join(cwd, 'site'))).toBe(false);
  });

  test.each(['ftp://x', 'nonsense', 'https://u:p@x/'])(
    '--base-url %s is wrong usage',
    async (url) => {
      const ran = await review(['export', '--all', '--html', '-o', 'site', '--base-url', url], {
        cwd: folderOf({ 'reviews/a.md': film('Alien') }),
      });
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('--base-url wants an address');
    },
  );
});

describe('pictures', () => {
  const library = (keys: string, text = '') => {
    const cwd = folderOf({
      'reviews/sub/a.md': film('A', `date: 2025-01-02\n${keys}`, text),
      'reviews/sub/own.png': 'own',
      'reviews/pictures/in text.jpg': 'shared',
      'reviews/evil.svg': '<svg onload="x"/>',
      'reviews/.hidden.png': 'hidden',
      'secret.png': 'secret',
    });
    return cwd;
  };

  test('of relative addresses are copied to the same place', async () => {
    const cwd = library(
      'image: own.png\n',
      '![a](<../pictures/in text.jpg>) ![b](../pictures/in%20text.jpg?x#y)\n\n- ![c](./own.png)\n\n![web](https://x.y/z.png)',
    );
    const ran = await review('export --all --html -o site', { cwd });
    expect(ran).toEqual({ status: 0, stdout: '', stderr: expect.stringMatching(done) as string });
    const site = filesIn(join(cwd, 'site'));
    expect(site['sub/own.png']).toBe('own');
    expect(site['pictures/in text.jpg']).toBe('shared');
    expect(Object.keys(site).filter((name) => /png|jpg/.test(name))).toHaveLength(2);
    expect(site['index.html']).toContain('src="sub/own.png"');
    expect(site['kind/film.html']).toContain('src="../sub/own.png"');
    expect(site['sub/a.html']).toContain("img-src 'self' data: https:");
  });

  test.each([
    ['../../secret.png', /`\.\.\/\.\.\/secret\.png` is not shown: it lies outside the library/],
    ['/etc/passwd.png', null],
    ['../evil.svg', /`\.\.\/evil\.svg` is not shown: an SVG can carry a script/],
    ['../.hidden.png', /hidden\.png` is not shown: a hidden file/],
    ['missing.png', /There is no file `missing\.png`/],
    ['a.md', /a\.md` is not shown: not a picture/],
    ['link.png', /link\.png` is not shown: it lies outside the library/],
    ['folder.png', /folder\.png` is not shown: it is a folder/],
  ])('%s is not copied: a warning with its place, its text on the page', async (image, message) => {
    const cwd = library(`image: ${image}\n`, `![the words](${image})`);
    symlinkSync(join(cwd, 'secret.png'), join(cwd, 'reviews/sub/link.png'));
    mkdirSync(join(cwd, 'reviews/sub/folder.png'));
    const ran = await review('export --all --html -o site', { cwd });
    expect(ran.status).toBe(0);
    if (message !== null) {
      expect(ran.stderr).toMatch(message);
      expect(ran.stderr).toMatch(/reviews\/sub\/a\.md:5:8: warning: /);
    }
    const site = filesIn(join(cwd, 'site'));
    expect(site['sub/a.html']).toContain(message === null ? 'alt="the words"' : '<p>the words</p>');
    if (message !== null) expect(site['index.html']).not.toContain('<img');
    expect(Object.keys(site).filter((name) => !/\.(?:html|xml|json)$/.test(name))).toEqual([]);
  });

  test('--pictures=none has none, and copies none; --pictures=embed has them in the pages', async () => {
    const cwd = library('image: own.png\n', '![words](own.png)');
    await review('export --all --html -o none --pictures=none', { cwd });
    const none = filesIn(join(cwd, 'none'));
    expect(Object.keys(none).filter((name) => name.endsWith('.png'))).toEqual([]);
    expect(Object.values(none).join('')).not.toContain('<img');
    await review('export --all --html -o embed --pictures=embed', { cwd });
    expect(filesIn(join(cwd, 'embed'))['sub/a.html']).toContain('src="data:image/png;base64,b3du"');
  });
});

describe('the figures of a site', () => {
  test('are a page that the index leads to and that leads to the best', async () => {
    const cwd = folderOf({
      'reviews/films/a.md': film('Alien', 'date: 2025-01-01\n'),
      'reviews/stats.md': film('Statistics', 'date: 2024-01-01\n'),
      'reviews/d.md': film('Draft', 'draft: true\n'),
    });
    await review('export --all --html -o site', { cwd });
    const site = filesIn(join(cwd, 'site'));
    expect(site['index.html']).toContain('<a href="stats-2.html">In figures</a></p>');
    expect(site['kind/film.html']).not.toContain('stats-2.html');
    expect(site['stats.html']).toContain('Statistics');
    const figures = site['stats-2.html'] as string;
    expect(await faultsOf(figures)).toEqual([]);
    expect(figures).toContain('<a href="films/a.html">Alien</a>');
    expect(figures).not.toMatch(/Draft|<script/);
    expect(figures).toContain('<a href="index.html" rel="home">Reviews</a>');
  });
});

describe('the pages of a site lead on', () => {
  const site = async (files: Readonly<Record<string, string>>, options = '') => {
    const cwd = folderOf(files);
    const ran = await review(`export --all --html -o site ${options}`, { cwd });
    return { ...ran, files: filesIn(join(cwd, 'site')) };
  };

  test('to kind, tags, the reviews before and after, and the feeds', async () => {
    const { files } = await site({
      'reviews/a/one.md': film('One', 'date: 2025-01-01\ntags: [Salt Water]\n'),
      'reviews/Past Lives.md': film('Two', 'date: 2025-01-02\n'),
      'reviews/three.md': film('Three', 'date: 2025-01-03\n'),
    });
    const page = files['a/one.html'] ?? '';
    expect(page).toContain('<a class="kind" href="../kind/film.html">Film</a>');
    expect(page).toContain(
      '<a class="p-category" rel="tag" href="../tag/salt-water.html">Salt Water</a>',
    );
    expect(page).toContain('<a href="../Past%20Lives.html" rel="next"><span>Next:</span> Two</a>');
    expect(page).not.toContain('rel="prev"');
    const two = files['Past Lives.html'] ?? '';
    expect(two).toContain('<a href="a/one.html" rel="prev"><span>Previous:</span> One</a>');
    expect(two).toContain('<a href="three.html" rel="next"><span>Next:</span> Three</a>');
    for (const [name, text] of Object.entries(files).filter(([each]) => each.endsWith('.html'))) {
      expect(text, name).toMatch(
        /<link rel="alternate" type="application\/atom\+xml" href="(?:\.\.\/)?feed\.xml"/,
      );
      expect(text, name).toMatch(/<main[\s\S]*<\/main>\n<footer class="site">/);
      if (name !== 'index.html')
        expect(text, name).toMatch(/<header class="site">\n<a href="(?:\.\.\/)?index\.html"/);
    }
  });

  test('every page says what it is, where it is and what others show of it', async () => {
    const { files } = await site(
      { 'reviews/a.md': film('One', 'date: 2025-01-01\nsummary: Short.\ntags: [x]\n') },
      `--base-url ${base}`,
    );
    const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'));
    expect(pages.map(([name]) => name)).toEqual([
      ...['a.html', 'index.html', 'kind/film.html', 'stats.html', 'tag/x.html'],
    ]);
    for (const [name, text] of pages) {
      expect(text, name).toContain(`<link rel="canonical" href="${base}${name}">`);
      expect(text, name).toContain(`<meta property="og:url" content="${base}${name}">`);
      for (const part of ['name="description"', 'property="og:title"', 'property="og:site_name"'])
        expect(text, name).toMatch(new RegExp(`<meta ${part} content="[^"]+">`));
    }
  });

  test('title, address and language may stand in the configuration; the command line wins', async () => {
    const files = {
      'review.config.yaml': 'site: { title: Spätes, baseUrl: https://late.example/r, lang: de }\n',
      'reviews/a.md': film('One', 'date: 2025-01-01\n'),
    };
    const told = (await site(files)).files;
    expect(told['index.html']).toMatch(/<html lang="de">[\s\S]*<title>Sp/);
    expect(told['sitemap.xml']).toContain('<loc>https://late.example/r/a.html</loc>');
    const asked = (await site(files, `--base-url ${base} --title Mine`)).files;
    expect(asked['index.html']).toContain('<title>Mine</title>');
    expect(asked['sitemap.xml']).toContain(`<loc>${base}a.html</loc>`);
  });

  test('a review whose page a kind or tag would want keeps it; nothing is twice in the site map', async () => {
    const { status, stderr, files } = await site(
      {
        'reviews/tag/jazz.md': film('One', 'tags: [jazz]\n'),
        'reviews/kind/film.md': film('Two'),
      },
      `--base-url ${base}`,
    );
    expect(status).toBe(0);
    expect(stderr).toContain(
      'tag/jazz.html is the page of a review; the list of that name is tag/jazz-2.html',
    );
    expect(stderr).toContain('kind/film.html is the page of a review');
    const urls = [...(files['sitemap.xml'] ?? '').matchAll(/<loc>([^<]+)/g)].map(([, url]) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toContain(`${base}tag/jazz-2.html`);
    expect(files['tag/jazz.html']).toContain('<h1 class="p-name">One</h1>');
  });

  test('names that differ in case alone are said', async () => {
    const { status, stderr } = await site({
      'reviews/ONE.md': film('A'),
      'reviews/one.md': film('B'),
    });
    expect(status).toBe(0);
    expect(stderr).toContain('ONE.html and one.html are one file where names are blind to case');
  });

  test('a review that nobody has written yet has no page, which is said', async () => {
    const unwritten = '---\nfilm: Alien\nrating: 4/5\n---\n\n## The story\n\n## Verdict\n';
    const { status, stderr, files } = await site({
      'reviews/new.md': unwritten,
      'reviews/new.yaml': 'film: Brazil\nsections: {The story: "", Verdict: ""}\n',
      'reviews/points.md': `---\nfilm: C\npros: [short]\n---\n\n## Verdict\n`,
      'reviews/rated.md': film('D', '', ''),
      'reviews/links.md': film('E', '', '[new](new.md) [rated](rated.md)'),
    });
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /2 reviews are not on the site, since nothing stands under any heading: reviews\/new\.md, reviews\/new\.yaml\n/,
    );
    expect(stderr).toContain('`new.md` is no link in the site: it is not written yet');
    expect(files['links.html']).toContain('<p>new <a href="rated.html">rated</a></p>');
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['points.html', 'rated.html', 'links.html']),
    );
    expect(Object.keys(files)).not.toContain('new.html');
  });

  test('the date of a viewing serves feeds and order; a spoiler is a placeholder there', async () => {
    const { stderr, files } = await site({
      'reviews/a.md': film('Seen', 'watched: 2025-03-01\n', 'x ||SECRET||\n\n||SECRET||'),
      'reviews/b.md': film('Written', 'date: 2025-01-01\n'),
      'reviews/c.md': film('Whole', 'date: 2024-01-01\nspoilers: true\n', 'SECRET'),
    });
    expect(stderr).not.toContain('no date');
    const feed = parseAtomFeed(files['feed.xml'] ?? '');
    expect(feed.entries?.map(({ title }) => title?.value)).toEqual(['Seen', 'Written', 'Whole']);
    expect(feed.entries?.[0]).toMatchObject({ published: '2025-03-01T00:00:00Z' });
    expect(files['feed.xml']).not.toContain('SECRET');
    expect(files['feed.xml']).not.toMatch(/&lt;p&gt;\s*&lt;\/p&gt;/);
    expect(files['feed.xml']).toContain('gives the plot away');
    expect(files['a.html']).toContain('rel="prev"');
  });

  test('items of the shelf have names, and addresses where these are known', async () => {
    const { files } = await site({
      'reviews/a.md': film('Heat', 'imdb: tt0113277\n'),
      'reviews/b.md': '---\ntitle: Other words\nfilm: Alien\n---\nx',
    });
    const index = files['index.html'] ?? '';
    expect(index).toContain(
      '<p class="item p-item h-item"><data class="p-name" value="Heat"></data><data class="u-url" value="https://www.imdb.com/title/tt0113277/"></data></p>',
    );
    expect(index).toContain('<p class="item p-item h-item"><cite class="p-name">Alien</cite></p>');
  });
});
