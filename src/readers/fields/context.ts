import { asWritten, type DataNode, isNull, type MapEntry } from '../../data/data-node.ts';
import {
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  type Together,
} from '../../model/diagnostic.ts';
import type { Json } from '../../model/json.ts';
import type { Locator, Range } from '../../model/position.ts';
import type { Origin } from '../../model/provenance.ts';
import type { Creator, Experience, ItemKind, Person, Rating, Score } from '../../model/review.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import type { ReadSettings } from '../reader.ts';

/** A creator's role that the kind of the item will say. */
export const maker = 'contributor';

/** What is kept besides the fields, and where it stands. */
interface Extra {
  readonly value: Json;
  readonly offset: number;
}

/** A review's fields while they are being gathered. */
export interface Draft {
  name?: string;
  /** What the file says the item is. */
  kind?: ItemKind;
  /** What stands where a kind is looked for and names none: said only when nothing else tells the kind. */
  unknownKind?: MapEntry;
  /** What a key such as `film:` says, then what one such as `director:` suggests. */
  namedKind?: ItemKind;
  suggestedKind?: ItemKind;
  readonly creators: Creator[];
  year?: number;
  released?: string;
  readonly ids: Map<string, string>;
  image?: string;
  readonly details: Map<string, Json>;
  title?: string;
  /** Who stands under `author`: the critic, or the author of a book. */
  readonly authors: Person[];
  readonly critics: Person[];
  /** Whether a key asks for who wrote the book, be it empty: `author` is somebody else then. */
  asksForWriter?: boolean;
  rating?: Rating;
  ratingText?: string;
  /** Whether a status or a shelf says that the thing is still to be read: a 0 is no rating then. */
  waiting?: boolean;
  /** Whether a 0 is what a program writes for no rating. */
  zeroIsNone?: boolean;
  /** Whether a key is in another language than English. */
  foreign?: boolean;
  best?: number;
  worst?: number;
  readonly scores: Score[];
  recommended?: boolean;
  summary?: string;
  readonly pros: string[];
  readonly cons: string[];
  published?: string;
  /** A year alone where a date of publication is looked for: the item's, when another date stands beside it. */
  publishedYear?: number;
  updated?: string;
  readonly experienced: Experience[];
  readonly tags: string[];
  lang?: string;
  draft?: boolean;
  spoilers?: boolean;
  url?: string;
  /** Where a title that is a link leads. */
  titleUrl?: string;
  readonly extra: Map<string, Extra>;
  /** Which entries gave which of these. */
  readonly from: Map<keyof Draft, MapEntry[]>;
  /** Which rule gave the scale of the rating, where the rating does not say it itself. */
  scaleFrom?: Origin;
  /** How often a name was kept, where it was more than once. */
  readonly repeated: Map<string, number>;
}

export interface Context {
  readonly settings: ReadSettings;
  readonly locator: Locator;
  readonly diagnostics: Diagnostic[];
  readonly draft: Draft;
  /** The key of the map that is being read, where it stands in another: what is kept of it is no key of the review. */
  readonly within?: string;
  /** True where what is read is kept already, under the unknown key that it stands in. */
  readonly isKept?: true;
}

export function createDraft(): Draft {
  return {
    creators: [],
    ids: new Map(),
    details: new Map(),
    authors: [],
    critics: [],
    scores: [],
    pros: [],
    cons: [],
    experienced: [],
    tags: [],
    extra: new Map(),
    from: new Map(),
    repeated: new Map(),
  };
}

export function createContext(settings: ReadSettings, locator: Locator): Context {
  return { settings, locator, diagnostics: [], draft: createDraft() };
}

export function rangeOf(
  context: Context,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return context.locator.range(start, end);
}

/** Keeps an entry among the extra fields, under another name when its own is taken. */
export function keep(
  { draft, within, isKept }: Context,
  key: string,
  node: DataNode,
  value: Json = asWritten(node),
): void {
  if (isKept === true) return;
  const own = within === undefined ? key : `${within}/${key}`;
  let name = own;
  if (draft.extra.has(own)) {
    let count = draft.repeated.get(own) ?? 1;
    do name = `${own}/${++count}`;
    while (draft.extra.has(name));
    draft.repeated.set(own, count);
  }
  draft.extra.set(name, { value, offset: node.start });
}

/** Keeps what a map says besides the keys that were read, as `normalizeKey` writes them, under `key`. JSON-LD's own keys say nothing. */
export function keepRest(
  context: Context,
  key: string,
  node: DataNode,
  read: readonly string[],
): void {
  if (node.kind !== 'map') return;
  const entries = node.entries.filter(
    ({ key: name, value }) =>
      !name.startsWith('@') && !read.includes(normalizeKey(name)) && !isNull(value),
  );
  if (entries.length > 0) keep(context, key, { ...node, entries });
}

export function keepEntry(context: Context, entry: MapEntry): void {
  keep(context, entry.key, entry.value);
}

/** Reports a value that its key cannot have, and keeps it among the extra fields. */
export function reject(
  context: Context,
  entry: MapEntry,
  code: DiagnosticCode,
  message: string,
  hint?: string,
): void {
  report(context, entry.value, code, message, hint);
  keepEntry(context, entry);
}

export function report(
  context: Context,
  node: DataNode,
  code: DiagnosticCode,
  message: string,
  hint?: string,
  together?: Together,
): void {
  const details = {
    range: rangeOf(context, node),
    ...(hint === undefined ? {} : { hint }),
    ...(together === undefined ? {} : { together }),
  };
  context.diagnostics.push(diagnose(code, message, details));
}

/** What the author wrote, short enough for a message. */
export function excerpt(node: DataNode): string {
  const line = node.text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Sets a field that has no value yet; else the entry is kept among the extra fields. */
export function setOnce<Key extends keyof Draft>(
  context: Context,
  field: Key,
  value: Draft[Key],
  entry: MapEntry,
): void {
  if (context.draft[field] === undefined) context.draft[field] = value;
  else if (context.draft[field] !== value) keepEntry(context, entry);
}

/** Values of which each name comes once, the first. */
export function unique<Value>(values: readonly Value[], nameOf: (value: Value) => string): Value[] {
  const first = new Map<string, Value>();
  for (const value of values) if (!first.has(nameOf(value))) first.set(nameOf(value), value);
  return [...first.values()];
}
