import { isAscii } from '../text/fold.ts';
import { roleSynonyms } from './role-synonyms.ts';

export type Role = keyof typeof roleSynonyms;

/** Every role, in the order of the table. */
export const roles = Object.keys(roleSynonyms) as Role[];

/** Synonyms added by a library's configuration. */
export type ExtraSynonyms = Readonly<Partial<Record<Role, readonly string[]>>>;

/** What numbers a heading in lower case: `3.`, `3)`, `(3)`, `2.1`, `#3`, `IV.`, `3️⃣`, with what is no letter and no digit before it. */
const numbering =
  /^[^\p{L}\p{N}(#]*(?:\(?\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|#\d+[.:]?|[ivxlc]+[.)]|\d\uFE0F?\u20E3)\s+/u;

/** Most headings have none, and compiling the pattern takes longer than asking. */
function withoutNumbering(lower: string): string {
  return /(?:[\d.):]|\u20E3)\s/.test(lower) ? lower.replace(numbering, '') : lower;
}

/** A heading in lower case, without leading numbering, emoji, apostrophes and punctuation, with single spaces. */
export function normalizeHeading(text: string): string {
  return withoutNumbering(text.toLowerCase())
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(isAscii(text) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const separator = /[:—–?]|\s-\s/u;
/** Headings that name two roles at once have none: they are read as prose. */
const bothSides =
  /^(?:the )?(?:good|pros|likes|highs|strengths)\b.*\b(?:bad|cons|dislikes|lows|weaknesses)\b/;

/** The role whose name or synonym is exactly `name` (ignoring case, punctuation and hyphens), or null. */
export function roleNamed(name: string, extra: ExtraSynonyms = {}): Role | null {
  return lookUp(normalizeHeading(name), extra);
}

/** What stands for a section that has no role whatever its heading says. */
export const noRole = 'none';

/** The role that a name written by hand means, null for `none`, undefined for a name that means neither. */
export function roleOrNone(name: string): Role | null | undefined {
  return name.trim().toLowerCase() === noRole ? null : (roleNamed(name) ?? undefined);
}

/**
 * The role a heading gives its section: a synonym is the whole heading, or what stands before a `:`, `—`, `-` or `?`,
 * or its leading words (the longest wins). Null when there is none.
 */
export function roleOfHeading(heading: string, extra: ExtraSynonyms = {}): Role | null {
  const whole = normalizeHeading(heading);
  if (whole === '' || bothSides.test(whole)) return null;
  const exact = lookUp(whole, extra) ?? rolePattern(whole) ?? lookUp(withoutSmall(whole), extra);
  if (exact !== null) return exact;
  const before = normalizeHeading(
    withoutNumbering(heading.toLowerCase()).split(separator, 1)[0] ?? '',
  );
  return (
    lookUp(before, extra) ?? lookUp(withoutSmall(before), extra) ?? lookUpLeading(whole, extra)
  );
}

/** Whose it is, how many, how large: `My complaints`, `A few minor quibbles`. */
const small =
  /^(?:(?:the|an?|my|our|some|few|couple of|minor|small|tiny|little|main|major|big|biggest|key|other|only)\s+)+(?=\S)/;

function withoutSmall(heading: string): string {
  return heading.replace(small, '');
}

const feeling = '(?:like|love|enjoy|appreciate|admire|adore|dig)';
const who = '(?:i|we|you|youll|you might|you may)';
/** Headings that are a clause, whatever its words: `What we really liked about it`, `Why you might not like it`. Of a heading as it is looked up. */
const patterns: readonly (readonly [RegExp, Role])[] = [
  [
    new RegExp(
      `^(?:(?:what|things|stuff|parts|bits|why) )?(?:(?:that )?${who} )?(?:(?:didnt|did not|dont|do not|doesnt|couldnt|wont|might not|may not|wasnt) )(?:really |quite |fully |always |so )*(?:${feeling}|care for|care about|work|land|click|hold up|convince)\\b`,
    ),
    'weaknesses',
  ],
  [
    new RegExp(
      `^(?:what|things|parts|bits) ${who} (?:${feeling}d?|liked|enjoyed) (?:the )?(?:least|less)\\b`,
    ),
    'weaknesses',
  ],
  [
    new RegExp(
      `^(?:what|things|stuff|parts|bits|why) (?:that )?${who} (?:really |absolutely |most |also |especially |particularly |did |do )*(?:${feeling}d?|liked|enjoyed|appreciated|admired)\\b`,
    ),
    'strengths',
  ],
  [new RegExp(`^(?:we|i) (?:really )?(?:${feeling}d?|liked|enjoyed)$`), 'strengths'],
];

function rolePattern(heading: string): Role | null {
  if (!/^(?:what|things|stuff|parts|bits|why|we|i|did|dont|not)/.test(heading)) return null;
  return patterns.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}

function lookUpLeading(heading: string, extra: ExtraSynonyms): Role | null {
  const words = heading
    .split(' ')
    .filter((word, index) => index > 0 || (word !== 'the' && word !== 'a'));
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const lead = words.slice(0, count).join(' ');
    // What many other headings begin with is weak evidence.
    if (count < words.length && tooCommonToLead.has(lead)) continue;
    const role = lookUp(lead, extra) ?? lookUp(`the ${lead}`, extra);
    if (role !== null) return role;
  }
  return null;
}

/** Names of roles that stand for one only as a whole heading: `The Great Gatsby` praises nothing. Without `the`. */
const tooCommonToLead = new Set([
  'good',
  'bad',
  'pro',
  'con',
  'look',
  'art',
  'style',
  'closing',
  'staff',
  'critics',
  'best',
  'worst',
  'hits',
  'misses',
  'issues',
  'problems',
  'highlights',
  'praise',
  'criticism',
  'complaints',
  'advantages',
  'takeaway',
  'takeaways',
  'great',
  'liked',
  'disliked',
  'positive',
  'negative',
  'upside',
  'downside',
  'ugly',
  'meh',
  'effects',
  'cost',
  'vibe',
  'vibes',
  'decor',
  'space',
  'opinion',
  'take',
  'blurb',
  'gist',
  'setup',
  'basics',
  'message',
  'moral',
  'language',
  'director',
  'problem',
  'actors',
  'animation',
  'narration',
  'dessert',
  'desserts',
  'quibble',
  'complaint',
  'gripe',
  'nitpick',
  'disappointing',
  'glitches',
  'pricing',
  'conclusions',
  'recommendations',
  'artwork',
  'standouts',
  'scorecard',
  'tldr',
  'storyline',
  'about the book',
  'about the film',
  'about the movie',
  'about the game',
  'about the album',
  'about the show',
  'what happens',
  'loved it',
  'hated it',
  'not for me',
  'in short',
  'in brief',
  'all in all',
  'at the end of the day',
  'good stuff',
  'bad stuff',
  'less good',
  'end result',
  'set up',
  'short version',
  'main characters',
  'best part',
  'worst part',
  'what went wrong',
]);

function lookUp(name: string, extra: ExtraSynonyms): Role | null {
  if (name === '') return null;
  return added(extra).get(name) ?? table().get(name) ?? null;
}

const addedTables = new WeakMap<ExtraSynonyms, ReadonlyMap<string, Role>>();

/** Synonyms as they are looked up, made once for each set of them. */
function added(extra: ExtraSynonyms): ReadonlyMap<string, Role> {
  const known = addedTables.get(extra);
  if (known !== undefined) return known;
  const names = new Map<string, Role>();
  for (const role of roles) {
    for (const synonym of extra[role] ?? []) {
      const name = normalizeHeading(synonym);
      if (!names.has(name)) names.set(name, role);
    }
  }
  addedTables.set(extra, names);
  return names;
}

let cached: Map<string, Role> | undefined;

function table(): Map<string, Role> {
  if (cached === undefined) {
    cached = new Map();
    for (const role of roles) {
      for (const name of [role, ...roleSynonyms[role]])
        if (!cached.has(name)) cached.set(name, role);
    }
  }
  return cached;
}
