import type { DataNode, MapNode } from '../data/data-node.ts';
import { parseJsonNodes } from '../data/json-nodes.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { assemble } from './assemble.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import { jsonRecords, readExported } from './many/json-records.ts';
import { recordsInData } from './many/lists.ts';
import { isExported } from './many/records.ts';
import type { Reader, ReadMany, ReadResult, ReadSettings } from './reader.ts';

/**
 * Reads JSON. An object with `schemaVersion` is an exported review and is decoded exactly, ids and ranges included;
 * any other has the keys of front matter and its sections under `sections` or `body`.
 * Diagnostics: json-syntax, json-shape, not-a-mapping, yaml-unsupported for a list of reviews, and those of `readMetadata` and `assemble`.
 */
export const jsonReader: Reader = {
  name: 'json',
  extensions: ['.json'],
  open: (source, settings) => {
    const parsed = parseJsonNodes(source);
    return {
      one: () => readJson(parsed, createLocator(source), settings),
      many: () => readManyJson(parsed, source, settings),
    };
  },
};

type Parsed = ReturnType<typeof parseJsonNodes>;

function readManyJson(parsed: Parsed, source: string, settings: ReadSettings): ReadMany | null {
  if ('message' in parsed) return null;
  const records = recordsInData(parsed.node, settings.surroundings?.name ?? '', settings.many);
  if (records === null) return null;
  return { ...jsonRecords(records, source, settings), diagnostics: [] };
}

function readJson(parsed: Parsed, locator: Locator, settings: ReadSettings): ReadResult {
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
  if (isExported(node))
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
