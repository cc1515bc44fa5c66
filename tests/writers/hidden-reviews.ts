import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

/** Reviews that hide words wherever a word can stand; no other word has four letters of a hidden one in a row. */

/** Hidden words are of these letters alone, and of no others. */
const hiddenLetters = [...'qxzjv'];
export const anyHidden = /[qxzjv]{4}/i;

/** What rules cut texts at, within what is hidden. */
const phrases: readonly ((one: string, other: string) => string)[] = [
  (one) => one,
  (one) => one,
  (one) => one,
  (one, other) => `${one}, ${other}`,
  (one, other) => `${one} by ${other[0]?.toUpperCase()}${other.slice(1)}`,
  (one) => `${one} (1995)`,
  (one, other) => `${one}: ${other} 2/5`,
  (one, other) => `${one} - ${other}; ${one}`,
];

export interface HidingReview {
  readonly source: string;
  /** Words of the body that must be seen. */
  readonly seen: readonly string[];
}

const inlineMarks: readonly (readonly [open: string, close: string])[] = [
  ['||', '||'],
  ['>!', '!<'],
  ['[spoiler]', '[/spoiler]'],
  ['<spoiler>', '</spoiler>'],
  ['{{< spoiler >}}', '{{< /spoiler >}}'],
  ['{{% spoiler %}}', '{{% /spoiler %}}'],
  ['{% spoiler %}', '{% endspoiler %}'],
  ['<span class="spoiler">', '</span>'],
  ['(view spoiler)[', '(hide spoiler)]'],
  ['{{< details >}}', '{{< /details >}}'],
  ['<spoiler-text>', '</spoiler-text>'],
];

/** Those that may stand in one another of their kind. */
const nesting = inlineMarks.slice(2);

export interface Pen {
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly below: (max: number) => number;
  readonly hidden: () => string;
  readonly seen: () => string;
  readonly words: string[];
}

export function penOf(g: GeneratorValue): Pen {
  const words: string[] = [];
  const below = (max: number): number => g(fc.nat, { max: max - 1 });
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const word = (): string => Array.from({ length: 5 }, () => pick(hiddenLetters)).join('');
  return {
    below,
    pick,
    words,
    hidden: () => pick(phrases)(word(), word()),
    seen: () => {
      const word = `seen${words.length}`;
      words.push(word);
      return word;
    },
  };
}

/** A mark around a hidden word, with a seen word before it: a mark that starts a line is another matter. */
export function marked({ pick, hidden }: Pen): string {
  const [open, close] = pick(inlineMarks);
  return `${open}${hidden()}${close}`;
}

function inline(pen: Pen): string {
  const { pick, seen, hidden } = pen;
  const forms: readonly (() => string)[] = [
    () => `${seen()} ${marked(pen)} ${seen()}`,
    () => `${seen()} **${seen()} ${marked(pen)}** *${marked(pen)}*`,
    () => `[${seen()} ${marked(pen)}](http://ex.org "t ||${hidden()}||")`,
    () => `![${seen()} ${marked(pen)}](a.png 'u >!${hidden()}!<')`,
    () => `${seen()} [||${hidden()}||](http://ex.org/a) ${seen()}`,
    () =>
      `${seen()} <details><summary>head</summary>${hidden()} **${hidden()}**</details> ${seen()}`,
    () => `${seen()} ~~${marked(pen)}~~ \`code\` ${seen()}`,
    () => `${seen()} <b>${marked(pen)}</b>`,
    // Marks of emphasis that end within what is hidden.
    () => {
      const [open, close] = pick(inlineMarks);
      const mark = pick(['*', '**', '~~', '==', '_']);
      return `${seen()} ${mark}a ${open}${hidden()}${mark} ${hidden()}${close} ${seen()}`;
    },
    () => `${seen()} %%${hidden()} *${hidden()}* ${hidden()}%% ${seen()}`,
    () => seen(),
  ];
  return pick(forms)();
}

