/** How several documents are written as one. */
export interface Several {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Stands before each line of a document. */
  readonly indent: string;
  /** What stands for no document at all. */
  readonly none: string;
}

/** A JSON array, as if it had been written at once. */
export const array: Several = {
  before: '[\n',
  between: ',\n',
  after: '\n]\n',
  indent: '  ',
  none: '[]\n',
};

export const compactArray: Several = {
  before: '[',
  between: ',',
  after: ']\n',
  indent: '',
  none: '[]\n',
};

/** A document a line. */
export const lines: Several = { before: '', between: '\n', after: '\n', indent: '', none: '' };

/** Texts below one another, with a line between them. */
export const texts: Several = {
  before: '',
  between: `\n\n${'='.repeat(40)}\n\n`,
  after: '\n',
  indent: '',
  none: '',
};

/** Writes several documents as one, piece by piece: none is kept. */
export function joiner(
  { before, between, after, indent, none }: Several,
  write: (text: string) => void,
): { readonly add: (document: string) => void; readonly end: () => void } {
  let count = 0;
  return {
    add: (document) => {
      const text = document.trimEnd();
      const indented = indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`);
      write((count++ === 0 ? before : between) + indented);
    },
    end: () => write(count === 0 ? none : after),
  };
}
