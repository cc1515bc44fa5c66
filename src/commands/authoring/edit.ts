import { resolve } from 'node:path';
import { entryNamed } from '../../data/data-node.ts';
import type { LoadedReview } from '../../library/library.ts';
import { placedSections } from '../../lint/section-places.ts';
import { type PointsKey, pointsOf } from '../../model/points.ts';
import { createLocator } from '../../model/position.ts';
import type { Section } from '../../model/review.ts';
import type { Context, GlobalOptions, Input, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { openOne } from '../opening/named-reviews.ts';
import { refusesSample } from '../opening/samples.ts';
import { selectSections } from '../opening/select-sections.ts';
import { UsageError } from '../usage-error.ts';

/** `review edit`: opens a review in the editor, at a section. */
export const edit = libraryCommand(
  {
    name: 'edit',
    summary: 'open a review in your editor, at a section',
    arguments: [{ name: '[ref]', description: 'a name or path, or name#section to start there' }],
    options: [],
    examples: [
      { line: 'review edit ballerina', does: 'in the editor that VISUAL or EDITOR names' },
      { line: 'review edit ballerina#weaknesses', does: 'at the line where the weaknesses start' },
    ],
  },
  runEdit,
  mustBeFile,
);

function mustBeFile({ arguments: [first] }: Input): void {
  if (first === '-') throw new UsageError('standard input cannot be edited; name a file');
}

async function runEdit(input: LibraryRun<GlobalOptions>): Promise<Outcome> {
  const { context, library } = input;
  const [first] = input.arguments;
  const opened = await openOne(context, library, input, first);
  if ('outcome' in opened) return opened.outcome;
  const { loaded, section: name } = opened.value;
  if (refusesSample(context, library, resolve(context.cwd, loaded.file))) return 'failed';
  if (name === undefined) return editFile(context, loaded.file, startOf(loaded));
  const { roles: synonyms = {} } = library.config().config;
  const rules = { synonyms, spoilers: true };
  const selected = selectSections(context, loaded.review, [name], rules);
  if ('outcome' in selected) return selected.outcome;
  const [section] = selected.value.sections;
  return editFile(context, loaded.file, section === undefined ? null : lineOf(loaded, section));
}

/** The line (1-based) where one review of several starts; null for a file that is one. */
export function startOf({ key, source, span }: LoadedReview): number | null {
  if (key === null || key === undefined || span === undefined) return null;
  return createLocator(source).point(span.start).line;
}

/** The line (1-based) of a section's heading in the file, or of the key of points among the fields; null for points that stand in the text. */
export function lineOf(loaded: LoadedReview, section: Section): number | null {
  const points = pointsOf(section);
  if (points !== null) return lineOfPoints(loaded, points);
  const placed = placedSections(loaded).find((each) => each.section === section);
  return createLocator(loaded.source).point(placed?.start ?? 0).line;
}

function lineOfPoints({ source, origins, keys }: LoadedReview, points: PointsKey): number | null {
  const spans = origins?.get(points)?.flatMap(({ span }) => span ?? []) ?? [];
  const start = spans[0]?.start ?? (keys && entryNamed(keys, points)?.keyStart);
  return start === undefined ? null : createLocator(source).point(start).line;
}

/** Opens a file in the editor, at a line (1-based) or where the editor likes; says on stderr when that fails. */
export async function editFile(
  context: Context,
  file: string,
  line: number | null,
): Promise<Outcome> {
  const problem = await context.edit(resolve(context.cwd, file), line);
  if (problem === null) return 'done';
  context.note(`review: ${problem}`);
  return 'failed';
}
