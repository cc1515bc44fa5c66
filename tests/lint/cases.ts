import type { DiagnosticCode } from '../../src/model/diagnostic.ts';

/** A source that has a diagnostic, and where. */
export interface Case {
  readonly code: DiagnosticCode;
  readonly source: string | Uint8Array;
  /** Default: markdown. `config` is a library's configuration, `theme` a theme of the user's. */
  readonly format?: 'markdown' | 'yaml' | 'json' | 'csv' | 'text' | 'config' | 'theme' | undefined;
  /** `line:column-line:column`, the end exclusive. */
  readonly at: string;
  /** The source with the diagnostic's fix made; absent when it has none. */
  readonly fixed?: string;
  /** True where every file is there that a text names. */
  readonly files?: boolean;
}

/** A Markdown file with these keys and this text. */
const file = (keys: string, body = 'Text.\n') => `---\n${keys}\n---\n\n${body}`;
/** A file with nothing missing but what the case is about. */
const whole = (keys: string, body?: string) =>
  file(`film: Heat\nauthor: Ann\ndate: 2025-06-06\nrating: 4/5\n${keys}`, body);

const range = '{"start":{"line":9,"column":9,"offset":9},"end":{"line":9,"column":9,"offset":9}}';
const section = (id: string) =>
  `{"id":"${id}","number":"1","level":2,"title":"A","role":null,"body":"x","range":${range},"sections":[]}`;
const exported = `{"schemaVersion":1,"item":{"creators":[],"ids":{},"details":{}},"author":[],"rating":null,"scores":[],
"pros":[],"cons":[],"experienced":[],"tags":[],"extra":{},"sections":[
${section('a')},
${section('a-2')}
]}`;

const long = 'x'.repeat(100);

