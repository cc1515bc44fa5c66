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
  const files = builds.flatMap(({ outputFiles }) => outputFiles);
  const chunks = await Promise.all(
    files.map(async ({ path, text }) => [basename(path), wrap(await toCommonJs(text, true))]),
  );
  const { packed, rest } = pack(new Map(chunks), packNames(builds[0].metafile.outputs));
  const sorted = [...rest, [packName, packed.code]].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return { chunks: new Map(sorted), packed: packed.names, modules };
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

/** The names of the chunks that the entries import, and of those that these import, without what `main` imports. */
function packNames(outputs) {
  const closure = (from, found = new Set()) => {
    if (found.has(from)) return found;
    found.add(from);
    for (const { path, kind } of outputs[from].imports)
      if (kind === 'import-statement' && path in outputs) closure(path, found);
    return found;
  };
  const chunkOf = (module) => {
    const found = Object.keys(outputs).find((output) => module in outputs[output].inputs);
    if (found === undefined) throw new Error(`${module} is in no chunk`);
    return found;
  };
  const early = closure(chunkOf('src/cli/main.ts'));
  const names = new Set(packEntries.flatMap((entry) => [...closure(chunkOf(entry))]));
  return [...names].filter((name) => !early.has(name)).map((name) => basename(name));
}

/** Chunks as one, an object with a function for each; the others stay. */
function pack(chunks, names) {
  const sorted = names.toSorted();
  const functions = sorted.map((name) => `${JSON.stringify(name)}:${chunks.get(name)}`);
  return {
    packed: { names: sorted, code: `({${functions.join(',\n')}})` },
    rest: [...chunks].filter(([name]) => !sorted.includes(name)),
  };
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
