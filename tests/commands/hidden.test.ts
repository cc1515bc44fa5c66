import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** What hides KRAKEN, each as a body or as a field; the rest of the text is seen. */
const hiding: readonly (readonly [name: string, head: string, body: string])[] = [
  ['bars', '', 'Calm ||KRAKEN|| sea.'],
  ['arrows', '', 'Calm >!KRAKEN!< sea.'],
  ['brackets', '', 'Calm [spoiler]KRAKEN[/spoiler] sea.'],
  ['a tag', '', 'Calm <spoiler>KRAKEN</spoiler> sea.'],
  ['details in a line', '', 'Calm <details><summary>h</summary>KRAKEN</details> sea.'],
  ['details', '', 'Calm sea.\n\n<details><summary>h</summary>\n\nKRAKEN\n\n</details>'],
  ['a fence', '', 'Calm sea.\n\n:::spoiler\nKRAKEN\n:::'],
  ['a callout', '', 'Calm sea.\n\n> [!spoiler] h\n> KRAKEN'],
  ['raw HTML', '', 'Calm sea.\n\n<div>||KRAKEN|| x</div>'],
  ['an attribute', '', 'Calm sea. <img alt="||KRAKEN||" src="a.png">'],
  ['the title of a link', '', 'Calm [sea](http://ex.org "||KRAKEN||").'],
  ['the text of a picture', '', 'Calm sea. ![||KRAKEN||](a.png)'],
  ['an item', '', '- Calm sea.\n- the ||KRAKEN||'],
  ['a quote', '', '> Calm sea, ||KRAKEN||'],
  ['a cell', '', '| Calm sea. | a |\n|---|---|\n| >!KRAKEN!< | b |'],
  ['a note', '', 'Calm sea.[^1]\n\n[^1]: The ||KRAKEN||'],
  ['a note that hidden text calls', '', 'Calm sea, ||then[^1]||.\n\n[^1]: The KRAKEN'],
  ['a heading', '', 'Calm sea.\n\n## The end ||KRAKEN||\n\nx'],
  ['a heading that is nothing else', '', 'Calm sea.\n\n## ||KRAKEN||\n\nx'],
  ['a spoilers section', '', 'Calm sea.\n\n## Spoilers\n\nKRAKEN'],
  ['a section within it', '', 'Calm sea.\n\n## Full spoilers below\n\nx\n\n### KRAKEN\n\ny'],
  ['a section in brackets', '', 'Calm sea.\n\n## Ending [Spoiler]\n\nKRAKEN'],
  ['a numbered section', '', 'Calm sea.\n\n## Spoilers2\n\nKRAKEN'],
  ['the headline', 'title: "Head >!KRAKEN!<"', 'Calm sea.'],
  ['the summary', 'summary: "Sum ||KRAKEN||"', 'Calm sea.'],
  ['a tag of the review', 'tags: ["||KRAKEN||", sea, "a ||KRAKEN||"]', 'Calm sea.'],
  ['a critic', 'author: "Ann ||KRAKEN||"', 'Calm sea.'],
  ['a maker', 'director: "Ann ||KRAKEN||"', 'Calm sea.'],
  ['a venue', 'venue: "[spoiler]KRAKEN[/spoiler]"', 'Calm sea.'],
  ['a score', 'scores: {"acting ||KRAKEN||": 3/5}', 'Calm sea.'],
  ['points', 'pros: ["a ||KRAKEN||"]\ncons: [">!KRAKEN!<"]', 'Calm sea.'],
  ['an unknown key', 'my:\n  "k ||KRAKEN||": ["||KRAKEN||"]', 'Calm sea.'],
  ['an address', 'url: "http://ex.org/||KRAKEN||"', 'Calm sea.'],
];

const shown: readonly (readonly [name: string, body: string])[] = [
  ['Spoiler-free', '## Spoiler-free\n\nKRAKEN'],
  ['Spoiler-safe notes', '## Spoiler-safe notes\n\nKRAKEN'],
  ['No spoilers', '## No spoilers\n\nKRAKEN'],
  ['About spoilers in reviews', '## About spoilers in reviews\n\nKRAKEN'],
  ['code', 'Calm `||` KRAKEN `||` sea.'],
];

function libraryOf(head: string, body: string): string {
  const source = `---\nfilm: Salt\ndate: 2025-01-02\n${head}\n---\n\n${body}\n\n## Verdict\n\nGood.\n`;
  return folderOf({ 'reviews/salt.md': source });
}

