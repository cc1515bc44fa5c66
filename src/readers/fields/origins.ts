import type { MapEntry } from '../../data/data-node.ts';
import type { Fact, Origin, OriginRule } from '../../model/provenance.ts';
import type { Draft } from './context.ts';

/** What gave each fact, while a review is read. */
export type Origins = Map<Fact, readonly Origin[]>;

/** Where an entry stands, its key included. */
export function originOf({ keyStart, value }: MapEntry): Origin {
  return { rule: 'key', span: { start: keyStart, end: value.end } };
}

/** Says of a fact that a rule gave it, in the place of what was said before. */
export function settle(
  origins: Origins,
  fact: Fact,
  rule: OriginRule,
  details: Omit<Origin, 'rule'> = {},
): void {
  origins.set(fact, [{ rule, ...details }]);
}

/** What of a draft is a fact as it stands; the others are settled when all keys are read. */
const facts = {
  name: 'item.name',
  creators: 'item.creators',
  year: 'item.year',
  released: 'item.released',
  ids: 'item.ids',
  image: 'item.image',
  details: 'item.details',
  title: 'title',
  authors: 'author',
  critics: 'author',
  rating: 'rating',
  ratingText: 'ratingText',
  scores: 'scores',
  recommended: 'recommended',
  summary: 'summary',
  pros: 'pros',
  cons: 'cons',
  published: 'published',
  publishedYear: 'published',
  updated: 'updated',
  experienced: 'experienced',
  tags: 'tags',
  lang: 'lang',
  draft: 'draft',
  spoilers: 'spoilers',
  url: 'url',
  titleUrl: 'url',
} as const satisfies Partial<Record<keyof Draft, Fact>>;

type Noted = keyof typeof facts;

const noted = [
  ...(Object.keys(facts) as Noted[]),
  'kind',
  'namedKind',
  'suggestedKind',
  'best',
] as const;

/** Of a value that is there: itself, or how many there are of it. */
function stateOf(value: Draft[(typeof noted)[number]]): unknown {
  if (value instanceof Map) return value.size;
  return Array.isArray(value) ? value.length : value;
}

/** Reads entries one after the other, and notes which parts of the draft each of them changed. */
export function noting(draft: Draft): (entry: MapEntry, read: () => void) => void {
  const states: unknown[] = noted.map((part) => stateOf(draft[part]));
  return (entry, read) => {
    read();
    for (const [index, part] of noted.entries()) {
      const state = stateOf(draft[part]);
      if (state === states[index]) continue;
      states[index] = state;
      const sources = draft.from.get(part);
      if (sources === undefined) draft.from.set(part, [entry]);
      else sources.push(entry);
    }
  };
}

/** What the entries gave; what a whole file decides is put in its place later. */
export function originsOf({ from }: Draft): Origins {
  const origins: Origins = new Map();
  for (const part of Object.keys(facts) as Noted[]) {
    const entries = from.get(part) ?? [];
    if (entries.length > 0)
      origins.set(facts[part], [...(origins.get(facts[part]) ?? []), ...entries.map(originOf)]);
  }
  return origins;
}
