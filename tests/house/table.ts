/** What a room may import, besides itself and the rooms within it. */
export interface Room {
  /** What is in it, in a sentence. */
  readonly what: string;
  /** Why it is a room of its own, in a sentence. */
  readonly why: string;
  /** Other rooms; one that is named stands for those within it too, but to a room within it for its own files alone. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Node's own modules, or `any` of them. */
  readonly node: readonly string[] | 'any';
  /** True where `process` may be spoken of. */
  readonly process?: true;
}

/** The house, from the ground up. docs/architecture.md has this table; the most specific name counts. */
export const rooms: Readonly<Record<string, Room>> = {
  text: {
    what: 'display width, wrapping, visible and hostile characters, slugs, edit distance: text in general',
    why: 'It knows nothing of reviews, so that everything may use it',
    rooms: [],
    packages: ['get-east-asian-width', 'fastest-levenshtein'],
    node: [],
  },
  model: {
    what: 'what a review is: fields, section tree and finding in it, rating, roles, positions, diagnostics, settings',
    why: 'Pure data and functions: what readers give and writers take',
    rooms: ['text'],
    packages: [],
    node: [],
  },
  vocabulary: {
    what: 'what people write for it: spellings of keys, dates, links',
    why: 'Tables, so that a new word is a line in one file, and every reader knows it',
    rooms: ['model'],
    packages: [],
    node: [],
  },
  data: {
    what: 'one notation a file or folder, text → nodes with offsets: YAML, JSON, TOML, front matter',
    why: 'What a key means is not its business; where it stands is',
    rooms: ['model', 'text'],
    packages: ['yaml', 'smol-toml'],
    node: ['node:module'],
  },
  markdown: {
    what: 'the one place that drives marked’s lexer: tokens, footnotes, alerts, spoilers',
    why: 'When the lexer is replaced, this room changes and no other',
    rooms: ['model'],
    packages: ['marked', 'decode-named-character-reference'],
    node: [],
  },
  shapes: {
    what: 'JSON shapes: what is exported, in which order; check, pick, schema',
    why: 'One table gives what is written, what is checked when it is read, and the schema that is promised',
    rooms: ['model', 'text', 'vocabulary'],
    packages: [],
    node: [],
  },
  readers: {
    what: '`reader.ts`, `formats.ts`, one file a format',
    why: 'A format says what is where; the rooms within say what it means',
    rooms: ['model', 'data', 'markdown', 'shapes'],
    packages: [],
    node: [],
  },
  'readers/fields': {
    what: 'nodes → fields of a review',
    why: 'The same for every notation that has keys',
    rooms: ['model', 'vocabulary', 'data', 'readers'],
    packages: [],
    node: [],
  },
  'readers/body': {
    what: 'tokens → sections, and what a body says of the whole: a trailing rating, points, a title',
    why: 'The same for every format that has bodies',
    rooms: ['model', 'vocabulary', 'data', 'markdown', 'readers', 'readers/fields'],
    packages: [],
    node: [],
  },
  'readers/text': {
    what: 'bare text → head, headings, paragraphs',
    why: 'Without marks everything is a guess, and the guesses stand together',
    rooms: ['model', 'vocabulary', 'data', 'readers', 'readers/body', 'readers/fields'],
    packages: [],
    node: [],
  },
  writers: {
    what: 'one file or folder a format; `writer.ts` has their options',
    why: 'A writer is a function from a review to text and knows no files',
    rooms: ['model', 'text', 'data', 'markdown', 'shapes'],
    packages: [],
    node: [],
  },
  'writers/layout': {
    what: 'blocks and card laid out in lines of spans, in display columns',
    why: 'What the terminal and the text writer share; it knows no colour',
    rooms: ['model', 'text', 'markdown', 'writers', 'writers/highlight'],
    packages: ['marked'],
    node: [],
  },
  'writers/html': {
    what: 'a web page: body, card, head with JSON-LD',
    why: 'The pages of a site and the preview are made of its parts',
    rooms: ['model', 'text', 'markdown', 'writers', 'writers/highlight'],
    packages: [],
    node: [],
  },
  'writers/terminal': {
    what: 'lines of spans painted in a theme',
    why: 'The only room that knows colours and the packages that paint',
    rooms: ['model', 'data', 'writers', 'writers/layout', 'writers/highlight'],
    packages: ['marked', 'marked-terminal', 'chalk'],
    node: [],
  },
  'writers/highlight': {
    what: 'code in colours, for the terminal and the page',
    why: 'The highlighter is the slowest package to load, so it is loaded here alone and late',
    rooms: [],
    packages: ['cli-highlight'],
    node: ['node:module'],
  },
  lint: {
    what: 'what is unwise in a review that could be read: one file a rule, one table of rules; fixes',
    why: 'A rule reads nothing but its subject, so that it runs in an editor as on the command line',
    rooms: ['model', 'text', 'vocabulary', 'data', 'markdown', 'readers'],
    packages: [],
    node: [],
  },
  tidy: {
    what: 'a review’s file in canonical form',
    why: 'It proves of every change that it changes no meaning, which takes readers and writers together',
    rooms: ['model', 'vocabulary', 'data', 'readers', 'writers'],
    packages: [],
    node: [],
  },
  reports: {
    what: 'diagnostics as text, one file a format',
    why: 'Diagnostics are values; how they are said is chosen last',
    rooms: ['model', 'text', 'writers/layout'],
    packages: [],
    node: [],
  },
  site: {
    what: 'a whole library as a site: the pages that list it, feeds, site map; which pictures it needs',
    why: 'It makes texts from entries and writes nothing, so that a preview can serve the same',
    rooms: ['model', 'text', 'markdown', 'writers/html'],
    packages: [],
    node: [],
  },
  preview: {
    what: 'a page served on this machine, shown again when its file is saved',
    why: 'The only room that opens a socket',
    rooms: ['model', 'text', 'writers/html'],
    packages: [],
    node: ['node:http', 'node:net', 'node:crypto', 'node:fs'],
  },
  library: {
    what: 'which folder, which files, which review is meant; configuration; listing; writing a file whole; pictures',
    why: 'Together with the preview the only room that touches files',
    rooms: ['model', 'text', 'vocabulary', 'data', 'shapes', 'readers'],
    packages: [],
    node: ['node:fs', 'node:path'],
  },
  views: {
    what: 'list, hits, stats: values → lines',
    why: 'What a command prints and a screen shows is the same value',
    rooms: ['text', 'library', 'writers/layout'],
    packages: [],
    node: [],
  },
  terminal: {
    what: 'what this terminal can do, detected once and passed on as data; the pager, the editor, the browser',
    why: 'Other programs and the device are reached from here alone',
    rooms: [],
    packages: [],
    node: 'any',
    process: true,
  },
  commands: {
    what: 'one file a command: its spec and `run(context, input)`',
    why: 'No commander and no `process`: the surroundings are data, and a test passes its own',
    rooms: [
      'model',
      'text',
      'vocabulary',
      'data',
      'shapes',
      'readers',
      'writers',
      'lint',
      'tidy',
      'reports',
      'preview',
      'library',
      'views',
      'terminal',
    ],
    packages: [],
    node: ['node:path'],
  },
  'commands/opening': {
    what: 'a reference → the reviews that are meant',
    why: 'What is said when there is none is said once',
    rooms: ['model', 'readers', 'lint', 'library', 'commands'],
    packages: [],
    node: ['node:path'],
  },
  'commands/output': {
    what: 'how and where a command’s result is written',
    why: 'Options and targets mean the same in every command',
    rooms: [
      'model',
      'text',
      'shapes',
      'writers',
      'site',
      'library',
      'commands',
      'commands/opening',
    ],
    packages: [],
    node: ['node:path'],
  },
  cli: {
    what: '`main.ts`, specs → commander, diagnostics → text, exit statuses',
    why: 'With the terminal and the launcher the only room that knows `process`',
    rooms: ['model', 'text', 'terminal', 'commands'],
    packages: ['commander'],
    node: 'any',
    process: true,
  },
  launch: {
    what: 'loads the bundle through V8’s code cache',
    why: 'It runs before the program and must stay small enough to be read at once',
    rooms: [],
    packages: [],
    node: 'any',
    process: true,
  },
  index: {
    what: 'the public library: exports only',
    why: 'What it exports is a promise as firm as the command line',
    rooms: ['model', 'readers', 'writers', 'lint', 'tidy', 'library'],
    packages: [],
    node: [],
  },
};
