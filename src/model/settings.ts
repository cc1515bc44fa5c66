import type { DiagnosticCode, Severity } from './diagnostic.ts';
import type { ItemKind } from './review.ts';
import type { ExtraSynonyms } from './roles.ts';

/** What `check` makes of a code instead of its own severity. */
export type RuleSettings = Readonly<Partial<Record<DiagnosticCode, Severity | 'off'>>>;

/** What a grade is worth: a share of the best, 0..1, or a value of a scale. */
export type Grade = number | { readonly value: number; readonly best: number };

/** A library's `review.config.yaml`. */
export interface LibraryConfig {
  /** The id of the review that is shown when none is named. */
  readonly default?: string;
  /** The best value of a bare rating's scale. */
  readonly scale?: number;
  /** Grades and words for a rating, instead of the letters from A+ to F. */
  readonly grades?: Readonly<Record<string, Grade>>;
  /** More headings of a role. */
  readonly roles?: ExtraSynonyms;
  /** More spellings of a field, by the field's name. */
  readonly spellings?: Readonly<Record<string, readonly string[]>>;
  /** What the reviews of a folder review, by the folder's path inside the library. */
  readonly kinds?: Readonly<Record<string, ItemKind>>;
  /** Codes of diagnostics that `check` leaves out, or reports with another severity. */
  readonly rules?: RuleSettings;
}
