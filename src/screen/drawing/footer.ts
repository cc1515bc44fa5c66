import { visibleLine } from '../../text/visible.ts';
import { cutToWidth, displayWidth, ellipsized } from '../../text/width.ts';
import { chapterAt } from '../book.ts';
import { bodyRows } from '../dimensions.ts';
import type { Prompt, State } from '../state.ts';
import { promptStatus } from '../steps/prompt.ts';
import { addressOf } from './lists.ts';
import { fittedRuns, type Runs, run } from './runs.ts';

/** The last row, and where the cursor stands in it while something is typed. */
export interface Footer {
  readonly row: Runs;
  readonly cursor: number | null;
}

/** Where one is, or what was said, or what is typed. In reverse video, as wide as the screen. */
export function footerOf(state: State): Footer {
  const { columns } = state.size;
  if (state.prompt !== null) return promptFooter(state, state.prompt);
  const [left, right, isSection] = footerParts(state);
  return { row: [run(footerText(left, right, columns, isSection), 'reverse')], cursor: null };
}

const promptNames: Readonly<Record<Prompt['kind'], string>> = {
  search: '/',
  section: 'Section: ',
  filter: 'Filter: ',
  find: 'Find in the library: ',
};

function promptFooter(state: State, prompt: Prompt): Footer {
  const { columns } = state.size;
  const name = columns < 40 && prompt.kind === 'find' ? 'Find: ' : promptNames[prompt.kind];
  const before = visibleLine(prompt.text.slice(0, prompt.cursor));
  const after = visibleLine(prompt.text.slice(prompt.cursor));
  const status = visibleLine(promptStatus(state, prompt));
  // What is before the cursor is cut at its start, so that the cursor is seen.
  const room = Math.max(columns - displayWidth(name) - 1, 1);
  const seen = displayWidth(before) <= room ? before : lastOf(before, room);
  const text = `${name}${seen}${after}${status === '' ? '' : ` ${status}`}`;
  const cursor = Math.min(displayWidth(name + seen), columns - 1);
  return { row: fittedRuns([run(text, 'reverse')], columns, 'reverse'), cursor };
}

/** The end of a text that fits. */
function lastOf(text: string, columns: number): string {
  let rest = text;
  while (displayWidth(rest) > columns) rest = rest.slice(Math.max(cutToWidth(rest, 1).length, 1));
  return rest;
}

/** What stands at the left, what at the right, the first part first to stay; and whether the left names a section. */
function footerParts(
  state: State,
): readonly [left: string, right: readonly string[], isSection: boolean] {
  const { message, notice, screen } = state;
  const said = message === '' ? notice : message;
  const [left, right, isSection] = partsOf(state);
  if (said === '') return [left, right, isSection];
  return [visibleLine(said), screen === 'page' ? right : [], false];
}

function partsOf(state: State): ReturnType<typeof footerParts> {
  switch (state.screen) {
    case 'page':
      return pageParts(state);
    case 'library':
      return libraryParts(state);
    case 'list':
      return listParts(state);
    case 'help':
      return ['help', ['Esc back'], false];
  }
}

function pageParts(state: State): ReturnType<typeof footerParts> {
  const { page } = state;
  if (page === null) return ['', [], false];
  const { book, top, search, selected } = page;
  const link = selected === null ? undefined : book.links[selected];
  const chapter = chapterAt(book, top);
  const left =
    link === undefined
      ? chapter === null
        ? book.title
        : `${book.title} › ${chapter.title}`
      : link.target.kind === 'note'
        ? `note ${link.target.number}: Enter shows it`
        : addressOf(link.target);
  const total = Math.max(book.lines.length, 1);
  const seen = Math.min(Math.floor((100 * (top + bodyRows(state))) / total), 100);
  const minutes = Math.ceil(((book.words.at(-1) ?? 0) - (book.words[top] ?? 0)) / 230);
  const hits =
    search === null || search.hits.count === 0 ? '' : `${search.at + 1}/${search.hits.count} `;
  const right = [`${hits}${seen}%`, ...(minutes > 0 ? [`${minutes} min left`] : []), '? help'];
  return [left, right, link === undefined && chapter !== null];
}

function libraryParts({ shelf }: State): ReturnType<typeof footerParts> {
  const { rows, shown, sort, read, files, filter } = shelf;
  const count = `${rows.length} ${rows.length === 1 ? 'review' : 'reviews'}`;
  const left =
    filter.holds === null
      ? `${count} · by ${sort}`
      : `${shown.length} of ${rows.length}: ${visibleLine(filter.words)} · by ${sort}`;
  const reading = read < files ? [`reading ${read}/${files}`] : [];
  return [left, [...reading, '/ filter', 'S sort', '? help'], false];
}

function listParts({ list }: State): ReturnType<typeof footerParts> {
  if (list === null) return ['', [], false];
  const digits = list.digits === '' ? '' : ` ${list.digits}`;
  if (list.kind !== 'found') return [`${list.kind}${digits}`, ['Esc back'], false];
  const { words, places, progress } = list;
  const count = `${places.length} ${places.length === 1 ? 'place' : 'places'}`;
  const said = progress === null ? count : progress;
  return [`'${visibleLine(words)}': ${said}${digits}`, ['Esc back'], false];
}

/** Left and right in so many columns. What is at the right goes, from its end, before the left is cut; the first part of it stays. */
function footerText(
  left: string,
  right: readonly string[],
  columns: number,
  isSection: boolean,
): string {
  const wanted = displayWidth(left);
  let kept = right;
  const width = (parts: readonly string[]): number =>
    parts.length === 0 ? 0 : displayWidth(joined(parts)) + 2;
  while (kept.length > 1 && wanted + width(kept) > columns) kept = kept.slice(0, -1);
  if (kept.length === 1 && columns - width(kept) < 8) kept = [];
  const room = Math.max(columns - width(kept), 1);
  const shown = isSection ? titleCut(left, room) : ellipsized(left, room);
  const blank = Math.max(columns - displayWidth(shown) - Math.max(width(kept) - 2, 0), 0);
  return cutToWidth(`${shown}${' '.repeat(blank)}${joined(kept)}`, columns);
}

/** Parts of the library's are far apart, those of a page have dots between them. */
function joined(parts: readonly string[]): string {
  return parts.some((part) => part.startsWith('/')) ? parts.join('  ') : parts.join(' · ');
}

/** From so many columns on a title gives way to its section. */
const columnsForSection = 48;

/** Title and section: where there is room for some of both, the title is cut. */
function titleCut(text: string, columns: number): string {
  const at = text.lastIndexOf(' › ');
  const section = text.slice(at);
  const room = columns - displayWidth(section);
  return displayWidth(text) <= columns || columns < columnsForSection || room < 12
    ? ellipsized(text, columns)
    : ellipsized(text.slice(0, at), room) + section;
}
