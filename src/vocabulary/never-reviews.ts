/** Names that are never a review's, whatever the ending: as they stand in capitals with anything behind a mark, or whole in any case. */
const documents =
  'README LICENSE LICENCE CHANGELOG CONTRIBUTING CODE_OF_CONDUCT SECURITY AGENTS CLAUDE'.split(' ');

/** Files of other programs, by their whole names. */
const files: ReadonlySet<string> = new Set(
  (
    'robots.txt humans.txt composer.json manifest.json cargo.toml pyproject.toml netlify.toml review.config.yaml review.config.yml ' +
    'package-lock.json npm-shrinkwrap.json composer.lock pnpm-lock.yaml yarn.lock poetry.lock cargo.lock gemfile.lock'
  ).split(' '),
);

/** Files of other programs, by how their names begin. */
const prefixes = [
  /^requirements[^/]*\.txt$/i,
  /^package[^/]*\.json$/i,
  /^tsconfig/i,
  /^(?:404|hugo|config|mkdocs|_config)\./i,
  /^docker-compose/i,
  /^pubspec/i,
];

/** Folders whose files are made by programs, or are patterns for others. */
const folders: ReadonlySet<string> = new Set(
  'node_modules public dist _site templates _templates archetypes'.split(' '),
);

/** Why a file with this name is never a review, in words; null when it may be one. Names that begin with a dot are hidden, and not asked about. */
export function neverReview(name: string): string | null {
  const stem = name.replace(/\.[^.]*$/, '');
  const isDocument = documents.some(
    (document) =>
      stem.toUpperCase() === document ||
      (stem.startsWith(document) && /^[._-]/.test(stem.slice(document.length))),
  );
  if (isDocument) return 'a document of a project, by its name';
  if (files.has(name.toLowerCase()) || prefixes.some((prefix) => prefix.test(name)))
    return 'a file of another program, by its name';
  return name.startsWith('_') && !/^_index\./i.test(name) ? 'its name begins with `_`' : null;
}

/** Why a folder with this name holds no reviews, in words; null when it may. */
export function neverHolds(name: string): string | null {
  return folders.has(name.toLowerCase()) ? 'a folder of a program, by its name' : null;
}
