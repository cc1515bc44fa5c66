import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { faultsOf } from '../writers/html/html-pages.ts';

const film = (name: string, text = 'Words.', keys = '') =>
  `---\nfilm: ${name}\nrating: 4/5\ntags: [x]\ndate: 2025-01-02\n${keys}---\n${text}\n`;

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function visited(
  cwd: string,
  visit: (at: (path: string) => Promise<Response>) => Promise<void>,
) {
  let isVisited = false;
  const ran = await review('preview --all --no-open', {
    cwd,
    meanwhile: async (stdout) => {
      const url = stdout.trim();
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/index\.html$/);
      await visit((path) => fetch(new URL(path, url)));
      isVisited = true;
    },
  });
  expect(isVisited, ran.stderr).toBe(true);
  expect(ran).toMatchObject({ status: 0, stderr: 'Ctrl-C ends the preview\n' });
}

const textAt = async (at: (path: string) => Promise<Response>, path: string) => {
  const answer = await at(path);
  return `${answer.status} ${await answer.text()}`;
};

const library = () => {
  const cwd = folderOf({
    'reviews/heat.md': film(
      'Heat',
      'A long night. See [the other](sub/ronin.md).',
      'image: p.png\n',
    ),
    'reviews/sub/ronin.md': film('Ronin', '## Weaknesses\n\nNone.'),
    'reviews/draft.md': film('Draft', 'x', 'draft: true\n'),
    'reviews/broken.md': '---\nfilm: [\n---\nx\n',
  });
  writeFileSync(join(cwd, 'reviews/p.png'), png);
  return cwd;
};

describe('preview --all', () => {
  test('serves the pages of the site, with links among them, and nothing else', async () => {
    const cwd = library();
    await visited(cwd, async (at) => {
      const index = await textAt(at, '/');
      expect(index).toMatch(/^200 /);
      expect(index).toContain('href="sub/ronin.html">Ronin</a>');
      expect(index).toContain('<p class="excerpt">A long night. See the other.</p>');
      expect(index).toContain('src="p.png"');
      expect(index).not.toContain('Draft');
      expect(index).toContain('new EventSource("/events")');
      expect(await faultsOf(index.slice(4))).toEqual([]);
      const page = await textAt(at, '/heat.html');
      expect(page).toContain('<a href="sub/ronin.html">the other</a>');
      expect(page).toContain('href="kind/film.html"');
      expect(page).toContain('EventSource');
      for (const path of ['/kind/film.html', '/tag/x.html', '/stats.html', '/sub/ronin.html'])
        expect(await textAt(at, path), path).toMatch(/^200 [\s\S]*EventSource/);
      const picture = await at('/p.png');
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
      for (const path of ['/draft.html', '/heat.md', '/feed.xml', '/../reviews/heat.md', '/x'])
        expect((await at(path)).status, path).toBe(404);
    });
  });

  test('a page is allowed its own script alone', async () => {
    await visited(library(), async (at) => {
      for (const path of ['/index.html', '/heat.html', '/stats.html']) {
        const answer = await at(path);
        expect(answer.headers.get('content-security-policy')).toMatch(
          /default-src 'none'.*script-src 'sha256-[\w+/=]+';/,
        );
        const html = await answer.text();
        expect(html.match(/<script>/g), path).toHaveLength(1);
        expect(html, path).not.toContain('http-equiv="Content-Security-Policy"');
      }
    });
  });

  test('shows at the next look what was changed, made and removed, and tells pages that are open', async () => {
    const cwd = library();
    await visited(cwd, async (at) => {
      const events = (await at('/events')).body?.getReader();
      const told = vi.fn();
      const listening = (async () => {
        for (;;) {
          const part = await events?.read();
          if (part === undefined || part.done) return;
          if (new TextDecoder().decode(part.value).includes('event: change')) told();
        }
      })();
      expect(await textAt(at, '/index.html')).toContain('Heat');
      writeFileSync(join(cwd, 'reviews/heat.md'), film('Heat Again'));
      writeFileSync(join(cwd, 'reviews/new.md'), film('Brand New'));
      rmSync(join(cwd, 'reviews/sub/ronin.md'));
      await vi.waitFor(() => expect(told).toHaveBeenCalled(), 5000);
      await vi.waitFor(async () => {
        const index = await textAt(at, '/index.html');
        expect(index).toContain('Heat Again');
        expect(index).toContain('href="new.html"');
        expect(index).not.toContain('Ronin');
      }, 5000);
      expect((await at('/sub/ronin.html')).status).toBe(404);
      expect(await textAt(at, '/new.html')).toContain('Brand New');
      await events?.cancel();
      await listening;
    });
  });

  test('what it says of one name is wrong usage', async () => {
    const ran = await review('preview heat --all', { cwd: library() });
    expect(ran).toMatchObject({
      status: 2,
      stderr: 'review: either a review or --all, not both\n',
    });
  });

  test('writes nothing', async () => {
    const cwd = library();
    await visited(cwd, async (at) => void (await at('/index.html')));
    expect(() => readFileSync(join(cwd, 'reviews/index.html'))).toThrow('ENOENT');
  });
});
