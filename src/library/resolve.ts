import { editDistance } from '../text/edit-distance.ts';
import type { FoundFile } from './walk.ts';

/** What a typed name means in a library. */
export type NameMatch =
  | { readonly kind: 'found'; readonly file: FoundFile }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  /** `ids` are the nearest names, the best first; may be empty. */
  | { readonly kind: 'unknown'; readonly ids: readonly string[] };

/** A review's names besides its id, read only when no id fits. */
export type NamesOf = (file: FoundFile) => readonly string[];

/**
 * Finds a review by what a person types: its id exactly, ignoring case, a unique prefix of the id or of its last part,
 * then a unique match in the title or the item's name.
 */
export function resolveName(
  name: string,
  files: readonly FoundFile[],
  namesOf: NamesOf,
): NameMatch {
  const wanted = name.toLowerCase();
  const rules: ((file: FoundFile) => boolean)[] = [
    ({ id }) => id === name,
    ({ id }) => id.toLowerCase() === wanted,
    ({ id }) => lastPart(id).toLowerCase() === wanted,
    ({ id }) =>
      id.toLowerCase().startsWith(wanted) || lastPart(id).toLowerCase().startsWith(wanted),
  ];
  for (const rule of rules) {
    const found = decide(files.filter(rule));
    if (found !== null) return found;
  }
  const named = files.map((file) => ({
    file,
    names: namesOf(file).map((text) => text.toLowerCase()),
  }));
  const whole = decide(named.filter(({ names }) => names.includes(wanted)).map(({ file }) => file));
  if (whole !== null) return whole;
  const within =
    wanted.length < 2
      ? []
      : named.filter(({ names }) => names.some((text) => text.includes(wanted)));
  return (
    decide(within.map(({ file }) => file)) ?? { kind: 'unknown', ids: nearestIds(wanted, files) }
  );
}

function decide(found: readonly FoundFile[]): NameMatch | null {
  const [first, second] = found;
  if (first === undefined) return null;
  if (second === undefined) return { kind: 'found', file: first };
  return {
    kind: 'ambiguous',
    ids: sameIds(found) ? found.map(({ path }) => path) : found.map(({ id }) => id),
  };
}

/** Two files that differ in their ending alone share an id; only their paths tell them apart. */
function sameIds(found: readonly FoundFile[]): boolean {
  return new Set(found.map(({ id }) => id)).size < found.length;
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function nearestIds(wanted: string, files: readonly FoundFile[]): string[] {
  const ranked = files
    .map(({ id }) => ({
      id,
      away: Math.min(
        editDistance(id.toLowerCase(), wanted),
        editDistance(lastPart(id).toLowerCase(), wanted),
      ),
    }))
    .sort((a, b) => a.away - b.away);
  return ranked
    .filter(({ away }) => away <= Math.max(2, wanted.length / 3))
    .slice(0, 5)
    .map(({ id }) => id);
}
