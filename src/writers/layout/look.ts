/** What a page is drawn with: the marks around text that are no text of the review. */
export interface Look {
  /** True where every character has its columns, so that texts may stand beside each other in lines that meet. */
  readonly isGrid: boolean;
  /** Bars before each line, in two columns. */
  readonly quote: string;
  readonly alert: string;
  readonly spoiler: string;
  /** What runs under a heading, by level; a level that has none is marked before the heading. */
  readonly underlines: Readonly<Record<number, string>>;
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

/** For terminals. */
export const gridLook: Look = {
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

/** For mail and notes, which may be read in any font: nothing has to meet, and the marks are those of plain-text mail. */
export const letterLook: Look = {
  isGrid: false,
  quote: '> ',
  alert: '> ',
  spoiler: '> ',
  underlines: { 1: '=', 2: '-' },
  cellGap: ' | ',
  ruleGap: '-|-',
  tableRule: '-',
  rule: () => '* * *',
};
