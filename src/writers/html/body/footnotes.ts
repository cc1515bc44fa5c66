import type { FootnoteDefinition } from '../../../markdown/tokens.ts';
import type { Ids } from '../ids.ts';

/** A footnote of the page. */
export interface Note {
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly id: string;
  readonly definition: FootnoteDefinition;
  /** The ids of the references to it, in the order in which they were written. */
  readonly references: readonly string[];
}

/** The footnotes of a page, numbered in the order in which they are referred to. */
export interface Footnotes {
  /** Adds a reference: the note's number and id, and the reference's own id. Null when nothing defines the label. */
  readonly refer: (label: string) => { number: number; id: string; referenceId: string } | null;
  /** Whether a definition is a note of the page; one within hidden text is none. */
  readonly knows: (definition: FootnoteDefinition) => boolean;
  /** Notes that a definition stands in the text: it may be listed even when nothing refers to it. */
  readonly define: (definition: FootnoteDefinition) => void;
  /** The notes so far; `isComplete` lists also those that nothing refers to. */
  readonly list: (isComplete: boolean) => readonly Note[];
}

interface Draft extends Note {
  readonly references: string[];
}

/** Footnotes with these definitions, by label; those that nothing refers to only when `keepsAll`. */
export function createFootnotes(
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  ids: Ids,
  keepsAll: boolean,
): Footnotes {
  const notes = new Map<string, Draft>();
  const standing: FootnoteDefinition[] = [];
  const add = (definition: FootnoteDefinition): Draft => {
    const number = notes.size + 1;
    const note = { number, id: ids.own(`fn-${number}`), definition, references: [] };
    notes.set(definition.label, note);
    return note;
  };
  return {
    refer: (label) => {
      const definition = definitions.get(label);
      if (definition === undefined) return null;
      const note = notes.get(label) ?? add(definition);
      const referenceId = ids.own(`fnref-${note.number}`);
      note.references.push(referenceId);
      return { number: note.number, id: note.id, referenceId };
    },
    knows: ({ label }) => definitions.has(label),
    define: (definition) => {
      if (keepsAll) standing.push(definition);
    },
    list: (isComplete) => {
      if (isComplete)
        for (const definition of standing) if (!notes.has(definition.label)) add(definition);
      return [...notes.values()];
    },
  };
}
