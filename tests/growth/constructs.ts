/** A text that repeats one construct so many times, with `\n` for line ends. */
export interface Construct {
  readonly name: string;
  /** A path that says the format. */
  readonly path: string;
  readonly text: (count: number) => string;
  /** How many of them make about 40 KB. */
  readonly count: number;
  /** With more of them a limit is met, beyond which there is other work. */
  readonly most: number;
  /** True for what repeats another one in another place: for a thorough look. */
  readonly isRare?: true;
}

const size = 40_000;

/** As deep as containers go in one another, nearly: what lies deeper is flat text. Up to there each may be looked through from each. */
export const deepest = 240;

function made(
  path: string,
  name: string,
  text: (count: number) => string,
  most = Infinity,
): Construct {
  const unit = (text(64).length - text(32).length) / 32;
  return { name, path, text, most, count: Math.min(most, Math.round(size / Math.max(unit, 2))) };
}

/** In the body of a review. */
function body(name: string, text: (count: number) => string, most?: number): Construct {
  return made('a.md', name, (count) => `---\nfilm: Heat\n---\n\n${text(count)}\n`, most);
}

function repeated(unit: string): (count: number) => string {
  return (count) => unit.repeat(count);
}

function numbered(unit: (index: number) => string): (count: number) => string {
  return (count) => Array.from({ length: count }, (_, index) => unit(index)).join('');
}

/** No line and no paragraph is longer than the limits allow. */
const lines = (unit: string) => repeated(`${unit}\n`);
const paragraphs = (unit: string) => repeated(`${unit}\n\n`);

const blocks: Readonly<Record<string, string>> = {
  'blank lines': '\n',
  'lines of blanks': '    \n',
  'lines of tabs': '\t\n',
  'a hash and a letter': '# a\n',
  'sections with a text': '## a\n\nx\n\n',
  'empty headings': '#\n',
  'headings that end in hashes': '## a ##\n\n',
  'underlined headings': 'a\n=\n',
  'underlined headings of two lines': 'a\nb\n---\n\n',
  'bold headings': '**a**\n\nb\n\n',
  rules: '---\n\n',
  'rules of stars': '* * *\n',
  'items of a list': '- a\n',
  'items apart': '- a\n\n',
  'items of numbers': '1. a\n',
  tasks: '- [ ] a\n',
  'lists apart': '- a\n\n<!-- -->\n\n',
  'lists in quotes': '> - a\n',
  quotes: '> a\n\n',
  'quotes in a row': '> a\n',
  'empty quotes': '>\n',
  fences: '```js\na\n```\n\n',
  'fences in a row': '```\n```\n',
  'fences of tildes': '~~~\na\n~~~\n',
  'open fences in items': '- ```\n\n',
  'code by indentation': '    a\n\n',
  'rows of a table without a head': '|a|b|\n',
  tables: '|a|b|\n|-|-|\n|c|d|\n\n',
  'tables with bars': '|a|b|\n|-|-|\n|‖c‖|d|\n\n'.replaceAll('‖', '||'),
  paragraphs: 'a\n\n',
  'lines of a paragraph': 'a\n',
  'hard breaks': 'a  \n',
  'breaks by a backslash': 'a\\\n',
  'trailing blanks': 'a        \n\n',
  'raw blocks': '<div>\n\n',
  'raw blocks with words': '<div>a</div>\n\n',
  'open details': '<details>\n',
  details: '<details>\n<summary>s</summary>\na\n</details>\n\n',
  'details on a line': '<details>a</details> b\n\n',
  'closed details': '</details>\n\n',
  'open comments': '<!--\n\n',
  comments: '<!-- a -->\n\n',
  'comments in a text': 'a <!-- a --> b\n\n',
  'private parts': '%%a%%\n\n',
  'open private parts': '%%\n\n',
  'a private mark in a line': 'a %% b\n\n',
  'lines of colons': ':::\n',
  'lines of colons and a name': ':::note\n',
  'spoilers in colons': ':::spoiler\na\n:::\n\n',
  'spoilers in brackets': '[spoiler]\na\n[/spoiler]\n\n',
  'open spoilers in brackets': '[spoiler]\n\n',
  'closed spoilers in brackets': '[/spoiler]\n\n',
  'spoiler callouts': '> [!spoiler] a\n> b\n\n',
  'spoilers in tags': '<spoiler>\na\n</spoiler>\n\n',
  'block spoilers': '>! a\n\n',
  'inline spoilers of arrows': '>!a!< b\n\n',
  notes: 'a[^b]\n\n',
  'definitions of a note': '[^a]: b\n\n',
  'colons after a word': 'a:\n',
  'dots at the end': 'a.\n\n',
  'points by labels': 'Pros: a, b\n\n',
  'ratings in lines': 'Rating: 4/5\n\n',
};

