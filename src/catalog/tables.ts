/** The version of the tables: a database of another one is built anew. */
export const tablesVersion = 1;

/**
 * What is known of a library. `files`: `stamp` is what the file system said of a file before it was read, empty where that cannot be trusted; `state` 0: it must be
 * read each time, 1: its facts are known, 2: its words too; `many` whether it holds several reviews; `asks` whether reading it took a look at the
 * files beside it (1), or at those in the folders beside that too (2), and `party` what these were then. `reviews`: one row a review, `place` from 0 in
 * its file, `fact` what `list --json` says of it, `crc` the checksum of the three. `words`: one row for each part of a review in which words stand, its
 * number made of the review's, the part's and its length (`rows.ts`).
 */
export const tables = `
create table facts (name text primary key, value text not null) without rowid;
create table files (
  id integer primary key, path text not null unique, stamp text not null, state integer not null, many integer not null,
  asks integer not null, party text not null
);
create table reviews (
  id integer primary key, file integer not null, place integer not null, kind text, rating real, year integer, published text,
  length integer not null, fact text not null, crc integer not null
);
create index reviews_file on reviews (file);
create virtual table words using fts5 (heading, body, often, content = '', contentless_delete = 1, tokenize = 'ascii');
`;
