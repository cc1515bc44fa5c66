import type { Json, JsonMap } from '../model/json.ts';
import { isoDate } from '../vocabulary/dates.ts';
import type { Row, RowProblem, Service } from './service.ts';

/** A row's values as what they mean. What they cannot mean is said in `problems`. */
export interface Cells {
  readonly text: (column: string) => string | undefined;
  /** An ISO 8601 date, as written: no time zone shifts it. */
  readonly date: (column: string) => string | undefined;
  /** A number within a scale, with the scale: `3.75/5`. 0 is none where the service means so. */
  readonly rating: (column: string, best: number, zeroIsNone?: boolean) => string | undefined;
  readonly number: (column: string) => number | undefined;
  readonly isYes: (column: string) => boolean;
  /** Texts between commas. */
  readonly list: (column: string) => readonly string[];
}

/** Reads a row. Problems are added to `problems`. */
export function cellsOf(row: Row, problems: RowProblem[]): Cells {
  const { file, line, values } = row;
  const text = (column: string): string | undefined => textOf(values[column]);
  const wrong = (column: string, message: string): undefined => {
    problems.push({ file, line, column, message });
    return undefined;
  };
  return {
    text,
    date: (column) => {
      const written = text(column);
      if (written === undefined) return undefined;
      return isoDate(written) ?? wrong(column, `'${excerpt(written)}' is no date`);
    },
    rating: (column, best, zeroIsNone = false) => {
      const written = text(column);
      if (written === undefined) return undefined;
      const value = numberOf(written);
      if (value === null) return wrong(column, `'${excerpt(written)}' is no rating`);
      if (value === 0 && zeroIsNone) return undefined;
      if (value < 0 || value > best)
        return wrong(column, `${excerpt(written)} lies outside a scale that ends at ${best}`);
      return `${value}/${best}`;
    },
    number: (column) => {
      const written = text(column);
      if (written === undefined) return undefined;
      return numberOf(written) ?? wrong(column, `'${excerpt(written)}' is no number`);
    },
    isYes: (column) => /^(?:yes|true|1)$/i.test(text(column) ?? ''),
    list: (column) => listOf(text(column)),
  };
}

/** A value as text, without blanks around it; a spreadsheet's `="0123"` is what it shows. Undefined where it says nothing. */
export function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const written = String(value).trim();
  const text = /^="(.*)"$/s.exec(written)?.[1] ?? written;
  return text === '' ? undefined : text;
}

/** Texts between commas, each once. */
export function listOf(text: string | undefined): readonly string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function numberOf(text: string): number | null {
  return /^\d{1,9}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A problem of a row as a whole. */
export function problemOf({ file, line }: Row, message: string, column?: string): RowProblem {
  return { file, line, message, ...(column === undefined ? {} : { column }) };
}

/** What rows are joined by where they say no id: a name and a year, say, whatever their case and the composition of their accents. */
export function joinOf(name: string, ...more: readonly (string | undefined)[]): string {
  return [name, ...more].map((part = '') => part.normalize('NFC').toLowerCase()).join('\n');
}

/** The columns of a row that have no field: those that the service knows as such, and those that it does not know. */
export function keptColumns({ columns }: Pick<Service, 'columns'>, row: Row): JsonMap {
  const known = new Map(columns.map((column) => [column.name, column.to]));
  const kept = Object.entries(row.values).flatMap(([name, value]) => {
    if ((known.get(name) ?? 'extra') !== 'extra') return [];
    const text = typeof value === 'object' ? value : textOf(value);
    return text === undefined || text === null ? [] : [[name, text] as const];
  });
  return Object.fromEntries(kept);
}

/** Keys without those that say nothing. */
export function keysOf(entries: Readonly<Record<string, Json | undefined>>): JsonMap {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Json] => {
      const [, value] = entry;
      if (value === undefined || value === null || value === '') return false;
      return typeof value !== 'object' || Object.keys(value).length > 0;
    }),
  );
}

/**
 * What has no field, under the service's name. A name that a review's ids have, too, stands within `extra`, as it does in what is written of it.
 */
export function extraOf(service: string, kept: JsonMap, isAnId: boolean): JsonMap {
  if (Object.keys(kept).length === 0) return {};
  return isAnId ? { extra: { [service]: kept } } : { [service]: kept };
}
