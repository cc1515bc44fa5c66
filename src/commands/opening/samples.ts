import { basename, join, relative } from 'node:path';
import { createLibrary, type Library } from '../../library/library.ts';
import { placeOf } from '../../library/locate.ts';
import type { Context } from '../command.ts';

/** The reviews that come with the program. */
export function sampleLibrary({ samples }: Pick<Context, 'samples'>): Library {
  return createLibrary(placeOf(samples, 'samples'));
}

/** Whether the samples may answer for a library: not for one that was named. */
export function samplesMayAnswer({ place: { origin } }: Library): boolean {
  return origin === 'folder' || origin === 'evident' || origin === 'user';
}

/** Says in a terminal that what follows comes from the samples. */
export function announceSamples(context: Context, { place }: Library): void {
  if (place.origin === 'samples' && context.terminal.interactive)
    context.note('the sample reviews (no reviews here: review init)');
}

/** Whether a file is one of the samples, which nobody changes; then said, with how to get a copy. Not where their folder was named as a library. */
export function refusesSample(
  { samples, note }: Context,
  { place }: Library,
  path: string,
): boolean {
  const isOwn = place.folder === samples && place.origin !== 'samples';
  if (isOwn || !path.startsWith(join(samples, '/'))) return false;
  const id = relative(samples, path).replace(/\.[^.]*$/, '');
  note(
    `review: ${id} is a sample that comes with the program and stays as it is; for a copy of your own: review export ${id} --markdown -o ${basename(id)}.md`,
  );
  return true;
}
