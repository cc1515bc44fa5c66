import { basename, extname, isAbsolute, resolve } from 'node:path';
import { FileError } from '../../library/files.ts';
import {
  createLibrary,
  type Library,
  type LoadedReview,
  loadBytes,
  loadFile,
} from '../../library/library.ts';
import { isFile, locateLibrary } from '../../library/locate.ts';
import { type FoundFile, reasonOf } from '../../library/walk.ts';
import { endings } from '../../readers/formats.ts';
import type { ReadSettings } from '../../readers/reader.ts';
import { counted } from '../../text/counted.ts';
import type { Context, Input, Outcome } from '../command.ts';
import { findByNames } from './library-index.ts';
import { announceSamples, sampleLibrary, samplesMayAnswer } from './samples.ts';

/** What is said to somebody who named a review that there is not, in place of the usual; null for the usual. */
export type Advice = () => string | null;

/** What a command works on, or how it ended because there was nothing to work on (already said on stderr). */
export type Opened<Value> = { readonly value: Value } | { readonly outcome: Outcome };

/** The library that a run is about. */
export function openedLibrary(context: Context, input: Input): Library {
  const { env, cwd, samples } = context;
  return createLibrary(locateLibrary({ option: input.options.library, env, cwd, samples }));
}

/** Reads the configuration and says what is wrong with it; false when it cannot be used. */
export function configIsReadable(context: Context, library: Library): boolean {
  try {
    context.report(library.config().diagnostics);
    return true;
  } catch (error) {
    sayFailure(context, library.place.config ?? library.place.folder, error);
    return false;
  }
}

/** Says on stderr that a file could not be read or written, and why. */
export function sayFailure(context: Pick<Context, 'note'>, path: string, error: unknown): void {
  const reason = error instanceof FileError ? error.reason : reasonOf(error);
  context.note(`review: ${path}: ${reason}`);
}

/** Whether `work` on a file did what it should; what it throws is said on stderr. */
export function succeeds(context: Pick<Context, 'note'>, path: string, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    sayFailure(context, path, error);
    return false;
  }
}

/** Reads the review that `reference` names: `-`, a path, or a name in the library. Where there is none, `advice` is said in place of the usual. */
export async function openReview(
  context: Context,
  library: Library,
  reference: string,
  advice: Advice = () => null,
): Promise<Opened<LoadedReview>> {
  if (reference === '-')
    return { value: fromInput(loadBytes(await context.readInput(), inputName)) };
  const path = resolve(context.cwd, reference);
  const looksLikePath =
    reference.includes('/') || endings().some((ending) => reference.toLowerCase().endsWith(ending));
  if (looksLikePath && isFile(path)) return openPath(context, library, reference, path);
  return openName(context, library, reference, looksLikePath, advice);
}

/** What standard input is called where the name of a file would stand. */
export const inputName = '<stdin>';

function fromInput(loaded: LoadedReview): LoadedReview {
  const { many } = loaded;
  const all = many === undefined ? {} : { many: many.map(fromInput) };
  return { ...loaded, ...all, isInput: true };
}

function openPath(
  context: Context,
  library: Library,
  reference: string,
  path: string,
): Opened<LoadedReview> {
  return attempt(context, reference, () => {
    const found = library.fileAt(path);
    const loaded = found === null ? loadFile(path) : library.load(found);
    const file = isAbsolute(reference) ? path : reference;
    const named = (one: LoadedReview): LoadedReview => ({
      ...one,
      file,
      diagnostics: one.diagnostics.map((diagnostic) => ({ ...diagnostic, file })),
    });
    const { many } = loaded;
    if (many === undefined) return named(loaded);
    const stem = basename(path, extname(path));
    const all = many.map((one) => named(found === null ? inNoLibrary(one, stem) : one));
    const first = all[0] ?? named(loaded);
    return { ...first, ...named(loaded), review: first.review, many: all };
  });
}

/** Outside of a library, a review of several is called after its file. */
function inNoLibrary(one: LoadedReview, stem: string): LoadedReview {
  const id = `${stem}/${one.key ?? ''}`;
  return { ...one, libraryId: id, review: { ...one.review, id } };
}

async function openName(
  context: Context,
  library: Library,
  reference: string,
  looksLikePath: boolean,
  advice: Advice,
): Promise<Opened<LoadedReview>> {
  let match: ReturnType<Library['find']>;
  try {
    match = library.findId(reference) ?? (await findByNames(context, library, reference));
  } catch (error) {
    sayFailure(context, library.place.folder, error);
    return { outcome: 'failed' };
  }
  if (match.kind === 'found') {
    announceSamples(context, library);
    return openFound(context, library, match.file);
  }
  if (match.kind === 'ambiguous') {
    context.note(
      `review: '${reference}' could be any of these; type one of the names at the left:`,
    );
    for (const line of namesAndFacts(library, match.ids)) context.note(`  ${line}`);
    return { outcome: 'nothing-found' };
  }
  const sample = sampleNamed(context, library, reference);
  if (sample !== null) return sample;
  const here = fileHere(context.cwd, reference);
  context.note(
    `review: no review '${reference}'${looksLikePath ? ': no such file, and no such name' : ''} in ${library.place.folder}`,
  );
  const advised = advice();
  if (advised !== null) context.note(advised);
  else if (here !== null) context.note(`./${here} is here: review show ./${here}`);
  else if (match.ids.length > 0) context.note(`Did you mean: ${match.ids.join(', ')}?`);
  else context.note("'review list' shows what there is.");
  return { outcome: 'nothing-found' };
}