const inlines: Readonly<Record<string, string>> = {
  'a[^b]': '',
  '[a](b)': '',
  '[a][b]': '',
  '[a]': '',
  '![a](b)': '',
  '*a*': '',
  '**a**': '',
  '*a **a ': '',
  '**': '',
  _a_: '',
  '~~a~~': '',
  '`a`': '',
  '`': '',
  '`a``b': '',
  '[': '',
  '![': '',
  ']': '',
  '](': '',
  '[a](': '',
  '[a](<': '',
  '<': '',
  '<a ': '',
  '<a href="': '',
  '</': '',
  '<b>': '',
  '<!-- ': '',
  '<?': '',
  '<![CDATA[': '',
  '<https://ex.org>': '',
  'https://ex.org ': '',
  'www.ex.org ': '',
  'https://ex.org/(': '',
  'a@b.org ': '',
  'a.': '',
  '&amp;': '',
  '&': '',
  '\\': '',
  '||a|| ': '',
  '||a ': '',
  '|': '',
  '>!a!< ': '',
  '>!a ': '',
  '!< ': '',
  '%%a%% ': '',
  '%% ': '',
  '[spoiler]a[/spoiler] ': '',
  '[spoiler]a': '',
  '[/spoiler]': '',
  '<spoiler>a': '',
  '<details>a': '',
  '</details>': '',
  '[spoiler=a]b': '',
  '{{< spoiler >}}a{{< /spoiler >}} ': '',
  '{{< spoiler >}}a': '',
  '{% spoiler %}a{% endspoiler %} ': '',
  '{% spoiler %}a': '',
  '{% endspoiler %}': '',
  '{{< a >}} ': '',
  '{% a %}': '',
  '{{': '',
  '[[a]] ': '',
  '[[a ': '',
  '==a== ': '',
  '^a': '',
  ' ': 'x',
  '\t': 'x',
  'a ': '',
  a: '',
  '★': '',
  '1/': '',
  '4.': '',
  '- ': 'x',
  '+ ': 'x',
  '> ': 'x',
  '1. ': 'x',
  '"': '',
  '(': '',
  ':': '',
  ': ': '',
  '#': '',
  日: '',
  '…': '',
};

function rare(construct: Construct): Construct {
  return { ...construct, isRare: true };
}

/** In one line, and the same in lines of a paragraph, and in paragraphs of their own. */
function ofInlines(): Construct[] {
  return Object.entries(inlines).flatMap(([unit, end]) => [
    body(`one line of ${JSON.stringify(unit)}`, (count) => `x ${unit.repeat(count)}${end}`, 1900),
    rare(
      body(
        `one line beyond the limits of ${JSON.stringify(unit)}`,
        (count) => `x ${unit.repeat(count)}${end}`,
      ),
    ),
    rare(body(`lines of ${JSON.stringify(unit)}`, lines(`x ${unit}${end}`))),
    body(`paragraphs of ${JSON.stringify(unit)}`, paragraphs(`x ${unit.repeat(10)}${end}`)),
  ]);
}

/** What opens a spoiler in a pair, and what closes it. */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['||', '||'],
  ['>!', '!<'],
  ['%%', '%%'],
  ['[spoiler]', '[/spoiler]'],
  ['<spoiler>', '</spoiler>'],
  ['{{< spoiler >}}', '{{< /spoiler >}}'],
  ['{% spoiler %}', '{% endspoiler %}'],
  ['<details>', '</details>'],
  [':::spoiler', ':::'],
];

