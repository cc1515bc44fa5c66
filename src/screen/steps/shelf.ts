import { readFilter } from '../../library/filter.ts';
import { sortEntries } from '../../library/query.ts';
import { fold } from '../../text/fold.ts';
import { bodyRows } from '../dimensions.ts';
import { type Row, type Shelf, type State, type Step, saying, sortOrders } from '../state.ts';

/** The id of a row. */
export function idOf({ file, entry }: Row): string {
  return entry?.id ?? file.id;
}

/** The state with its shelf changed, the chosen row on the screen. */
export function withShelf(state: State, change: Partial<Shelf>): State {
  const shelf = { ...state.shelf, ...change };
  const at = Math.min(Math.max(shelf.at, 0), Math.max(shelf.shown.length - 1, 0));
  return { ...state, shelf: { ...shelf, at, top: topFor(at, shelf.top, bodyRows(state)) } };
}

/** The top row of a list, moved no further than it must be for a row to be seen. */
function topFor(at: number, top: number, rows: number): number {
  return Math.max(Math.min(top, at), at - rows + 1, 0);
}

/** Moves the choice. */
export function chosenRow(state: State, at: number): State {
  return withShelf(state, { at, isChosen: true });
}

/** The row that is chosen. */
export function rowAtHand({ shelf }: State): Row | undefined {
  return shelf.shown[shelf.at];
}

/** Rows as the filter and the order have them; as long as not all are read, in the order of their ids. */
function arranged({ rows, filter, sort, read, files }: Shelf): readonly Row[] {
  const { holds, words } = filter;
  const ordered = read < files ? rows : orderedBy(rows, sort);
  if (holds === null) return ordered;
  const wanted = fold(words);
  return ordered.filter(({ entry, file }) =>
    entry === null ? fold(file.id).includes(wanted) : holds(entry),
  );
}

const orders = new WeakMap<readonly Row[], Map<Shelf['sort'], readonly Row[]>>();

/** All rows in an order, made once: a filter keeps it. */
function orderedBy(rows: readonly Row[], sort: Shelf['sort']): readonly Row[] {
  const known = orders.get(rows) ?? new Map<Shelf['sort'], readonly Row[]>();
  orders.set(rows, known);
  const before = known.get(sort);
  if (before !== undefined) return before;
  const byId = new Map(rows.map((row) => [row.entry?.id, row]));
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const descending = sort === 'rating' || sort === 'date' || sort === 'words';
  const ordered = [
    ...sortEntries(entries, sort, descending).map(({ id }) => byId.get(id) as Row),
    ...rows.filter(({ entry }) => entry === null),
  ];
  known.set(sort, ordered);
  return ordered;
}

/** The shelf arranged anew; the chosen row stays chosen where it is still there. */
function rearranged(state: State, change: Partial<Shelf>): State {
  const old = rowAtHand(state);
  const shelf = { ...state.shelf, ...change };
  const shown = arranged(shelf);
  const same =
    old === undefined || !state.shelf.isChosen
      ? -1
      : shown.findIndex((row) => idOf(row) === idOf(old) || row.file.path === old.file.path);
  const at = same >= 0 ? same : state.shelf.isChosen ? state.shelf.at : 0;
  return withShelf(state, { ...change, shown, at });
}

/** The library as far as it is read. */
export function stocked(
  state: State,
  { rows, read, files }: Pick<Shelf, 'rows' | 'read' | 'files'>,
): State {
  return rearranged(state, { rows, read, files });
}

/** Goes through the orders. */
export function sorted(state: State): Step {
  const { sort } = state.shelf;
  const next = sortOrders[(sortOrders.indexOf(sort) + 1) % sortOrders.length] ?? sort;
  const turned = rearranged(
    { ...state, shelf: { ...state.shelf, isChosen: true } },
    { sort: next },
  );
  return saying(turned, state.shelf.read < state.shelf.files ? `by ${next}, when all is read` : '');
}

/** Lets through what `review list` would, while it is typed; what cannot be understood yet leaves the rows as they are. */
export function filtered(state: State, words: string): State {
  if (words.trim() === '')
    return rearranged(state, { filter: { words: '', holds: null }, problem: null });
  const reading = readFilter(words.trim().split(/\s+/));
  if ('problem' in reading) return withShelf(state, { problem: reading.problem });
  return rearranged(
    { ...state, shelf: { ...state.shelf, isChosen: false } },
    { filter: { words: words.trim(), holds: reading.filter }, problem: null },
  );
}

/** Whether a filter holds rows back. */
export function isFiltered({ shelf }: State): boolean {
  return shelf.filter.holds !== null;
}

/** The row of a review, chosen; the first where it is not there. */
export function atReview(state: State, id: string | null): State {
  const at = state.shelf.shown.findIndex((row) => idOf(row) === id);
  return at < 0 ? state : chosenRow(state, at);
}
