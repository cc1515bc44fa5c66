import { describe, expect, test } from 'vitest';
import { writeText } from '../../src/writers/text.ts';
import { review as run } from '../cli/run.ts';
import { expectSound, reviewOf } from './pages.ts';

const linked = [
  '---\nfilm: X\n---\n',
  'See [it](http://a.b/long), a note[^1], [the same](http://a.b/long) and ![a picture](p.png) at <http://auto.x>.\n',
  '| A |\n|---|\n| [t](http://t.t) |\n',
  '## [S](http://s.s)\n\nMore.\n',
  '[^1]: The note, [see](http://e.f).\n',
].join('\n');

describe('links', () => {
  const bodyOf = (links: 'inline' | 'notes' | 'none') =>
    writeText(reviewOf(linked), { links, columns: 0 }).split('* * *\n\n')[1];

  test('inline: the address behind the text', () => {
    expect(bodyOf('inline')).toMatch(
      /^See it \(http:\/\/a\.b\/long\), a note\[1\], the same \(http:\/\/a\.b\/long\) and a picture \(p\.png\) at http:\/\/auto\.x\.\n/,
    );
  });

  test('notes: one number an address, counted with the footnotes, all at the end', () => {
    expect(bodyOf('notes')).toBe(
      [
        'See it[1], a note[2], the same[1] and a picture[3] at http://auto.x.\n',
        'A\n----\nt[4]\n',
        'S[5]\n----\n',
        'More.\n',
        '[1] http://a.b/long',
        '[2] The note, see[6].',
        '[3] p.png',
        '[4] http://t.t',
        '[5] http://s.s',
        '[6] http://e.f\n',
      ].join('\n'),
    );
  });

  test('none: the text alone, an address that is the text as it is', () => {
    const text = bodyOf('none');
    expect(text).toMatch(/^See it, a note\[1\], the same and a picture at http:\/\/auto\.x\.\n/);
    expect(text?.match(/http/g)).toHaveLength(1);
  });

  test('a section alone has its own notes', async () => {
    const ran = await run(['section', 's', '-', '--text', '--links=notes'], {
      stdin: linked.replace('More.', 'More [y](http://y.y).'),
    });
    expect(ran.stdout).toBe('More y[1].\n\n[1] http://y.y\n');
  });

  test('a page for the terminal has them too, and no other way is known', async () => {
    const shown = await run('show - --links notes', { stdin: linked });
    expect(shown.stdout).toMatch(/See it\[1\][\s\S]*\[6\] http:\/\/e\.f\n$/);
    expect((await run('show - --links footnotes', { stdin: linked })).status).toBe(2);
  });

  test('an address is wrapped like any other word, and made visible', () => {
    const address = `http://a.b/${'x'.repeat(60)}\u202E`;
    const text = writeText(reviewOf(`[a](<${address}>)\n`), { links: 'notes', columns: 30 });
    expectSound(text, 30);
    expect(text).not.toContain('\u202E');
  });
});

describe('in any font', () => {
  const card =
    '---\nfilm: X\nscores: {Story: 4/5, Sound design: 3/5}\npros: [a good thing, another]\ncons: [a bad thing]\nruntime: 125 min\ntags: [a, b]\n---\n';
  const text = writeText(
    reviewOf(`${card}> a quote\n\n> [!NOTE]\n> an alert\n\n# A\n\n## B\n\n### C\n`),
  );

  test('nothing stands side by side', () => {
    expect(text).not.toMatch(/\S {2,}\S/);
    expect(text).toContain('\nStory: 4/5\nSound design: 3/5\n');
    expect(text).toContain('\n+ a good thing\n+ another\n\n− a bad thing\n');
    expect(text).toMatch(/\nTags: a, b\nRuntime: 125 min\n/);
  });

  test('marks are those of mail', () => {
    expect(text).toContain('\n> a quote\n\n> Note\n> an alert\n');
    expect(text).toMatch(/\nA\n=\n\nB\n-\n\n▸ C\n$/);
    expect(text).not.toMatch(/[─━═│┃]/);
  });

  test('a table that does not fit is set as records', () => {
    const table = '| A | Comment |\n|---|---|\n| one | some words that fill a line |\n';
    expect(writeText(reviewOf(table), { columns: 72 })).toContain('one | some words that');
    expect(writeText(reviewOf(table), { columns: 30 })).toMatch(
      /^A: one\nComment: some words that\n {2}fill a line\n$/m,
    );
  });

  test('a long fact goes on behind an indent', () => {
    const long = writeText(reviewOf(`---\nfilm: X\nextra: ${'word '.repeat(20)}\n---\n`), {
      columns: 30,
    });
    expectSound(long, 30);
    expect(long).toMatch(/\nextra: word word.*\n {2}word/);
  });
});

test('blocks of raw HTML stand in lines of their own, cells beside each other', () => {
  const html =
    '<p>a</p><p>b<b>c</b></p><ul><li>d</li><li>e</li></ul>\n\n<table><tr><td>1</td><td>2</td></tr></table>\n';
  const text = writeText(reviewOf(`---\nfilm: X\n---\n\n${html}`)).split('* * *\n\n')[1];
  expect(text?.replace(/ +/g, ' ')).toBe('a\nbc\nd\ne\n\n1 2\n');
});

test('parts of a value are told apart', () => {
  const front =
    'awards:\n  - {name: A, by: {name: B, land: C}}\n  - {name: D, tags: [e, f], of: {g: 1}}\nlist: [a, b]\n';
  const text = writeText(reviewOf(`---\nfilm: X\n${front}---\n\nT\n`), { columns: 0 });
  expect(text).toContain('name: A, by: (name: B, land: C); name: D, tags: (e, f), of: g: 1\n');
  expect(text).toContain('list: a, b\n');
});