const mostDescribed = 20;

/** Ids, each with what tells it from the others: year, kind, critic. */
function namesAndFacts(library: Library, ids: readonly string[]): string[] {
  const facts = ids.map((id, index) => (index < mostDescribed ? factsOf(library, id) : ''));
  const widest = Math.max(...ids.map((id) => id.length));
  return ids.map((id, index) => `${id.padEnd(widest)}  ${facts[index] as string}`.trimEnd());
}

function factsOf(library: Library, id: string): string {
  const file = library.walk().files.find((each) => each.id === id || each.path === id);
  if (file === undefined) return '';
  try {
    const { item, author } = library.load(file, { sections: false }).review;
    const critics = author.map(({ name }) => name).join(', ');
    return [item.year?.toString(), item.kind, critics].filter(Boolean).join(' · ');
  } catch {
    return '';
  }
}

/** The sample of exactly this id, where the library at hand was not named: the everyday lines work in any folder. */
function sampleNamed(
  context: Context,
  library: Library,
  reference: string,
): Opened<LoadedReview> | null {
  if (!samplesMayAnswer(library)) return null;
  const samples = sampleLibrary(context);
  const match = samples.find(reference);
  if (match.kind !== 'found' || match.file.id !== reference) return null;
  announceSamples(context, samples);
  return openFound(context, samples, match.file);
}

/** The name of a file in the folder at hand that somebody may have meant by `reference`, or null. */
function fileHere(cwd: string, reference: string): string | null {
  const names = ['', ...endings()].map((ending) => reference + ending);
  return names.find((name) => !name.includes('/') && isFile(resolve(cwd, name))) ?? null;
}

/** Reads one of the library's files. */
export function openFound(
  context: Pick<Context, 'note'>,
  library: Library,
  file: FoundFile,
  settings: ReadSettings = {},
): Opened<LoadedReview> {
  return attempt(context, file.path, () => library.load(file, settings));
}

/** The reviews that a file stands for: all of it where it holds several. */
export function allOf(loaded: LoadedReview): readonly LoadedReview[] {
  return loaded.many ?? [loaded];
}

/** More of them are counted. */
const mostNamed = 50;

/** Says that one review of a file is wanted, and which there are. Null when the file is one. */
export function wantsOne(context: Context, { many, file }: LoadedReview): Outcome | null {
  if (many === undefined) return null;
  context.note(`review: ${file} holds ${counted(many.length, 'review')}; name one of them:`);
  for (const { libraryId } of many.slice(0, mostNamed)) context.note(`  ${libraryId ?? ''}`);
  if (many.length > mostNamed)
    context.note(`  and ${many.length - mostNamed} more: review show ${file} lists them`);
  return 'nothing-found';
}

function attempt(
  context: Pick<Context, 'note'>,
  name: string,
  read: () => LoadedReview,
): Opened<LoadedReview> {
  try {
    return { value: read() };
  } catch (error) {
    sayFailure(context, name, error);
    return { outcome: 'failed' };
  }
}

/**
 * The reference to use when none is given: `--review`, `REVIEW`, the configured default, the only review there is,
 * the answer of the person at the terminal. Null when there is none; the ids have then been listed on stderr.
 */
export async function defaultReference(
  context: Context,
  library: Library,
  input: Input,
): Promise<Opened<string>> {
  const option = input.options.review;
  if (option !== undefined && option !== '') return { value: option };
  if (context.env.REVIEW) return { value: context.env.REVIEW };
  const configured = library.config().config.default;
  if (configured !== undefined) return { value: configured };
  const { files } = library.walk();
  const [only, second] = files;
  if (only !== undefined && second === undefined) return { value: only.id };
  if (only === undefined) {
    const sample = samplesMayAnswer(library)
      ? sampleLibrary(context).config().config.default
      : undefined;
    if (sample !== undefined) return { value: sample };
    context.note(`review: no reviews in ${library.place.folder}`);
    return { outcome: 'nothing-found' };
  }
  return context.ask === null ? listIds(context, files) : pick(context, files, context.ask);
}

function listIds(context: Context, files: readonly FoundFile[]): Opened<string> {
  context.note('review: which review? Name one of these, or set `default:` in review.config.yaml:');
  for (const { id } of files) context.note(`  ${id}`);
  return { outcome: 'failed' };
}

async function pick(
  context: Context,
  files: readonly FoundFile[],
  ask: (question: string) => Promise<string>,
): Promise<Opened<string>> {
  files.forEach(({ id }, index) => {
    context.note(`${String(index + 1).padStart(4)}  ${id}`);
  });
  const answer = (await ask('Which review? ')).trim();
  const file = files[Number(answer) - 1];
  if (file !== undefined) return { value: file.id };
  return answer === '' ? { outcome: 'nothing-found' } : { value: answer };
}

/** Severity of what the readers found, as an outcome for commands that go on in spite of it. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  const order: readonly Outcome[] = ['interrupted', 'failed', 'errors-found', 'nothing-found'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'done';
}
