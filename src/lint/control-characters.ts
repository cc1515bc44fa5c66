import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { characterClass } from '../text/hostile.ts';
import { withMore } from './more.ts';
import type { Rule } from './subject.ts';

// Written as escapes: the characters themselves must not stand in a source file.
const controls = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F';
const sequence = '(?:\\u001B\\[|\\u009B)[0-?]*[ -/]*[@-~]';
/** A terminal's escape sequence as a whole, a run of other controls, or one mark that turns the direction of the text. */
export const unseen = new RegExp(
  `${sequence}|[${controls}]+|[${characterClass(['turning'])}]`,
  'g',
);
/** What only hides between letters, or says how they are set: it may be meant. */
const hiding = new RegExp(
  `[${characterClass(['separating', 'odd', 'breaking', 'directing', 'hyphen'])}]`,
  'g',
);
const parts = '\\u000B\\u000C\\u0085';
/** Form feed, line tabulation and next line stand between words. */
const parting = new RegExp(`[${parts}]`);

/** Beyond this it is no text at all. */
const most = 100;

/**
 * Controls but line ends and tabs (a terminal's escape sequence as one), and the marks that turn the direction of a text and hide
 * what it says: control-character. The fix takes controls out; direction marks may be meant, so they have none. What only hides between
 * letters is named once each, with its count, as an info.
 */
export const controlCharacters: Rule = ({ source, locator }) => {
  const found: Diagnostic[] = [];
  const seen = new Map<string, { at: number; count: number }>();
  for (const { 0: text, index: at } of source.matchAll(hiding))
    seen.set(text, { at, ...seen.get(text), count: (seen.get(text)?.count ?? 0) + 1 });
  for (const [text, { at, count }] of seen) {
    const message = `${namesOf(text)} cannot be seen${count === 1 ? '' : `; it stands ${count} times in the file`}.`;
    const range = locator.range(at, at + text.length);
    found.push({ ...diagnose('control-character', message, { range }), severity: 'info' });
  }
  for (const match of source.matchAll(unseen)) {
    const [text] = match;
    const range = locator.range(match.index, match.index + text.length);
    const turns = text >= '\u202A';
    const message = turns
      ? `${namesOf(text)} turns the direction of the text.`
      : `${namesOf(text)} cannot be seen.`;
    const fix = turns ? {} : { fix: [{ range, text: parting.test(text) ? ' ' : '' }] };
    found.push(diagnose('control-character', message, { range, ...fix }));
    if (found.length === most) return withMore(found);
  }
  return found;
};

function namesOf(text: string): string {
  const names = Array.from(text.slice(0, 4), (character) => {
    const point = character.charCodeAt(0);
    return point > 32 && point < 127
      ? character
      : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return `\`${names.join(' ')}${text.length > 4 ? ' …' : ''}\``;
}
