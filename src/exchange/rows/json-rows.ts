import type { JsonMap } from '../../model/json.ts';
import type { RowProblem } from '../service.ts';
import { decoded } from './decoded.ts';

/** An object in a JSON file: one of its list, or of a list within its object. */
export interface JsonEntry {
  readonly value: JsonMap;
  /** Which of them it is, from 1. */
  readonly line: number;
}

/** More units than this are no entry. */
const longestEntry = 1024 * 1024;

/**
 * The objects of a JSON file, one after the other and without keeping them: of a list, or of the lists that stand under an object's own keys
 * (`{"features": [ … ]}`). What is broken is said; an entry that is no JSON is left out, and a file that breaks off ends there.
 */
export async function* jsonEntries(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  say: (problem: RowProblem) => void,
): AsyncGenerator<JsonEntry> {
  const scanner = createScanner();
  let count = 0;
  for await (const chunk of decoded(bytes)) {
    for (const text of scanner.push(chunk)) {
      count++;
      if (text === null) {
        say({ file, line: count, message: 'the entry is larger than 1 MiB' });
        continue;
      }
      const value = parsed(text);
      if (value === null) say({ file, line: count, message: 'the entry is no JSON' });
      else yield { value, line: count };
    }
    if (scanner.isBroken()) break;
  }
  if (!scanner.isWhole())
    say({ file, line: count + 1, message: 'the file breaks off, or is no JSON, after this entry' });
}

function parsed(text: string): JsonMap | null {
  try {
    return JSON.parse(text) as JsonMap;
  } catch {
    return null;
  }
}

interface Scanner {
  /** The texts of the objects that end in what is pushed; null for one that is too large. */
  readonly push: (chunk: string) => (string | null)[];
  readonly isWhole: () => boolean;
  readonly isBroken: () => boolean;
}

/** Finds objects by their brackets: a list's own, or those in lists one level below an object. */
function createScanner(): Scanner {
  const open: string[] = [];
  let isInString = false;
  let isEscaped = false;
  let isBroken = false;
  let ended = false;
  let text = '';
  let collects = false;
  let isTooLong = false;
  const startsEntry = (): boolean => {
    const around = open.join('');
    return around === '[' || around === '{[';
  };
  const endsEntry = (): boolean => collects && startsEntry();
  return {
    isWhole: () => ended && !isBroken,
    isBroken: () => isBroken,
    push: (chunk) => {
      const found: (string | null)[] = [];
      let from = 0;
      for (let at = 0; at < chunk.length; at++) {
        const unit = chunk.charCodeAt(at);
        if (isInString) {
          if (isEscaped) isEscaped = false;
          else if (unit === 92) isEscaped = true;
          else if (unit === 34) isInString = false;
          continue;
        }
        if (unit === 34) isInString = true;
        else if (unit === 123 || unit === 91) {
          if (unit === 123 && !collects && startsEntry()) {
            collects = true;
            from = at;
          }
          open.push(unit === 123 ? '{' : '[');
        } else if (unit === 125 || unit === 93) {
          const wanted = unit === 125 ? '{' : '[';
          if (open.pop() !== wanted) {
            isBroken = true;
            return found;
          }
          if (unit === 125 && endsEntry()) {
            found.push(isTooLong ? null : text + chunk.slice(from, at + 1));
            collects = false;
            isTooLong = false;
            text = '';
          }
          ended = open.length === 0;
        }
      }
      if (collects && !isTooLong) text += chunk.slice(from);
      if (text.length > longestEntry) {
        isTooLong = true;
        text = '';
      }
      return found;
    },
  };
}
