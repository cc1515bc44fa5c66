import type { Json, JsonMap } from '../model/json.ts';
import type { ItemKind, Review } from '../model/review.ts';

/** One entry of an export: a line of a table, or an object of a JSON file. */
export interface Row {
  /** The file's name as the export has it. */
  readonly file: string;
  /** Which file of the service's export it stands in, by the service's own name for it. */
  readonly part: string;
  /** 1-based: the line on which it begins; of JSON, which entry of the file it is. */
  readonly line: number;
  /** What it says, by column; a table's cells are text as they stand, and those that are empty are absent. */
  readonly values: JsonMap;
}

/** Why a row cannot be taken. */
export interface RowProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly message: string;
}

/** What a row speaks of, and how much it says. */
export interface Identity {
  /** The thing's name at the service: an address, a number. Absent where the row does not say it. */
  readonly id?: string;
  /** What rows of one thing have in common that do not say its id. */
  readonly join: string;
  readonly name: string;
  readonly kind: ItemKind;
  /** What tells two of one name apart in the names of their files. */
  readonly year?: string;
  readonly maker?: string;
  readonly isRated: boolean;
  readonly isReviewed: boolean;
}

/** What is known besides the rows. */
export interface About {
  /** Whose export it is, where the export says so. */
  readonly author?: string;
}

/** What rows make: keys as they stand in front matter, the text under `body`. */
export interface Made {
  readonly keys: JsonMap;
  readonly problems: readonly RowProblem[];
}

/** What a file looks like from its beginning. */
export interface Look {
  /** Its path within the export, with `/` between folders. */
  readonly path: string;
  /** The first lines of a table, as cells. Empty for what is none. */
  readonly lines: readonly (readonly string[])[];
  /** The keys of the first object in a JSON file that has `in` around it; null for what is no JSON. */
  readonly json: Json | null;
  /** True for what begins like a web page. */
  readonly isPage: boolean;
}

/** A column of an export. */
export interface Column {
  readonly name: string;
  /** Other names it has, in older exports. */
  readonly also?: readonly string[];
  /** What becomes of it, for whoever reads about it: a field's name, or words. `extra` columns are kept under the service's name. */
  readonly to: string;
  /** Whether an export to the service has it again; only of services that have `write`. */
  readonly goesBack?: boolean;
}

/** What a review makes in a service's table, and what is said of it. */
export interface TableRows {
  readonly rows: readonly (readonly string[])[];
  /** What was rounded, or left out. */
  readonly notes: readonly string[];
}

/** The table that a service imports. */
export interface ServiceTable {
  readonly columns: readonly string[];
  /** The kinds of thing that it takes. */
  readonly kinds: readonly ItemKind[];
  /** Bytes of a file, at most. */
  readonly largestFile?: number;
  /** `spoilers`: hidden text may be written openly where the service has no way to hide it. */
  readonly rows: (review: Review, spoilers: boolean) => TableRows;
}

/** A service whose exports are read. */
export interface Service {
  /** As it is typed, and as it stands in `imported:`. */
  readonly name: string;
  /** As it calls itself. */
  readonly title: string;
  readonly columns: readonly Column[];
  /** Which file of its export this is; `ignored` for one that holds nothing of use; null when it is none of its. */
  readonly recognise: (look: Look) => string | null;
  /** Where the table's header stands: the number of its line among `lines` of a look, 0-based. Default: 0. */
  readonly headerAt?: (look: Look) => number;
  /** What a part says of the whole export. */
  readonly about?: (row: Row) => About | null;
  /** The parts that rows of reviews come from, in the order in which they are read. Default: any. */
  readonly parts?: readonly string[];
  /** The parts without any of which an export is not the whole: what it says nothing of may still be so. */
  readonly wholeParts?: readonly string[];
  /** The same as `Identity.join`, of a review that was made of such rows. */
  readonly joinOfReview: (review: Review) => string;
  /** True where rows with several ids may be one thing: editions of a book, which have their `join` in common. */
  readonly joinsEditions?: true;
  readonly identify: (row: Row) => Identity | RowProblem;
  /** A review of the rows of one thing, in the order in which they were read. */
  readonly make: (rows: readonly Row[], about: About) => Made;
  /** What it takes back; absent where it takes nothing. */
  readonly write?: ServiceTable;
}

/** Whether a row could not be taken. */
export function isProblem(value: Identity | RowProblem): value is RowProblem {
  return 'message' in value;
}
