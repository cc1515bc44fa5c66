/** chalk's levels: 0 none, 1 16 colours, 2 256 colours, 3 true colour. */
export type ColorLevel = 0 | 1 | 2 | 3;

/** What standard output can do, detected once and passed on. */
export interface TerminalProfile {
  /** True when standard output is a terminal and the run is not one of CI. */
  readonly interactive: boolean;
  readonly color: ColorLevel;
  /** Display columns of a page. */
  readonly columns: number;
  /** Display columns of a table, which may be wider than prose. */
  readonly tableColumns: number;
  /** Lines of the screen; 0 when it is no terminal. */
  readonly rows: number;
  /** True when the terminal shows OSC 8 hyperlinks. */
  readonly hyperlinks: boolean;
}
