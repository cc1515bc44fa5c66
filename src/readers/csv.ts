import { parseCsvTable } from '../data/csv/csv.ts';
import { isNull, type MapNode } from '../data/data-node.ts';
import { asSpoilerBlock } from '../markdown/spoiler-blocks.ts';
import { diagnose } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';
import { meaningOf } from '../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { noMetadata } from './fields/metadata.ts';
import { booleanOf } from './fields/values.ts';
import { readRecords } from './many/read-many.ts';
import { namesThing } from './many/records.ts';
import { once } from './once.ts';
import { firstOf, type Reader, type ReadMany, type ReadSettings } from './reader.ts';

/** Reads a table with a header, a review a row: comma-, semicolon- or tab-separated. Diagnostics: csv-syntax, not-a-mapping. */
export const csvReader: Reader = {
  name: 'csv',
  extensions: ['.csv', '.tsv'],
  open: (source, settings) => {
    const many = once(() => readRows(source, settings));
    return { one: () => firstOf(many(), noMetadata(settings).review), many };
  },
};

function readRows(source: string, settings: ReadSettings): ReadMany {
  const locator = createLocator(source);
  const table = parseCsvTable(source);
  if ('message' in table) {
    const range = locator.range(table.offset, table.offset + 1);
    return { records: [], diagnostics: [diagnose('csv-syntax', table.message, { range })] };
  }
  const name = settings.surroundings?.name ?? '';
  const named = table.rows.map(withoutFormulas).map(withHiddenText).filter(namesThing);
  if (named.length === 0) {
    const message = 'No row names a thing: the header has no title.';
    const range = locator.range(0, 0);
    return { records: [], diagnostics: [diagnose('not-a-mapping', message, { range })] };
  }
  const records = named.map((node) => ({ node, start: node.start, end: node.end, around: [name] }));
  return { ...readRecords(records, source, settings, locator), diagnostics: [] };
}

/** `="0123456789"` keeps a number's zeros in spreadsheets; `=""` is nothing. */
function withoutFormulas(row: MapNode): MapNode {
  const entries = row.entries.flatMap((entry) => {
    const { value } = entry;
    if (value.kind !== 'scalar' || isNull(value)) return [];
    const inner = /^="(.*)"$/.exec(value.text)?.[1];
    if (inner === undefined) return [entry];
    return inner === '' ? [] : [{ ...entry, value: { ...value, text: inner, value: inner } }];
  });
  return { ...row, entries };
}

/** `Spoiler: true` in the export of a service hides the whole text of its row. `Spoilers` says no more than that there are some. */
function withHiddenText(row: MapNode): MapNode {
  const isHidden = row.entries.some(
    ({ key, value }) => normalizeKey(key) === 'spoiler' && booleanOf(value) === true,
  );
  if (!isHidden) return row;
  const entries = row.entries.map((entry) => {
    const { key, value } = entry;
    if (value.kind !== 'scalar' || meaningOf(key)?.field !== 'body') return entry;
    const text = asSpoilerBlock(value.text);
    return { ...entry, value: { ...value, text, value: text } };
  });
  return { ...row, entries };
}