/** Openings without an end, with one behind all of them, closes without an opening: in a line, in lines, in a field, in a row of a table. */
const ofPairs: readonly Construct[] = pairs.flatMap(([open, close]) => [
  body(
    `openings and one close: ${open}`,
    (count) => `x ${`${open}a `.repeat(count)}${close}`,
    1900,
  ),
  body(
    `lines of openings and one close: ${open}`,
    (count) => `${`${open}\na\n`.repeat(count)}${close}`,
    deepest,
  ),
  body(
    `one opening and closes: ${open}`,
    (count) => `x ${open}a${`${close} b`.repeat(count)}`,
    1900,
  ),
  made(
    'a.yaml',
    `openings in a field: ${open}`,
    (count) => `film: Heat\nsummary: '${`${open}a `.repeat(count)}'\n`,
  ),
  made(
    'a.yaml',
    `openings in a field and one close: ${open}`,
    (count) => `film: Heat\nsummary: '${`${open}a `.repeat(count)}${close}'\n`,
  ),
  made(
    'a.yaml',
    `hidden parts of a field: ${open}`,
    (count) => `film: Heat\ntags: '${`${open}a, b${close}, c, `.repeat(count)}'\n`,
  ),
  made(
    'a.md',
    `rows of openings: ${open}`,
    (count) => `| film | rating |\n|-|-|\n${`| a ${open}b | 4/5 |\n`.repeat(count)}`,
  ),
  made(
    'a.txt',
    `plain text of openings: ${open}`,
    (count) => `${`${open}\na b\n\n`.repeat(count)}${close}`,
    deepest,
  ),
]);

const others: readonly Construct[] = [
  // A paragraph of more brackets is flat text.
  body('definitions of links', repeated('[a]: b\n'), 1000),
  body(
    'notes and their texts',
    numbered((index) => `a[^${index}]\n\n[^${index}]: b\n\n`),
  ),
  body('notes, then their texts', (count) =>
    [
      numbered((index) => `a[^${index}]\n\n`)(count),
      numbered((index) => `[^${index}]: b\n\n`)(count),
    ].join(''),
  ),
  body('links, then definitions', (count) =>
    [
      numbered((index) => `[a][${index}]\n\n`)(count),
      numbered((index) => `[${index}]: https://ex.org\n`)(count),
    ].join(''),
  ),
  body('headings of the same name', lines('## a')),
  body(
    'headings of names of their own',
    numbered((index) => `## a${index}\n\nb\n\n`),
  ),
  body(
    'columns of a table',
    (count) =>
      ['|a'.repeat(count), '|-'.repeat(count), '|b'.repeat(count)]
        .map((row) => `${row}|\n`)
        .join(''),
    90,
  ),
  body('rows of a table', (count) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(count)}`),
  body('items deep', (count) => numbered((index) => `${'  '.repeat(index % 40)}- a\n`)(count)),
  body(
    'items ever deeper',
    numbered((index) => `${'  '.repeat(index)}- a\n`),
    deepest,
  ),
  body(
    'quotes ever deeper',
    numbered((index) => `${'> '.repeat(index + 1)}a\n`),
    deepest,
  ),
  body('spoilers ever deeper', repeated(':::spoiler\n'), deepest),
  body('details ever deeper', repeated('<details>\n\n'), deepest),
  body('an open comment', (count) => `<!--\n${'a\n'.repeat(count)}`),
  body('an open private part', (count) => `%%\n${'a\n'.repeat(count)}`),
  body('an open spoiler', (count) => `:::spoiler\n${'a\n\n'.repeat(count)}`),
  body('an open fence', (count) => `\`\`\`js\n${'const a = 1;\n'.repeat(count)}`),
  body(
    'links that end badly',
    numbered((index) => `[a](http:/ex.org/${index} b)\n\n`),
  ),
  body(
    'pictures that are nowhere',
    numbered((index) => `![](${index}.png)\n\n`),
  ),
  body('characters that cannot be seen', lines('a\u200bb\u0007c\u202ed')),
  made('a.md', 'blank lines at the top', (count) => `${'\n'.repeat(count)}a\n`),
  made('a.md', 'front matter that stays open', (count) => `---\nfilm: Heat\n${'\n'.repeat(count)}`),
  made(
    'a.md',
    'lines of a header',
    (count) => `Film: Heat\n${numbered((index) => `key${index}: a\n`)(count)}\na\n`,
  ),
  made('a.md', 'one long line', (count) => `${'word '.repeat(count)}\n`),
  made('a.md', 'titles', lines('# a')),
  made('a.txt', 'paragraphs of plain text', paragraphs('a b')),
  made('a.txt', 'lines of plain text', lines('a b')),
  made('a.txt', 'headings of plain text', paragraphs('A\n=\n\nb')),
  made('a.txt', 'capital lines of plain text', paragraphs('STORY\n\nIt is long.')),
  made('a.txt', 'items of plain text', lines('- a')),
  made('a.txt', 'keys of plain text', lines('Story: a')),
  made('a.txt', 'marks in plain text', lines('*_[`<& https://ex.org')),
];

