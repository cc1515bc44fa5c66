import type { LoadedReview } from '../../../library/library.ts';
import type { FoundFile } from '../../../library/walk.ts';

/** One of a library's files, or one review of it. */
export function foundFile({ libraryId: id = '', key }: LoadedReview, path: string): FoundFile {
  return typeof key === 'string' ? { id, path, key } : { id, path };
}
