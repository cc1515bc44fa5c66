import { join } from 'node:path';
import type { Library } from '../../library/library.ts';
import { aroundIn } from '../../library/paths.ts';
import type { ItemKind } from '../../model/review.ts';
import type { Context } from '../command.ts';

/** The folder that new reviews go into: the library's; where there is no library, `reviews` in the folder at hand, so that they are listed from then on. */
export function homeOf({ cwd }: Pick<Context, 'cwd'>, { place }: Library): string {
  return place.origin === 'samples' ? join(cwd, 'reviews') : place.folder;
}

/** The library's folder for a kind, when its configuration has one; else `elsewhere`, or the folder that new reviews go into. */
export function homeOfKind(
  context: Pick<Context, 'cwd'>,
  library: Library,
  kind: ItemKind,
  elsewhere = homeOf(context, library),
): string {
  if (library.place.origin === 'samples') return elsewhere;
  const { kinds = {}, folders = {} } = library.config().config;
  const folder =
    Object.keys(kinds).find((each) => kinds[each] === kind) ??
    Object.keys(folders).find((each) => folders[each]?.kind === kind);
  if (folder === undefined) return elsewhere;
  const around = aroundIn(library.place);
  const inside = `${folder}/`.startsWith(around) ? `${folder}/`.slice(around.length) : folder;
  return join(library.place.folder, inside);
}
