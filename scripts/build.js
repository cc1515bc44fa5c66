// Builds dist/: the command line as CommonJS chunks, and the library as an ES module with its types.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';
import { bundlePlugin, lateChunks } from './bundle-plugin.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = {
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
 * The command line's chunks, by name. esbuild splits ES modules alone, so each of those chunks, in which no module stands twice,
 * is then turned into CommonJS. The loader wants a chunk as one function, and in ASCII: see src/launch/loader.ts.
 */
async function buildChunks() {
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
      build({ ...common, entryPoints: [entry], outfile: `dist/cli/${chunk}`, format: 'cjs', minify: true }),
    ),
  ]);
  forbidTwins(builds.map(({ metafile }) => metafile));
  const files = builds.flatMap(({ outputFiles }) => outputFiles);
  const chunks = await Promise.all(files.map(async ({ path, text }) => [basename(path), wrap(await toCommonJs(text))]));
  return new Map(chunks.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function toCommonJs(text) {
  const options = { format: 'cjs', platform: 'node', target: 'node20', minify: true, supported: { 'dynamic-import': false } };
  return (await transform(text, options)).code;
}

function wrap(code) {
  return `(function(exports,require,module,__filename,__dirname){${ascii(code)}})`;
}

/** Outside of regular expressions esbuild has escaped all others already; there, a code point is two units. */
function ascii(code) {
  return code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Two copies of a module would be two states, and twice its time. */
function forbidTwins(metafiles) {
  const places = new Map();
  for (const { outputs } of metafiles) {
    for (const [output, { inputs }] of Object.entries(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        if (bytesInOutput > 0) places.set(input, [...(places.get(input) ?? []), output]);
      }
    }
  }
  const twins = [...places].filter(([, outputs]) => outputs.length > 1);
  for (const [input, outputs] of twins) console.error(`${input} is in ${outputs.join(' and ')}`);
  if (twins.length > 0) throw new Error('a module may be in one chunk only');
}

/** The launcher knows the chunks by a hash, under which it keeps their compiled code. */
async function buildLauncher(chunks) {
  const hash = createHash('sha256');
  for (const [name, code] of chunks) hash.update(`${name}\n${code}\n`);
  const define = { BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)) };
  const options = { ...common, entryPoints: ['src/launch/launch.ts'], outfile: 'dist/cli/launch.cjs', format: 'cjs', minify: true, define };
  return (await build(options)).outputFiles[0].text;
}

async function buildLibrary() {
  const options = { ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm', packages: 'external' };
  return (await build(options)).outputFiles[0].text;
}

async function buildTypes() {
  const flags = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--rootDir', 'src', '--outDir', 'dist'];
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  try {
    await promisify(execFile)(process.execPath, [tsc, ...flags, '--project', 'scripts/tsconfig.types.json'], { cwd: root });
  } catch (error) {
    throw new Error(`types: ${error.stdout || error.message}`);
  }
}

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist/cli`, { recursive: true });
const [chunks, library] = await Promise.all([buildChunks(), buildLibrary(), buildTypes()]);
for (const [name, code] of chunks) writeFileSync(`${root}dist/cli/${name}`, code);
writeFileSync(`${root}dist/cli/launch.cjs`, await buildLauncher(chunks));
writeFileSync(`${root}dist/index.js`, library);
