/** Files that are never reviews, by name; in lower case and without their endings. */
const names: ReadonlySet<string> = new Set([
  ...['readme', 'license', 'licence', 'changelog', 'contributing', 'code_of_conduct', 'security'],
  ...['agents', 'claude', 'robots', 'humans', '404', 'requirements'],
]);

/** The same with something behind: `README.de`, `LICENSE-MIT`. In capitals alone, for a film may be called "License to Kill". */
const inCapitals =
  /^(?:README|LICEN[SC]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|AGENTS|CLAUDE)(?![A-Za-z])/;
const translated = /^(?:readme|licen[sc]e|changelog|contributing|404)\.[a-z]{2}(?:-[a-z]{2})?$/i;

/** Of programs, and data throughout: a Markdown file of such a name may well be a review. */
const ofPrograms =
  /^(?:package.*|tsconfig.*|jsconfig.*|composer|manifest|cargo|pyproject|netlify|vercel|hugo(?:\..*)?|config(?:\..*)?|review\.config|_config(?:\..*)?|mkdocs.*|docker-compose.*|compose|pubspec.*|requirements.*|.*[.-]lock|.*\.schema)$/i;
const dataEndings = /\.(?:json|jsonl|ya?ml|toml|csv|tsv)$/i;

/** Of texts that programs read. */
const listsOfPrograms = /^(?:requirements.*|robots|humans)\.txt$/i;

/**
 * Whether a file is no review by its own name alone: what belongs to a project, a program or a site, names that begin with `.`, and
 * with `_` (but `_index`, which may rate). The folders above it are not looked at.
 */
export function isNeverReview(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  if (/^(?:\.|_(?!index\.))/.test(name) || listsOfPrograms.test(name)) return true;
  if (names.has(stem.toLowerCase()) || inCapitals.test(stem) || translated.test(stem)) return true;
  return dataEndings.test(name) && ofPrograms.test(stem);
}
