// Builds dist/: the command line as CommonJS chunks, and the library as an ES module with its types.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleCommandLine, common, packName, root } from './bundle.js';
import { licencesOf } from './licences.js';

/** The launcher knows the chunks by a hash, under which it keeps their compiled code. */
async function buildLauncher(chunks, packed) {
  const hash = createHash('sha256');
  for (const [name, code] of chunks) hash.update(`${name}\n${code}\n`);
  const define = {
    BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)),
    PACK: JSON.stringify({ file: packName, chunks: packed }),
  };
  const options = {
    ...common,
    entryPoints: ['src/launch/launch.ts'],
    outfile: 'dist/cli/launch.cjs',
    format: 'cjs',
    minify: true,
    define,
  };
  return (await build(options)).outputFiles[0].text;
}

/** In chunks: a writer, and the packages that it needs, is loaded with the first text that it writes. */
async function buildLibrary() {
  const options = {
    ...common,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    // Parsed at every start; names and comments of the types say what is what.
    minifyWhitespace: true,
    minifySyntax: true,
    format: 'esm',
    packages: 'external',
  };
  return (await build(options)).outputFiles;
}

async function buildTypes() {
  const flags = [
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--declaration',
    '--rootDir',
    'src',
    '--outDir',
    'dist',
  ];
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  try {
    await promisify(execFile)(
      process.execPath,
      [tsc, ...flags, '--project', 'scripts/tsconfig.types.json'],
      { cwd: root },
    );
  } catch (error) {
    throw new Error(`types: ${error.stdout || error.message}`);
  }
}

// Nothing is removed before all is built: a fault in src leaves what was there.
const [{ chunks, packed, modules }, library] = await Promise.all([
  bundleCommandLine(),
  buildLibrary(),
]);
const launcher = await buildLauncher(chunks, packed);
rmSync(`${root}dist`, { recursive: true, force: true });
for (const folder of ['cli', 'chunks']) mkdirSync(`${root}dist/${folder}`, { recursive: true });
for (const [name, code] of chunks) writeFileSync(`${root}dist/cli/${name}`, code);
writeFileSync(`${root}dist/cli/launch.cjs`, launcher);
for (const { path, contents } of library) writeFileSync(path, contents);
writeFileSync(`${root}dist/THIRD-PARTY.md`, licencesOf([...modules.values()].flat()));
await buildTypes();
// What completions are answered from, so that no command is loaded at a key.
const table = await promisify(execFile)(
  process.execPath,
  [`${root}bin/review.js`, 'completion', 'table'],
  { env: { ...process.env, REVIEW_CACHE: 'off' } },
);
writeFileSync(`${root}dist/completion.json`, table.stdout);
