// Bundles the command line.
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

/**
 * The command line's chunks: the code of each by name, and the modules it is made of, as paths from the package's folder. esbuild splits ES modules alone, so each of those chunks, in which no module stands twice,
 * is then turned into CommonJS. The loader wants a chunk as one function, and in ASCII: see src/launch/loader.ts.
 */
export async function bundleCommandLine() {
  const builds = await Promise.all([
    build({
      ...common,
      entryPoints: [{ in: 'src/cli/main.ts', out: 'main' }],
      splitting: true,
      format: 'esm',
      minify: true,
      outdir: 'dist/cli',
      outExtension: { '.js': '.cjs' },
      chunkNames: '[name]-[hash]',
      plugins: [bundlePlugin],
    }),
    ...lateChunks.map(({ entry, chunk }) =>
      build({
        ...common,
        entryPoints: [entry],
        outfile: `dist/cli/${chunk}`,
        format: 'cjs',
        minify: true,
      }),
    ),
  ]);
  const modules = new Map(
    builds.flatMap(({ metafile }) => Object.entries(metafile.outputs).map(modulesIn)),
  );
  forbidTwins(modules);
  const files = builds.flatMap(({ outputFiles }) => outputFiles);
  const chunks = await Promise.all(
    files.map(async ({ path, text }) => [basename(path), wrap(await toCommonJs(text))]),
  );
  return { chunks: new Map(chunks.sort(([one], [other]) => (one < other ? -1 : 1))), modules };
}

async function toCommonJs(text) {
  const options = {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
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