/** What each output says of the one review of a library; a web page without what has to be opened. */
async function outputsOf(cwd: string, more = ''): Promise<Record<string, string>> {
  const says = async (line: string): Promise<string> =>
    (await review(`${line}${more}`, { cwd })).stdout;
  await review('export --all --html -o site --base-url https://ex.org/', { cwd });
  const file = (name: string): string => readFileSync(join(cwd, 'site', name), 'utf8');
  const page = file('salt.html');
  let open = page;
  while (open.includes('</details>'))
    open = open.replace(/<details(?:(?!<details)[\s\S])*?<\/details>/, '');
  return {
    terminal: await says('show salt'),
    text: await says('show salt --text'),
    search: await says('search kraken'),
    list: await says('list'),
    'list --json': await says('list --json'),
    toc: await says('toc salt'),
    'toc --json': await says('toc salt --json'),
    page: open,
    'JSON-LD': /<script[^>]*ld\+json[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? '',
    'feed.xml': file('feed.xml'),
    'feed.json': file('feed.json'),
    'index.html': file('index.html'),
    sitemap: file('sitemap.xml'),
  };
}

describe('what is hidden is hidden in every output', () => {
  test.each(hiding)('%s', { timeout: 20_000 }, async (_, head, body) => {
    const cwd = libraryOf(head, body);
    const outputs = await outputsOf(cwd);
    const leaks = Object.entries(outputs).filter(([, text]) => /krak|aken/i.test(text));
    expect(leaks).toEqual([]);
    for (const name of ['terminal', 'text', 'page', 'JSON-LD', 'feed.xml'])
      expect(outputs[name], name).toMatch(/Calm[\s\S]*sea/);
    expect(outputs.terminal).toMatch(/\d spoilers? hidden · --spoilers/);
    expect((await review('stats', { cwd })).stdout).not.toMatch(/kraken/i);
  });

  test.each(hiding)('and the source is carried: %s', async (_, head, body) => {
    const cwd = libraryOf(head, body);
    for (const format of ['markdown', 'yaml', 'json', 'jsonl'])
      expect((await review(`show salt --${format}`, { cwd })).stdout, format).toContain('KRAKEN');
  });

  test.each(shown)('what is not hidden is seen: %s', async (_, body) => {
    const outputs = await outputsOf(libraryOf('', body));
    for (const name of ['terminal', 'text', 'search', 'page', 'JSON-LD', 'feed.xml', 'feed.json'])
      expect(outputs[name], name).toContain('KRAKEN');
  });
});

/** Every output says the same of a title; each section has a word of its own. */
const titles: Readonly<Record<string, boolean>> = {
  Spoilers: true,
  'The end (spoilers)': true,
  'Ending [Spoiler]': true,
  'Spoiler section': true,
  Spoilers2: true,
  'Full spoilers below': true,
  'Achtung, Spoiler!': true,
  'Zone spoilers': true,
  'Alerta de spóiler': true,
  'Attenzione: spoiler': true,
  'Contém spoilers': true,
  'Pas op: spoilers': true,
  'Uwaga, spojlery': true,
  'Осторожно, спойлеры!': true,
  ネタバレ感想: true,
  剧透: true,
  '스포 주의': true,
  'Spoiler-free': false,
  'Spoiler-safe notes': false,
  'No spoilers': false,
  'About spoilers in reviews': false,
  Spoilerfrei: false,
  'Sans spoilers': false,
  'Sin spoilers': false,
  'Senza spoiler': false,
  'Sem spoilers': false,
  'Geen spoilers': false,
  'Bez spoilerów': false,
  'Без спойлеров': false,
  ネタバレなし: false,
  无剧透: false,
  '스포일러 없음': false,
};

test('all outputs agree on titles of spoilers sections', { timeout: 30_000 }, async () => {
  const wordOf = (at: number): string =>
    `word${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}q`;
  const all = Object.entries(titles);
  const body = all.map(([title], at) => `## ${title}\n\n${wordOf(at)}\n`).join('\n');
  const cwd = libraryOf('', body);
  const outputs = await outputsOf(cwd);
  for (const [at, [title, hides]] of all.entries()) {
    for (const name of ['terminal', 'text', 'page', 'JSON-LD', 'feed.xml', 'feed.json'])
      expect([title, name, outputs[name]?.includes(wordOf(at))]).toEqual([title, name, !hides]);
    const found = (await review(`search ${wordOf(at)}`, { cwd })).stdout;
    expect([title, 'search', found.includes(wordOf(at))]).toEqual([title, 'search', !hides]);
  }
});

describe('names and keys on the card', () => {
  const head = [
    'author: "Ann ||KRAKEN||"',
    'tags: ["a >!KRAKEN!<", sea]',
    'venue: "Pier [spoiler]KRAKEN[/spoiler]"',
    'director: "Bob ||KRAKEN||"',
    'scores: {"acting ||KRAKEN||": 3/5}',
    'my: {"k ||KRAKEN||": "v ||KRAKEN||"}',
  ].join('\n');

  test('have the bar of the text', async () => {
    const cwd = libraryOf(head, 'Calm sea.');
    const terminal = (await review('show salt', { cwd })).stdout;
    expect(terminal).not.toContain('[spoiler');
    for (const name of ['Ann', 'a', 'Pier', 'Bob', 'acting', 'k', 'v'])
      expect(terminal.toLowerCase(), name).toContain(`${name.toLowerCase()} ██████`);
    expect((await review('show salt --text', { cwd })).stdout).toMatch(/by Ann \[spoiler\]/);
    expect((await review('show salt --plain', { cwd })).stdout).toMatch(
      /by Ann \[spoiler hidden\]/,
    );
  });

  test('stats counts without them, unless asked for', async () => {
    const cwd = libraryOf(head, 'Calm sea.');
    expect((await review('stats --json', { cwd })).stdout).not.toContain('KRAKEN');
    expect((await review('stats --json --spoilers', { cwd })).stdout).toContain('Ann KRAKEN');
  });
});

describe('sections inside a hidden one', () => {
  const cwd = (): string =>
    libraryOf('', '## Spoilers\n\nx\n\n### The Kraken\n\ny\n\n### Cons\n\nz\n\n## Pace\n\nslow');

  test('the hidden one has its heading and a bar', async () => {
    const ran = await review('section spoilers salt', { cwd: cwd() });
    expect(ran).toEqual({
      status: 0,
      stderr: '',
      stdout: 'Spoilers\n────────\n\n█████ Spoiler hidden (use --spoilers)\n',
    });
  });

  test.each(['1.1', 'the-kraken', "'The Kraken'", 'cons'])('%s is not shown', async (name) => {
    for (const line of [`section ${name} salt`, `show salt --section ${name} --text`]) {
      const ran = await review(line, { cwd: cwd() });
      expect(ran, line).toEqual({
        status: 1,
        stdout: '',
        stderr: 'hidden as a spoiler: --spoilers shows it\n',
      });
    }
    const asked = await review(`section ${name} salt --spoilers`, { cwd: cwd() });
    expect(asked).toMatchObject({ status: 0, stderr: '' });
    expect((await review(`section ${name} salt --json`, { cwd: cwd() })).status).toBe(0);
  });

  test('nothing names it, and its number stays taken', async () => {
    const ran = await review('section krake salt', { cwd: cwd() });
    expect(ran.status).toBe(1);
    expect(ran.stderr).not.toMatch(/the-kraken|The Kraken/);
    const { sections } = JSON.parse((await review('toc salt --json', { cwd: cwd() })).stdout);
    expect(sections.map(({ number }: { number: string }) => number)).toEqual(['1', '2', '3']);
    expect((await review('toc salt --spoilers', { cwd: cwd() })).stdout).toContain('The Kraken');
  });

  test('a hidden heading is titled when it is asked for', async () => {
    const library = libraryOf('title: "Head ||Kraken||"', '## End ||Kraken||\n\nx');
    expect((await review('toc salt', { cwd: library })).stdout).toContain('End [spoiler]');
    expect((await review('toc salt --spoilers', { cwd: library })).stdout).toContain('End Kraken');
    expect((await review('list --spoilers', { cwd: library })).stdout).toContain('Head Kraken');
  });
});

test('text says the head of a spoiler', async () => {
  const cwd = libraryOf('', ':::spoiler The last scene\nx\n:::\n\n> [!spoiler] Head\n> y');
  const { stdout } = await review('show salt --text', { cwd });
  expect(stdout).toContain('[spoiler: The last scene]');
  expect(stdout).toContain('[spoiler: Head]');
});
