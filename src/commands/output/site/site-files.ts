import { join } from 'node:path';
import { type Picture, readPicture } from '../../../library/pictures.ts';
import {
  createJournal,
  hashOf,
  manifestName,
  manifestText,
  mayListIn,
  readManifest,
  removeOwn,
  stateOf,
} from '../../../library/writing/site-manifest.ts';
import { identityOf, isSameFile } from '../../../library/writing/targets.ts';
import { counted } from '../../../text/counted.ts';
import type { Context, Outcome } from '../../command.ts';
import { type Writing, writeFile } from '../export-target.ts';
import type { CopyPicture } from './site-places.ts';

/** The files of a site while it is written. */
export interface SiteFiles {
  /** Writes a file of the site, once; `what` it is of is said when two want the same name. */
  readonly put: (path: string, content: string | Uint8Array, what: string) => Outcome;
  /** Copies a picture of the library to the same place in the site, once. Null as an error: it could not be written, which was said. */
  readonly copy: CopyPicture;
  /** Whether a picture could not be written. */
  readonly copyFailed: () => boolean;
  /** Removes what nothing makes any more, and writes the manifest. `allRead`: nothing of the library could not be read. */
  readonly finish: (allRead: boolean) => Outcome;
}

/**
 * A site owns only what it wrote: its manifest says which files those are and which bytes they had. A file that it does not name, or whose bytes
 * are others, is left alone and named; with `force` it is taken over.
 */
export function createSiteFiles(
  context: Context,
  given: Writing,
  folder: string,
  force: boolean,
): SiteFiles {
  const writing: Writing = { ...given, folder, isSite: true };
  const before = new Map(readManifest(folder));
  const journal = createJournal(folder);
  const made = new Map<string, string>();
  const left = new Set<string>();
  const owners = new Map<string, string>([['index.html', 'the shelf']]);
  const copied = new Map<string, ReturnType<CopyPicture>>();
  let failed = false;

  const put: SiteFiles['put'] = (path, content, what) => {
    const owner = owners.get(path);
    if (owner !== undefined && owner !== what) {
      context.note(
        `review: ${what}: ${path} is the page of ${owner} already; give the review another name`,
      );
      return 'failed';
    }
    owners.set(path, what);
    const hash = hashOf(content);
    const state = stateOf(folder, path, hash, before);
    if (state === 'foreign' && !force) {
      left.add(path);
      context.note(
        `review: ${join(folder, path)}: the site did not make this file, or it was changed since; left alone. --force takes it over`,
      );
      return 'failed';
    }
    const outcome =
      state === 'same'
        ? 'done'
        : writeFile(context, writing, join(folder, path), content, () => journal.note(path, hash));
    if (outcome === 'done') made.set(path, hash);
    else left.add(path);
    return outcome;
  };

  const copy: CopyPicture = (path) => {
    const { folder: home } = writing.library.place;
    let picture: Picture;
    try {
      picture = readPicture(home, path);
    } catch (error) {
      // What is gone is nobody's any more; what cannot be read stays as it was.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') left.add(path);
      return { error };
    }
    // A site in the library itself shows the author's own pictures: they are there, and never the site's to remove.
    if (isSameFile(join(home, path), join(folder, path))) {
      left.add(path);
      before.delete(path);
      return picture;
    }
    if (put(path, picture.bytes, path) === 'done') return picture;
    failed = true;
    return { error: null };
  };

  /** What an earlier run wrote and this one did not, under no spelling: on a disk that is blind to case, `A.html` is `a.html`. */
  const stale = (): [string, string][] => {
    const rest = [...before].filter(([path]) => !made.has(path) && !left.has(path));
    if (rest.length === 0) return rest;
    const now = new Set([...made.keys()].map((path) => identityOf(join(folder, path))));
    return rest.filter(([path]) => {
      const identity = identityOf(join(folder, path));
      return identity === null || !now.has(identity);
    });
  };

  const isSource = (path: string): boolean => writing.guard(join(folder, path)) !== null;

  const keep = (files: readonly [string, string][]): void => {
    for (const [path, hash] of files) made.set(path, hash);
  };

  return {
    put,
    copy: (path) => {
      const known = copied.get(path) ?? copy(path);
      copied.set(path, known);
      return known;
    },
    copyFailed: () => failed,
    finish: (allRead) => {
      // What stays under another hash than it was written with is still known by the old one.
      keep([...before].filter(([path]) => left.has(path)));
      if (allRead)
        for (const [path, hash] of stale()) {
          const isGone = !isSource(path) && removeOwn(folder, path, hash);
          context.note(
            isGone
              ? `removed ${path}: nothing makes it any more`
              : `${path}: nothing makes it any more, but it was changed; left alone`,
          );
        }
      else {
        const rest = stale();
        if (rest.length > 0)
          context.note(
            `${counted(rest.length, 'file')} of an earlier run left in the site: not everything could be read`,
          );
        keep(rest);
      }
      const list = join(folder, manifestName);
      if (!mayListIn(folder)) {
        context.note(`review: ${list}: it is not of a site; move it away`);
        return 'failed';
      }
      const outcome = writeFile(context, writing, list, manifestText(made));
      if (outcome === 'done') journal.end();
      return outcome;
    },
  };
}
