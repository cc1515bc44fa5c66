import { join } from 'node:path';
import { type Gathered, gather, type Only, type Thing, thingsOf } from '../../exchange/gather.ts';
import { importedKey, importedOf, readAlone } from '../../exchange/imported.ts';
import { foldedName, namesFor } from '../../exchange/names.ts';
import type { RowProblem, Service } from '../../exchange/service.ts';
import type { Part } from '../../exchange/source.ts';
import { namesIn, writeNew } from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import { openEditable } from '../../library/writing/editable.ts';
import { changesLibrary, libraryLeft, staysInside } from '../../library/writing/targets.ts';
import type { JsonMap } from '../../model/json.ts';
import type { Review } from '../../model/review.ts';
import type { Context } from '../command.ts';
import { succeeds } from '../opening/open.ts';
import { shownPath } from '../opening/shown-path.ts';
import { type Action, actions, type ImportedEntry, type ImportReport } from './import-shape.ts';
import { differences, type Fresh, freshOf, freshReview, isUntouched } from './import-text.ts';
import { filesBelow, type KnownFile, knownFiles } from './known-files.ts';
import { overlaid } from './merge.ts';
import { mergedText } from './merge-text.ts';

/** What an import is to do. */
export interface ImportJob {
  readonly service: Service;
  readonly parts: readonly Part[];
  readonly only: Only;
  readonly isDry: boolean;
  /** Whether the export has all of its parts. */
  readonly isWhole: boolean;
  readonly merges: boolean;
  /** The folder that a thing's file goes into; absolute. */
  readonly folderOf: (thing: Thing) => string;
  /** The folder that all of them lie in. */
  readonly into: string;
  /** The day, an ISO 8601 date. */
  readonly today: string;
}

const interval = 100;

/** Brings an export home: reads it through twice, and writes a file a thing. What cannot be written is said, and counts as broken. */
export async function runImport(
  context: Context,
  library: Library,
  job: ImportJob,
): Promise<ImportReport> {
  const { service, parts } = job;
  const said = saying(context);
  const gathered = await gather(service, parts, job.only, (rows) => said(`reading ${rows} rows`));
  const known = knownIndex(context, library, job);
  const wanted = gathered.things.filter(gathered.isWanted);
  const names = namesFor(
    wanted.filter((thing) => known.of(thing) === null),
    job.folderOf,
    takenNames(),
  );
  const run: Run = { context, job, whyNotIn: folderGuard(library, job.into) };
  const counts: Record<Action, number> = {
    new: 0,
    same: 0,
    changed: 0,
    merged: 0,
    left: 0,
    broken: 0,
    passed: 0,
  };
  counts.passed = gathered.things.length - wanted.length;
  const problems: RowProblem[] = [...gathered.problems];
  counts.broken += gathered.problems.length;
  const files: ImportedEntry[] = [];
  let done = 0;
  for await (const { thing, rows } of thingsOf(service, parts, gathered)) {
    said(`importing ${++done} of ${wanted.length}`);
    const made = service.make(rows, gathered.about);
    for (const problem of made.problems) problems.push(problem);
    const result =
      made.problems.length > 0
        ? { action: 'broken' as const, path: '', differences: [] }
        : settle(run, thing, known.of(thing), names.get(thing), made.keys);
    counts[result.action]++;
    if (result.action !== 'same' && result.action !== 'broken')
      files.push({ ...result, name: thing.name, path: shownPath(context, result.path) });
  }
  context.progress(null);
  const gone = known.unmet(gathered).map(({ path, name }) => ({
    action: 'gone' as const,
    name,
    path: shownPath(context, path),
    differences: [],
  }));
  return {
    from: service.name,
    dryRun: job.isDry,
    rows: gathered.rows,
    read: actions.reduce((sum, action) => sum + counts[action], 0),
    ...counts,
    gone: gone.length,
    files: [...files, ...gone],
    problems,
  };
}

/** Says how far it has come, several times a second. */
function saying(context: Context): (text: string) => void {
  let next = context.now().getTime() + interval * 5;
  return (text) => {
    const now = context.now().getTime();
    if (now < next) return;
    context.progress(text);
    next = now + interval;
  };
}

/** The files that earlier imports made, by what they are of. */
interface KnownIndex {
  readonly of: (thing: Thing) => KnownFile | null;
  /** Those of which the export says nothing any more. */
  readonly unmet: (gathered: Gathered) => readonly KnownFile[];
}

