// Bundles the command line.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { bundlePlugin, lateChunks } from './bundle-plugin.js';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** esbuild's settings for every bundle. */
export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
  write: false,
  metafile: true,
};

/** A hash over what decides how a file is read: what was remembered by other sources is not to be trusted. */
async function sourcesHash() {
  const names = await readdir(`${root}src`, { recursive: true });
  const hash = createHash('sha256');
  for (const name of names.filter((each) => each.endsWith('.ts')).sort())
    hash.update(`${name}\n${await readFile(`${root}src/${name}`, 'utf8')}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** ES modules, in which no module stands twice, and the chunks that are loaded late beside them. */
function buildChunks(options) {
  return Promise.all([
    build({
      ...common,
      ...options,
      splitting: true,
      format: 'esm',
      outExtension: { '.js': '.cjs' },
      chunkNames: '[name]-[hash]',
      plugins: [bundlePlugin],
    }),
    ...lateChunks.map(({ entry, chunk }) =>
      build({
        ...common,
        entryPoints: [entry],
        outfile: `${options.outdir}/${chunk}`,
        format: 'cjs',
        minify: true,
      }),
    ),
  ]);
}

/**
 * The library's chunks, as CommonJS, which can be loaded when a function is first called; `library.cjs` exports what src/index.ts does. Names stay
 * as they are, for stack traces.
 */
export async function bundleLibrary() {
  const builds = await buildChunks({
    entryPoints: [{ in: 'src/index.ts', out: 'library' }],
    minifyWhitespace: true,
    minifySyntax: true,
    outdir: 'dist/chunks',
  });
  const modules = new Map(
    builds.flatMap(({ metafile }) => Object.entries(metafile.outputs).map(modulesIn)),
  );
  forbidTwins(modules);
  const files = builds.flatMap(({ outputFiles }) => outputFiles);
  const chunks = await Promise.all(
    files.map(async ({ path, text }) => [basename(path), await toCommonJs(text, false)]),
  );
  // As large as all the rest, and installed with the package anyway.
  const highlighter = ['highlight.cjs', "module.exports = require('cli-highlight');\n"];
  return { chunks: new Map([...chunks, highlighter]), modules };
}

/**
 * The command line's chunks: the code of each by name, and the modules it is made of, as paths from the package's folder. esbuild splits ES modules alone, so each of those chunks, in which no module stands twice,
 * is then turned into CommonJS. The loader wants a chunk as one function, and in ASCII: see src/launch/loader.ts.
 */
export async function bundleCommandLine() {
  const builds = await buildChunks({
    entryPoints: [{ in: 'src/cli/main.ts', out: 'main' }],
    minify: true,
    outdir: 'dist/cli',
    define: { SOURCES: JSON.stringify(await sourcesHash()) },
  });
  const modules = new Map(
    builds.flatMap(({ metafile }) => Object.entries(metafile.outputs).map(modulesIn)),
  );
  forbidTwins(modules);
  const files = new Map(
    builds.flatMap(({ outputFiles }) =>
      outputFiles.map(({ path, text }) => [basename(path), text]),
    ),
  );
  const groups = packGroups(builds[0].metafile.outputs);
  const groupOf = Object.fromEntries(
    groups.flatMap(({ name, chunks }) => chunks.map((chunk) => [chunk, name])),
  );
  const core = groups.map(
    async ({ name, chunks }) => `${JSON.stringify(name)}:${wrap(await joined(files, chunks))}`,
  );
  const rest = [...files].filter(([name]) => !(name in groupOf));
  const chunks = await Promise.all(
    rest.map(async ([name, text]) => [name, wrap(await toCommonJs(text, true))]),
  );
  chunks.push([packName, `({${(await Promise.all(core)).join(',\n')}})`]);
  for (const { name, chunks } of groups) {
    modules.set(
      name,
      chunks.flatMap((chunk) => modules.get(chunk)),
    );
    for (const chunk of chunks) modules.delete(chunk);
  }
  chunks.sort(([one], [other]) => (one < other ? -1 : 1));
  return { chunks: new Map(chunks), groupOf, modules };
}

/** The file that holds what every command that shows a review needs: to open and compile one is quicker than thirty. */
export const packName = 'core.cjs';

/** What such a command starts with, besides what it shares with `--version`. */
const packEntries = [
  'src/cli/program.ts',
  'src/cli/context.ts',
  'src/commands/reading/show.ts',
  'src/commands/reading/section.ts',
  'src/writers/text.ts',
  'src/writers/terminal/bare.ts',
];

/**
 * What is needed together and can be one scope: of the above, what these entries import and those before them do not; what is left is
 * a group as well. Other commands load only the groups in which there is something of theirs.
 */
const groupEntries = {
  program: ['src/cli/program.ts'],
  light: ['src/cli/context.ts', 'src/commands/schema.ts'],
  library: [
    'src/commands/reading/toc.ts',
    'src/commands/finding/list.ts',
    'src/commands/finding/search.ts',
    'src/commands/authoring/check.ts',
    'src/commands/export.ts',
  ],
  lines: ['src/writers/terminal/bare-line.ts'],
  facts: ['src/writers/html/html.ts'],
  reading: ['src/commands/reading/show.ts', 'src/commands/reading/section.ts'],
};

/** The groups of what is packed, each with the names of its chunks. */
function packGroups(outputs) {
  const closure = (from, found) => {
    if (found.has(from)) return found;
    found.add(from);
    for (const { path, kind } of outputs[from].imports)
      if (kind === 'import-statement' && path in outputs) closure(path, found);
    return found;
  };
  const reachedFrom = (modules) => {
    const found = new Set();
    for (const module of modules) {
      const chunk = Object.keys(outputs).find((output) => module in outputs[output].inputs);
      if (chunk === undefined) throw new Error(`${module} is in no chunk`);
      closure(chunk, found);
    }
    return found;
  };
  const early = reachedFrom(['src/cli/main.ts']);
  const left = new Set([...reachedFrom(packEntries)].filter((chunk) => !early.has(chunk)));
  const take = (name, isTaken) => {
    const chunks = [...left].filter(isTaken);
    for (const chunk of chunks) left.delete(chunk);
    return { name, chunks: chunks.map((chunk) => basename(chunk)) };
  };
  const groups = Object.entries(groupEntries).map(([name, entries]) => {
    const reached = reachedFrom(entries);
    return take(name, (chunk) => reached.has(chunk));
  });
  return [...groups, take('writing', () => true)];
}

/** The chunks of a group in one scope, where each names what another has without looking it up; what it exports is each chunk, by its name. */
async function joined(files, names) {
  const own = (path) => names.includes(basename(path));
  const plugin = {
    name: 'review-chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ path, kind }) =>
        own(path) && kind === 'import-statement'
          ? { path: basename(path), namespace: 'chunk' }
          : { path, external: true },
      );
      onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: files.get(path) }));
    },
  };
  const options = {
    ...common,
    stdin: {
      contents: names
        .toSorted()
        .map((name) => `export * as ${JSON.stringify(name)} from ${JSON.stringify(`./${name}`)};`)
        .join('\n'),
    },
    format: 'cjs',
    minify: true,
    supported: { 'dynamic-import': false },
    plugins: [plugin],
  };
  return (await build(options)).outputFiles[0].text;
}

async function toCommonJs(text, minifyIdentifiers) {
  const options = {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers,
    supported: { 'dynamic-import': false },
  };
  return (await transform(text, options)).code;
}

function wrap(code) {
  return `(function(exports,require,module,__filename,__dirname){${ascii(code)}})`;
}

/** Outside of regular expressions esbuild has escaped all others already; there, a code point is two units. */
function ascii(code) {
  return code.replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function modulesIn([output, { inputs }]) {
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [basename(output), used.map(([input]) => input)];
}

/** Two copies of a module would be two states, and twice its time. */
function forbidTwins(modules) {
  const places = new Map();
  for (const [chunk, inputs] of modules) {
    for (const input of inputs) places.set(input, [...(places.get(input) ?? []), chunk]);
  }
  const twins = [...places].filter(([, chunks]) => chunks.length > 1);
  const lines = twins.map(([input, chunks]) => `${input} is in ${chunks.join(' and ')}`);
  if (twins.length > 0) throw new Error(`a module may be in one chunk only:\n${lines.join('\n')}`);
}
