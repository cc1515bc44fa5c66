// Builds dist/: the command line as CommonJS chunks, and the library as an ES module with its types.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual, promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleCommandLine, bundleLibrary, common, packName, root } from './bundle.js';
import { licencesOf } from './licences.js';

/** The launchers, of the program and of its threads, know the chunks by a hash, under which they keep their compiled code. */
async function buildLauncher(entry, chunks, groupOf) {
  const hash = createHash('sha256');
  for (const [name, code] of chunks) hash.update(`${name}\n${code}\n`);
  const define = {
    BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)),
    PACK: JSON.stringify({ file: packName, groupOf }),
  };
  const options = {
    ...common,
    entryPoints: [`src/launch/${entry}.ts`],
    outfile: `dist/cli/${entry}.cjs`,
    format: 'cjs',
    minify: true,
    define,
  };
  return (await build(options)).outputFiles[0].text;
}

/**
 * The library's entry: what the chunks export, loaded by the first call. An ES module that imported them would be parsed as a whole by
 * everyone who imports the package, and cannot load anything later than that but by a promise.
 */
function libraryEntry(exported) {
  const lines = Object.entries(exported).map(([name, value]) =>
    typeof value === 'function'
      ? `export function ${name}(...given) { return library().${name}(...given); }`
      : `export const ${name} = ${plainData(name, value)};`,
  );
  return `import { createRequire } from 'node:module';
let loaded;
const library = () => (loaded ??= createRequire(import.meta.url)('./chunks/library.cjs'));
${lines.join('\n')}
`;
}

/** A table stands in the entry itself; what is neither that nor a function could not. */
function plainData(name, value) {
  const text = JSON.stringify(value);
  if (!isDeepStrictEqual(JSON.parse(text), value))
    throw new Error(`src/index.ts: ${name} is neither a function nor plain data`);
  return text;
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
const [{ chunks, groupOf, modules }, library] = await Promise.all([
  bundleCommandLine(),
  bundleLibrary(),
]);
const launchers = await Promise.all(
  ['launch', 'thread'].map(async (entry) => [entry, await buildLauncher(entry, chunks, groupOf)]),
);
rmSync(`${root}dist`, { recursive: true, force: true });
for (const folder of ['cli', 'chunks']) mkdirSync(`${root}dist/${folder}`, { recursive: true });
for (const [name, code] of chunks) writeFileSync(`${root}dist/cli/${name}`, code);
for (const [entry, code] of launchers) writeFileSync(`${root}dist/cli/${entry}.cjs`, code);
for (const [name, code] of library.chunks) writeFileSync(`${root}dist/chunks/${name}`, code);
const exported = createRequire(import.meta.url)(`${root}dist/chunks/library.cjs`);
writeFileSync(`${root}dist/index.js`, libraryEntry(exported));
const bundled = [...modules.values(), ...library.modules.values()].flat();
writeFileSync(`${root}dist/THIRD-PARTY.md`, licencesOf(bundled));
await buildTypes();
// What completions are answered from, so that no command is loaded at a key.
const table = await promisify(execFile)(
  process.execPath,
  [`${root}bin/review.js`, 'completion', 'table'],
  { env: { ...process.env, REVIEW_CACHE: 'off' } },
);
writeFileSync(`${root}dist/completion.json`, table.stdout);
