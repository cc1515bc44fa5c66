import { parseJsonPrefix } from '../data/json-nodes.ts';
import { lineAt } from '../data/lines.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';
import { noMetadata } from './fields/metadata.ts';
import { jsonRecords } from './many/json-records.ts';
import { isExported, type ManyRecord, namesThing } from './many/records.ts';
import { once } from './once.ts';
import { firstOf, type Reader, type ReadMany, type ReadSettings } from './reader.ts';

/** Reads JSON lines: a review a line, as `export --jsonl` writes them. A line that cannot be read is said, and the others are read. Diagnostics: json-syntax, not-a-mapping. */
export const jsonlReader: Reader = {
  name: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  open: (source, settings) => {
    const many = once(() => readLines(source, settings));
    return { one: () => firstOf(many(), noMetadata(settings).review), many };
  },
};

function readLines(source: string, settings: ReadSettings): ReadMany {
  const locator = createLocator(source);
  const found: ManyRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  const say = (code: 'json-syntax' | 'not-a-mapping', message: string, at: number): void => {
    diagnostics.push(diagnose(code, message, { range: locator.range(at, at + 1) }));
  };
  for (let at = 0; at < source.length; ) {
    const line = lineAt(source, at);
    const indent = line.text.length - line.text.trimStart().length;
    if (line.text.trim() !== '') {
      const start = line.start + indent;
      const parsed = parseJsonPrefix(source, start);
      if ('message' in parsed) say('json-syntax', parsed.message, parsed.offset);
      else if (source.slice(parsed.node.end, line.start + line.text.length).trim() !== '')
        say('json-syntax', 'Something follows the value on its line.', parsed.node.end);
      else if (parsed.node.kind !== 'map' || !isReview(parsed.node))
        say('not-a-mapping', 'There is no review in this line.', start);
      else
        found.push({
          node: parsed.node,
          start,
          end: parsed.node.end,
          around: [settings.surroundings?.name ?? ''],
        });
    }
    if (line.next === at) break;
    at = line.next;
  }
  return { ...jsonRecords(found, source, settings), diagnostics };
}

function isReview(map: ManyRecord['node']): boolean {
  return namesThing(map) || isExported(map);
}