/** At least one case for every code there is. */
export const cases: readonly Case[] = [
  {
    code: 'encoding-invalid',
    source: Uint8Array.from([0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xff, 0x63]),
    format: 'text',
    at: '2:3-2:4',
  },
  { code: 'encoding-invalid', source: 'a\nb\0c', format: 'text', at: '2:2-2:3' },
  { code: 'file-too-large', source: ' '.repeat(17 * 1024 * 1024), format: 'text', at: '1:1-1:1' },
  { code: 'limit-exceeded', source: `## A\n\n${'> '.repeat(300)}x\n`, at: '1:1-1:1' },
  {
    code: 'front-matter-unclosed',
    source: '---\nfilm: Heat\nrating: 4/5\n\nText.\n',
    at: '1:1-1:4',
    fixed: '---\nfilm: Heat\nrating: 4/5\n---\n\nText.\n',
  },
  {
    code: 'front-matter-unclosed',
    source: '---\r\nfilm: Heat\r\nyear: 1995\r\n\r\nText.\r\n',
    at: '1:1-1:4',
    fixed: '---\r\nfilm: Heat\r\nyear: 1995\r\n---\r\n\r\nText.\r\n',
  },
  { code: 'front-matter-unclosed', source: '---\nfilm: Heat\nand then prose\n', at: '1:1-1:4' },
  { code: 'front-matter-unclosed', source: '---\nfoo: bar\n\nText.\n', at: '1:1-1:4' },
  { code: 'toml-syntax', source: '+++\ntitle = a\n+++\n', at: '2:9-2:10' },
  { code: 'front-matter-too-large', source: file(`a: ${'x'.repeat(70_000)}`), at: '1:1-1:4' },
  {
    code: 'front-matter-too-large',
    source: `a: ${'x'.repeat(1_100_000)}`,
    format: 'yaml',
    at: '1:1-1:2',
  },
  { code: 'yaml-syntax', source: file('a: 1\n\tb: 2'), at: '3:1-3:2' },
  {
    code: 'yaml-syntax',
    source: file('film: Heat\nnotes: |\n\tone\n\n\t\ttwo\nrating: 4/5'),
    at: '4:1-4:2',
    fixed: file('film: Heat\nnotes: |\n  one\n\n    two\nrating: 4/5'),
  },
  {
    code: 'yaml-syntax',
    source: 'film: Heat\ncons:\n\t- a\n\t- b\n',
    format: 'yaml',
    at: '3:1-3:2',
    fixed: 'film: Heat\ncons:\n  - a\n  - b\n',
  },
  { code: 'yaml-unsupported', source: file('a: !!b c'), at: '2:4-2:7' },
  { code: 'yaml-alias', source: file('a: &x b\nc: *x'), at: '3:4-3:6' },
  { code: 'tag-duplicate', source: file('tags: [a, b, A]'), at: '2:14-2:15' },
  {
    code: 'yaml-quotes-missing',
    source: file('title: Mission: Impossible'),
    at: '2:8-2:27',
    fixed: file('title: "Mission: Impossible"'),
  },
  {
    code: 'yaml-quotes-missing',
    source: file('film: #Alive'),
    at: '2:7-2:13',
    fixed: file('film: "#Alive"'),
  },
  { code: 'json-syntax', source: '{"title": "a",\n "b" 1}', format: 'json', at: '2:6-2:7' },
  {
    code: 'json-shape',
    source: '{"schemaVersion": 1,\n "title": 3}',
    format: 'json',
    at: '2:11-2:12',
  },
  { code: 'not-a-mapping', source: '- a\n- b\n', format: 'yaml', at: '1:1-2:4' },
  {
    code: 'key-duplicate',
    source: file('title: a\nrating: 4/5\ntitle: a'),
    at: '4:1-4:6',
    fixed: file('title: a\nrating: 4/5'),
  },
  { code: 'key-duplicate', source: file('title: a\ntitle: b'), at: '3:1-3:6' },
  { code: 'key-duplicate', source: file('tags:\n  - a\ntags:\n  - a'), at: '4:1-4:5' },
  {
    code: 'key-typo',
    source: file('film: Heat\nraiting: 4/5'),
    at: '3:1-3:8',
    fixed: file('film: Heat\nrating: 4/5'),
  },
  {
    code: 'key-typo',
    source: file('film: Heat\nauhtor: Ann'),
    at: '3:1-3:7',
    fixed: file('film: Heat\nauthor: Ann'),
  },
  // Two slips, a key that is there already, a plural: said, and left to the author.
  { code: 'key-typo', source: file('film: Heat\nrecomendd: x'), at: '3:1-3:10' },
  { code: 'key-typo', source: file('rating: 4/5\nraiting: 3/5'), at: '3:1-3:8' },
  { code: 'key-typo', source: file('blurbs: x'), at: '2:1-2:7' },
  { code: 'csv-syntax', format: 'csv', source: 'Title,Rating\n"Heat,4\n', at: '2:1-2:2' },
  { code: 'value-invalid', source: file('draft: maybe'), at: '2:8-2:13' },
  { code: 'date-invalid', source: file('title: a\ndate: 2025-02-30'), at: '3:7-3:17' },
  { code: 'kind-unknown', source: file('kind: sandwich'), at: '2:7-2:15' },
  { code: 'rating-unreadable', source: file('rating: 1 or 2'), at: '2:9-2:15' },
  { code: 'rating-out-of-range', source: file('rating: 11/10'), at: '2:9-2:14' },
  { code: 'rating-scale-assumed', source: file('rating: 4'), at: '2:9-2:10' },
  {
    code: 'rating-conflict',
    source: file('rating: 4/5', 'Text.\n\nRating: 2/5\n'),
    at: '7:1-7:12',
  },
  { code: 'rating-ambiguous', source: file('rating: 4/5\nstars: 3/5'), at: '3:1-3:6' },
  { code: 'section-empty', source: '## A\n\n## B\n\nText.\n', at: '1:1-1:5' },
  { code: 'section-empty', source: '## A\r\n\r\nText.\r\n\r\n## B  \r\n', at: '5:1-5:5' },
  { code: 'section-empty', source: whole('', '## A\n\n## B\n\n### C\n'), at: '9:1-9:5' },
  {
    code: 'section-empty',
    source: 'film: Heat\nsections:\n  - heading: A\n',
    format: 'yaml',
    at: '3:5-3:15',
  },
  { code: 'section-duplicate', source: '## A\n\nx\n\n## a\n\ny\n', at: '5:1-5:5' },
  // The ranges in it are those of the file that it was exported from.
  { code: 'section-duplicate', source: exported, format: 'json', at: '4:1-4:175' },
  { code: 'heading-skipped', source: '## A\n\nx\n\n#### B\n\ny\n', at: '5:1-5:7' },
  { code: 'heading-skipped', source: '# Title\n\n### B\n\ny\n', at: '3:1-3:6' },
  {
    code: 'link-broken',
    source: '## The bad\n\nSee `[x](#no)`,\n> and [there](#The-Bad).\n',
    at: '4:15-4:23',
    fixed: '## The bad\n\nSee `[x](#no)`,\n> and [there](#the-bad).\n',
  },
  { code: 'link-broken', source: '## A\n\n- *one* [two][r]\n\n[r]: #nowhere\n', at: '3:9-3:17' },
  { code: 'link-broken', source: '## A\n\nx\n\n## See [it](#b)\n\ny\n', at: '5:13-5:15' },
  {
    code: 'link-broken',
    source: 'sections:\n  verdict: |\n    One\n    [two](#three) four\n',
    format: 'yaml',
    at: '4:11-4:17',
  },
  { code: 'image-missing', source: file('poster: no.jpg'), at: '2:9-2:15' },
  { code: 'image-missing', source: '## A\n\n| a |\n|---|\n| ![x](a%20b.png) |\n', at: '5:8-5:17' },
  { code: 'link-broken', source: '## A\n\nx [a](b/no.md#x) [c](d/) [e](f.html)\n', at: '3:7-3:16' },
  { code: 'link-broken', source: '## A\n\n<p><a href="no.pdf">x</a>\n', at: '3:13-3:19' },
  { code: 'image-missing', source: 'x <img alt="y" src="no.png">\n', at: '1:21-1:27' },
  { code: 'image-blocked', source: 'x ![a](http://x.example/a.png)\n', at: '1:8-1:30' },
  { code: 'image-blocked', source: 'x ![a](a.svg)\n', at: '1:8-1:13' },
  { code: 'image-blocked', source: file('poster: http://x.example/a.png'), at: '2:9-2:31' },
  { code: 'image-blocked', source: 'x ![a](data:image/svg+xml,x)\n', at: '1:8-1:28' },
  { code: 'link-unpublished', source: 'x [a](a.pdf) [b](b.md)\n', at: '1:7-1:12', files: true },
  { code: 'comment-unclosed', source: 'x\n\n<!-- a --> <!-- b\n\nc\n', at: '3:12-3:16' },
  { code: 'note-duplicate', source: 'x[^1]\n\n[^1]: one\n[^1]: two\n', at: '4:1-4:5' },
  { code: 'item-missing', source: file('rating: 4/5'), at: '1:1-1:1' },
  { code: 'rating-missing', source: 'Only words.\n', at: '1:1-1:1' },
  { code: 'rating-words', source: file('film: Heat\nrating: loved it'), at: '3:9-3:17' },
  { code: 'author-missing', source: file('film: Heat'), at: '1:1-1:1' },
  { code: 'author-too-long', source: file(`author: [Ann, ${long}]`), at: '2:15-2:115' },
  { code: 'author-too-long', source: file(`critic:\n  name: ${long}`), at: '3:9-3:109' },
  { code: 'date-missing', source: file('film: Heat'), at: '1:1-1:1' },
  { code: 'cons-missing', source: whole('pros: [fast]'), at: '1:1-1:1' },
  {
    code: 'stars-not-shown',
    source: file('restaurant: Chez Léon\nauthor: chez leon\nrating: 5/5'),
    at: '3:9-3:18',
  },
  {
    code: 'stars-not-shown',
    source: file(
      'restaurant: X\nwebsite: https://www.x.example/\nrating: 5/5\nurl: https://x.example/us',
    ),
    at: '1:1-1:1',
  },
  {
    code: 'control-character',
    source: 'a\u001B[31mb\u0007\n',
    at: '1:2-1:7',
    fixed: 'ab\n',
  },
  { code: 'control-character', source: 'one\ftwo\n', at: '1:4-1:5', fixed: 'one two\n' },
  { code: 'control-character', source: 'a\n\u202Eb\n', at: '2:1-2:2' },
  { code: 'spoiler-unclosed', source: '## A\n\n:::spoiler\n\ntext\n', at: '3:1-3:11' },
  { code: 'spoiler-unclosed', source: '## A\n\nWell, ||he dies.\n', at: '3:7-3:9' },
  { code: 'spoiler-unclosed', source: '## A\n\n- x [spoiler]he dies.\n', at: '3:5-3:14' },
  { code: 'spoiler-unclosed', source: '## A\n\n*Well*, ||he dies.\n', at: '3:9-3:11' },
  { code: 'spoiler-unclosed', source: '## A\n\n*Well* ||he dies.\n', at: '3:8-3:10' },
  {
    code: 'spoiler-unclosed',
    source: '## A\n\nx {% spoiler %}he dies.\n',
    at: '3:3-3:16',
  },
  {
    code: 'spoiler-unclosed',
    source: '## A\n\nx {{< spoiler >}}he dies.\n',
    at: '3:3-3:18',
  },
  {
    code: 'spoiler-unclosed',
    source: '## A\n\n{{% spoiler "t" %}}\n\nhe dies.\n',
    at: '3:1-3:20',
  },
  { code: 'spoiler-unclosed', source: '## A\n\n{% spoiler %}\n\nhe dies.\n', at: '3:1-3:14' },
  { code: 'spoiler-unclosed', source: '## A\n\n[spoiler=t]\n\nhe dies.\n', at: '3:1-3:12' },
  {
    code: 'spoiler-unclosed',
    source: '## A\n\n<spoiler>\n\nhe dies.\n',
    at: '3:1-3:10',
  },
  { code: 'spoiler-unclosed', source: '## A\n\n> {% spoiler %}\n> he dies.\n', at: '3:3-3:16' },
  { code: 'spoiler-unclosed', source: '## A\n\n- b\n  :::spoiler\n  he dies.\n', at: '4:3-4:13' },
  { code: 'table-row-long', source: '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n', at: '3:1-3:14' },
  { code: 'table-row-long', source: '> a | b\n> --|--\n> 1 | 2\n> x | y | z\n', at: '4:3-4:12' },
  { code: 'reference-undefined', source: 'See [x][nowhere] now.\n', at: '1:5-1:17' },
  { code: 'reference-undefined', source: '- a\n- *so* [the page][] and\n', at: '2:8-2:20' },
  { code: 'reference-undefined', source: '![a poster][cover]\n', at: '1:1-1:19' },
  { code: 'note-undefined', source: 'A word[^none] here.\n', at: '1:7-1:14' },
  { code: 'note-unused', source: 'A word.\n\n[^alone]: A note.\n', at: '3:1-3:9' },
  { code: 'fence-unclosed', source: 'A word.\n\n```js\ncode\n', at: '3:1-3:4' },
  { code: 'fence-unclosed', source: '- a\n\n  ~~~~\n  ~~~\n', at: '3:3-3:7' },
  { code: 'config-invalid', source: 'scale: many\n', format: 'config', at: '1:8-1:12' },
  {
    code: 'config-invalid',
    source: 'rules:\n  date-mising: off\n',
    format: 'config',
    at: '2:3-2:14',
  },
  {
    code: 'config-invalid',
    source: 'rules: {date-missing: loud}\n',
    format: 'config',
    at: '1:23-1:27',
  },
  { code: 'theme-invalid', source: 'base: night\n', format: 'theme', at: '1:7-1:12' },
];
