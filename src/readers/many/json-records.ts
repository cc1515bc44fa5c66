import type { DataNode, MapNode } from '../../data/data-node.ts';
import { toJson } from '../../data/data-node.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { createLocator, type Locator } from '../../model/position.ts';
import { emptyReview, type Review } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import { lengthOf, summedLength } from '../../model/text-length.ts';
import { type Problem, shapeProblems } from '../../shapes/check-shape.ts';
import { type ExportedReview, exportedReview } from '../../shapes/export-shape.ts';
import type { ReadMany, ReadResult, ReadSettings } from '../reader.ts';
import { readRecords } from './read-many.ts';
import { isExported, type ManyRecord } from './records.ts';

/** Records of JSON, exported ones exactly as they were. */
export function jsonRecords(
  records: readonly ManyRecord[],
  source: string,
  settings: ReadSettings,
): Pick<ReadMany, 'records' | 'waiting'> {
  const locator = createLocator(source);
  return readRecords(records, source, settings, locator, (node) =>
    isExported(node) ? { ...readExported(node, settings, locator, []), keys: node } : null,
  );
}

/** An exported review, ids and ranges included. Diagnostics: json-shape. */
export function readExported(
  node: MapNode,
  settings: ReadSettings,
  locator: Locator,
  before: Diagnostic[],
): ReadResult {
  const value = toJson(node) as unknown;
  const problems = shapeProblems(exportedReview, value);
  const diagnostics = [...before, ...shapeDiagnostics(problems, node, locator)];
  if (problems.length > 0) return { review: salvage(value), diagnostics };
  const { schemaVersion: _, ...review } = value as ExportedReview;
  if (settings.sections !== false) return { review, diagnostics };
  const length = summedLength(
    flattenSections(review.sections).map(({ level, title, body }) =>
      lengthOf(level === 0 ? body : `${title}\n${body}`),
    ),
  );
  return { review: { ...review, sections: [] }, diagnostics, ...length };
}

/** Of a review with the wrong shape, nothing can be relied on but its title. */
function salvage(value: unknown): Review {
  const { title } = value as { readonly title?: unknown };
  return typeof title === 'string' ? { title, ...emptyReview } : emptyReview;
}

/** More problems than this have one cause. */
const mostProblems = 20;

function shapeDiagnostics(
  problems: readonly Problem[],
  node: MapNode,
  locator: Locator,
): Diagnostic[] {
  const listed = problems.slice(0, mostProblems);
  const rest = problems.length - listed.length;
  return listed.map((problem, index) => {
    const diagnostic = shapeDiagnostic(problem, node, locator);
    if (rest === 0 || index < listed.length - 1) return diagnostic;
    return { ...diagnostic, message: `${diagnostic.message} ${rest} more like it are not listed.` };
  });
}

function shapeDiagnostic({ path, message }: Problem, root: DataNode, locator: Locator): Diagnostic {
  let node = root;
  for (const step of path) {
    const next: DataNode | undefined =
      node.kind === 'map'
        ? node.entries.find(({ key }) => key === step)?.value
        : node.kind === 'list'
          ? node.items[step as number]
          : undefined;
    if (next === undefined) break;
    node = next;
  }
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return diagnose('json-shape', `\`$${name}\`: ${message}.`, {
    range: locator.range(node.start, node.end),
  });
}
