import type { DataNode, MapEntry } from '../../data/data-node.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import type { Meaning } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { booleanOf, textOf } from './values.ts';

const longestName = 200;

/**
 * Whether a key in another language has a value of the kind that it would have. The word may mean another thing in another language
 * (`note`, `data`), and then it is no key of ours and nothing is said of it. `isAmongForeign` tells whether other keys beside it are in another language.
 */
export function fits(
  { key, value }: MapEntry,
  meaning: Meaning,
  isAmongForeign: () => boolean = () => false,
): boolean {
  const text = textOf(value);
  switch (meaning.field) {
    case 'rating':
      return value.kind === 'map' || (text !== undefined && isRating(text, key, isAmongForeign));
    case 'published':
    case 'updated':
    case 'experienced':
    case 'began':
    case 'released':
    case 'year':
      return datesOf(value).every((date) => date !== undefined && isoDate(date) !== null);
    case 'recommended':
      return booleanOf(value) !== undefined;
    case 'lang':
      return text !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(text);
    case 'named':
    case 'itemName':
    case 'title':
      return value.kind === 'map' ? !value.flow : isName(text);
    default:
      return true;
  }
}

/** `note: 4` is a note in English; `note: 4/5`, or a 4 among other keys of such a language, is a rating in French and German. */
function isRating(text: string, key: string, isAmongForeign: () => boolean): boolean {
  const reading = readRating(text);
  return (
    reading.kind === 'rating' &&
    !(reading.assumedScale && normalizeKey(key) === 'note' && !isAmongForeign())
  );
}

function isName(text: string | undefined): boolean {
  return (
    text !== undefined &&
    text.length <= longestName &&
    !/^(?:\d{1,3}|true|false|https?:.*)$/i.test(text)
  );
}

function datesOf(value: DataNode): (string | undefined)[] {
  return value.kind === 'list' && !/^\[\[/.test(value.text)
    ? value.items.filter((item) => item.text.trim() !== '').map(textOf)
    : [textOf(value)];
}
