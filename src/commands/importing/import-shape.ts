import type { Row } from '../../exchange/service.ts';
import {
  boolean,
  choice,
  integer,
  list,
  nullable,
  object,
  optional,
  required,
  text,
} from '../../shapes/shape.ts';

/** A field in which a file and its service differ. */
export interface Difference {
  readonly field: string;
  /** Null where the file says nothing. */
  readonly here: string | null;
  readonly there: string;
}

/** What became of a thing of an export. */
export const actions = ['new', 'same', 'changed', 'merged', 'left', 'broken', 'passed'] as const;

export type Action = (typeof actions)[number];

/** A file that an import touched, or would have. */
export interface ImportedEntry {
  readonly action: Action | 'gone';
  readonly name: string;
  readonly path: string;
  readonly differences: readonly Difference[];
}

/** What an import did, or with `dryRun` would do. */
export interface ImportReport {
  readonly from: string;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly read: number;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly merged: number;
  readonly left: number;
  readonly broken: number;
  readonly passed: number;
  readonly gone: number;
  readonly files: readonly ImportedEntry[];
  readonly problems: readonly ImportProblem[];
}

/** A row that could not be taken. */
export interface ImportProblem extends Pick<Row, 'file' | 'line'> {
  readonly column?: string;
  readonly message: string;
}

const difference = object<Difference>('difference', {
  field: required(text, 'The field.'),
  here: required(nullable(text), 'What the file says; null where it says nothing.'),
  there: required(text, 'What the service says.'),
});

const entry = object<ImportedEntry>('file', {
  action: required(choice([...actions, 'gone']), 'What became of it.'),
  name: required(text, 'What is reviewed.'),
  path: required(text, 'The file, from the folder at hand.'),
  differences: required(list(difference), 'What an edited file and the service say differently.'),
});

const problem = object<ImportProblem>('problem', {
  file: required(text, 'The file of the export.'),
  line: required(integer(1), 'The line on which the row begins; of JSON, which entry it is.'),
  column: optional(text, 'The column.'),
  message: required(text, 'What is wrong.'),
});

const count = (meaning: string) => required(integer(0), meaning);

/** What `import --json` writes. `read` is the sum of all counts but `rows` and `gone`. */
export const importShape = object<ImportReport>('import', {
  from: required(text, 'The service.'),
  dryRun: required(boolean, 'Whether nothing was written.'),
  rows: count('Rows in the export.'),
  read: count('Things that they speak of.'),
  new: count('Files that are new.'),
  same: count('Nothing has changed at the service.'),
  changed: count('Files that were never edited and now say what the service says.'),
  merged: count('Edited files that gained what they lacked.'),
  left: count('Edited files that were left as they are, though the service says otherwise.'),
  broken: count('Things with a row that cannot be read, and rows that name no thing.'),
  passed: count('Things that are neither rated nor reviewed, or not what --only asks for.'),
  gone: count('Files whose thing is not in the export any more; they stay.'),
  files: required(list(entry), 'Every file but those of which nothing has changed.'),
  problems: required(list(problem), 'Every row that cannot be taken.'),
});
