import { libraryCommand } from '../opening/library-command.ts';
import { importOptions } from './import-options.ts';

/** `review import`: what other services hold, as files. */
export const importCommand = libraryCommand(
  {
    name: 'import',
    summary: 'bring home what another service holds: its export as files',
    arguments: [
      {
        name: '<export>',
        description: 'a file, a folder or a zip, as the service hands it out; - for standard input',
      },
    ],
    options: importOptions,
    examples: [
      { line: 'review import letterboxd.zip --dry-run', does: 'what would become of it' },
      {
        line: 'review import letterboxd.zip --dry-run --json | jq .new',
        does: 'how many would be new',
      },
      {
        line: 'review import letterboxd.zip',
        does: 'a file a film, in the library; again later: what is new there',
      },
      {
        line: "review import log.csv --map 'Film=title,Stars=rating,Seen=experienced'",
        does: 'any table, its columns by what they mean',
      },
      {
        line: 'review import export/ --only all --into shelf/',
        does: 'watchlist and all, into a folder of its own',
      },
    ],
  },
  // What reads exports is loaded when there is one to read.
  async (run) => (await import('./import-export.ts')).importExport(run),
);
