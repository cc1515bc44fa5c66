// What is other in the bundle than in the sources: parts of packages that nobody uses, and parts that are loaded late.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { plainModule } from './plain-classes.js';
import { lazyLiterals } from './regexp-literals.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stub = (name) => at(`scripts/stubs/${name}.js`);

/** Imports that get another module in the bundle; `from` is part of the importing file's path. */
const replaced = [
  // marked-terminal imports them for its block layout, emoji and links; together they would take longer to load than all the rest.
  { import: 'cli-highlight', from: 'marked-terminal', by: stub('nothing') },
  { import: 'node-emoji', from: 'marked-terminal', by: stub('nothing') },
  { import: 'cli-table3', from: 'marked-terminal', by: stub('nothing') },
  { import: 'ansi-escapes', from: 'marked-terminal', by: stub('nothing') },
  { import: 'supports-hyperlinks', from: 'marked-terminal', by: stub('nothing') },
  { import: 'ansi-regex', from: 'marked-terminal', by: stub('ansi-regex') },
  // chalk asks its own copy of supports-color for a level, which is ours to set.
  { import: '#supports-color', from: 'chalk', by: stub('supports-color') },
  { import: 'node:child_process', from: 'commander', by: stub('child-process') },
];

/** Chunks of packages, loaded when a function is called: too heavy for a start that may not need them. */
export const lateChunks = [
  {
    filter: /load-highlighter\.ts$/,
    entry: 'cli-highlight',
    chunk: 'highlight.cjs',
    contents: 'export const loadHighlighter = () => require("./highlight.cjs");',
  },
  {
    filter: /load-yaml\.ts$/,
    entry: 'scripts/stubs/yaml.js',
    chunk: 'yaml.cjs',
    contents: 'export const loadYaml = () => require("./yaml.cjs");',
  },
  {
    filter: /load-toml\.ts$/,
    entry: 'smol-toml',
    chunk: 'toml.cjs',
    contents: 'export const loadToml = () => require("./toml.cjs");',
  },
  {
    filter: /load-languages\.ts$/,
    entry: 'src/vocabulary/languages/all.ts',
    chunk: 'languages.cjs',
    contents: 'export const loadLanguages = () => require("./languages.cjs").languages;',
  },
  {
    filter: /load-csv\.ts$/,
    entry: 'scripts/stubs/csv.js',
    chunk: 'csv.cjs',
    contents: 'export const loadCsv = () => require("./csv.cjs");',
  },
  {
    filter: /load-picomatch\.ts$/,
    entry: 'picomatch/posix.js',
    chunk: 'globs.cjs',
    contents: 'export const loadPicomatch = () => require("./globs.cjs");',
  },
  {
    filter: /^decode-named-character-reference$/,
    entry: 'decode-named-character-reference',
    chunk: 'entities.cjs',
    contents:
      'export const decodeNamedCharacterReference = (name) => require("./entities.cjs").decodeNamedCharacterReference(name);',
  },
];

/** SQLite's binary is in no chunk; where it is missing, the program does without. */
const loadLibsql =
  'export const loadLibsql = () => { try { return require("libsql"); } catch { return null; } };';

const importLazy = `import { lazyRegExp } from ${JSON.stringify(stub('lazy-regexp'))};\n`;

/** A text that must stand in a source, and what it becomes: patterns put together of parts are made late, too. */
const edits = [
  {
    filter: /marked[\\/]lib[\\/]marked\.esm\.js$/,
    find: /getRegex:\(\)=>new RegExp\((\w+),(\w+)\)/,
    put: 'getRegex:()=>lazyRegExp($1,$2)',
  },
  {
    filter: /src[\\/]vocabulary[\\/]rating-figures\.ts$/,
    find: /\bnew RegExp\(/g,
    put: 'lazyRegExp(',
  },
];

/** A module with its patterns for properties of characters made when they are used. */
async function lazyPatterns(path, loader) {
  let source = await readFile(path, 'utf8');
  const edit = edits.find(({ filter }) => filter.test(path));
  const isEdited = edit !== undefined;
  if (isEdited) {
    if (source.search(edit.find) < 0)
      throw new Error(`${path}: ${edit.find} is not in it any more`);
    source = source.replace(edit.find, edit.put);
  }
  if (!isEdited && !source.includes('\\p{')) return undefined;
  const { code } = await transform(source, { loader, target: 'node20', charset: 'utf8' });
  const lazy = lazyLiterals(code);
  if (!isEdited && !lazy.isChanged) return undefined;
  return { contents: `${importLazy}${lazy.head}${lazy.code}`, loader: 'js' };
}

export const bundlePlugin = {
  name: 'review-bundle',
  setup({ onResolve, onLoad }) {
    for (const { import: name, from, by } of replaced) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
        importer.includes(from) ? { path: by } : undefined,
      );
    }
    for (const { filter, chunk, contents } of lateChunks) {
      onResolve({ filter }, () => ({ path: chunk, namespace: 'late' }));
      onLoad({ filter: new RegExp(`^${chunk}$`), namespace: 'late' }, () => ({ contents }));
      onResolve({ filter: new RegExp(`^\\./${chunk}$`) }, ({ path }) => ({ path, external: true }));
    }
    onLoad({ filter: /load-libsql\.ts$/ }, () => ({ contents: loadLibsql, loader: 'js' }));
    onResolve({ filter: /^libsql$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /scripts[\\/]plain-classes\.js$/ }, () => ({ contents: plainModule }));
    onLoad({ filter: /marked[\\/]lib[\\/]marked\.esm\.js$/ }, ({ path }) =>
      lazyPatterns(path, 'js'),
    );
    onLoad({ filter: /src[\\/].*\.ts$/ }, ({ path }) => lazyPatterns(path, 'ts'));
  },
};
