import { type DataNode, isNull, type MapEntry } from '../../data/data-node.ts';
import type { Meaning } from '../../vocabulary/spelling-lookup.ts';

/** What programs write where there is nothing: `""`, `[]`, `{}`, and `false` where a yes or no is not what is asked. */
export function isEmpty({ value }: MapEntry, meaning: Meaning): boolean {
  if (value.kind === 'list' && isName(meaning)) return false;
  if (value.kind === 'list') return value.items.every((item) => isNull(item) || isBlank(item));
  // A title in braces is a name.
  if (value.kind === 'map') return value.entries.length === 0 && !isName(meaning);
  if (isNull(value) || value.hashText !== undefined) return false;
  return isBlank(value) || (value.value === false && !mayBeFalse(meaning));
}

function isBlank(node: DataNode): boolean {
  return node.kind === 'scalar' && node.text.trim() === '' && node.hashText === undefined;
}

/** Where `false` is an answer, or may be a name. */
function mayBeFalse(meaning: Meaning): boolean {
  return (
    meaning.field === 'title' ||
    meaning.field === 'itemName' ||
    [
      'recommended',
      'draft',
      'published',
      'spoilers',
      'repeat',
      'rating',
      'experienced',
      'began',
    ].includes(meaning.field)
  );
}

/** Whether a key names something. */
export function isName({ field }: Meaning): boolean {
  return field === 'title' || field === 'itemName' || field === 'named';
}
