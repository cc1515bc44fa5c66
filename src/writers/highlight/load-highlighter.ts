import { createRequire } from 'node:module';

/** The part of cli-highlight that is used. */
export interface Highlighter {
  readonly highlight: (
    code: string,
    options: {
      language: string;
      ignoreIllegals: boolean;
      theme: Readonly<Record<string, (text: string) => string>>;
    },
  ) => string;
  readonly supportsLanguage: (name: string) => boolean;
}

let highlighter: Highlighter | undefined;

/**
 * The highlighter that marked-terminal uses. With its languages it is heavier than all the rest, so it is loaded at the first
 * fence that names a language. The build puts it into a chunk of its own in the place of this module.
 */
export function loadHighlighter(): Highlighter {
  highlighter ??= createRequire(import.meta.url)('cli-highlight') as Highlighter;
  return highlighter;
}
