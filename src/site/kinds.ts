/** A kind in words, for one: `Board game`. */
export function kindName(kind: string): string {
  return kind === 'boardgame' ? 'Board game' : kind.charAt(0).toUpperCase() + kind.slice(1);
}

const plurals: Readonly<Record<string, string>> = {
  series: 'Series',
  software: 'Software',
  other: 'Other',
};

/** A kind in words, for many: `Films`. */
export function kindNames(kind: string): string {
  return plurals[kind] ?? `${kindName(kind)}s`;
}
