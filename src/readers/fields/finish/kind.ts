import type { Origin } from '../../../model/provenance.ts';
import type { ItemKind } from '../../../model/review.ts';
import { kindAmong, kindInName } from '../../../vocabulary/kind-words.ts';
import { normalizeKey } from '../../../vocabulary/spellings.ts';
import { kindInTitle } from '../../../vocabulary/titles.ts';
import type { ReadSettings } from '../../reader.ts';
import type { Draft } from '../context.ts';
import { type Origins, originOf } from '../origins.ts';

/** The kind: by the file's own key, the library's configuration, its surroundings, then by what such keys suggest. */
export function kindOf(
  draft: Draft,
  settings: ReadSettings,
  origins: Origins,
): ItemKind | undefined {
  const found =
    toldKind(draft, settings) ??
    configuredKind(settings) ??
    kindOfFolder(settings) ??
    kindOfLayout(draft) ??
    kindOfTitle(draft) ??
    taggedKind(draft) ??
    suggestedKind(draft) ??
    kindOfFile(settings) ??
    kindOfReading(draft) ??
    (draft.unknownKind === undefined
      ? null
      : { kind: 'other' as const, origin: originOf(draft.unknownKind) });
  if (found !== null) origins.set('item.kind', [found.origin]);
  return found?.kind;
}

interface FoundKind {
  readonly kind: ItemKind;
  readonly origin: Origin;
}

function byKey(draft: Draft, part: 'kind' | 'namedKind' | 'suggestedKind'): FoundKind | null {
  const kind = draft[part];
  const [entry] = draft.from.get(part) ?? [];
  if (kind === undefined) return null;
  return { kind, origin: entry === undefined ? { rule: 'key' } : originOf(entry) };
}

function toldKind(draft: Draft, settings: ReadSettings): FoundKind | null {
  const told = byKey(draft, 'kind') ?? byKey(draft, 'namedKind');
  const around = told?.kind === 'place' ? kindOfFolder(settings) : null;
  // A place in a folder of restaurants is one.
  return around?.kind === 'restaurant' ? around : told;
}

function configuredKind({ kind }: ReadSettings): FoundKind | null {
  return kind === undefined ? null : { kind, origin: { rule: 'config', from: 'kinds' } };
}

function kindOfFolder({ surroundings }: ReadSettings): FoundKind | null {
  for (const folder of surroundings?.folders ?? []) {
    const kind = kindInName(folder);
    if (kind !== null) return { kind, origin: { rule: 'folder', from: folder } };
  }
  return null;
}

function kindOfLayout(draft: Draft): FoundKind | null {
  for (const layout of textsAt(draft, 'layout')) {
    const kind = kindOfWord(layout);
    if (kind !== null) return { kind, origin: { rule: 'layout', from: layout } };
  }
  return null;
}

/** A word that may say something else (`single`, `product`) says a kind of what is a review by the same word. */
function kindOfWord(word: string): ItemKind | null {
  return /review/i.test(word) ? kindInName(word) : kindAmong([word]);
}

/** What the tags say must not contradict a key of the item's. */
function taggedKind(draft: Draft): FoundKind | null {
  const words = [...textsAt(draft, 'category'), ...textsAt(draft, 'categories'), ...draft.tags];
  const kind = kindAmong(words);
  if (kind === null || (draft.suggestedKind ?? kind) !== kind) return null;
  const word = words.find((each) => kindAmong([each]) === kind);
  return { kind, origin: { rule: 'tags', ...(word === undefined ? {} : { from: word }) } };
}

function suggestedKind(draft: Draft): FoundKind | null {
  return byKey(draft, 'suggestedKind');
}

/** `book-review.md`; a name that is more than a kind's word says none. */
function kindOfFile({ surroundings }: ReadSettings): FoundKind | null {
  const kind = surroundings === undefined ? null : kindOfWord(surroundings.name);
  if (kind === null || surroundings === undefined) return null;
  return { kind, origin: { rule: 'file', from: surroundings.name } };
}

const readWords =
  /read(?!y)|gelesen|lesedatum|\blu\b|^lu|le[ií]d|letto|lido|leitura|gelezen|przeczyt|прочит|読了|読ん|读完|讀完|读过|완독|읽/iu;

/** What has an author and was read is a book. */
function kindOfReading(draft: Draft): FoundKind | null {
  const entry = draft.from.get('experienced')?.find(({ key }) => readWords.test(key));
  if (entry === undefined || draft.authors.length + draft.creators.length === 0) return null;
  return { kind: 'book', origin: originOf(entry) };
}

/** `Book Review: Mort`; of a `Game Review`, tags may say that it is one for the table. */
function kindOfTitle(draft: Draft): FoundKind | null {
  const { title } = draft;
  const kind = title === undefined ? null : kindInTitle(title);
  if (kind === null || (kind === 'game' && taggedKind(draft)?.kind === 'boardgame')) return null;
  return { kind, origin: { rule: 'title', from: title as string } };
}

function textsAt({ extra }: Draft, key: string): string[] {
  const value = [...extra].find(([name]) => normalizeKey(name) === key)?.[1].value;
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}
