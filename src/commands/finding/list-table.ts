import { cellAt, fieldPaths, splitPath } from '../../exchange/tables/field-cells.ts';
import { tableLine } from '../../exchange/tables/table-text.ts';
import { listShape } from '../../library/list-shape.ts';
import type { ListEntry } from '../../library/query.ts';
import { arrange } from '../../shapes/arrange.ts';

/** The columns when nobody says otherwise. */
const usualFields =
  'id,item.name,item.kind,item.year,item.creators,author,rating.value,rating.best,published,tags,words,file';

/** A listing as a table for a spreadsheet, with the paths of its fields as a header. */
export function listTable(
  entries: readonly ListEntry[],
  fields: string | undefined,
  name: 'csv' | 'tsv',
): string {
  const columns = fieldPaths(fields ?? usualFields);
  const style = { name, isForPeople: true };
  const rows = entries.map((entry) => {
    const value = arrange(listShape, entry);
    return columns.map((column) => cellAt(value, splitPath(column)));
  });
  return [columns, ...rows].map((row) => tableLine(row, style)).join('');
}
