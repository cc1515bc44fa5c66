export const root: string;
export function bundleCommandLine(): Promise<{
  readonly chunks: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, readonly string[]>;
}>;
