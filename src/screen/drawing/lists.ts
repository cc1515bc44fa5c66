import { visibleLine } from '../../text/visible.ts';
import { ellipsized } from '../../text/width.ts';
import { type StyledLine, toned } from '../../writers/style.ts';
import { type Book, type Chapter, chapterAt, type Link, textOf } from '../book.ts';
import { bodyRows, numberColumns } from '../dimensions.ts';
import type { State } from '../state.ts';
import { namedChapters } from '../steps/prompt.ts';
import { contentsTop, listTop, topOf } from '../steps/windows.ts';
import { type Run, type Runs, run } from './runs.ts';

/** Marks the row at hand. */
export const mark = '▶';

/** The rows of the contents beside the page: the section at hand is marked, and seen. */
export function contentsRows(state: State, columns: number): readonly Runs[] {
  const { page } = state;
  if (page === null) return [];
  const { chapters } = page.book;
  const at = chapterAt(page.book, page.top);
  const top = contentsTop(state);
  return chapters
    .slice(top, top + bodyRows(state))
    .map((chapter) => entryRow(chapter, numberColumns(chapters), columns, chapter === at));
}

function entryRow(
  { number, title }: Chapter,
  numbers: number,
  columns: number,
  isAtHand: boolean,
): Runs {
  const text = `${number.padEnd(numbers)}  ${title}`;
  const shown = ellipsized(`${isAtHand ? mark : ' '}${text}`, Math.max(columns, 1));
  return [run(shown, isAtHand ? 'strong' : undefined)];
}

/** The sections that a name may mean, as it is typed; the first, or the one that the arrows chose, is marked. */
export function namedRows(state: State, columns: number): readonly Runs[] {
  const { page, prompt } = state;
  if (page === null || prompt === null) return [];
  const { chapters } = namedChapters(state, prompt.text);
  const rows = bodyRows(state);
  const at = prompt.chosen ?? (prompt.text.trim() === '' ? -1 : 0);
  const top = topOf(at, chapters.length, rows);
  const numbers = numberColumns(page.book.chapters);
  return chapters
    .slice(top, top + rows)
    .map((chapter, index) => entryRow(chapter, numbers, columns, top + index === at));
}

/** The rows of contents, links or hits as a screen of their own. */
export function listRows(state: State, columns: number): readonly Runs[] {
  const { list, page } = state;
  if (list === null) return [];
  const top = listTop(state);
  const end = top + bodyRows(state);
  const isAt = (index: number): boolean => top + index === list.at;
  if (list.kind === 'found')
    return list.places.slice(top, end).map(({ line }, index) => placeRow(line, isAt(index)));
  if (page === null) return [];
  const { book } = page;
  if (list.kind === 'contents')
    return book.chapters
      .slice(top, end)
      .map((chapter, index) =>
        entryRow(chapter, numberColumns(book.chapters), columns, isAt(index)),
      );
  const numbers = String(book.links.length).length;
  return book.links.slice(top, end).map((link, index) => {
    const number = String(top + index + 1).padStart(numbers);
    const head = run(`${isAt(index) ? mark : ' '}${number}  `, isAt(index) ? 'strong' : undefined);
    return [head, ...linkRuns(link, book, isAt(index))];
  });
}

function placeRow(line: StyledLine, isAtHand: boolean): Runs {
  return [
    run(isAtHand ? `${mark} ` : '  ', 'strong'),
    ...line.map((span): Run => (isAtHand ? { ...span, look: 'strong' } : span)),
  ];
}

/** A link as a row: its words, and where it leads; of a note, what it says. */
function linkRuns({ target, pieces }: Link, book: Book, isAtHand: boolean): Runs {
  const words = pieces
    .map(({ line, from, to }) =>
      textOf(book.lines[line] ?? [])
        .slice(from, to)
        .trim(),
    )
    .join(' ');
  const look = isAtHand ? 'strong' : undefined;
  if (target.kind === 'note') {
    const note = book.notes.get(target.number) ?? [];
    return [run(note.map((line) => textOf(line).trim()).join(' ') || words, look)];
  }
  const address = addressOf(target);
  return words === address
    ? [run(words, look)]
    : [run(`${words}  `, look), toned(address, 'address')];
}

/** Where a link leads, as it is shown. */
export function addressOf(target: Exclude<Link['target'], { readonly kind: 'note' }>): string {
  return visibleLine(target.kind === 'wiki' ? `[[${target.name}]]` : target.address);
}
