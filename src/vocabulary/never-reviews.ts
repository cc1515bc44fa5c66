/** Which names are never a review's: one line a name, one answer for whoever lists files and whoever rewrites them. */
interface NeverReview {
  /** Of a file's own name, its ending included. */
  readonly name: RegExp;
  readonly reason: string;
}

const document = 'a document of a project, by its name';
const program = 'a file of another program, by its name';

const neverReviews: readonly NeverReview[] = [
  { name: /^\./, reason: 'its name begins with `.`' },
  // `_index` pages may rate: who meets one looks into it.
  { name: /^_(?!index\.)/i, reason: 'its name begins with `_`' },
  // In capitals whatever is behind them, unless more words are; else the whole name or its translations: there is a film "License to Kill".
  {
    name: /^(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|AGENTS|CLAUDE)(?! +(?!copy)\p{L})/u,
    reason: document,
  },
  {
    name: /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|security|agents|claude)(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?\.[^.]+$/i,
    reason: document,
  },
  { name: /^404\./, reason: 'a page for what is not found, by its name' },
  { name: /^(?:robots|humans)\.txt$/i, reason: program },
  { name: /^requirements.*\.txt$/i, reason: program },
  { name: /^package.*\.json$/i, reason: program },
  { name: /^(?:composer|manifest|vercel|npm-shrinkwrap)\.json$/i, reason: program },
  { name: /^(?:cargo|pyproject|netlify)\.toml$/i, reason: program },
  { name: /^(?:tsconfig|jsconfig|docker-compose|pubspec)/i, reason: program },
  { name: /^(?:config|mkdocs)\./i, reason: program },
  // In Markdown it may well be the film.
  { name: /^hugo\.(?!(?:md|markdown|mdown|mkd|mdx|qmd|txt|text)$)/i, reason: program },
  { name: /^compose\.ya?ml$/i, reason: program },
  { name: /^review\.config\./i, reason: 'the configuration of a library, by its name' },
  { name: /\.lock$|[-.]lock\.(?:json|ya?ml|toml)$/i, reason: program },
  { name: /\.schema\.json$/i, reason: program },
];

/** Folders whose files are made by programs, or are patterns for others. */
const folders: ReadonlySet<string> = new Set(
  'node_modules public dist _site templates _templates archetypes'.split(' '),
);

/**
 * Why a file is never a review by its own name, in words; null when it may be one. The folders of a path are not looked at. An `_index.*` may be
 * one, if it rates.
 */
export function neverReview(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return neverReviews.find((each) => each.name.test(name))?.reason ?? null;
}

/** Whether a file is the page of its folder, which is a review only when it rates something. */
export function isIndexPage(path: string): boolean {
  return /(?:^|[/\\])_index\.[^/\\]*$/i.test(path);
}

/** Why a folder with this name holds no reviews, in words; null when it may. */
export function neverHolds(name: string): string | null {
  return folders.has(name.toLowerCase()) ? 'a folder of a program, by its name' : null;
}
