import type { DiagnosticCode, Severity } from './diagnostic.ts';
import type { ItemKind } from './review.ts';
import type { ExtraSynonyms } from './roles.ts';

/** What `check` makes of a code instead of its own severity. */
export type RuleSettings = Readonly<Partial<Record<DiagnosticCode, Severity | 'off'>>>;

/** What a grade is worth: a share of the best, 0..1, or a value of a scale. */
export type Grade = number | { readonly value: number; readonly best: number };

/** What a library's site is made with. */
export interface SiteSettings {
  readonly title?: string;
  /** An http or https address that ends in a slash. */
  readonly baseUrl?: string;
  /** BCP 47. */
  readonly lang?: string;
}

/** What holds for the reviews of a folder. */
export interface FolderSettings {
  /** What they review where a file does not say. */
  readonly kind?: ItemKind;
  /** The best value of a bare rating's scale. */
  readonly scale?: number;
  /** The critic where a file names none. */
  readonly author?: string;
  /** The language where a file names none, BCP 47. */
  readonly lang?: string;
}

/** The themes that come with the program; `auto` is the terminal's own colours. */
export const themeNames = ['auto', 'dark', 'light', 'mono'] as const;

export type ThemeName = (typeof themeNames)[number];

/** What a person chose for every library. Only here stand programs to run: a stranger's folder runs none. */
export interface UserConfig {
  /** The name of a theme that comes with the program, or the path of a file. */
  readonly theme?: string;
  /** Columns of a page; 0 for no wrapping. */
  readonly width?: number;
  readonly pager?: string;
  readonly plain?: boolean;
  readonly color?: 'auto' | 'always' | 'never';
  readonly editor?: string;
  /** The critic in new reviews. */
  readonly author?: string;
}

/** A library's `review.config.yaml`. Paths are relative to the library's folder, or to that of the file itself, with `/` between folders. */
export interface LibraryConfig {
  /** The id of the review that is shown when none is named. */
  readonly default?: string;
  /** The critic where a file names none, and in new reviews. */
  readonly author?: string;
  /** The best value of a bare rating's scale. */
  readonly scale?: number;
  /** Grades and words for a rating, instead of the letters from A+ to F. */
  readonly grades?: Readonly<Record<string, Grade>>;
  /** What the reviews of a folder review, by the folder's path, at any depth. */
  readonly kinds?: Readonly<Record<string, ItemKind>>;
  /** What holds for the reviews of a folder, by its path, at any depth: the longest path wins, key by key. */
  readonly folders?: Readonly<Record<string, FolderSettings>>;
  /** Globs. When given, only what one of them fits is a review, whatever its name. */
  readonly include?: readonly string[];
  /** Globs. What one of them fits is no review. */
  readonly exclude?: readonly string[];
  /** Whether files hold several reviews, by globs, where that is not to be judged by their look; the last that fits counts. */
  readonly many?: Readonly<Record<string, boolean>>;
  /** More spellings of a field, by the field's name. */
  readonly spellings?: Readonly<Record<string, readonly string[]>>;
  /** More headings of a role. */
  readonly roles?: ExtraSynonyms;
  /** Codes of diagnostics that `check` leaves out, or reports with another severity. */
  readonly rules?: RuleSettings;
  readonly site?: SiteSettings;
  readonly theme?: ThemeName;
  /** What the columns of a table mean that is imported, by their names: names of fields. */
  readonly import?: Readonly<Record<string, string>>;
}
