import { hiddenRanges, hiddenText, mayHide } from '../hidden-text.ts';
import { mapStrings, mayHideIn } from './redact-strings.ts';

/** Noncharacters, which no text holds: one opens a seal, sixteen count, one ends it. */
const opening = '\uFDD0';
const ending = '\uFDEF';
const firstDigit = 0xfdd1;
const anySeal = /\uFDD0([\uFDD1-\uFDE0]*)(\uFDEF)?/g;

/**
 * What hides text in texts that are about to be cut, at commas say: each line of a hidden part, marks and all, becomes one thing that no rule takes for a
 * letter, and that nothing cuts in two.
 */
interface Seals {
  /** The text with its hidden parts sealed; the same string when it hides nothing. */
  readonly seal: (text: string) => string;
  /** A text that was made of sealed ones, as it was written. A seal that was cut off is `[spoiler]`. */
  readonly open: (text: string) => string;
}

function createSeals(): Seals {
  const sealed: string[] = [];
  const sealOf = (line: string): string => {
    const digits = (sealed.push(line) - 1).toString(16);
    const units = Array.from(digits, (digit) => firstDigit + Number.parseInt(digit, 16));
    return opening + String.fromCharCode(...units) + ending;
  };
  const openOne = (found: string, digits: string, end: string | undefined): string => {
    const units = Array.from(digits, (digit) => (digit.charCodeAt(0) - firstDigit).toString(16));
    const line = sealed[Number.parseInt(units.join(''), 16)];
    return line !== undefined && end === undefined ? hiddenText : (line ?? found);
  };
  return {
    seal: (text) => {
      if (!mayHide(text)) return text;
      let made = '';
      let from = 0;
      for (const { start, end } of hiddenRanges(text)) {
        // Line ends stay: rules that join lines see them.
        made += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]+/g, sealOf);
        from = end;
      }
      return made + text.slice(from);
    },
    open: (text) => (text.includes(opening) ? text.replace(anySeal, openOne) : text),
  };
}

/**
 * What a function makes of a text, or of a value with texts at any depth, when it finds each hidden part whole: rules that cut, at commas, at `by` or before
 * a year, leave its insides and its marks alone, and take no fact from it. What comes back has every string as it was written.
 */
export function cutWhole<Input extends string | object, Value extends object>(
  input: Input,
  cut: (input: Input) => Value,
): Value {
  if (!mayHideIn(input)) return cut(input);
  const { seal, open } = createSeals();
  const [sealed] = mapStrings([input], seal) as readonly [Input];
  return sealed === input ? cut(input) : mapStrings(cut(sealed), open);
}
