import { type ParsedYaml, parseYaml } from '../data/yaml/yaml.ts';
import { diagnose } from '../model/diagnostic.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { assemble } from './assemble.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import { recordsInData } from './many/lists.ts';
import { readRecords } from './many/read-many.ts';
import { namesThing } from './many/records.ts';
import { once } from './once.ts';
import type { Reader, ReadMany, ReadResult, ReadSettings } from './reader.ts';

const maxUnits = 1024 * 1024;

/**
 * Reads a review written as YAML: the keys of front matter, and its sections under `sections:` or as Markdown under `body:`.
 * Diagnostics: front-matter-too-large, not-a-mapping, and those of `parseYaml`, `readMetadata` and `assemble`.
 */
export const yamlReader: Reader = {
  name: 'yaml',
  extensions: ['.yaml', '.yml'],
  open: (source, settings) => {
    const locator = createLocator(source);
    const text: YamlText = {
      source,
      locator,
      parsed: once(() => parseYaml(source, { offset: 0, locator })),
    };
    return { one: () => readYaml(text, settings), many: () => readManyYaml(text, settings) };
  },
};

interface YamlText {
  readonly source: string;
  readonly locator: Locator;
  /** The text as one document. */
  readonly parsed: () => ParsedYaml;
}

const manyUnits = 16 * 1024 * 1024;

function readManyYaml(
  { source, locator, parsed: whole }: YamlText,
  settings: ReadSettings,
): ReadMany | null {
  // A text without a list of maps, a map of them or a second document is parsed once.
  if (
    source.length > manyUnits ||
    !/^[ \t]*- |^---|^\S[^\r\n]*:[ \t]*(?:\{|\r?\n[ \t]+\S)/m.test(source)
  )
    return null;
  const name = settings.surroundings?.name ?? '';
  const documents = yamlDocuments(source);
  const parsed =
    documents.length === 1
      ? [whole()]
      : documents.map(({ start, end }) =>
          parseYaml(source.slice(start, end), { offset: start, locator }),
        );
  const diagnostics = parsed.flatMap((each) => each.diagnostics);
  const found = parsed.flatMap(({ node }) =>
    node === null ? [] : (recordsInData(node, name, settings.many) ?? []),
  );
  const own = parsed.flatMap(({ node }) =>
    node?.kind === 'map' && namesThing(node) ? [node] : [],
  );
  const records =
    documents.length > 1 && own.length > 1
      ? own.map((node) => ({ node, start: node.start, end: node.end, around: [name] }))
      : found;
  return records.length === 0
    ? null
    : { ...readRecords(records, source, settings, locator), diagnostics };
}

/** The documents of a text: lines of `---` part them. */
function yamlDocuments(source: string): { start: number; end: number }[] {
  const starts = Array.from(source.matchAll(/^---(?=[ \t\r\n]|$)/gm), ({ index }) => index);
  const edges = [...(starts[0] === 0 ? [] : [0]), ...starts, source.length];
  return edges.slice(0, -1).map((start, index) => ({
    start: source.startsWith('---', start) ? start + 3 : start,
    end: edges[index + 1] as number,
  }));
}

function readYaml({ source, locator, parsed }: YamlText, settings: ReadSettings): ReadResult {
  if (source.length > maxUnits) return nothing(settings, diagnoseSize(source, locator));
  const { node, diagnostics } = parsed();
  // A list of reviews: the first one counts.
  const first =
    node?.kind === 'list' && node.items.length > 0 && node.items.every(({ kind }) => kind === 'map')
      ? node.items[0]
      : node;
  const warnings = [...diagnostics];
  if (node?.kind === 'list' && first?.kind === 'map' && node.items.length > 1) {
    const second = node.items[1] as typeof first;
    const message = `The file is a list of ${node.items.length} reviews; the first one is read.`;
    warnings.push(
      diagnose('yaml-unsupported', message, {
        range: locator.range(second.start, second.start + 1),
        hint: 'Write each review to a file of its own.',
      }),
    );
  }
  if (first?.kind !== 'map') {
    if (first !== null && first !== undefined && first.text.trim() !== '') {
      warnings.push(
        diagnose('not-a-mapping', 'There are no `key: value` lines here.', {
          range: locator.range(first.start, Math.min(first.end, first.start + 80)),
        }),
      );
    }
    return nothing(settings, ...warnings);
  }
  const metadata = readMetadata(first, settings, locator);
  const result = assemble(
    { ...metadata, diagnostics: [...warnings, ...metadata.diagnostics] },
    null,
    settings,
    locator,
  );
  const records = node?.kind === 'list' ? node.items.length : documentsIn(source);
  return { ...result, keys: first, ...(records === undefined ? {} : { records }) };
}

/** How many documents there are when there are several: a line that begins with `---` parts them, for in no value can one stand. */
function documentsIn(source: string): number | undefined {
  if (!/[\r\n]---(?:[ \t\r\n]|$)/.test(source)) return undefined;
  const documents = source
    .split(/^---(?=[ \t\r\n]|$)/m)
    .filter((part) => /^[ \t]*[^\s#%.]/m.test(part)).length;
  return documents > 1 ? documents : undefined;
}

function nothing(settings: ReadSettings, ...diagnostics: ReadResult['diagnostics']): ReadResult {
  return { review: noMetadata(settings).review, diagnostics };
}

function diagnoseSize(source: string, locator: Locator) {
  return diagnose(
    'front-matter-too-large',
    `The YAML has ${Math.ceil(source.length / 1024)} KiB; 1 MiB is read.`,
    { range: locator.range(0, 1) },
  );
}
