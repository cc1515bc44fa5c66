import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

interface ChunkModule {
  exports: unknown;
}

type Require = (name: string) => unknown;

/** What a chunk's source is: one function expression, in ASCII. */
type Chunk = (
  exports: unknown,
  require: Require,
  module: ChunkModule,
  filename: string,
  dirname: string,
) => void;

/**
 * Chunks that are kept in one file: an expression whose value has a function for each group of them under the group's name. What a group
 * exports is each of its chunks, under the chunk's name.
 */
export interface Pack {
  readonly file: string;
  readonly groupOf: Readonly<Record<string, string>>;
}

/**
 * A `require` for the chunks in `folder`, and for Node's own modules: CommonJS semantics, each chunk compiled through the cache
 * where there is one.
 */
export function createLoader(
  folder: string,
  cache: CodeCache | null,
  pack: Pack = { file: '', groupOf: {} },
): Require {
  const compile = createCompiler(cache);
  const builtIn = createRequire(join(folder, 'main.cjs'));
  const loaded = new Map<string, ChunkModule>();
  let groups: Readonly<Record<string, Chunk>> | undefined;
  const exportsOf = (name: string, chunkAt: (filename: string) => Chunk): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const module: ChunkModule = { exports: {} };
    const filename = join(folder, name);
    loaded.set(name, module);
    chunkAt(filename)(module.exports, require, module, filename, folder);
    return module.exports;
  };
  const require: Require = (name) => {
    if (!name.startsWith('./')) return builtIn(name);
    const chunk = name.slice(2);
    const group = pack.groupOf[chunk];
    if (group === undefined) return exportsOf(name, (file) => compile(name, file) as Chunk);
    const exports = exportsOf(group, () => {
      groups ??= compile(`./${pack.file}`, join(folder, pack.file)) as typeof groups;
      return groups?.[group] as Chunk;
    });
    return (exports as Readonly<Record<string, unknown>>)[chunk];
  };
  return require;
}

function createCompiler(cache: CodeCache | null): (name: string, filename: string) => unknown {
  const scripts: {
    readonly name: string;
    readonly source: Buffer;
    readonly script: Script;
  }[] = [];
  let complete = true;
  if (cache !== null) {
    // Taken at the end of the run, when the functions that it needed are compiled as well.
    process.on('exit', () => {
      if (complete) return;
      cache.write(
        scripts.map(({ name, source, script }) => ({
          name,
          source,
          data: script.createCachedData(),
        })),
      );
    });
  }
  return (name, filename) => {
    const source = readFileSync(filename);
    const cachedData = cache?.read(name, source);
    const script = new Script(
      source.toString('latin1'),
      cachedData === undefined ? { filename } : { filename, cachedData },
    );
    if (cachedData === undefined || script.cachedDataRejected === true) complete = false;
    if (cache !== null) scripts.push({ name, source, script });
    return script.runInThisContext();
  };
}