function knownIndex(context: Context, library: Library, { service, into }: ImportJob): KnownIndex {
  const isWithin = into === library.place.folder || staysInside(library.place.folder, into);
  const files = isWithin ? library.walk().files : filesBelow(into);
  context.progress(null);
  const known = knownFiles(files, service);
  const byId = new Map(known.map((file) => [file.id, file]));
  const byName = new Map<string, KnownFile | null>();
  for (const file of known) {
    byName.set(file.join, byName.has(file.join) ? null : file);
  }
  const of = (thing: Thing): KnownFile | null =>
    byId.get(thing.id) ?? byName.get(thing.join) ?? null;
  return {
    of,
    unmet: ({ things }) => {
      const met = new Set(things.map(of));
      return known.filter((file) => !met.has(file));
    },
  };
}

/** Whether a folder has a name already, whatever its ending; each folder is looked into once. */
function takenNames(): (folder: string, folded: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  return (folder, folded) => {
    let names = folders.get(folder);
    if (names === undefined) {
      names = new Set(namesIn(folder).map((name) => foldedName(name.replace(/\.[^.]*$/, ''))));
      folders.set(folder, names);
    }
    return names.has(folded);
  };
}

type Settled = Pick<ImportedEntry, 'path' | 'differences'> & { readonly action: Action };

/** A run, and what it asks before it makes a file. */
interface Run {
  readonly context: Context;
  readonly job: ImportJob;
  readonly whyNotIn: (folder: string) => string | null;
}

/** What becomes of a thing: a new file, or an old one that stays, is written anew, or is left. */
function settle(
  run: Run,
  thing: Thing,
  known: KnownFile | null,
  name: string | undefined,
  keys: JsonMap,
): Settled {
  const { context, job } = run;
  const fresh = freshReview(keys, { from: job.service.name, id: thing.id, date: job.today });
  if (known !== null) return again(context, job, known, fresh);
  const folder = job.folderOf(thing);
  const path = join(folder, `${name}.md`);
  const why = run.whyNotIn(folder);
  if (why !== null) context.note(`review: ${shownPath(context, path)}: ${why}`);
  const isMade =
    why === null && (job.isDry || succeeds(context, path, () => writeNew(path, fresh.text)));
  return { action: isMade ? 'new' : 'broken', path, differences: [] };
}

/** Tells of folders why no file may be made in them, in words; null when one may. Each is looked at once. */
function folderGuard(library: Library, into: string): (folder: string) => string | null {
  const known = new Map<string, string | null>();
  return (folder) => {
    let why = known.get(folder);
    if (why === undefined) {
      why = whyNotIn(library, into, join(folder, 'review.md'));
      known.set(folder, why);
    }
    return why;
  };
}

function whyNotIn(library: Library, into: string, path: string): string | null {
  if (!staysInside(into, path) || libraryLeft(path, library.place) !== null)
    return 'a link leads out of the folder; nothing is written there';
  return changesLibrary(path, library)
    ? 'a folder of that name would hide the reviews beside it; name another with --into'
    : null;
}

/** A file that an earlier import made: it stays while nothing has changed there; what somebody edited is never written over. */
function again(context: Context, job: ImportJob, known: KnownFile, fresh: Fresh): Settled {
  const { path } = known;
  if (fresh.hash === known.hash) return { action: 'same', path, differences: [] };
  let result: Settled = { action: 'broken', path, differences: [] };
  succeeds(context, path, () => {
    const editable = openEditable(path);
    const { action, text, differences } = whatBecomes(job, editable.text, fresh);
    if (text !== null && !job.isDry) editable.replace(text);
    result = { action, path, differences };
  });
  return result;
}

interface Becomes {
  readonly action: Action;
  /** What is to be written; null for nothing. */
  readonly text: string | null;
  readonly differences: Settled['differences'];
}

function whatBecomes(job: ImportJob, text: string, fresh: Fresh): Becomes {
  const here = readAlone(text);
  const imported = importedOf(here);
  if (isUntouched(text, here)) {
    const newer = job.isWhole ? fresh : partly(job, here, fresh);
    const isSame = newer.hash === imported?.hash;
    return isSame
      ? { action: 'same', text: null, differences: [] }
      : { action: 'changed', text: newer.text, differences: [] };
  }
  const found = differences(here, fresh.review);
  const merged = job.merges ? mergedText(text, fresh.review) : null;
  if (merged !== null) return { action: 'merged', text: merged, differences: found };
  return { action: found.length === 0 ? 'same' : 'left', text: null, differences: found };
}

/** What a part of an export says, put over what the whole has said. */
function partly({ service, parts, today }: ImportJob, here: Review, { review }: Fresh): Fresh {
  const imported = importedOf(here);
  const ratesNow = parts.some(({ name }) => name === service.wholeParts?.[0]);
  const { [importedKey]: _, ...extra } = here.extra;
  return freshOf(overlaid({ ...here, extra }, review, ratesNow), {
    from: service.name,
    id: imported?.id ?? '',
    date: today,
  });
}
