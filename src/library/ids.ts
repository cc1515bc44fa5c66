/**
 * Gives each id once: the first that has one keeps it; each further one gets `-2`, `-3` … behind it, whichever nobody else has or wants.
 * `taken` are ids that others have already. In the order of `wanted`.
 */
export function uniqueIds(
  wanted: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  const reserved = new Set(wanted);
  const given = new Set<string>();
  const last = new Map<string, number>();
  const isFree = (id: string): boolean => !given.has(id) && !taken.has(id);
  return wanted.map((id) => {
    let unique = id;
    let number = last.get(id) ?? 1;
    while (!isFree(unique) || (unique !== id && reserved.has(unique))) unique = `${id}-${++number}`;
    last.set(id, number);
    given.add(unique);
    return unique;
  });
}
