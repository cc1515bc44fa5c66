import { resolve } from 'node:path';
import type { ServiceTable } from '../../exchange/service.ts';
import { cellAt, fieldPaths, splitPath } from '../../exchange/tables/field-cells.ts';
import type { TableName } from '../../exchange/tables/table-names.ts';
import { type TableStyle, tableLine } from '../../exchange/tables/table-text.ts';
import { tableOf } from '../../exchange/tables/tables.ts';
import type { LoadedReview } from '../../library/library.ts';
import { entryOf } from '../../library/query.ts';
import { changesLibrary } from '../../library/writing/targets.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { arrange } from '../../shapes/arrange.ts';
import { exportedReview, schemaVersion } from '../../shapes/export-shape.ts';
import { counted } from '../../text/counted.ts';
import { withoutPlumbing } from '../../vocabulary/plumbing.ts';
import { writeMarkdown } from '../../writers/markdown.ts';
import type { Outcome } from '../command.ts';
import { queryOption } from '../finding/list.ts';
import { eachFile, eachReviewOf, sayObstacles } from '../opening/each-review.ts';
import type { LibraryRun } from '../opening/library-command.ts';
import { UsageError } from '../usage-error.ts';
import { plainWriting, type Target, writeFile } from './export-target.ts';
import { fieldsOption } from './fields-option.ts';

/** What `--to` a table looks at. */
interface TableOptions {
  readonly output?: string;
  readonly fields?: string;
  readonly spoilers?: boolean;
}

/** The columns of a CSV when nobody says otherwise; `sections` is the text. */
const usualFields =
  'id,title,item.name,item.kind,item.year,item.creators,author,rating.value,rating.best,recommended,published,experienced,tags,summary,pros,cons,lang,url,sections';

/**
 * Writes the reviews that the words ask for as a table: one that a service imports, or a CSV of fields. What a service cannot take, and each rating that had to be
 * rounded for it, is said on stderr and counted.
 */
export function exportTable(
  run: LibraryRun<TableOptions>,
  name: TableName,
  target: Target | null,
): Outcome {
  const { context, options } = run;
  if (target?.folder === true)
    throw new UsageError(`a table is one file: name it, as in -o ${name}.csv`);
  const { filter } = queryOption(run);
  const table = name === 'csv' ? null : tableOf(name);
  if (table !== null && options.fields !== undefined)
    throw new UsageError(`--fields is for JSON and CSV: ${name} has columns of its own`);
  const spoilers = options.spoilers === true;
  const columns = table === null ? fieldColumns(run) : table.columns;
  const style: TableStyle = { name: 'csv', isForPeople: table === null };
  const sink = createSink(run, target, tableLine(columns, style), table?.largestFile);
  if (sink === null) return 'failed';
  const left = { kind: 0, draft: 0, unseen: 0 };
  let rounded = 0;
  for (const loaded of reviewsOf(run)) {
    if (!filter(entryOf(withWords(loaded), spoilers))) continue;
    const { review } = loaded;
    if (table === null) {
      sink.add([tableLine(fieldCells(loaded, columns, spoilers), style)]);
      continue;
    }
    const why = reasonToLeave(review, table);
    if (why !== null) {
      left[why]++;
      continue;
    }
    const { rows, notes } = table.rows(review, spoilers);
    for (const note of notes) context.note(`review: ${loaded.libraryId ?? loaded.file}: ${note}`);
    rounded += notes.length;
    sink.add(rows.map((row) => tableLine(row, style)));
  }
  return finish(run, sink, left, rounded);
}

function* reviewsOf({
  context,
  library,
  outcomes,
}: LibraryRun<TableOptions>): Generator<LoadedReview> {
  for (const file of eachFile(context, library, outcomes, { doing: 'writing' })) {
    const { reviews, obstacles } = eachReviewOf(file);
    sayObstacles(context, obstacles, outcomes);
    yield* reviews;
  }
}

type Sink = NonNullable<ReturnType<typeof createSink>>;

