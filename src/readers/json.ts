import { type DataNode, type MapNode, toJson } from '../data/data-node.ts';
import { parseJsonNodes } from '../data/json-nodes.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { countWords } from '../model/outline.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { emptyReview, type Review } from '../model/review.ts';
import { flattenSections } from '../model/section-tree.ts';
import { type Problem, shapeProblems } from '../shapes/check-shape.ts';
import { type ExportedReview, exportedReview } from '../shapes/export-shape.ts';
import { assemble } from './assemble.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';

/**
 * Reads JSON. An object with `schemaVersion` is an exported review and is decoded exactly, ids and ranges included;
 * any other has the keys of front matter and its sections under `sections` or `body`.
 * Diagnostics: json-syntax, json-shape, not-a-mapping, yaml-unsupported for a list of reviews, and those of `readMetadata` and `assemble`.
 */
export const jsonReader: Reader = { name: 'json', extensions: ['.json'], read: readJson };

function readJson(source: string, settings: ReadSettings): ReadResult {
  const locator = createLocator(source);
  const parsed = parseJsonNodes(source);
  if ('message' in parsed) {
    const range = locator.range(parsed.offset, parsed.offset + 1);
    return {
      review: noMetadata(settings).review,
      diagnostics: [diagnose('json-syntax', parsed.message, { range })],
    };
  }
  const { node, diagnostics } = firstReview(parsed.node, locator);
  const records = parsed.node.kind === 'list' ? { records: parsed.node.items.length } : {};
  if (node === null) return { review: noMetadata(settings).review, diagnostics };
  if (node.entries.some(({ key }) => key === 'schemaVersion'))
    return { ...readExported(node, settings, locator, diagnostics), keys: node, ...records };
  const metadata = readMetadata(node, settings, locator);
  const result = assemble(
    { ...metadata, diagnostics: [...diagnostics, ...metadata.diagnostics] },
    null,
    settings,
    locator,
  );
  return { ...result, keys: node, ...records };
}

function firstReview(
  node: DataNode,
  locator: Locator,
): { node: MapNode | null; diagnostics: Diagnostic[] } {
  const first = node.kind === 'list' ? node.items[0] : node;
  if (first?.kind !== 'map') {
    return {
      node: null,
      diagnostics: [
        diagnose('not-a-mapping', 'There is no JSON object here.', {
          range: locator.range(node.start, node.start + 1),
          hint: 'A review is an object: `{"title": "Heat"}`.',
        }),
      ],
    };
  }
  if (node.kind !== 'list' || node.items.length < 2) return { node: first, diagnostics: [] };
  const second = node.items[1] as DataNode;
  const message = `The file is a list of ${node.items.length} reviews; the first one is read.`;
  const hint = 'Write each review to a file of its own.';
  return {
    node: first,
    diagnostics: [
      diagnose('yaml-unsupported', message, {
        range: locator.range(second.start, second.start + 1),
        hint,
      }),
    ],
  };
}

function readExported(
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
  const words = flattenSections(review.sections).reduce(
    (sum, { level, title, body }) => sum + countWords(level === 0 ? body : `${title}\n${body}`),
    0,
  );
  return { review: { ...review, sections: [] }, diagnostics, words };
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
