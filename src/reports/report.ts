import type { Diagnostic } from '../model/diagnostic.ts';

/** What `check` found, for a report to write. */
export interface Findings {
  /** What is there now. Each names its file. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was mended; ranges are in the text as it was before. */
  readonly fixed: readonly Diagnostic[];
  /** The text that a file's ranges are in, by the file's name. */
  readonly sources: ReadonlyMap<string, string>;
  /** A file's name as it is shown: from the folder that the program runs in. */
  readonly nameOf: (file: string) => string;
}
