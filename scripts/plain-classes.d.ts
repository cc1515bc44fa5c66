export const plainCharacters: readonly string[];
