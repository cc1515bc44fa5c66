export const root: string;
export function bundleCommandLine(): Promise<{
  readonly chunks: ReadonlyMap<string, string>;
  readonly packed: readonly string[];
  readonly modules: ReadonlyMap<string, readonly string[]>;
}>;
