declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  /** Paint functions by the element they paint. */
  export interface TerminalRendererOptions {
    strong?: (text: string) => string;
    em?: (text: string) => string;
    del?: (text: string) => string;
    codespan?: (text: string) => string;
    text?: (text: string) => string;
    code?: (text: string) => string;
    paragraph?: (text: string) => string;
    listitem?: (text: string) => string;
    table?: (text: string) => string;
    hr?: (text: string) => string;
    emoji?: boolean;
    unescape?: boolean;
    tab?: number;
  }

  export function markedTerminal(
    options?: TerminalRendererOptions,
    highlightOptions?: { ignoreIllegals?: boolean },
  ): MarkedExtension;
}
