import { createRequire } from 'node:module';

/** The part of smol-toml that is used. */
export interface Toml {
  readonly parse: (source: string, options: { readonly integersAsBigInt: 'asNeeded' }) => unknown;
}

let toml: Toml | undefined;

/** The parser, loaded at the first TOML that is met. The build puts it into a chunk of its own in the place of this module. */
export function loadToml(): Toml {
  toml ??= createRequire(import.meta.url)('smol-toml') as Toml;
  return toml;
}
