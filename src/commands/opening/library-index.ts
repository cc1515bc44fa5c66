import type { LibraryIndex } from '../../catalog/catalog.ts';
import { type Library, namesIn } from '../../library/library.ts';
import { findNamed, type NameMatch, type ReviewNames } from '../../library/resolve.ts';
import type { FoundFile } from '../../library/walk.ts';
import type { Context } from '../command.ts';

/** A library of fewer files is read as quickly as a catalog is opened. */
export const fewestFiles = 200;

/**
 * What is remembered of the library; null where nothing is, or is to be, and for a small one: then the walk answers. With `create`, what is read by the walk can be
 * remembered. It is to be closed.
 */
export async function libraryIndex(
  { env, now }: Pick<Context, 'env' | 'now'>,
  library: Library,
  create: boolean,
): Promise<LibraryIndex | null> {
  if (env.REVIEW_CACHE === 'off' || library.place.origin === 'samples') return null;
  if (library.walk().files.length < fewestFiles) return null;
  const { openCatalog } = await import('../../catalog/catalog.ts');
  const { catalogPath, readingOf } = await import('../../catalog/place.ts');
  const path = catalogPath(env, library.place.folder);
  return path === null
    ? null
    : openCatalog(library, { path, reading: readingOf(library), create, now });
}

/** What a name means that is no id: a title, or the name of what is reviewed. */
export async function findByNames(
  context: Context,
  library: Library,
  name: string,
): Promise<NameMatch> {
  const index = await libraryIndex(context, library, false);
  try {
    return findNamed(name, namesThrough(library, index));
  } finally {
    index?.close();
  }
}

function namesThrough(library: Library, index: LibraryIndex | null): ReviewNames {
  const entries = index?.entries([]) ?? [];
  const known = new Map<FoundFile, (readonly [FoundFile, readonly string[]])[]>();
  for (const { file, entry } of entries) {
    const { id, title, item } = entry;
    const ref = id === file.id ? file : { ...file, id, key: id.slice(file.id.length + 1) };
    const names = [title, item.name].filter((each) => each !== undefined);
    const before = known.get(file);
    if (before === undefined) known.set(file, [[ref, names]]);
    else before.push([ref, names]);
  }
  return new Map(
    library
      .walk()
      .files.flatMap((file) =>
        index?.knows(file, 'facts') === true ? (known.get(file) ?? []) : namesIn(library, file),
      ),
  );
}
