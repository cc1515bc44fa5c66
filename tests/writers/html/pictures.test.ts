import { describe, expect, test } from 'vitest';
import { write } from '../../../src/index.ts';
import { reviewOf } from '../pages.ts';
import { pageOf, textOf } from './html-pages.ts';

const png = (bytes: number) => `data:image/png;base64,${Buffer.alloc(bytes, 1).toString('base64')}`;

describe('a picture that stands in its own address', () => {
  test.each([
    [png(8)],
    ['data:image/jpeg;base64,AAAA'],
    ['data:image/gif;base64,AAA='],
    ['data:image/webp;base64,AA=='],
    [png(256 * 1024 - 30)],
  ])('%.30s is kept', (address) => {
    expect(textOf(`![x](${address})`)).toBe(`<p><img src="${address}" alt="x" loading="lazy"></p>`);
  });

  test.each([
    ['data:image/svg+xml;base64,PHN2Zz4='],
    ['data:image/svg+xml,%3Csvg%3E'],
    ['data:text/html;base64,AAAA'],
    ['data:image/png,AAAA'],
    [png(256 * 1024 + 1)],
  ])('%.30s is its text', (address) => {
    expect(textOf(`![x](${address})`)).toBe('<p>x</p>');
  });

  test('in the terminal and in text is said in words', async () => {
    const review = reviewOf(
      `---\nfilm: Heat\nposter: ${png(5)}\n---\n![x](${png(90_000)}) [link](${png(9)})`,
    );
    for (const to of ['text', 'terminal'] as const) {
      const text = await write(review, { to });
      expect(text).not.toContain('base64');
      expect(text).toContain('x (embedded picture) link');
      expect(text).toMatch(/Image:?\s+embedded picture/);
    }
    const page = await write(review, { to: 'html' });
    expect(page).toContain(`<img class="poster u-photo" src="${png(5)}" alt="Heat">`);
    expect(page).not.toContain('<dt>Image</dt>');
    expect(/application\/ld\+json">(.*)<\/script>/.exec(page)?.[1]).not.toContain('base64');
  });
});

describe('pictures that are handed in', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const text = '![a](a.png) ![web](https://x.example/b.png) [![c](c.png)](d)';

  test.each([
    ['bytes', { type: 'image/png', bytes }, '<img src="data:image/png;base64,AQID" alt="a"'],
    ['another type', { type: 'image/svg+xml', bytes }, '<p>a <img'],
    ['an address', { src: 'x/a.png' }, '<img src="x/a.png" alt="a"'],
    ['a link', { href: 'x/a.png' }, '<p><a href="x/a.png">a</a>'],
    ['nothing', null, '<p>a <img'],
  ])('%s', (_, answer, expected) => {
    const asked: string[] = [];
    const page = pageOf(text, {
      pictures: (address) => {
        asked.push(address);
        return answer;
      },
    });
    expect(page).toContain(expected);
    expect(asked).toEqual(['a.png', 'c.png']);
    expect(page).not.toContain('<a href="d"><a');
  });

  test('none at all', () => {
    expect(pageOf(`${text} ![x](${png(3)})`, { pictures: 'none' })).not.toContain('<img');
  });
});

test('a link that leads nowhere is its words', () => {
  const page = pageOf('[a](a.md) [b](b.md#x) [c](https://x.example/) <a href="a.md">d</a>', {
    linkTo: (address) => (address === 'a.md' ? null : `y/${address}`),
  });
  expect(page).toContain('<p>a <a href="y/b.md#x">b</a> <a href="https://x.example/">c</a> d</p>');
});
