import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';

/** Folders of a library, one of them with a name that has to be encoded. */
const folders = ['', 'sea/', 'sea/deep water/', 'städte/'];

const names = Array.from({ length: 28 }, (_, at) => `${folders[at % 4]}note ${at}#${at % 5}`);

/** The address of one file from the folder of another, as people write it. */
function addressFrom(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + to.split('/').map(encodeURIComponent).join('/');
}

/** A review with every kind of link and picture. */
function textOf(at: number): string {
  const name = names[at] as string;
  const to = (other: number): string => addressFrom(name, `${names[other % names.length]}.md`);
  const picture = addressFrom(name, 'art/a b.png');
  return `---
film: Film ${at}
date: 2025-02-${String(at + 1).padStart(2, '0')}
rating: ${at % 5}/5
tags: [salt, "tag ${at % 3} & more"]
poster: ${picture}
summary: "See [another](${to(at + 1)})."
---

Begins with [one](${to(at + 1)}) and [its end](${to(at + 2)}#the-end), [here](#the-end), [a reference][r], <a href="${to(at + 3)}">raw</a>.
A picture ![of a pier](${picture}), <img src="${picture}" alt="raw">, [linked](${picture}), and a note[^n].
[nowhere](no-such.md), [out](${'../'.repeat(9)}x.md), [a paper](paper.pdf), [many](${addressFrom(name, 'diary.yaml')}#heat), [the web](https://web.example/).

## Spoilers

![hidden](${picture}) and [hidden](${to(at + 4)}).

## The end

||He dies, see [this](${to(at + 5)}#the-end)||.

[r]: ${to(at + 6)}#the-end "A title"
[^n]: A note with [a link](${to(at + 7)}).
`;
}

const library: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(names.map((name, at) => [`reviews/${name}.md`, textOf(at)])),
  'reviews/diary.yaml':
    '- film: Heat\n  rating: 4/5\n  date: 2025-01-01\n  poster: art/a b.png\n  summary: "[one](sea/note 1.md)"\n- film: Alien\n  rating: 5/5\n',
  'reviews/draft.md': '---\nfilm: Draft\ndraft: true\n---\nx\n',
  'reviews/art/a b.png': Buffer.from('iVBORw0KGgo=', 'base64'),
  'reviews/paper.pdf': 'x',
};

describe('every address of a site answers', () => {
  let server: Server;
  let base = '';
  let site = '';
  let said = '';
  let cwd = '';

  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'review-site-'));
    for (const [name, content] of Object.entries(library)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    site = join(cwd, 'site');
    server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
      const file = join(site, path.replace(/^\/r\//, '/'));
      const isThere =
        path.startsWith('/r/') && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
      response.writeHead(isThere ? 200 : 404).end(isThere ? readFileSync(file) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/r/`;
    const ran = await review(['export', '--all', '--html', '-o', 'site', '--base-url', base], {
      cwd,
    });
    expect(ran.status).toBe(0);
    said = ran.stderr;
  }, 120_000);

  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(cwd, { recursive: true, force: true });
  });

  const texts = new Map<string, Promise<string | null>>();
  const get = (url: string): Promise<string | null> => {
    const known = texts.get(url);
    if (known !== undefined) return known;
    const asked = fetch(url).then(async (response) => {
      const text = await response.text();
      return response.ok ? text : null;
    });
    texts.set(url, asked);
    return asked;
  };

  const decoded = (text: string): string =>
    text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

  /** The addresses in HTML, as they are found from `from`. */
  const addressesIn = (html: string, from?: string): string[] =>
    Array.from(html.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, address = '']) =>
      from === undefined ? decoded(address) : new URL(decoded(address), from).href,
    );

  /** Which of these lead nowhere: no file, or no element of that id in it. The web is not asked. */
  const dead = async (addresses: readonly string[]): Promise<string[]> => {
    const found: string[] = [];
    for (const address of new Set(addresses)) {
      if (address.startsWith('https://web.example/')) continue;
      const [url = '', id] = address.split('#');
      const text = url.startsWith(base) ? await get(url) : null;
      if (text === null) found.push(address);
      else if (id !== undefined && !text.includes(` id="${decodeURIComponent(id)}"`))
        found.push(address);
    }
    return found;
  };

  test('from page to page, followed from the index', { timeout: 120_000 }, async () => {
    const seen = new Set<string>();
    const waiting = [`${base}index.html`];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const text = (await get(url)) ?? '';
      const addresses = addressesIn(text, url);
      expect(await dead(addresses), url).toEqual([]);
      for (const address of addresses) {
        const page = address.split('#')[0] as string;
        if (page.startsWith(base) && page.endsWith('.html')) waiting.push(page);
      }
      for (const [, meta = ''] of text.matchAll(
        /<meta property="og:(?:url|image)" content="([^"]*)"/g,
      ))
        expect(await dead([decoded(meta)]), url).toEqual([]);
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1];
      if (data === undefined) continue;
      const { itemReviewed } = JSON.parse(data) as { itemReviewed: { image?: string } };
      if (itemReviewed.image !== undefined)
        expect(await dead([itemReviewed.image]), url).toEqual([]);
    }
    // 30 reviews, the index, a page for the kind, four for tags.
    expect(seen.size).toBe(30 + 1 + 1 + 4 + 1);
  });

  test('in the site map, which has each page once', async () => {
    const map = readFileSync(join(site, 'sitemap.xml'), 'utf8');
    const urls = Array.from(map.matchAll(/<loc>([^<]*)<\/loc>/g), ([, url = '']) => decoded(url));
    expect(await dead(urls)).toEqual([]);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toHaveLength(37);
  });

  test('in both feeds, and in what their entries hold', async () => {
    const atom = parseAtomFeed(readFileSync(join(site, 'feed.xml'), 'utf8'));
    const json = parseJsonFeed(readFileSync(join(site, 'feed.json'), 'utf8'));
    const links = [
      ...(atom.links ?? []),
      ...(atom.entries ?? []).flatMap((one) => one.links ?? []),
    ];
    expect(await dead(links.map(({ href = '' }) => href))).toEqual([]);
    const contents = [
      ...(atom.entries ?? []).map(({ content }) =>
        typeof content === 'string' ? content : (content?.value ?? ''),
      ),
      ...(json.items ?? []).map(({ content_html = '' }) => content_html),
    ];
    expect(contents).toHaveLength(2 * 29);
    const inside = contents.flatMap((content) => addressesIn(content));
    expect(inside.length).toBeGreaterThan(28 * 12);
    expect(await dead(inside)).toEqual([]);
    const items = json.items ?? [];
    expect(await dead(items.flatMap(({ url, image }) => [url ?? '', image ?? '']))).toEqual([]);
    expect(inside).toContain(`${base}sea/deep%20water/note%202%232.html#the-end`);
  });

  test('and what led nowhere is its words, said with its place', () => {
    const page = readFileSync(join(site, `${names[1]}.html`), 'utf8');
    expect(page).toContain('nowhere, out, a paper, <a href="../diary/heat.html">many</a>');
    for (const words of ['There is no file `no-such.md`', 'It leads out of the library'])
      expect(said.toLowerCase()).toContain(words.toLowerCase());
    expect(said).toMatch(/note 1#1\.md:12:11: warning: There is no file `no-such\.md`/);
  });
});
