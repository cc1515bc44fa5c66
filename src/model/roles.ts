import { isAscii } from '../text/fold.ts';

/**
 * What a section is for, whatever its heading says, and the headings that say so.
 * A role's own name is a synonym of it. Synonyms are written as `normalizeHeading` gives them.
 */
export const roleSynonyms = {
  summary: [
    'plot',
    'synopsis',
    'story',
    'premise',
    'overview',
    'the plot',
    'the story',
    'the premise',
    'what it is about',
    'whats it about',
  ],
  performances: [
    'acting',
    'cast',
    'the cast',
    'the acting',
    'performance',
    'lead performance',
    'the performances',
  ],
  direction: ['directing', 'the direction'],
  writing: ['script', 'dialogue', 'prose', 'screenplay', 'style', 'the writing', 'the prose'],
  characters: ['the characters', 'character'],
  visuals: ['cinematography', 'graphics', 'art', 'design', 'look', 'the look', 'visual style'],
  sound: ['music', 'score', 'soundtrack', 'audio', 'sound design', 'production'],
  action: ['the action', 'stunts', 'fights', 'choreography'],
  gameplay: ['mechanics', 'controls', 'how it plays', 'combat'],
  technical: ['bugs', 'technical performance', 'stability', 'frame rate'],
  themes: ['theme', 'meaning'],
  pacing: ['pace', 'structure', 'rhythm'],
  world: [
    'setting',
    'universe',
    'connections',
    'links',
    'world building',
    'worldbuilding',
    'franchise',
    'lore',
  ],
  food: ['the food', 'dishes', 'the menu', 'menu', 'what we ate', 'drinks'],
  service: ['the service', 'staff'],
  ambience: ['atmosphere', 'the room', 'ambiance', 'the atmosphere', 'interior'],
  tracks: ['track by track', 'songs', 'track list', 'tracklist', 'the songs', 'the tracks'],
  value: [
    'price',
    'worth it',
    'is it worth it',
    'value for money',
    'the bill',
    'the price',
    'prices',
  ],
  strengths: [
    'pros',
    'pro',
    'positives',
    'the good',
    'good',
    'likes',
    'what works',
    'what worked',
    'what i loved',
    'what i liked',
    'highs',
    'plusses',
    'pluses',
    'the pros',
    'upsides',
  ],
  weaknesses: [
    'cons',
    'con',
    'negatives',
    'the bad',
    'bad',
    'dislikes',
    'what doesnt work',
    'what didnt work',
    'what does not work',
    'what did not work',
    'what i disliked',
    'flaws',
    'lows',
    'minuses',
    'the cons',
    'weak points',
    'weakness',
    'downsides',
    'the weaknesses',
  ],
  reception: ['critical reception', 'critics', 'what critics say', 'what the critics say'],
  verdict: [
    'final verdict',
    'conclusion',
    'final thoughts',
    'overall',
    'bottom line',
    'the bottom line',
    'closing',
    'closing thoughts',
    'the verdict',
    'my verdict',
    'in the end',
    'final word',
    'last word',
  ],
  audience: [
    'who is it for',
    'who its for',
    'who should read it',
    'recommendation',
    'who is this for',
    'for whom',
  ],
  scores: ['score breakdown', 'ratings', 'breakdown', 'the scores'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof roleSynonyms;

/** Every role, in the order of the table. */
export const roles = Object.keys(roleSynonyms) as Role[];

/** Synonyms added by a library's configuration. */
export type ExtraSynonyms = Readonly<Partial<Record<Role, readonly string[]>>>;

/** `3.`, `3)`, `(3)`, `2.1`, `#3`, `IV.`, `3️⃣`, with what is no letter and no digit before it. */
/** A number, letter or sign of an enumeration before a heading in lower case. */
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
  const exact = lookUp(whole, extra);
  if (exact !== null) return exact;
  const before = normalizeHeading(
    withoutNumbering(heading.toLowerCase()).split(separator, 1)[0] ?? '',
  );
  return lookUp(before, extra) ?? lookUpLeading(whole, extra);
}

function lookUpLeading(heading: string, extra: ExtraSynonyms): Role | null {
  const words = heading
    .split(' ')
    .filter((word, index) => index > 0 || (word !== 'the' && word !== 'a'));
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const lead = words.slice(0, count).join(' ');
    // One short common word at the start of a longer heading is weak evidence.
    if (count === 1 && words.length > 1 && tooCommonToLead.has(lead)) continue;
    const role = lookUp(lead, extra) ?? lookUp(`the ${lead}`, extra);
    if (role !== null) return role;
  }
  return null;
}

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
]);

function lookUp(name: string, extra: ExtraSynonyms): Role | null {
  if (name === '') return null;
  for (const role of roles) {
    if (extra[role]?.some((synonym) => normalizeHeading(synonym) === name)) return role;
  }
  return table().get(name) ?? null;
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
