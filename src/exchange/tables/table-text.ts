/** How a table is written: what parts its cells, what ends its lines. */
export interface TableStyle {
  readonly name: 'csv' | 'tsv';
  /** True for a table that people open in a spreadsheet: no cell of it computes anything. False for a service's own format. */
  readonly isForPeople: boolean;
}

/**
 * A row of a table as a line: comma-separated values with `\r\n` (RFC 4180), or tab-separated ones with `\n`, in which a cell has no tab and no line end (IANA,
 * text/tab-separated-values).
 */
export function tableLine(cells: readonly string[], { name, isForPeople }: TableStyle): string {
  const safe = isForPeople ? cells.map(withoutFormula) : cells;
  return name === 'csv'
    ? `${safe.map(csvCell).join(',')}\r\n`
    : `${safe.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
}

/** What a spreadsheet would compute, it shows when an apostrophe stands before it (OWASP, CSV injection). Full-width signs count, too. */
function withoutFormula(cell: string): string {
  return /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** In quotes where it holds a comma, a quote or a line end, or blanks at its edges; a quote in it is doubled. */
function csvCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
