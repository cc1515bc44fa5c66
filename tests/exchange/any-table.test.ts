import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../library/folder.ts';
import { filesIn, on } from './imported.ts';

const table =
  'Was;Sterne;Wann;Worte;Wer\nHeißer Dunst;4;2020-01-02;"Gut, <i>sehr</i> gut";Ann\nZwei;9;2021-02-03;;Bo\nZwei;8;2022-02-03;;Bo\nOhne;;;;\n;3;;;\nSchlecht;77/10;;;\n';
const map = 'Was=title,Sterne=rating,Wann=experienced,Worte=body,Wer=tags';

describe('a table of nobody’s', () => {
  test('says which columns it has, and how to map them', async () => {
    const cwd = folderOf({ 'reviews/.keep': '', 'log.csv': 'A,B,C\n1,2,3\n' });
    const ran = await on('2026-11-27', ['import', 'log.csv'], cwd);
    expect(ran).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "review: log.csv: no service has these columns: A, B, C. Say what they mean, as in --map 'A=title,B=rating', or under import: in review.config.yaml\n",
    });
  });

  test('is read by a map: rows of one thing are its days, the largest rating shows the scale', async () => {
    const cwd = folderOf({ 'reviews/.keep': '', 'films.csv': table });
    const ran = await on('2026-11-27', ['import', 'films.csv', '--map', map], cwd);
    expect(ran.stdout).toBe('films.csv: 5 read (6 rows): 2 new, 2 broken, 1 passed over\n');
    expect(ran.stderr).toMatch(/films\.csv:6: the row names no thing[^\n]*\n.*films\.csv:7: .*77/s);
    const files = filesIn(join(cwd, 'reviews/films'));
    expect([...files.keys()]).toEqual(['heißer-dunst.md', 'zwei.md']);
    expect(files.get('heißer-dunst.md')).toMatch(
      /^---\nitem: Heißer Dunst\nkind: film\nexperienced:\n {2}- 2020-01-02\nrating: 4\/10\ntags:\n {2}- Ann\n[\s\S]*\n\nGut, \*sehr\* gut\n$/,
    );
    expect(files.get('zwei.md')).toContain(
      'experienced:\n  - 2021-02-03\n  - 2022-02-03\nrating: 8/10\n',
    );
    expect((await on('2026-11-28', ['import', 'films.csv', '--map', map], cwd)).stdout).toContain(
      '0 new, 2 same, 2 broken',
    );
  });

  test('by the configuration, and by the spellings that review knows', async () => {
    const cwd = folderOf({
      'reviews/.keep': '',
      'review.config.yaml': 'import: { Was: title, Sterne: rating }\n',
      'books.tsv': 'Was\tSterne\nEins\t4\n',
      'spelled.jsonl':
        '{"title":"Jay","rating":3,"author":"Ann"}\n{"title":"Kay","rating":"8/10","dateRead":"2020-01-02"}\nno json\n',
    });
    expect((await on('2026-11-27', ['import', 'books.tsv'], cwd)).stdout).toBe(
      'books.tsv: 1 read (1 row): 1 new\n',
    );
    expect(readFileSync(join(cwd, 'reviews/books/eins.md'), 'utf8')).toContain(
      'kind: book\nrating: 4/5\n',
    );
    const lines = await on('2026-11-27', ['import', 'spelled.jsonl', '--into', 'jl'], cwd);
    expect(lines).toMatchObject({
      status: 2,
      stdout: 'spelled.jsonl: 3 read (2 rows): 2 new, 1 broken\n',
    });
    expect([...filesIn(join(cwd, 'jl')).keys()]).toEqual(['jay.md', 'kay.md']);
  });

  test.each([
    ['Was', /wants pairs as in Name=title/],
    ['Was=nothing', /there is no field 'nothing'/],
  ])('a map that is none: %s', async (pairs, said) => {
    const cwd = folderOf({ 'reviews/.keep': '', 'a.csv': table });
    const ran = await on('2026-11-27', ['import', 'a.csv', '--map', pairs], cwd);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });
});

