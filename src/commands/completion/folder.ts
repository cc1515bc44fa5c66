import { type NamedReview, readNames } from '../../catalog/names.ts';
import { catalogPath } from '../../catalog/place.ts';
import { filterFields } from '../../library/filter.ts';
import type { Library, LoadedReview } from '../../library/library.ts';
import { entryOf } from '../../library/query.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { displayTitle, itemKinds } from '../../model/review.ts';
import { roles } from '../../model/roles.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { fold } from '../../text/fold.ts';
import type { Context, Input } from '../command.ts';
import { defaultReference, openedLibrary, openReview } from '../opening/open.ts';
import { parseReference } from '../opening/reference.ts';
import type { Candidate, Folder } from './answer.ts';

/** More than these help nobody to choose. */
const mostCandidates = 500;

/** In a library of more files than these, titles are not looked for: that would read them all at every key. */
const mostTitled = 200;

/** What the library at hand offers for a word. Nothing is said on stderr, whatever is wrong; hidden text is in none of it. */
export function folderAt(given: Context, input: Input): Folder {
  const context: Context = {
    ...given,
    note: () => undefined,
    report: () => undefined,
    progress: () => undefined,
    ask: null,
  };
  const library = openedLibrary(context, input);
  return {
    reviews: async (beginning) => {
      const at = beginning.indexOf('#');
      return at > 0
        ? sectionsOf(context, library, beginning.slice(0, at), beginning.slice(at + 1))
        : few(reviewsLike(context, library, beginning));
    },
    sections: async (beginning) => {
      const reference = await defaultReference(context, library, input);
      const own =
        'outcome' in reference
          ? []
          : await sectionsOf(
              context,
              library,
              parseReference(reference.value, context.cwd, library).review,
              beginning,
            );
      const ids = own.map(({ value, does }) => ({ value: value.replace(/^[^#]*#/, ''), does }));
      const named = new Set(ids.map(({ value }) => value));
      const others = roles
        .filter((role) => role.startsWith(beginning) && !named.has(role))
        .map((role) => ({ value: role, does: 'whatever its heading says' }));
      return [...ids, ...others];
    },
    query: queryLike,
  };
}

function few(found: readonly Candidate[]): readonly Candidate[] {
  return found.length > mostCandidates ? [] : found;
}

/** Reviews whose id, its last part or a title begins so, or has a word that does. */
function reviewsLike(context: Context, library: Library, beginning: string): Candidate[] {
  const wanted = fold(beginning);
  const kept = keptNames(context, library);
  if (kept !== null) {
    // All of them in one go: one by one, folding them would take the most time of all.
    const folded = fold(kept.map((each) => each.join('\t')).join('\n')).split('\n');
    return kept
      .filter((_, at) => isLike((folded[at] ?? '').split('\t'), wanted))
      .map(([value, does]) => ({ value, does }));
  }
  const { files } = library.walk();
  if (files.length > mostTitled)
    return files
      .filter(({ id }) => idBegins(fold(id), wanted))
      .map(({ id }) => ({ value: id, does: '' }));
  return files.flatMap((file): Candidate[] => {
    const all = entriesOf(library, file);
    if (all.length === 0)
      return idBegins(fold(file.id), wanted) ? [{ value: file.id, does: '' }] : [];
    return all
      .filter(({ value, does }) => isLike([fold(value), fold(does)], wanted))
      .slice(0, mostCandidates + 1);
  });
}

/** The names that lie beside the catalog of a large library. */
function keptNames(
  { env }: Context,
  { place: { folder, origin } }: Library,
): readonly NamedReview[] | null {
  const path = origin === 'samples' ? null : catalogPath(env, folder);
  return path === null ? null : readNames(path, folder);
}

/** Whether an id, its last part or a word of a title begins so; all of them are folded. */
function isLike([id = '', title = '']: readonly string[], wanted: string): boolean {
  return idBegins(id, wanted) || (wanted !== '' && ` ${title}`.includes(` ${wanted}`));
}

function idBegins(id: string, wanted: string): boolean {
  return id.startsWith(wanted) || (wanted !== '' && id.includes(`/${wanted}`));
}

/** Each review of a file with its title; none when it cannot be read. */
function entriesOf(library: Library, file: Parameters<Library['load']>[0]): Candidate[] {
  try {
    return library
      .loadAll(file, { sections: false })
      .map((loaded: LoadedReview) => entryOf(loaded, false))
      .map((entry) => ({ value: entry.id ?? file.id, does: entry.title ?? entry.item.name ?? '' }));
  } catch {
    return [];
  }
}

async function sectionsOf(
  context: Context,
  library: Library,
  name: string,
  beginning: string,
): Promise<Candidate[]> {
  const opened = await openReview(context, library, name);
  if ('outcome' in opened || opened.value.many !== undefined) return [];
  const review = shownReview(opened.value.review);
  const wanted = fold(beginning);
  return flattenSections(review.sections)
    .filter(({ id, title }) => fold(id).startsWith(wanted) || fold(title).startsWith(wanted))
    .map(({ id, title }) => ({
      value: `${name}#${id}`,
      does: title === '' ? displayTitle(review) : title,
    }));
}

/** The fields of a query, and the kinds behind `kind:`. */
function queryLike(beginning: string): Candidate[] {
  const [, prefix = '', rest = beginning] = /^((?:not:)?)(.*)$/s.exec(beginning) ?? [];
  const fields = filterFields.map(({ name, takes }) => ({ value: `${name}:`, does: takes }));
  const kinds = itemKinds.map((kind) => ({ value: `kind:${kind}`, does: '' }));
  const more = [
    { value: 'no:', does: 'a field that is not there' },
    { value: 'not:', does: 'the opposite' },
  ];
  return [...fields, ...(prefix === '' ? more : []), ...(rest.startsWith('kind:') ? kinds : [])]
    .filter(({ value }) => value.startsWith(rest))
    .map(({ value, does }) => ({ value: prefix + value, does }));
}