const keys: Readonly<Record<string, (count: number) => string>> = {
  keys: numbered((index) => `key${index}: a\n`),
  'the same key': lines('tags: a'),
  'keys with comments': numbered((index) => `# c\nkey${index}: a # c\n`),
  'nested keys': (count) => `a:\n${numbered((index) => `  key${index}: a\n`)(count)}`,
  'maps of keys': numbered((index) => `key${index}:\n  a: b\n`),
  'items of a list': (count) => `tags:\n${'  - a\n'.repeat(count)}`,
  'other items': (count) => `tags:\n${numbered((index) => `  - a${index}\n`)(count)}`,
  'items of a flow list': (count) => `tags: [${'a, '.repeat(count)}a]\n`,
  'quoted items': (count) => `tags:\n${'  - "a\\n"\n'.repeat(count)}`,
  scores: (count) => `scores:\n${numbered((index) => `  s${index}: 4/5\n`)(count)}`,
  'listed scores': (count) =>
    `scores:\n${numbered((index) => `  - name: s${index}\n    value: 4/5\n`)(count)}`,
  sections: (count) => `sections:\n${numbered((index) => `  s${index}: a\n`)(count)}`,
  'sections of a list': (count) =>
    `sections:\n${numbered((index) => `  - title: s${index}\n    text: a\n`)(count)}`,
  'sections of the same name': (count) =>
    `sections:\n${'  - title: s\n    text: a\n'.repeat(count)}`,
  'sections with blocks': (count) =>
    `sections:\n${numbered((index) => `  s${index}: |\n    a\n\n    b\n`)(count)}`,
  pros: (count) => `pros:\n${'  - a\n'.repeat(count)}`,
  'pros of a text': (count) => `pros: ${'a, '.repeat(count)}b\n`,
  people: (count) => `cast:\n${numbered((index) => `  - A B${index}\n`)(count)}`,
  'people in a line': (count) => `cast: ${numbered((index) => `A B${index}, `)(count)}C\n`,
  'dates and links': numbered((index) => `d${index}: 2025-01-02\nu${index}: https://ex.org\n`),
  anchors: (count) =>
    `a: &a b\n${'tags: &a c\n'.repeat(0)}l:\n${numbered((index) => `  - &a${index} b\n`)(count)}`,
  aliases: (count) => `a: &a b\nl:\n${'  - *a\n'.repeat(count)}`,
  'anchors and aliases': (count) =>
    `l:\n${numbered((index) => `  - &a${index} b\n  - *a${index}\n`)(count)}`,
  'unknown aliases': (count) => `l:\n${'  - *a\n'.repeat(count)}`,
  tags: (count) => `l:\n${'  - !a b\n'.repeat(count)}`,
  'a quoted text': (count) => `summary: "${'a b '.repeat(count)}"\n`,
  'a quoted text of lines': (count) => `summary: "a\n${'  b\n'.repeat(count)}  c"\n`,
  'escapes in quotes': (count) => `summary: "${'\\n\\u0041'.repeat(count)}"\n`,
  'an open quote': (count) => `summary: "${'a\n'.repeat(count)}`,
  'open quotes': numbered((index) => `key${index}: "a\n`),
  'words behind a quote': numbered((index) => `key${index}: "a" b\n`),
  'colons in values': numbered((index) => `key${index}: a: b\n`),
  'tabs before keys': numbered((index) => `\tkey${index}: a\n`),
  'open brackets': numbered((index) => `key${index}: [a\n`),
  'a block': (count) => `body: |\n${'  a\n'.repeat(count)}`,
  'a folded block': (count) => `body: >\n${'  a\n\n'.repeat(count)}`,
  'headings in a block': (count) => `body: |\n${'  ## a\n\n  b\n\n'.repeat(count)}`,
  'a text of lines': (count) => `summary: a\n${'  b\n'.repeat(count)}`,
  'blanks in a value': (count) => `summary: a${' '.repeat(count)}b\n`,
  'blanks in a value with a colon': (count) => `summary: a: b${' '.repeat(count)}d\n`,
  'tabs in a value': (count) => `summary: a${'\t'.repeat(count)}b\n`,
  'blanks behind a value': (count) => `summary: a${' '.repeat(count)}\n`,
  'blanks before a comment': (count) => `summary: a${' '.repeat(count)}# b\n`,
  'hashes in a value': (count) => `summary: a${' #'.repeat(count)}\n`,
  'a rating of blanks': (count) => `rating: 4${' '.repeat(count)}x\n`,
  'a rating of figures': (count) => `rating: ${'4'.repeat(count)}x\n`,
  'a rating of stars': (count) => `rating: ${'★'.repeat(count)}x\n`,
  'a rating of words': (count) => `rating: ${'4 out of '.repeat(count)}x\n`,
  'a date of figures': (count) => `date: ${'2 '.repeat(count)}x\n`,
  'an author of commas': (count) => `author: ${'a,  '.repeat(count)}x\n`,
  'a year of brackets': (count) => `film: Heat ${'(1995) '.repeat(count)}x\n`,
  'a title of blanks': (count) => `title: Review:${' '.repeat(count)}x\n`,
  'a link of blanks': (count) => `url: https://ex.org${' '.repeat(count)}x\n`,
  'links in a value': (count) => `url: ${'https://ex.org, '.repeat(count)}x\n`,
  'colons in a key': (count) => `${'a.'.repeat(count)}: b\n`,
  'blank lines': (count) => '\n'.repeat(count),
  comments: lines('# a'),
  documents: lines('---\nfilm: Heat'),
};

