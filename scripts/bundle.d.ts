export const root: string;
export function bundleCommandLine(): Promise<{
  readonly chunks: ReadonlyMap<string, string>;
  /** Of each chunk that is kept in the file of several, the group that it is in. */
  readonly groupOf: Readonly<Record<string, string>>;
  readonly modules: ReadonlyMap<string, readonly string[]>;
}>;
