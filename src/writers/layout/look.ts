/** What a page is drawn with: the marks around text that are no text of the review. */
export interface Look {
  /** True where every character has its columns, so that texts may stand beside each other in lines that meet. */
  readonly isGrid: boolean;
  /** True where what others draw is said in words, for those who hear the page. Bars, underlines and grids are not used then. */
  readonly speaks: boolean;
  /** Bars before each line, in two columns. */
  readonly quote: string;
  readonly alert: string;
  readonly spoiler: string;
  /** What runs under a heading, by level; a level that has none is marked before the heading. */
  readonly underlines: Readonly<Record<number, string>>;
  /** Before the items of a list, by depth; deeper ones take the last. */
  readonly bullets: readonly [string, ...string[]];
  /** Before a task. */
  readonly done: string;
  readonly open: string;
  /** Before each of the pros and cons. */
  readonly pro: string;
  readonly con: string;
  /** True where an address is never cut, whatever the columns. */
  readonly keepsAddresses: boolean;
  /** Around what is struck out, which says the opposite of what stands there; empty where a style shows it. */
  readonly deleted: readonly [before: string, after: string];
  /** Between the parts of a line of the card. */
  readonly dot: string;
  /** What stands between the cells of a table, and under that in the line below the header. */
  readonly cellGap: string;
  readonly ruleGap: string;
  /** What runs below a table's header. */
  readonly tableRule: string;
  /** A line between parts, in so many columns. */
  readonly rule: (columns: number) => string;
}

/** The columns of a rule: where lines have no end, it has. */
const endlessRule = 40;

/** What is the same wherever marks are seen. */
const seen = {
  speaks: false,
  bullets: ['• ', '◦ ', '‣ '],
  done: '☑ ',
  open: '☐ ',
  pro: '+ ',
  con: '− ',
  keepsAddresses: false,
  deleted: ['~~', '~~'],
  dot: ' · ',
} as const;

/** For terminals. */
export const gridLook: Look = {
  ...seen,
  isGrid: true,
  quote: '│ ',
  alert: '┃ ',
  spoiler: '┊ ',
  underlines: { 1: '═', 2: '─' },
  cellGap: '  ',
  ruleGap: '  ',
  tableRule: '─',
  rule: (columns) => '─'.repeat(Number.isFinite(columns) ? columns : endlessRule),
};

/** For terminals that show styles. */
export const styledLook: Look = { ...gridLook, deleted: ['', ''] };

/** For mail and notes, which may be read in any font: nothing has to meet, and the marks are those of plain-text mail. */
export const letterLook: Look = {
  ...seen,
  isGrid: false,
  keepsAddresses: true,
  quote: '> ',
  alert: '> ',
  spoiler: '> ',
  underlines: { 1: '=', 2: '-' },
  cellGap: ' | ',
  ruleGap: '-|-',
  tableRule: '-',
  rule: () => '* * *',
};

/** For ears, braille and logs: nothing stands beside anything else, and nothing is drawn. */
export const spokenLook: Look = {
  ...letterLook,
  speaks: true,
  bullets: ['- '],
  done: 'Done: ',
  open: 'To do: ',
  pro: 'For: ',
  con: 'Against: ',
  deleted: ['[deleted: ', ']'],
  keepsAddresses: false,
  dot: ', ',
  rule: () => 'Break.',
};