const ofKeys: readonly Construct[] = Object.entries(keys).flatMap(([name, text]) => [
  made('a.yaml', `YAML: ${name}`, (count) => `film: Heat\n${text(count)}`),
  ...(name === 'documents'
    ? []
    : [
        rare(
          made(
            'a.md',
            `front matter: ${name}`,
            (count) => `---\nfilm: Heat\n${text(count)}---\n\na\n`,
          ),
        ),
      ]),
]);

function list(unit: (index: number) => string): (count: number) => string {
  return (count) => Array.from({ length: count }, (_, index) => unit(index)).join(',\n');
}

const json: Readonly<Record<string, (count: number) => string>> = {
  keys: list((index) => `"key${index}": "a"`),
  'the same key': list(() => `"tags": "a"`),
  'the same key that nobody knows': list(() => `"k": 1`),
  'nested keys': (count) => `"a": {${list((index) => `"key${index}": "a"`)(count)}}`,
  items: (count) => `"tags": [${list(() => '"a"')(count)}]`,
  numbers: (count) => `"a": [${list(() => '1.50')(count)}]`,
  lists: (count) => `"a": [${list(() => '[1]')(count)}]`,
  scores: (count) => `"scores": {${list((index) => `"s${index}": 4`)(count)}}`,
  'listed scores': (count) =>
    `"scores": [${list((index) => `{"name": "s${index}", "rating": 4}`)(count)}]`,
  sections: (count) =>
    `"sections": [${list((index) => `{"title": "s${index}", "markdown": "a"}`)(count)}]`,
  'sections of the same name': (count) =>
    `"sections": [${list(() => `{"title": "s", "markdown": "a"}`)(count)}]`,
  'sections by name': (count) => `"sections": {${list((index) => `"s${index}": "a"`)(count)}}`,
  'sections without titles': (count) => `"sections": [${list(() => '"a"')(4 * count)}]`,
  pros: (count) => `"pros": [${list((index) => `"a${index}"`)(count)}]`,
  people: (count) =>
    `"item": {"creators": [${list((index) => `{"name": "A${index}", "role": "cast"}`)(count)}]}`,
  'a text': (count) => `"body": "${'a b '.repeat(count)}"`,
  'lines of a text': (count) => `"body": "${'a\\n\\n'.repeat(count)}"`,
  'headings of a text': (count) => `"body": "${'## a\\n\\nb\\n\\n'.repeat(count)}"`,
  escapes: (count) => `"body": "${'\\u0041\\n'.repeat(count)}"`,
  blanks: (count) => `"a":${' \n'.repeat(count)}1`,
  'an open list': (count) => `"a": [${'1,'.repeat(count)}`,
};

