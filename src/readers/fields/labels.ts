import type { MapEntry } from '../../data/data-node.ts';
import type { LabelSays } from '../../data/label-lines.ts';
import { roleNamed } from '../../model/roles.ts';
import { type Meaning, meaningOf } from '../../vocabulary/spelling-lookup.ts';
import type { ReadSettings } from '../reader.ts';

const facts: ReadonlySet<Meaning['field']> = new Set<Meaning['field']>([
  ...['title', 'itemName', 'named', 'kind', 'creator', 'creators', 'year', 'released', 'id'],
  ...['image', 'detail', 'author', 'critic', 'rating', 'best', 'published', 'updated'],
  ...[
    'experienced',
    'began',
    'repeat',
    'venue',
    'companions',
    'tags',
    'lang',
    'recommended',
    'url',
  ],
] as Meaning['field'][]);

/** What a label at the top of a text says: `Author`, `Wertung`; `Plot` and `Pros` are parts of the text. */
export function labelSays(label: string, { spellings, roles }: ReadSettings): LabelSays {
  const meaning = meaningOf(label, spellings);
  if (meaning !== null && facts.has(meaning.field)) return 'fact';
  return meaning !== null || roleNamed(label, roles) !== null ? 'part' : null;
}

/** Whether facts may be those of a list of reviews: who wrote it and when, and nothing of a thing. */
export function speaksOfList(entries: readonly MapEntry[]): boolean {
  return entries.every(({ key }) =>
    /^(?:title|author|critic|published|updated|tags|lang|url|image)$/.test(
      meaningOf(key)?.field ?? 'url',
    ),
  );
}
