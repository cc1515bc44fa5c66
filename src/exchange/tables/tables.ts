import type { ServiceTable } from '../service.ts';
import { goodreadsTable } from './goodreads-table.ts';
import { letterboxdTable } from './letterboxd-table.ts';

/** The tables that services import, by the services' names. */
const tables = { letterboxd: letterboxdTable, goodreads: goodreadsTable } as const;

/** The table that a service imports. */
export function tableOf(name: keyof typeof tables): ServiceTable {
  return tables[name];
}
