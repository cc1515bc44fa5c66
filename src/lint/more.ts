import type { Diagnostic } from '../model/diagnostic.ts';

/** The same, the last of them saying that what follows was not looked at. */
export function withMore(found: readonly Diagnostic[]): Diagnostic[] {
  return found.map((diagnostic, index) =>
    index < found.length - 1
      ? diagnostic
      : {
          ...diagnostic,
          message: `${diagnostic.message} It is number ${found.length}; what follows it is not listed.`,
        },
  );
}
