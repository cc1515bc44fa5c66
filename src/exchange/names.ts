import { slugify } from '../text/slug.ts';
import { neverReview } from '../vocabulary/never-reviews.ts';
import type { Thing } from './gather.ts';

/** Bytes of a name: with an ending and the mark of a temporary file it still fits everywhere. */
const longestName = 100;

/** Names of devices on Windows, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/;

/** A name of a file for a thing, without ending: safe on every system, and never one that is no review's. */
function fileName(
  { name, kind }: Pick<Thing, 'name' | 'kind'>,
  more: readonly (string | undefined)[] = [],
): string {
  const tail = more.map((part) => slugify(part ?? '')).filter((part) => part !== '');
  const plain = cut(slugify(name).replace(/^_+/, ''), longestName - bytesOf(tail.join('-')));
  const whole = [plain, ...tail].filter((part) => part !== '').join('-') || kind;
  return devices.test(whole) || neverReview(`${whole}.md`) !== null ? `${kind}-${whole}` : whole;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Cut after a word where there is one, and never within a character. */
function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (bytesOf(short + segment) > most) break;
    short += segment;
  }
  const word = short.lastIndexOf('-');
  return (word > short.length / 2 ? short.slice(0, word) : short).replace(/-+$/, '');
}

/** Two names that are one where a disk is blind to case or to how accents are composed. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/**
 * Names for things, in their order: that of the thing; where several of them share it, with the year, then with the maker; where that does not tell them apart, or another
 * file has it already, with `-2`, `-3`. `folderOf` says which folder a thing goes into, `isTaken` whether a folder has a name already, in its folded form.
 */
export function namesFor(
  things: readonly Thing[],
  folderOf: (thing: Thing) => string,
  isTaken: (folder: string, folded: string) => boolean,
): ReadonlyMap<Thing, string> {
  const wishes = [
    (): string[] => [],
    yearOf,
    (thing: Thing) => [...yearOf(thing), thing.maker ?? ''],
  ];
  const names = new Map<Thing, string>();
  const given = new Set<string>();
  let left = things;
  for (const wish of wishes) {
    const wanted = new Map<string, Thing[]>();
    for (const thing of left) {
      const key = `${folderOf(thing)}/${foldedName(fileName(thing, wish(thing)))}`;
      wanted.set(key, [...(wanted.get(key) ?? []), thing]);
    }
    const next: Thing[] = [];
    for (const [key, sharing] of wanted) {
      const [first] = sharing as [Thing];
      const folder = folderOf(first);
      const isFree =
        sharing.length === 1 && !given.has(key) && !isTaken(folder, key.slice(folder.length + 1));
      if (!isFree) next.push(...sharing);
      else {
        given.add(key);
        names.set(first, fileName(first, wish(first)));
      }
    }
    left = next;
  }
  for (const thing of left) names.set(thing, numbered(thing, folderOf(thing), given, isTaken));
  return names;
}

function yearOf({ year }: Thing): string[] {
  return year === undefined ? [] : [year];
}

function numbered(
  thing: Thing,
  folder: string,
  given: Set<string>,
  isTaken: (folder: string, folded: string) => boolean,
): string {
  const more = [...yearOf(thing)];
  for (let count = 1; ; count++) {
    const name = fileName(thing, count === 1 ? more : [...more, String(count)]);
    const key = `${folder}/${foldedName(name)}`;
    if (given.has(key) || isTaken(folder, foldedName(name))) continue;
    given.add(key);
    return name;
  }
}