function block(pen: Pen, depth: number): string {
  const { pick, seen, hidden, below } = pen;
  const inner = (): string => (depth > 2 ? inline(pen) : block(pen, depth + 1));
  const indented = (text: string, mark: string): string =>
    text
      .split('\n')
      .map((line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line)
      .join('\n');
  const quoted = (text: string): string =>
    text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  const forms: readonly (() => string)[] = [
    () => inline(pen),
    () => `${inline(pen)}\n${seen()} ${inline(pen)}`,
    () => `${indented(inner(), '- ')}\n${indented(inline(pen), '- ')}`,
    () => `${indented(inner(), '1. ')}\n\n${indented(inner(), '2. ')}`,
    () => indented(inline(pen), '- [x] '),
    () => quoted(inner()),
    () => `> [!NOTE]\n${quoted(inner())}`,
    () => `> [!spoiler] head\n> ${hidden()}\n>\n> - ${hidden()}`,
    () => `:::spoiler head\n${hidden()}\n\n- ${hidden()}\n:::`,
    () => {
      const [open, close] = pick(nesting);
      return `${open}\n\n${hidden()}\n\n${open}\n\n${hidden()}\n\n${close}\n\n${hidden()}\n\n${close}`;
    },
    () => {
      const [open, close] = pick(nesting);
      return `${seen()} ${open}a ${open}${hidden()}${close} ${hidden()}${close} ${seen()}`;
    },
    () => `[spoiler]\n\n${hidden()}\n\n[/spoiler]`,
    () => `<details>\n<summary>head</summary>\n\n${hidden()}\n\n</details>`,
    () =>
      `| ${seen()} | >!${hidden()}!< |\n|---|---|\n| [spoiler]${hidden()}[/spoiler] | ${seen()} |`,
    () => `<div>${seen()} ||${hidden()}||</div>`,
    () => `<p>\n<img src="a.png" alt="b >!${hidden()}!<"> ${seen()}\n</p>`,
    () => `${seen()}[^s${below(3)}] ||${hidden()}[^h]||`,
    // What is not closed hides to the end of what it stands in.
    () => quoted(`${seen()}\n\n${openBlock(pen)}`),
    () => indented(`${seen()}\n\n${openBlock(pen)}`, '- '),
    () => `> ${seen()}\n>\n> :::spoiler\n> ${hidden()}\n>\n> - ${hidden()}`,
    () => `:::spoiler\n${hidden()}\n\n[spoiler]\n\n${hidden()}\n:::`,
    () => `>! ${hidden()}\n>! ${hidden()}`,
    () => strayMarks(pen),
    () => `%%\n\n${hidden()}\n\n- ${hidden()}\n\n%%`,
    () =>
      `| a | b | c |\n|---|---|---|\n| ${seen()} ||${hidden()} \\| ${hidden()}|| | [spoiler]${hidden()} | ${hidden()}[/spoiler] | ${seen()} |`,
    () => `| a | b |\n|---|---|\n| ${strayMarks(pen)} | ||${hidden()}|| |`,
  ];
  return pick(forms)();
}

/** A block spoiler without an end. */
function openBlock({ pick, hidden }: Pen): string {
  const open = pick([
    ...nesting.map(([mark]) => mark),
    ':::spoiler',
    '<details>\n',
    '::: spoiler head',
  ]);
  return `${open}\n${hidden()}\n\n${hidden()}`;
}

/** Marks that open or close nothing, among some that hide; what stands between may be hidden or not. */
function strayMarks(pen: Pen): string {
  const { pick, below } = pen;
  const stray = [...inlineMarks.slice(1).flat(), '|| ', '!', '<', '[', '*', '[spoiler=', '{{<'];
  const parts = Array.from({ length: 2 + below(4) }, () =>
    pick([() => ` ${pick(stray)} `, () => ` ${pick(stray)}1 `, () => ` ${marked(pen)} `])(),
  );
  // One alone: two make code of what stands between them, in which marks are nothing but letters.
  if (below(2) === 0) parts.splice(below(parts.length), 0, ' ` ');
  return `a ${parts.join('b')} c`;
}

function section(pen: Pen, level: number): string {
  const { pick, seen, hidden, below } = pen;
  const heading = '#'.repeat(level);
  const blocks = (): string =>
    Array.from({ length: 1 + below(2) }, () => block(pen, 0)).join('\n\n');
  const forms: readonly (() => string)[] = [
    () => `${heading} ${seen()}\n\n${blocks()}`,
    () => `${heading} ${seen()} ${marked(pen)}\n\n${blocks()}`,
    () => `${heading} ${marked(pen)}\n\n${blocks()}`,
    () =>
      `${heading} ${pick(['Spoilers', 'The end (spoilers)', 'Spoilers2'])}\n\n${hidden()}\n\n${heading}# ${hidden()} here\n\n${hidden()} [^h]`,
  ];
  return pick(forms)();
}

function field(pen: Pen): string {
  const text = `a ${marked(pen)} b ${marked(pen)}`;
  return JSON.stringify(pen.pick([text, marked(pen)]));
}

function fields(pen: Pen): string {
  const keys = [
    'title',
    'summary',
    'author',
    'director',
    'venue',
    'runtime',
    'language notes',
    'url',
  ];
  const given = keys.filter(() => pen.below(2) === 0).map((key) => `${key}: ${field(pen)}`);
  const lists = ['tags', 'pros', 'cons', 'actor', 'with']
    .filter(() => pen.below(2) === 0)
    .map((key) => `${key}: [${field(pen)}, ${field(pen)}]`);
  return [
    `film: ${field(pen)}`,
    'date: 2025-01-02',
    ...given,
    ...lists,
    `ratings: {"a ${marked(pen)}": 3/5}`,
    `other: {"k ${marked(pen)}": [${field(pen)}, {n: ${field(pen)}}]}`,
    `poster: ${field(pen)}`,
    `imdb: ${field(pen)}`,
  ].join('\n');
}

/** A review in Markdown. */
export function hidingReview(g: GeneratorValue): HidingReview {
  const pen = penOf(g);
  const intro = block(pen, 0);
  const sections = Array.from({ length: 1 + pen.below(3) }, () => section(pen, 2));
  const notes = [0, 1, 2].map((n) => `[^s${n}]: note ||${pen.hidden()}||`);
  const source = [
    `---\n${fields(pen)}\n---`,
    intro,
    `||a[^h]||`,
    ...sections,
    ...notes,
    `[^h]: ${pen.hidden()}`,
    '## Verdict\n\nEnd.\n',
    ...(pen.below(4) === 0 ? [openBlock(pen)] : []),
  ].join('\n\n');
  return { source: pen.pick([source, source.replace(/\n/g, '\r\n')]), seen: pen.words };
}
