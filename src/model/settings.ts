import type { DiagnosticCode, Severity } from './diagnostic.ts';
import type { ItemKind } from './review.ts';
import type { ExtraSynonyms } from './roles.ts';

/** What `check` makes of a code instead of its own severity. */
export type RuleSettings = Readonly<Partial<Record<DiagnosticCode, Severity | 'off'>>>;

/** A library's `review.config.yaml`. */
export interface LibraryConfig {
  /** The id of the review that is shown when none is named. */
  readonly default?: string;
  /** The best value of a bare rating's scale. */
  readonly scale?: number;
  /** Letter grades as a share of the best, 0..1. */
  readonly grades?: Readonly<Record<string, number>>;
  /** More headings of a role. */
  readonly roles?: ExtraSynonyms;
  /** More spellings of a field, by the field's name. */
  readonly spellings?: Readonly<Record<string, readonly string[]>>;
  /** What the reviews of a folder review, by the folder's path inside the library. */
  readonly kinds?: Readonly<Record<string, ItemKind>>;
  /** Codes of diagnostics that `check` leaves out, or reports with another severity. */
  readonly rules?: RuleSettings;
}
