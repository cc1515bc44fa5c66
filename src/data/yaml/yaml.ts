import type { Node } from 'yaml';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Locator } from '../../model/position.ts';
import type { DataNode } from '../data-node.ts';
import { offsetTooDeep } from './depth.ts';
import { mend } from './document.ts';
import { type Edit, originalOffsets } from './mend.ts';
import { describeYamlError } from './messages.ts';
import { type Context, clip, convert, maxDepth, rangeOf, report } from './nodes.ts';
import { readPlainYaml } from './quick.ts';

export interface ParseYamlOptions {
  /** Where `source` starts in its file, in UTF-16 units. */
  readonly offset: number;
  /** The file's locator. */
  readonly locator: Locator;
}

export interface ParsedYaml {
  /** Null when there is nothing, or nothing that could be read. */
  readonly node: DataNode | null;
  readonly diagnostics: readonly Diagnostic[];
}

const maxErrors = 10;
/** As many aliases are read as 100: nobody names more values than this. */
const maxAnchors = 1000;

/**
 * Reads YAML 1.2 (core schema) as nodes with offsets in the file. Aliases and merge keys are resolved, up to 100 of them and 64 KiB; tags are not.
 * What an alias stands for has the alias's place, and what is in it its own. Diagnostics: yaml-syntax, yaml-alias, yaml-unsupported, yaml-quotes-missing, key-duplicate. A value that only lacks quotes
 * (`title: Mission: Impossible`) is read as the text it looks like.
 */
export function parseYaml(source: string, options: ParseYamlOptions): ParsedYaml {
  const plain = readPlainYaml(source, options.offset);
  return plain === null ? parseAnyYaml(source, options) : { node: plain, diagnostics: [] };
}

/** As `parseYaml`, with the full reader alone, whatever the YAML is: the same answer, but slower. */
export function parseAnyYaml(source: string, { offset, locator }: ParseYamlOptions): ParsedYaml {
  // yaml knows no lone CR as a line end. The replacement has the same length.
  const text = source.replace(/\r(?!\n)/g, '\n');
  const deep = offsetTooDeep(text, maxDepth);
  if (deep !== null) {
    const range = locator.range(offset + deep, offset + deep + 1);
    const message = `The YAML is nested deeper than ${maxDepth}.`;
    return { node: null, diagnostics: [diagnose('yaml-syntax', message, { range })] };
  }
  const named = anchorBeyond(text, maxAnchors);
  if (named !== null) {
    const range = locator.range(offset + named, offset + named + 1);
    const message = `More than ${maxAnchors} values are named (\`&name\`); such YAML is not read.`;
    const hint = 'Write the values out.';
    return { node: null, diagnostics: [diagnose('yaml-syntax', message, { range, hint })] };
  }
  return readDocument(text, offset, locator);
}

/** Where a value is named that is one too many, or null: each would be looked at again and again. */
function anchorBeyond(source: string, most: number): number | null {
  let count = 0;
  for (const { index } of source.matchAll(/(?:^|[:?-][ \t])[ \t]*&[^\s,[\]{}]/gm))
    if (++count > most) return source.indexOf('&', index);
  return null;
}

function readDocument(text: string, offset: number, locator: Locator): ParsedYaml {
  const mended = mend(text);
  const inOriginal = originalOffsets(mended.edits);
  const at = (position: number): number => offset + inOriginal(position);
  const context: Context = {
    source: mended.text,
    at,
    locator,
    diagnostics: [],
    anchors: new Map(),
    expanded: { aliases: 0, units: 0, isSpent: false },
  };
  const allTabs = mended.edits.filter(({ wants }) => wants === 'spaces');
  const [tabs] = allTabs;
  const place = { source: text, offset, locator };
  // One tab is told of; the others are as the first.
  for (const edit of mended.edits)
    if (edit.wants !== 'spaces' || edit === tabs)
      report(context, mendDiagnostic(edit, edit === tabs ? allTabs : [edit], place));
  const { errors, warnings } = mended.document;
  for (const [error, more] of firstOf(errors)) reportError(error, more, context);
  for (const [warning, more] of firstOf(warnings)) {
    const range = rangeOf(context, warning.pos[0], warning.pos[1]);
    const message = `A tag (\`!…\`) is not read here; the value is taken as it stands.${more}`;
    report(context, diagnose('yaml-unsupported', message, { range }));
  }
  if (mended.secondDocument !== null) {
    const range = rangeOf(context, mended.secondDocument, mended.secondDocument + 3);
    const message = 'A second document starts here; only the first one is read.';
    report(
      context,
      diagnose('yaml-unsupported', message, {
        range,
        hint: 'Remove the line, or move what follows to a file of its own.',
      }),
    );
  }
  const contents = mended.document.contents;
  const node = contents === null ? null : convert(contents as Node, context, 0);
  return { node, diagnostics: context.diagnostics };
}

/** `all` are the edits that are told of in one: with them, the fault is mended. */
function mendDiagnostic(
  edit: Edit,
  all: readonly Edit[],
  { source, offset, locator }: ParseYamlOptions & { readonly source: string },
): Diagnostic {
  const value = source.slice(edit.start, edit.end);
  const range = locator.range(offset + edit.start, offset + edit.end);
  const hint = `Write \`${edit.line}\`${edit.wants === 'spaces' ? ' behind spaces' : ''}.`;
  const fix = all.map(({ start, end, text }) => ({
    range: locator.range(offset + start, offset + end),
    text,
  }));
  if (edit.wants === 'quotes') {
    const message = `\`${clip(value)}\` is no plain YAML value: it wants quotes. It was read as text.`;
    return diagnose('yaml-quotes-missing', message, { range, hint, fix });
  }
  if (edit.wants === 'spaces') {
    const message = 'The line is indented by a tab; each was read as two spaces.';
    return diagnose('yaml-syntax', message, { range, hint, fix });
  }
  const message = `The bracket of \`${clip(value)}\` is not closed; it was read as if it ended with the line.`;
  return diagnose('yaml-syntax', message, { range, hint });
}

/** The first ten, each with what is to be said of those that are not listed behind it. */
function firstOf<Item>(items: readonly Item[]): [item: Item, more: string][] {
  const rest = items.length - maxErrors;
  const more = rest > 0 ? ` ${rest} more are not listed.` : '';
  return items
    .slice(0, maxErrors)
    .map((item, index) => [item, index === maxErrors - 1 ? more : '']);
}

function reportError(
  error: { code: string; pos: readonly [number, number]; message: string },
  more: string,
  context: Context,
): void {
  const { message, hint } = describeYamlError(error.code);
  const range = rangeOf(context, error.pos[0], error.pos[1]);
  report(
    context,
    diagnose('yaml-syntax', message + more, { range, ...(hint === undefined ? {} : { hint }) }),
  );
}
