import type { Diagnostic } from '../model/diagnostic.ts';

/** Diagnostics in the order of the source; those without a place come first. */
export function inSourceOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const offset = ({ range }: Diagnostic): number => range?.start.offset ?? -1;
  return [...diagnostics].sort((a, b) => offset(a) - offset(b));
}
