import { dirname, join, resolve } from 'node:path';
import type { Library, LoadedReview } from '../../library/library.ts';
import { isFile } from '../../library/locate.ts';
import { publishedFolders } from '../../library/pictures.ts';
import { type EditableFile, openEditable } from '../../library/writing/editable.ts';
import { libraryLeft } from '../../library/writing/targets.ts';
import type { AllFixed } from '../../lint/apply.ts';
import { lint } from '../../lint/lint.ts';
import { mend } from '../../lint/mending/mend.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { createLocator } from '../../model/position.ts';
import type { ReadReview } from '../../readers/formats.ts';
import type { ReadSettings } from '../../readers/reader.ts';
import { type LeftAlone, whyLeftAlone } from '../../readers/rewritable.ts';
import type { Context, Outcome } from '../command.ts';
import { diagnosticsOf } from './each-review.ts';
import { sayFailure } from './open.ts';
import { refusesSample } from './samples.ts';

/** What is wrong with the library's configuration; null when it could not be read, which has then been said. */
export function configDiagnostics(
  context: Context,
  library: Library,
): readonly Diagnostic[] | null {
  try {
    return library.config().diagnostics;
  } catch (error) {
    sayFailure(context, library.place.config ?? library.place.folder, error);
    return null;
  }
}

/** What is to be said of a review, and the text that the ranges are in. */
export function checkLoaded(
  context: Pick<Context, 'cwd'>,
  library: Library,
  loaded: LoadedReview,
): Pick<AllFixed, 'text' | 'remaining'> {
  const { many, source, file } = loaded;
  // Of many, what reading says; what is unwise in one review is not for a row of a table.
  const remaining =
    many === undefined
      ? lintRead(context, library, file, loaded)
      : diagnosticsOf(loaded).map((diagnostic) => ({ ...diagnostic, file }));
  const shared = (many ?? [loaded]).flatMap((each) => sharedId(library, each));
  return { text: source, remaining: [...remaining, ...shared] };
}

/** That a review has not the id that its name promises. */
function sharedId(
  library: Library,
  { sharedId, libraryId, source, span, file }: LoadedReview,
): Diagnostic[] {
  const rule = library.config().config.rules?.['id-shared'];
  if (sharedId === undefined || rule === 'off') return [];
  const range = createLocator(source).range(span?.start ?? 0, span?.start ?? 0);
  const message = `Another review has the id '${sharedId}'; this one is '${libraryId}'.`;
  const diagnostic = { ...diagnose('id-shared', message, { range }), file };
  return [rule === undefined ? diagnostic : { ...diagnostic, severity: rule }];
}

function lintRead(
  context: Pick<Context, 'cwd'>,
  library: Library,
  file: string,
  read: ReadReview,
): Diagnostic[] {
  const { rules, spellings } = library.config().config;
  const path = resolve(context.cwd, file);
  const folder = dirname(path);
  const { siblings } = library.settingsAt(path);
  const found = lint(read, {
    ...(rules === undefined ? {} : { rules }),
    ...(spellings === undefined ? {} : { spellings }),
    ...(siblings === undefined ? {} : { shareOf: siblings.share }),
    fileExists: (path) =>
      path.startsWith('/') ? isPublished(library, path) : isFile(resolve(folder, path)),
  });
  return found.map((diagnostic) => ({ ...diagnostic, file }));
}

function isPublished({ place: { folder } }: Library, path: string): boolean {
  return publishedFolders(folder).some((root) => isFile(join(root, path)));
}

/** Mends a review's file; what it says is true of the file as it is afterwards. `left` says why the file was left alone. */
export function fixLoaded(
  context: Context,
  library: Library,
  loaded: LoadedReview,
): AllFixed & { readonly outcome: Outcome; readonly left: LeftAlone | null } {
  const { file } = loaded;
  const options = { ...settingsOf(context, library, file), path: file };
  const left = whyLeftAlone(loaded, options);
  const untouched = { ...checkLoaded(context, library, loaded), fixed: [], left };
  // Opened only where there is something to do: the others need not be writable, or be text throughout.
  if (!untouched.remaining.some(({ fix }) => fix !== undefined) || isLeftForGood(left))
    return { ...untouched, remaining: untouched.remaining.map(withoutFix), outcome: 'done' };
  const editable = editableFile(context, library, file);
  if (editable === null) return { ...untouched, outcome: 'failed' };
  const result = mend(editable.text, options, (read) => lintRead(context, library, file, read));
  return replaceText(context, file, editable, result.text)
    ? { ...result, remaining: result.remaining.map(withoutFix), outcome: 'done' }
    : { ...untouched, outcome: 'failed' };
}

/** What was not read may be mended; all else that leaves a file alone stays. */
function isLeftForGood(left: LeftAlone | null): boolean {
  return left !== null && left.why !== 'errors' && left.why !== 'unread';
}

/** How the file is read: as one of the library, if it lies in it. */
export function settingsOf({ cwd }: Context, library: Library, file: string): ReadSettings {
  return library.settingsAt(resolve(cwd, file));
}

/** As `replaceText`, but only while the file still has the text that was read. */
export function replaceRead(
  context: Context,
  file: string,
  editable: EditableFile,
  before: string,
  text: string,
): boolean {
  if (editable.text === before) return replaceText(context, file, editable, text);
  context.note(`review: ${file}: another program has changed it meanwhile`);
  return false;
}

/** A fix that was not made would lay bare an error. */
function withoutFix({ fix: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic;
}

/** A review's file to change it; null when that cannot be, which has then been said. */
export function editableFile(
  context: Context,
  library: Library,
  file: string,
): EditableFile | null {
  const path = resolve(context.cwd, file);
  if (refusesSample(context, library, path)) return null;
  if (libraryLeft(path, library.place) !== null) {
    context.note(`review: ${file}: it is a link that leads out of the library`);
    return null;
  }
  try {
    return openEditable(path);
  } catch (error) {
    sayFailure(context, file, error);
    return null;
  }
}

/** Writes the text unless the file has it already. False when it could not be written, which has then been said. */
function replaceText(
  context: Context,
  file: string,
  editable: EditableFile,
  text: string,
): boolean {
  if (text === editable.text) return true;
  try {
    editable.replace(text);
    return true;
  } catch (error) {
    sayFailure(context, file, error);
    return false;
  }
}
