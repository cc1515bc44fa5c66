import { importedOf } from '../../exchange/imported.ts';
import type { Service } from '../../exchange/service.ts';
import { readHead } from '../../library/files.ts';
import { type FoundFile, walkLibrary } from '../../library/walk.ts';
import { endings, readReview } from '../../readers/formats.ts';
import { ownText } from '../../text/own-text.ts';

/** A file that an earlier import made. */
export interface KnownFile {
  readonly path: string;
  /** What its review is called at the service. */
  readonly id: string;
  /** What it said when it was imported. */
  readonly hash: string;
  readonly name: string;
  /** What it has in common with rows that do not say its id. */
  readonly join: string;
}

/** Where front matter ends, at the latest. */
const headBytes = 64 * 1024;

/** The files below a folder that say that they were imported from a service. What cannot be read is none of them. */
export function knownFiles(files: readonly FoundFile[], service: Service): KnownFile[] {
  return files.flatMap(({ path }) => knownFile(path, service) ?? []);
}

/** Every file below a folder that may be a review. */
export function filesBelow(folder: string): readonly FoundFile[] {
  return walkLibrary(folder, endings()).files;
}

function knownFile(path: string, { name: from, joinOfReview: joinOf }: Service): KnownFile | null {
  if (!/\.(?:md|markdown|mdown|mkd|mdx|qmd)$/i.test(path)) return null;
  const head = headOf(path);
  if (head === null || !/^imported:/m.test(head)) return null;
  const { review } = readReview(head, { format: 'markdown', sections: false });
  const imported = importedOf(review);
  if (imported === null || imported.from !== from) return null;
  const { id, hash } = imported;
  return {
    path,
    id: ownText(id),
    hash: ownText(hash),
    name: ownText(review.item.name ?? id),
    join: ownText(joinOf(review)),
  };
}

function headOf(path: string): string | null {
  try {
    return readHead(path, headBytes).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
