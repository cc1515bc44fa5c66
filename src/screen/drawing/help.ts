import { displayWidth } from '../../text/width.ts';
import { wrapText } from '../../text/wrap.ts';
import { type Binding, type KeyScreen, keymap, shownKeys } from '../keymap.ts';
import { type Run, type Runs, run } from './runs.ts';

const parts: readonly (readonly [screen: KeyScreen, title: string])[] = [
  ['page', 'On a page'],
  ['library', 'In the library'],
  ['list', 'In contents, links and what was found'],
];

const notes = [
  'Words are searched for as they are; a capital makes case count. Any key takes a message away.',
  'For screen readers and logs: review read --plain, or review show --plain.',
];

const widestKeys = 22;

const pages = new Map<number, readonly Runs[]>();

/** The keymap as rows of at most so many columns; nothing in it is cut from 20 columns on. */
export function helpRows(columns: number): readonly Runs[] {
  const known = pages.get(columns);
  if (known !== undefined) return known;
  const width = Math.max(Math.min(columns, 100), 20);
  const rows = [
    ...parts.flatMap(([screen, title], index) => [
      ...(index === 0 ? [] : [[]]),
      ...wrapText(title, width).map((line): Runs => [run(line, 'strong')]),
      ...keymap.flatMap((binding) => bindingRows(binding, screen, width)),
    ]),
    [],
    ...notes.flatMap((note) => wrapText(note, width).map((line): Runs => [run(line)])),
  ];
  pages.set(columns, rows);
  return rows;
}

/** How many rows the help has. */
export function helpLength(columns: number): number {
  return helpRows(columns).length;
}

function bindingRows(binding: Binding, screen: KeyScreen, columns: number): readonly Runs[] {
  const does = binding.does[screen]?.replaceAll('`', '');
  if (does === undefined) return [];
  const keys = `  ${shownKeys(binding).join(' ')}`;
  const isNarrow = columns < widestKeys * 2 || displayWidth(keys) > widestKeys - 2;
  const indent = isNarrow ? 4 : widestKeys;
  const lines = wrapText(does, columns - indent);
  const texts = lines.map((line): Run => run(' '.repeat(indent) + line));
  if (isNarrow)
    return [
      ...wrapText(keys, columns - 2).map((line): Runs => [run(`  ${line}`, 'strong')]),
      ...texts.map((each) => [each]),
    ];
  const gap = ' '.repeat(widestKeys - displayWidth(keys));
  const [first = '', ...rest] = lines;
  return [
    [run(keys, 'strong'), run(gap + first)],
    ...rest.map((line): Runs => [run(' '.repeat(indent) + line)]),
  ];
}