const jsonLd = (node: object): string =>
  `<!doctype html><html><head><script type="application/ld+json">${JSON.stringify(node)}</script></head><body><p>…</p></body></html>`;
const review = {
  '@type': 'Review',
  author: { '@type': 'Person', name: 'Ada Quill' },
  reviewRating: { '@type': 'Rating', ratingValue: 3.5, bestRating: 5 },
  datePublished: '2024-05-06T23:30:00-08:00',
  reviewBody: 'Salt & *sea*.\n\nMore.',
};
const film = {
  '@type': 'Movie',
  name: 'Salt Harbour',
  dateCreated: '1995',
  aggregateRating: { '@type': 'AggregateRating', ratingValue: 1 },
};

describe('a web page', () => {
  test.each([
    ['JSON-LD', jsonLd({ '@context': 'https://schema.org', ...review, itemReviewed: film })],
    [
      'JSON-LD in a graph',
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'WebPage' }, { ...review, itemReviewed: film }],
      }),
    ],
    [
      'JSON-LD within what is reviewed',
      jsonLd({ '@context': 'https://schema.org', ...film, review: [review] }),
    ],
    [
      'h-review',
      '<html><body><article class="h-review"><h1 class="p-name">Salt Harbour</h1><a class="p-author h-card" href="https://example.org">Ada Quill</a><data class="p-rating" value="3.5">***</data> of <span class="p-best">5</span><time class="dt-published" datetime="2024-05-06">May</time><div class="e-content"><p>Salt &amp; *sea*.</p><p>More.</p></div></article></body></html>',
    ],
    [
      'hReview',
      '<div class="hreview"><span class="item"><span class="fn">Salt Harbour</span></span> by <span class="reviewer vcard"><span class="fn">Ada Quill</span></span> <span class="rating"><span class="value">3.5</span></span> <abbr class="dtreviewed" title="2024-05-06">May</abbr><div class="description"><p>Salt &amp; *sea*.</p><p>More.</p></div></div>',
    ],
  ])('%s', async (_, html) => {
    const cwd = folderOf({ 'reviews/.keep': '', 'page.html': html });
    const ran = await on('2026-11-27', ['import', 'page.html', '--into', 'in'], cwd);
    expect(ran).toEqual({ status: 0, stdout: 'Web page: 1 read (1 row): 1 new\n', stderr: '' });
    const text = filesIn(join(cwd, 'in')).get('salt-harbour.md') ?? '';
    expect(text).toMatch(/^item: Salt Harbour$/m);
    expect(text).toMatch(/^author: Ada Quill$/m);
    expect(text).toMatch(/^rating:(?: 3\.5\/5|\n {2}value: 3\.5\n {2}best: 5)/m);
    expect(text).toMatch(/^date: 2024-05-06$/m);
    expect(text.slice(text.lastIndexOf('---\n'))).toBe('---\n\nSalt & \\*sea\\*.\n\nMore.\n');
    const again = await on('2026-11-28', ['import', '-', '--into', 'in'], cwd, Buffer.from(html));
    expect(again.stdout).toContain('0 new, 1 same');
  });

  test('that is hostile, or says nothing of reviews', async () => {
    const cwd = folderOf({ 'reviews/.keep': '' });
    writeFileSync(join(cwd, 'deep.html'), `<html>${'<div class="h-review">'.repeat(20_000)}x`);
    writeFileSync(
      join(cwd, 'bad.html'),
      '<html><script type="application/ld+json">{"@type":"Review",</script>',
    );
    expect(
      (await on('2026-11-27', ['import', 'deep.html', '--dry-run'], cwd)).status,
    ).toBeGreaterThanOrEqual(0);
    expect((await on('2026-11-27', ['import', 'bad.html'], cwd)).stdout).toContain('0 read');
  });
});
