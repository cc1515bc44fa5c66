import { createRequire } from 'node:module';

/** The part of picomatch that is used: it works on paths with `/` between folders, whatever the system. */
export interface Picomatch {
  (
    glob: string | readonly string[],
    options?: { readonly dot?: boolean },
  ): (path: string) => boolean;
  /** Takes a glob apart; `base` is the folder that all it fits lies in. */
  readonly scan: (glob: string) => { readonly base: string };
}

let picomatch: Picomatch | undefined;

/** The matcher, loaded at the first glob that is met. The build puts it into a chunk of its own in the place of this module. */
export function loadPicomatch(): Picomatch {
  picomatch ??= createRequire(import.meta.url)('picomatch/posix') as Picomatch;
  return picomatch;
}
