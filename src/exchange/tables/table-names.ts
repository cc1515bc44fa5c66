/** What `export --to` writes as a table: for the services that import one, and for spreadsheets. */
export const tableNames = ['letterboxd', 'goodreads', 'csv'] as const;

export type TableName = (typeof tableNames)[number];
