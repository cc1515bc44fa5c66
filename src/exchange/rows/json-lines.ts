import type { JsonMap } from '../../model/json.ts';
import type { RowProblem } from '../service.ts';
import { decoded } from './decoded.ts';
import type { JsonEntry } from './json-rows.ts';

/** More units than this are no entry. */
const longestLine = 1024 * 1024;

/** The objects of JSON lines, one after the other. A line that is none is said, and the rest goes on. */
export async function* jsonLines(
  file: string,
  bytes: AsyncIterable<Uint8Array>,
  say: (problem: RowProblem) => void,
): AsyncGenerator<JsonEntry> {
  let rest = '';
  let line = 0;
  for await (const chunk of decoded(bytes)) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const entry = entryOf(file, part, ++line, say);
      if (entry !== null) yield entry;
    }
    if (rest.length > longestLine) {
      say({
        file,
        line: line + 1,
        message: 'the line is larger than 1 MiB; what follows is not read',
      });
      return;
    }
  }
  const last = entryOf(file, rest, line + 1, say);
  if (last !== null) yield last;
}

function entryOf(
  file: string,
  text: string,
  line: number,
  say: (problem: RowProblem) => void,
): JsonEntry | null {
  if (text.trim() === '') return null;
  const value = objectIn(text);
  if (value === null) say({ file, line, message: 'the line is no JSON object' });
  return value === null ? null : { value, line };
}

/** A text that is one JSON object; null for any other. */
export function objectIn(text: string): JsonMap | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonMap)
      : null;
  } catch {
    return null;
  }
}
