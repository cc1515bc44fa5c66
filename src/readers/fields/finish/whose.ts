import type { Origin } from '../../../model/provenance.ts';
import type { ItemKind, Person } from '../../../model/review.ts';
import { kindInName } from '../../../vocabulary/kind-words.ts';
import { otherMakers } from '../../../vocabulary/makers.ts';
import { wordKey } from '../../../vocabulary/word-key.ts';
import type { ReadSettings } from '../../reader.ts';
import { type Draft, unique } from '../context.ts';
import { type Origins, originOf, settle } from '../origins.ts';

interface Whose {
  readonly author: readonly Person[];
  /** Who stands under `author` and made the thing. */
  readonly makers: readonly Person[];
  /** What says so, where the file itself does not. */
  readonly shown?: Origin;
}

/**
 * `author` made the book, the album, the game, unless another key says who did, the configuration names its critic, or the folder's files show that it is the critic everywhere.
 * Where nothing tells the kind, the folder's files may show that it is the maker.
 */
export function whoseAuthors(
  draft: Draft,
  kind: ItemKind | undefined,
  settings: ReadSettings,
  origins: Origins,
): Whose {
  const whose = byKeys(draft, kind) ?? bySettings(draft, kind, settings);
  const entries = (draft.from.get('authors') ?? []).map(originOf);
  const given = whose.shown === undefined ? entries : [whose.shown];
  if (whose.makers.length > 0) {
    origins.set('item.creators', [...given, ...(origins.get('item.creators') ?? [])]);
    origins.set('author', (draft.from.get('critics') ?? []).map(originOf));
  } else if (whose.shown !== undefined) origins.set('author', [whose.shown]);
  if (whose.author.length > 0 || settings.author === undefined) return whose;
  settle(origins, 'author', 'config', { from: 'author' });
  return { ...whose, author: [{ name: settings.author }] };
}

/** What the file itself says of it; null where it leaves it open. */
function byKeys(draft: Draft, kind: ItemKind | undefined): Whose | null {
  const { authors: given, critics, creators } = draft;
  // `author: X` beside `authors: [X]` says it twice.
  const authors = unique(given, ({ name }) => name);
  const isCritic = { author: unique([...authors, ...critics], ({ name }) => name), makers: [] };
  if (authors.length === 0) return isCritic;
  const others = kind === undefined ? undefined : otherMakers[kind];
  if (kind === 'film' && critics.length === 0 && isLaidOutAsBook(draft) && !hasDirector(draft))
    return { author: [], makers: authors };
  if (others !== undefined && critics.length > 0) return { author: critics, makers: authors };
  if (others !== undefined)
    return draft.asksForWriter === true || creators.some(({ role }) => others.has(role))
      ? isCritic
      : null;
  return kind === undefined && critics.length === 0 ? null : isCritic;
}

/** A page for books that is used for films has who made them under `author`. */
function isLaidOutAsBook({ extra }: Draft): boolean {
  const layout = extra.get('layout')?.value;
  return typeof layout === 'string' && kindInName(layout) === 'book';
}

function hasDirector({ creators }: Draft): boolean {
  return creators.some(({ role }) => role === 'director');
}

function bySettings(
  { authors: given, from }: Draft,
  kind: ItemKind | undefined,
  { author, siblings }: ReadSettings,
): Whose {
  const authors = unique(given, ({ name }) => name);
  const isCritic: Whose = { author: authors, makers: [] };
  const isMaker: Whose = { author: [], makers: authors };
  const [entry] = from.get('authors') ?? [];
  const [first] = authors;
  if (entry === undefined || first === undefined) return isCritic;
  if (author !== undefined) {
    // The configuration names the critic: whoever else stands there made the thing.
    if (wordKey(author) === wordKey(first.name)) return isCritic;
    return kind === undefined ? isCritic : isMaker;
  }
  const shown =
    kind === undefined ? siblings?.maker(entry.key) : siblings?.critic(entry.key, first.name);
  if (shown === undefined || shown === null) return kind === undefined ? isCritic : isMaker;
  const origin: Origin = { ...originOf(entry), rule: 'siblings', from: shown.why };
  return { ...(shown.who === 'critic' ? isCritic : isMaker), shown: origin };
}
