import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
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
 * then a unique match in the title or the item's name, in which case, accents and punctuation do not count.
 */
export function resolveName(
  name: string,
  files: readonly FoundFile[],
  namesOf: NamesOf,
): NameMatch {
  const byId = resolveId(name, files);
  if (byId !== null) return byId;
  const wanted = name.toLowerCase();
  const named = files.map((file) => ({
    file,
    names: namesOf(file).map(plainTitle),
  }));
  const title = plainTitle(name);
  const whole =
    title === ''
      ? null
      : decide(named.filter(({ names }) => names.includes(title)).map(({ file }) => file));
  if (whole !== null) return whole;
  const within =
    title.length < 2 ? [] : named.filter(({ names }) => names.some((text) => text.includes(title)));
  return (
    decide(within.map(({ file }) => file)) ?? {
      kind: 'unknown',
      ids: nearestIds(wanted, title, named),
    }
  );
}

/** Reviews, each with its title and the name of what is reviewed. */
export type ReviewNames = ReadonlyMap<FoundFile, readonly string[]>;

/** What a name means among reviews. */
export function findNamed(name: string, names: ReviewNames): NameMatch {
  return resolveName(name, [...names.keys()], (file) => names.get(file) ?? []);
}

/** The review whose id it is, ignoring case, or a unique prefix of it or of its last part; null when it is none's. */
export function resolveId(name: string, files: readonly FoundFile[]): NameMatch | null {
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
  return null;
}

function decide(found: readonly FoundFile[]): NameMatch | null {
  const [first, second] = found;
  if (first === undefined) return null;
  if (second === undefined) return { kind: 'found', file: first };
  return {
    kind: 'ambiguous',
    ids: found.map(({ id }) => id),
  };
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** A title as it is compared: folded, its words alone. */
function plainTitle(text: string): string {
  return fold(text)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nearestIds(
  wanted: string,
  title: string,
  named: readonly { readonly file: FoundFile; readonly names: readonly string[] }[],
): string[] {
  const ranked = named
    .map(({ file: { id }, names }) => ({
      id,
      away: Math.min(
        editDistance(id.toLowerCase(), wanted),
        editDistance(lastPart(id).toLowerCase(), wanted),
        ...names.map((name) => editDistance(name, title)),
      ),
    }))
    .sort((a, b) => a.away - b.away);
  return ranked
    .filter(({ away }) => away <= Math.max(2, wanted.length / 3))
    .slice(0, 5)
    .map(({ id }) => id);
}
