/** Words as the tables have them: lower case, without apostrophes, other signs as single spaces. */
export function wordKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
