import { findSections } from '../../model/find-section.ts';
import { fold } from '../../text/fold.ts';
import { visibleLine } from '../../text/visible.ts';
import { graphemes } from '../../text/width.ts';
import type { Chapter } from '../book.ts';
import { only, type Prompt, type State, type Step, saying } from '../state.ts';
import { atChapter, chapterNamed } from './page.ts';
import { searchEnded, searched } from './search.ts';
import { filtered, withShelf } from './shelf.ts';

/** Opens a line to type in, in the place of the footer. */
export function prompting(state: State, kind: Prompt['kind'], text = ''): State {
  const prompt: Prompt = { kind, text, cursor: text.length, chosen: null, before: state };
  return { ...state, prompt };
}

/** What a key does to the line that is being typed. */
export function typed(state: State, prompt: Prompt, key: string): Step {
  if (key === 'Esc') return only(cancelled(state, prompt));
  if (key === 'Enter') return accepted({ ...state, prompt: null }, prompt);
  if (key === 'Up' || key === 'Down') return only(choosing(state, prompt, key === 'Down' ? 1 : -1));
  if (key === 'Backspace' && prompt.text === '') return only(cancelled(state, prompt));
  const edited = edit(prompt, key);
  if (edited === null) return only(state);
  const next: Prompt = { ...prompt, ...edited, chosen: null };
  return only(edited.text === prompt.text ? { ...state, prompt: next } : live(state, next));
}

/** Text put into the line as one. */
export function pasted(state: State, prompt: Prompt, text: string): State {
  const line = text.replace(/\s+/g, ' ');
  return live(state, { ...prompt, ...inserted(prompt, line), chosen: null });
}

function cancelled(state: State, { kind, before }: Prompt): State {
  // The library may have been read on meanwhile.
  if (kind === 'filter') return { ...filtered(state, before.shelf.filter.words), prompt: null };
  return kind === 'search'
    ? { ...before, size: state.size, shelf: state.shelf }
    : { ...state, prompt: null };
}

/** What is typed shows at once: hits, rows, sections. */
function live(state: State, prompt: Prompt): State {
  if (prompt.kind === 'search') {
    const came = prompt.before.page;
    if (came === null || state.page === null) return { ...state, prompt };
    const page = { ...state.page, top: came.top, place: came.place };
    return { ...searched({ ...state, page }, prompt.text, came.top), prompt };
  }
  return prompt.kind === 'filter'
    ? { ...filtered(state, prompt.text), prompt }
    : { ...state, prompt };
}

type Edited = Pick<Prompt, 'text' | 'cursor'>;

function inserted({ text, cursor }: Edited, added: string): Edited {
  return {
    text: text.slice(0, cursor) + added + text.slice(cursor),
    cursor: cursor + added.length,
  };
}

/** The line after a key; null when the key does nothing to it. */
function edit(line: Edited, key: string): Edited | null {
  const { text, cursor } = line;
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  const last = graphemes(before).at(-1)?.length ?? 0;
  const next = graphemes(after)[0]?.length ?? 0;
  const kept = (start: string): Edited => ({ text: start + after, cursor: start.length });
  switch (key) {
    case 'Space':
      return inserted(line, ' ');
    case 'Backspace':
      return kept(before.slice(0, before.length - last));
    case 'Delete':
    case 'Ctrl-D':
      return { text: before + after.slice(next), cursor };
    case 'Ctrl-W':
    case 'Alt-Backspace':
      return kept(before.replace(/\S*\s*$/u, ''));
    case 'Ctrl-U':
      return kept('');
    case 'Ctrl-K':
      return { text: before, cursor };
    case 'Left':
    case 'Ctrl-B':
      return { text, cursor: cursor - last };
    case 'Right':
    case 'Ctrl-F':
      return { text, cursor: cursor + next };
    case 'Home':
    case 'Ctrl-A':
      return { text, cursor: 0 };
    case 'End':
    case 'Ctrl-E':
      return { text, cursor: text.length };
    default:
      return graphemes(key).length === 1 && visibleLine(key) !== '' ? inserted(line, key) : null;
  }
}

/** The arrows choose among what the line names. */
function choosing(state: State, prompt: Prompt, by: 1 | -1): State {
  if (prompt.kind === 'filter')
    return withShelf(state, { at: state.shelf.at + by, isChosen: true });
  if (prompt.kind !== 'section') return state;
  const { chapters } = namedChapters(state, prompt.text);
  const at = (prompt.chosen ?? (by > 0 ? -1 : 0)) + by;
  return {
    ...state,
    prompt: {
      ...prompt,
      chosen: chapters.length === 0 ? null : (at + chapters.length) % chapters.length,
    },
  };
}

function accepted(state: State, prompt: Prompt): Step {
  const { kind, text, before } = prompt;
  if (kind === 'search') return searchEnded(state, before, text);
  if (kind === 'section') return toNamed(state, prompt);
  if (kind === 'filter') {
    const { problem } = state.shelf;
    return problem === null
      ? only(state)
      : saying(filtered(state, before.shelf.filter.words), problem);
  }
  return text.trim() === ''
    ? only(state)
    : { state, effects: [{ kind: 'find', words: text.trim() }] };
}

/** The sections that a name means as it is typed, and whether it is clear which. */
export function namedChapters(
  { page, synonyms }: State,
  name: string,
): { readonly chapters: readonly Chapter[]; readonly isClear: boolean } {
  if (page === null) return { chapters: [], isClear: false };
  const { book } = page;
  if (name.trim() === '') return { chapters: book.chapters, isClear: false };
  const { sections, candidates, ambiguous } = findSections(book.review, name, synonyms);
  const chaptersOf = (found: typeof sections): readonly Chapter[] =>
    found.flatMap(({ id }) => chapterNamed(book, id) ?? []);
  if (sections.length > 0) return { chapters: chaptersOf(sections), isClear: true };
  if (ambiguous) return { chapters: chaptersOf(candidates), isClear: false };
  const wanted = fold(name.trim());
  const holding = book.chapters.filter(({ title }) => fold(title).includes(wanted));
  return { chapters: holding, isClear: holding.length === 1 };
}

function toNamed(state: State, { text, chosen }: Prompt): Step {
  if (text.trim() === '' && chosen === null) return only(state);
  const { chapters, isClear } = namedChapters(state, text);
  const chapter = chapters[chosen ?? 0];
  if (chapter === undefined) return saying(state, `no section '${text}'`);
  if (chosen === null && !isClear)
    return saying(state, `'${text}' could be ${chapters.map(({ title }) => title).join(', ')}`);
  const moved = atChapter(state, chapter);
  return chosen === null && chapters.length > 1
    ? saying(
        moved,
        `also ${chapters
          .slice(1)
          .map(({ title }) => title)
          .join(', ')}`,
      )
    : only(moved);
}

/** What stands behind the line that is typed: how much was found. */
export function promptStatus(state: State, { kind, text }: Prompt): string {
  const { page, shelf } = state;
  if (kind === 'search') {
    const count = page?.search?.hits.count;
    return text.trim() === '' || count === undefined ? '' : `${count} found`;
  }
  if (kind === 'filter') return shelf.problem ?? `${shelf.shown.length} of ${shelf.rows.length}`;
  if (kind === 'section' && text.trim() !== '') {
    const { chapters, isClear } = namedChapters(state, text);
    return isClear ? '' : chapters.length === 0 ? 'none' : `${chapters.length} sections`;
  }
  return '';
}
