import { isNull, type MapEntry } from '../data/data-node.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { editDistance } from '../text/edit-distance.ts';
import { visibleLine } from '../text/visible.ts';
import { isPlumbing } from '../vocabulary/plumbing.ts';
import { knownSpellings, meaningOf } from '../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { keyRange, knownKeys, type Rule, type Subject } from './subject.ts';

/** Words that mean what they say, near as they are to one of ours. */
const ownWords: ReadonlySet<string> = new Set(
  (
    'audio audios book books card cards categories copyright drafts height icon images index labels lastupdated links locations male ' +
    'modules movies films games albums shows songs restaurants hotels apps notes note part parts page places point points ready resources ' +
    'series sort sortable source sources state states start started status stop subtitle summaries team teams themes time times topic ' +
    'topics types update updates user users versions video videos vote votes width word words formato titulo autor tipo data ' +
    'dates dateadded day days end ended even events genero generos gender hide home hours lists live lines made main mood name names nota notas ' +
    'number numbers owned pace paid pays prices quote quotes race rank ranks rates read reads region regions rental roles sale save ' +
    'scene scenes shape side size sizes skills slate spot store story style styles system systems table tables tone tools trailer ' +
    'tracks tracklist chapters trailers value values venues views visit voice volume volumes year years'
  ).split(' '),
);

/** More unknown keys than this are data, not slips. */
const mostUnknown = 200;
/** Shorter names are near to too much. */
const shortest = 4;

interface Near {
  readonly spelling: string;
  readonly away: number;
  /** Whether no other known key is as near. */
  readonly isOnly: boolean;
}

/** A key that is not known and nearly one that is: key-typo, with a fix when there is hardly a doubt. */
export const keyTypos: Rule = (subject) => {
  const unknown = (subject.keys?.entries ?? []).filter(
    ({ key, value }) =>
      meaningOf(key, subject.spellings) === null &&
      !isNull(value) &&
      // JSON-LD's own words.
      !key.startsWith('@') &&
      !ownWords.has(normalizeKey(key)) &&
      !isPlumbing(key),
  );
  return unknown.slice(0, mostUnknown).flatMap((entry) => typoOf(subject, entry) ?? []);
};

function typoOf(subject: Subject, entry: MapEntry): Diagnostic | null {
  const { key } = entry;
  const name = normalizeKey(key);
  const near = nearestKey(name, subject);
  if (near === null) return null;
  // What most of the folder's files have is no slip.
  if ((subject.shareOf?.(key) ?? 0) > 0.5) return null;
  const range = keyRange(subject, entry);
  const fix = isSure(subject, name, near) ? { fix: [{ range, text: near.spelling }] } : {};
  const message = `\`${visibleLine(key)}\` is no key that is known; it is much like \`${near.spelling}\`.`;
  return diagnose('key-typo', message, {
    range,
    hint: `Write \`${near.spelling}:\`, or leave it if you mean what you wrote.`,
    ...fix,
  });
}

function nearestKey(name: string, { spellings = {} }: Subject): Near | null {
  if (name.length < shortest || name.length > 40) return null;
  const allowed = name.length < 8 ? 1 : 2;
  const added = Object.values(spellings).flat().map(normalizeKey);
  let best: { spelling: string; away: number; count: number } | null = null;
  for (const spelling of new Set([...knownSpellings(), ...added])) {
    // Under four letters, one of them changed is another word.
    if (spelling.length < shortest || Math.abs(spelling.length - name.length) > allowed) continue;
    const away = typingDistance(name, spelling);
    if (away > allowed) continue;
    if (best === null || away < best.away) best = { spelling, away, count: 1 };
    else if (away === best.away) best.count++;
  }
  return best === null
    ? null
    : { spelling: best.spelling, away: best.away, isOnly: best.count === 1 };
}

/** As the distance of edits, but two letters in the wrong order are one slip. */
function typingDistance(a: string, b: string): number {
  if (a.length === b.length) {
    let at = 0;
    while (a[at] === b[at] && at < a.length) at++;
    const turned = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
    if (turned === b) return 1;
  }
  return editDistance(a, b);
}

/** One slip in a long enough word, nothing else as near, no plural, and no key that says the same already. */
function isSure(subject: Subject, name: string, { spelling, away, isOnly }: Near): boolean {
  if (away !== 1 || !isOnly || name.length < 5) return false;
  if (name === `${spelling}s` || spelling === `${name}s`) return false;
  const field = meaningOf(spelling, subject.spellings)?.field;
  return (
    field !== 'detail' &&
    field !== 'named' &&
    !knownKeys(subject).some(({ meaning }) => meaning.field === field)
  );
}
