/** Which parts of the canonical form are made; all of them, unless one would change what the file means. */
export interface Choices {
  /** Whether the key at this place among the keys gets its canonical spelling. */
  readonly renames: (index: number) => boolean;
  /** Keys in canonical order. */
  readonly order: boolean;
  /** A MultiMarkdown header becomes YAML; spaces around keys. */
  readonly layout: boolean;
  /** Headings with `#`, blank lines between blocks. */
  readonly body: boolean;
}

export const everything: Choices = { renames: () => true, order: true, layout: true, body: true };
/** What is done unless more is asked for. */
export const allButNames: Choices = { ...everything, renames: () => false };
export const nothing: Choices = { renames: () => false, order: false, layout: false, body: false };
