import { join, resolve } from 'node:path';
import type { Thing } from '../../exchange/gather.ts';
import { type Mapping, mappedService, parseMap, speaksForItself } from '../../exchange/mapped.ts';
import { type Head, headOf, partOf } from '../../exchange/open-parts.ts';
import type { Service } from '../../exchange/service.ts';
import { services } from '../../exchange/services/services.ts';
import type { Part } from '../../exchange/source.ts';
import type { Archive } from '../../library/archives/archive.ts';
import { openArchive, openArchiveBytes } from '../../library/archives/open-archive.ts';
import type { Library } from '../../library/library.ts';
import type { ItemKind } from '../../model/review.ts';
import { arrange } from '../../shapes/arrange.ts';
import { dayOf } from '../../vocabulary/dates.ts';
import type { Context, Input, Outcome } from '../command.ts';
import { homeOf, homeOfKind } from '../opening/home-of-kind.ts';
import type { LibraryRun } from '../opening/library-command.ts';
import { sayFailure } from '../opening/open.ts';
import { jsonText } from '../output/json-text.ts';
import { UsageError } from '../usage-error.ts';
import type { ImportOptions } from './import-options.ts';
import { runImport } from './import-run.ts';
import { importShape } from './import-shape.ts';
import { reportText } from './report.ts';

/** Finds out whose export it is, brings it home, and says what became of it. */
export async function importExport(run: LibraryRun<ImportOptions>): Promise<Outcome> {
  const { context, library, options: asked } = run;
  const [path = ''] = run.arguments;
  let archive: Archive;
  try {
    archive =
      path === '-'
        ? await openArchiveBytes(await context.readInput(), 'standard input')
        : await openArchive(resolve(context.cwd, path));
  } catch (error) {
    sayFailure(context, path, error);
    return 'failed';
  }
  try {
    const found = await recognised(archive, asked.from, mappingOf(run));
    if ('problem' in found) {
      context.note(`review: ${path}: ${found.problem}`);
      return 'failed';
    }
    const target = targetOf(context, library, run);
    const report = await runImport(context, library, {
      ...found,
      ...target,
      only: asked.only ?? 'rated',
      isDry: asked.dryRun === true,
      isWhole: isWhole(found),
      merges: asked.merge === true,
      today: dayOf(context.now()),
    });
    for (const { file, line, column, message } of report.problems)
      context.note(
        `review: ${file}:${line}: ${column === undefined ? '' : `${column}: `}${message}`,
      );
    context.write(
      asked.json === true
        ? jsonText(arrange(importShape, report))
        : reportText(report, found.service.title),
    );
    return report.broken > 0 ? 'failed' : 'done';
  } catch (error) {
    sayFailure(context, path, error);
    return 'failed';
  } finally {
    archive.close();
  }
}

type Found =
  | { readonly service: Service; readonly parts: readonly Part[] }
  | { readonly problem: string };

/** Whether an export has every part without which it is not the whole. */
function isWhole({
  service: { wholeParts = [] },
  parts,
}: Extract<Found, { parts: unknown }>): boolean {
  return wholeParts.every((part) => parts.some(({ name }) => name === part));
}

/** What columns mean: what the command line says, else what the configuration does. */
function mappingOf({
  library,
  options: { map },
}: LibraryRun<ImportOptions>): Omit<Mapping, 'file'> & { readonly isAsked: boolean } {
  const { import: configured = {}, scale } = library.config().config;
  const asked = map === undefined ? {} : parseMap(map);
  if (typeof asked === 'string') throw new UsageError(asked);
  return {
    columns: { ...configured, ...asked },
    isAsked: map !== undefined,
    ...(scale === undefined ? {} : { scale }),
  };
}

/** Whose export it is, and which of its files are of use. A table that is nobody's is read by what its columns mean. */
async function recognised(
  archive: Archive,
  wanted: string | undefined,
  mapping: ReturnType<typeof mappingOf>,
): Promise<Found> {
  const heads: Head[] = [];
  for (const file of archive.files) heads.push(await headOf(file));
  const [head] = heads;
  if (mapping.isAsked && head !== undefined && heads.length === 1) return mapped(head, mapping);
  const candidates = services
    .filter(({ name }) => wanted === undefined || name === wanted)
    .map((service) => ({ service, parts: heads.flatMap((each) => partOf(each, service) ?? []) }))
    .filter(({ parts }) => parts.length > 0);
  const [only, ...more] = candidates;
  if (more.length > 0) {
    const names = candidates.map(({ service }) => service.name);
    return { problem: `exports of ${names.join(' and ')} lie here; say which with --from` };
  }
  if (only !== undefined) return only;
  const columns = head === undefined ? [] : columnsOf(head);
  const isAlone = head !== undefined && heads.length === 1 && wanted === undefined;
  if (isAlone && speaksForItself(columns, mapping.columns)) return mapped(head, mapping);
  return { problem: unknown(heads, columns, wanted) };
}

function mapped(head: Head, mapping: Omit<Mapping, 'file'>): Found {
  const service = mappedService({ ...mapping, file: head.path });
  const part = partOf(head, service);
  return part === null ? { problem: 'it is no table' } : { service, parts: [part] };
}

function columnsOf({ lines: [header = []], json }: Head): readonly string[] {
  const names = typeof json === 'object' && json !== null ? Object.keys(json) : header;
  return names.map((name) => name.trim());
}

const mostNames = 30;

function unknown(
  heads: readonly Head[],
  columns: readonly string[],
  wanted: string | undefined,
): string {
  if (heads.length === 0) return 'no table and no JSON file is in it';
  if (columns.length < 2)
    return `nothing in it is an export that is known: ${services.map(({ title }) => title).join(', ')}`;
  const names = columns.slice(0, mostNames).join(', ');
  if (wanted !== undefined) return `it is no export of ${wanted}; its columns are ${names}`;
  const [first = 'Name', second = 'Stars'] = columns;
  return `no service has these columns: ${names}. Say what they mean, as in --map '${first}=title,${second}=rating', or under import: in review.config.yaml`;
}

/** Where the files go: the library's folder for the kind, when its configuration has one. */
function targetOf(
  context: Context,
  library: Library,
  { options: { into } }: Input<ImportOptions>,
): { readonly into: string; readonly folderOf: (thing: Thing) => string } {
  if (into === '') throw new UsageError('--into needs the name of a folder');
  if (into !== undefined) {
    const folder = resolve(context.cwd, into);
    return { into: folder, folderOf: () => folder };
  }
  const home = homeOf(context, library);
  return {
    into: home,
    folderOf: ({ kind }) => homeOfKind(context, library, kind, join(home, folderOfKind(kind))),
  };
}

function folderOfKind(kind: ItemKind): string {
  return /^(?:series|software|other)$/.test(kind) ? kind : `${kind}s`;
}