function finish(
  { context, arguments: words, library }: LibraryRun<TableOptions>,
  sink: Sink,
  left: Readonly<Record<'kind' | 'draft' | 'unseen', number>>,
  rounded: number,
): Outcome {
  const outcome = sink.end();
  const parts = [
    `${counted(sink.rows(), 'row')} of ${counted(sink.reviews(), 'review')}`,
    ...(rounded > 0 ? [`${counted(rounded, 'rating')} rounded or left out`] : []),
    ...(left.kind > 0 ? [`${counted(left.kind, 'review')} of other kinds left out`] : []),
    ...(left.draft > 0 ? [`${counted(left.draft, 'draft')} left out`] : []),
    ...(left.unseen > 0 ? [`${left.unseen} not seen or read yet left out`] : []),
  ];
  context.note(parts.join(', '));
  if (sink.reviews() > 0) return outcome;
  const asked =
    words.length === 0
      ? `no reviews for it in ${library.place.folder}`
      : `no review matches '${words.join(' ')}'`;
  context.note(`review: ${asked}`);
  return 'nothing-found';
}

function fieldColumns(run: LibraryRun<TableOptions>): readonly string[] {
  // What is no field is said in the words of `--json --fields`.
  fieldsOption(run, exportedReview);
  return fieldPaths(run.options.fields ?? usualFields);
}

function fieldCells(
  { review }: LoadedReview,
  columns: readonly string[],
  spoilers: boolean,
): string[] {
  const shown = withoutPlumbing(shownReview(review, spoilers));
  const value = arrange(exportedReview, { schemaVersion, ...shown });
  return columns.map((column) =>
    column === 'sections'
      ? writeMarkdown(shown, { sections: shown.sections }).trimEnd()
      : cellAt(value, splitPath(column)),
  );
}

/** A review that was read with its sections has its words there. */
function withWords(loaded: LoadedReview): LoadedReview {
  const text = writeMarkdown(loaded.review, { sections: loaded.review.sections });
  return { ...loaded, words: text.split(/\s+/).filter((word) => word !== '').length };
}

/** Why a service does not get a review; null when it does. */
function reasonToLeave(
  {
    item,
    draft,
    rating,
    sections,
    experienced,
    extra,
    ratingText,
    recommended,
  }: LoadedReview['review'],
  { kinds }: ServiceTable,
): 'kind' | 'draft' | 'unseen' | null {
  if (item.kind === undefined || !kinds.includes(item.kind) || item.name === undefined)
    return 'kind';
  if (draft === true) return 'draft';
  const says =
    rating !== null ||
    ratingText !== undefined ||
    recommended !== undefined ||
    sections.length > 0 ||
    experienced.length > 0;
  return says || extra.status === undefined || kinds.includes('book') ? null : 'unseen';
}

/** Takes the lines of a table: to standard output, or to a file; where that would be too large for the service, to numbered parts of it. */
function createSink(
  { context, library }: LibraryRun<TableOptions>,
  target: Target | null,
  header: string,
  largest = Number.POSITIVE_INFINITY,
) {
  if (target !== null && changesLibrary(target.path, library)) {
    context.note(
      `review: ${target.path}: a file there would change which reviews the library holds; choose another name for -o`,
    );
    return null;
  }
  const writing = plainWriting(library);
  const outcomes: Outcome[] = [];
  const count = { rows: 0, reviews: 0, parts: 0, bytes: 0 };
  let text = '';
  const flush = (path: string): void => {
    outcomes.push(writeFile(context, writing, resolve(context.cwd, path), header + text));
    text = '';
    count.bytes = 0;
  };
  const partPath = (path: string): string => {
    count.parts++;
    const dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/')
      ? `${path}-${count.parts}`
      : `${path.slice(0, dot)}-${count.parts}${path.slice(dot)}`;
  };
  const most = largest - Buffer.byteLength(header, 'utf8');
  if (target === null) context.writeDocument(header);
  return {
    rows: () => count.rows,
    reviews: () => count.reviews,
    add: (lines: readonly string[]): void => {
      count.reviews++;
      for (const line of lines) {
        count.rows++;
        const size = Buffer.byteLength(line, 'utf8');
        if (target !== null && count.bytes > 0 && count.bytes + size > most)
          flush(partPath(target.path));
        count.bytes += size;
        if (target === null) context.writeDocument(line);
        else text += line;
      }
    },
    end: (): Outcome => {
      if (target === null && count.bytes > most)
        context.note('review: that is larger than the service takes; -o FILE writes it in parts');
      if (target !== null) flush(count.parts === 0 ? target.path : partPath(target.path));
      return outcomes.includes('failed') ? 'failed' : 'done';
    },
  };
}