const ofJson: readonly Construct[] = [
  ...Object.entries(json).map(([name, text]) =>
    made('a.json', `JSON: ${name}`, (count) => `{"film": "Heat",\n${text(count)}}\n`),
  ),
  made(
    'a.json',
    'JSON: records',
    (count) => `[${list((index) => `{"film": "a${index}", "rating": 4}`)(count)}]`,
  ),
  made('a.jsonl', 'JSON: lines', lines('{"film": "Heat", "rating": 4}')),
];

const toml: Readonly<Record<string, (count: number) => string>> = {
  keys: numbered((index) => `key${index} = "a"\n`),
  'dotted keys': numbered((index) => `a.key${index} = "a"\n`),
  tables: numbered((index) => `[t${index}]\na = 1\n`),
  'tables of a list': lines('[[scores]]\nname = "a"\nrating = 4'),
  items: (count) => `tags = [${'"a",\n'.repeat(count)}]\n`,
  'inline tables': (count) => `a = [${'{a = 1},\n'.repeat(count)}]\n`,
  'a long text': (count) => `summary = """\n${'a\n'.repeat(count)}"""\n`,
  'a literal text': (count) => `summary = '''\n${'a\n'.repeat(count)}'''\n`,
  'an open text': (count) => `summary = """\n${'a\n'.repeat(count)}`,
  comments: lines('# a'),
  'blank lines': lines(''),
  'blanks in a value': (count) => `summary =${' '.repeat(count)}"a"\n`,
  'the same key': lines('a = 1'),
  quotes: numbered((index) => `key${index} = "a\\n\\"b"\n`),
};

const ofToml: readonly Construct[] = Object.entries(toml).flatMap(([name, text]) => [
  made('a.toml', `TOML: ${name}`, (count) => `film = "Heat"\n${text(count)}`),
  rare(
    made(
      'a.md',
      `TOML in front: ${name}`,
      (count) => `+++\nfilm = "Heat"\n${text(count)}+++\n\na\n`,
    ),
  ),
]);

/** What opens and is not closed goes deeper each time: what is deeper than 250 is plain text. */
function mostOf(name: string): number {
  return /^(?:open details|details on a line|lines of colons|open spoilers)/.test(name)
    ? 100
    : Infinity;
}

/** What a text can repeat, Markdown or none, each in a text of its own. */
export const inMarkdown: readonly Construct[] = [
  ...Object.entries(blocks).map(([name, unit]) => body(name, repeated(unit), mostOf(name))),
  ...ofInlines(),
  ...ofPairs,
  ...others,
];

/** What keys can repeat, in each notation. */
export const inData: readonly Construct[] = [...ofKeys, ...ofJson, ...ofToml];
