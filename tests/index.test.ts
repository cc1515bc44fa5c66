import { describe, expect, test } from 'vitest';
import {
  check,
  findSections,
  fix,
  formats,
  openLibrary,
  read,
  tidy,
  type WriteSettings,
  write,
} from '../src/index.ts';
import { folderOf } from './library/folder.ts';

const heat = '---\nfilm: Heat\nrating: 4.5/5\n---\nFast. ||He dies.||\n\n## The bad\n\nToo long.\n';

describe('read', () => {
  test('any text or bytes, in the format named or looked for', () => {
    expect(read(heat)).toMatchObject({
      review: { item: { name: 'Heat' }, rating: { value: 4.5 } },
      diagnostics: [],
    });
    expect(read(new TextEncoder().encode(heat)).review).toEqual(read(heat).review);
    expect(read('film: Heat\nrating: 4/5\n', { format: 'yaml' }).review.item.name).toBe('Heat');
    const text = read('# Not a heading', { path: 'a.txt' }).review;
    expect([text.title, text.item.name]).toEqual([undefined, 'A']);
  });

  test('diagnostics name the path; an unknown format is a TypeError', () => {
    const { diagnostics } = read('---\nfilm: Heat\nrating: 0xF\n---\n', { path: 'a.md' });
    expect(diagnostics).toMatchObject([{ code: 'rating-unreadable', file: 'a.md' }]);
    expect(() => read(heat, { format: 'docx' as never })).toThrow(TypeError);
  });
});

describe('check, fix and tidy', () => {
  const loose = '---\nauhtor: Ann\nstars: 4/5\nmovie: Heat\nposter: no.png\n---\n\nText.\n';

  test('check reports, with the severities and the files it is told', () => {
    const codes = (options: Parameters<typeof check>[1]) =>
      check(loose, options).map(({ code, severity, file }) => [code, severity, file]);
    expect(codes({})).toEqual([
      ['author-missing', 'info', undefined],
      ['date-missing', 'info', undefined],
      ['key-typo', 'warning', undefined],
    ]);
    expect(
      codes({
        path: 'a.md',
        rules: { 'author-missing': 'off', 'date-missing': 'error' },
        fileExists: (path) => path !== 'no.png',
      }),
    ).toEqual([
      ['date-missing', 'error', 'a.md'],
      ['key-typo', 'warning', 'a.md'],
      ['image-missing', 'warning', 'a.md'],
    ]);
  });

  test('fix mends, tidy puts in order', () => {
    const { text, fixed, remaining } = fix(loose);
    expect(text).toBe(loose.replace('auhtor', 'author'));
    expect(fixed.map(({ code }) => code)).toEqual(['key-typo']);
    expect(remaining.map(({ code }) => code)).toEqual(['date-missing']);
    expect(tidy(text, { keys: true })).toBe(
      '---\nfilm: Heat\nimage: no.png\nauthor: Ann\nrating: 4/5\n---\n\nText.\n',
    );
  });

  test('an unknown format is a TypeError', () => {
    for (const work of [check, fix, tidy])
      expect(() => work(loose, { format: 'docx' as never })).toThrow(TypeError);
  });
});

describe('write', () => {
  const { review } = read(heat);
  test.each(formats().write.map(({ name }) => name))('%s ends in a newline', async (to) => {
    const text = await write(review, { to } as WriteSettings);
    expect(text).toMatch(/Heat[\s\S]*Too long\.[\s\S]*\n$/);
    expect(text).not.toContain('\u001B');
  });

  test('one section or several, as findSections gave them', async () => {
    const [bad] = findSections(review, 'cons').sections;
    if (bad === undefined) throw new Error('not found');
    const one = await write(review, { to: 'text', section: bad });
    expect(one).toContain('Too long.');
    expect(one).not.toContain('Fast.');
    expect(await write(review, { to: 'text', section: [bad] })).toBe(one);
  });

  test('the options reach the writer; an unknown format is a TypeError', async () => {
    expect(await write(review, { to: 'text', spoilers: true })).toContain('He dies.');
    expect(await write(review, { to: 'text' })).not.toContain('He dies.');
    expect(await write(review, { to: 'terminal', color: 1, theme: 'dark' })).toContain('\u001B[');
    const wide = await write(review, { to: 'terminal', columns: 30 });
    expect(Math.max(...wide.split('\n').map((line) => line.length))).toBeLessThanOrEqual(30);
    await expect(write(review, { to: 'docx' as never })).rejects.toThrow(TypeError);
  });
});

test('formats names endings and what each is for', () => {
  const { read: readable, write: writable } = formats();
  expect(readable.find(({ name }) => name === 'markdown')?.endings).toContain('.md');
  expect(writable.find(({ name }) => name === 'html')).toMatchObject({ ending: '.html' });
});

test('openLibrary reads, finds, loads and queries a folder', () => {
  const folder = folderOf({
    'reviews/heat.md': heat,
    'reviews/alien.md': heat.replace('Heat', 'Alien').replace('4.5', '5'),
    'review.config.yaml': 'default: heat\n',
  });
  const library = openLibrary('.', { cwd: folder });
  expect(library.diagnostics).toEqual([]);
  expect([...library.reviews()]).toMatchObject([
    { review: { id: 'alien' } },
    { review: { id: 'heat' } },
  ]);
  expect(library.query({ words: ['heat'] }).map(({ id }) => id)).toEqual(['heat']);
  expect(library.query({ sort: 'rating' }).map(({ id }) => id)).toEqual(['alien', 'heat']);
  expect(library.query({ sort: '-id' }).map(({ id }) => id)).toEqual(['heat', 'alien']);
  const found = library.find('alie');
  expect(found.kind === 'found' && library.load(found.file).review.item.name).toBe('Alien');
});

describe('a setting that means nothing', () => {
  const { review } = read(heat);
  const [section] = read('## Other\n\nx').review.sections;

  test.each([
    [{ to: 'docx' }, /no format 'docx'/],
    [{ to: 'html', baseUrl: 'nowhere' }, /^baseUrl: .*not 'nowhere'/],
    [{ to: 'html', baseUrl: 'ftp://x.example/' }, /^baseUrl: /],
    [{ to: 'terminal', theme: 'purple' }, /^theme: there is no theme 'purple'; there is auto, /],
    [{ to: 'text', section }, /^section: 'other' is no section of this review; there is intro, /],
    [{ to: 'text', section: [section] }, /^section: /],
  ])('%j', async (settings, message) => {
    await expect(write(review, settings as WriteSettings)).rejects.toThrow(TypeError);
    await expect(write(review, settings as WriteSettings)).rejects.toThrow(message);
  });

  test('in a library: a folder that is not there, an order that there is not', () => {
    const folder = folderOf({ 'reviews/heat.md': heat });
    expect(() => openLibrary('nowhere', { cwd: folder })).toThrow(
      /nowhere: there is no such folder/,
    );
    expect(() => openLibrary(folder).query({ sort: 'size' as never })).toThrow(
      /^sort: there is no order 'size'; there is title, /,
    );
    expect(openLibrary(folder).query({ sort: '-date' })).toHaveLength(1);
  });
});
