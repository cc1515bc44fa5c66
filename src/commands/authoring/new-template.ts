import { stringifyYaml } from '../../data/yaml/stringify.ts';
import type { Json } from '../../model/json.ts';
import type { ItemKind } from '../../model/review.ts';
import { roleOfHeading } from '../../model/roles.ts';
import { rankOf } from '../../tidy/canonical-keys.ts';
import { languageOf } from '../../vocabulary/foreign.ts';
import { makerRoles } from '../../vocabulary/makers.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';

/** What a review of one kind asks for: facts to fill in, and sections. */
interface Template {
  readonly facts: readonly string[];
  readonly sections: readonly string[];
}

const ending = ['What works', 'What doesn’t work', 'Verdict'];

const templates: Readonly<Record<ItemKind, Template>> = {
  film: {
    facts: ['year', 'director', 'cast', 'runtime'],
    sections: ['The story', 'Performances', 'Direction', ...ending],
  },
  series: {
    facts: ['year', 'showrunner', 'cast', 'seasons'],
    sections: ['The story', 'Performances', 'Writing', ...ending],
  },
  book: {
    facts: ['author', 'year', 'isbn', 'pages'],
    sections: ['The story', 'Characters', 'Prose', ...ending],
  },
  game: {
    facts: ['developer', 'platform', 'year'],
    sections: ['Story', 'Gameplay', 'Visuals', 'Sound', ...ending],
  },
  boardgame: {
    facts: ['designer', 'year', 'players', 'playtime'],
    sections: ['How it plays', 'Design', 'Who is it for?', ...ending],
  },
  album: { facts: ['artist', 'year', 'label'], sections: ['Sound', 'Track by track', ...ending] },
  track: { facts: ['artist', 'year'], sections: ['Sound', ...ending] },
  restaurant: {
    facts: ['address', 'cuisine', 'price', 'visitDate'],
    sections: ['The food', 'The service', 'The room', 'The bill', ...ending],
  },
  place: {
    facts: ['address', 'price', 'visitDate'],
    sections: ['Atmosphere', 'The service', 'Price', ...ending],
  },
  product: { facts: ['brand', 'price'], sections: ['Design', 'Worth it?', ...ending] },
  software: {
    facts: ['developer', 'platform', 'version', 'price'],
    sections: ['Design', 'Stability', 'Price', ...ending],
  },
  event: { facts: ['artist', 'venue', 'visitDate'], sections: ['Atmosphere', 'Sound', ...ending] },
  other: { facts: ['year'], sections: ending },
};

/** What is known of a new review. */
export interface NewReview {
  readonly kind: ItemKind;
  readonly name: string;
  readonly title?: string;
  /** As it is to stand in the file. */
  readonly rating?: string;
  readonly recommended?: boolean;
  readonly author?: string;
  /** ISO 8601. */
  readonly date: string;
  /** BCP 47; default: English, which is not said. */
  readonly lang?: string;
}

/** A new review as Markdown: what is known, keys to fill in, and the headings of its kind. Read at once, it is whole but for what is empty. */
export function newReviewText(review: NewReview): string {
  const { kind, name, title, rating, recommended, author, date, lang } = review;
  const { facts, sections } = templates[kind];
  const keys: readonly (readonly [string, Json | undefined])[] = [
    ...(title === undefined ? [] : [['title', title] as const]),
    // Beside an author, `series` is the series of a book.
    ...(kind === 'series' ? [['kind', kind] as const] : []),
    [kind === 'other' || kind === 'series' ? 'item' : kind, name],
    ...facts.map((fact) => [fact, undefined] as const),
    // Beside what somebody made, `author` is who made it.
    [makerRoles[kind] === undefined ? 'author' : 'reviewer', author],
    ['date', date],
    recommended === undefined ? ['rating', rating] : ['recommended', recommended],
    ['summary', undefined],
    ...(lang === undefined ? [] : [['lang', lang] as const]),
  ];
  // In the order that `fmt` would put them in.
  const sorted = keys.toSorted(([a], [b]) => rankOf(meaningOf(a)) - rankOf(meaningOf(b)));
  const lines = sorted.map(([key, value]) =>
    value === undefined ? `${key}:\n` : stringifyYaml({ [key]: value }),
  );
  const headings = headingsIn(lang, sections).map((heading) => `## ${heading}\n`);
  return `---\n${lines.join('')}---\n\n${headings.join('\n')}`;
}

/** The headings in a language, each by its role, once. What the language has no word for stays English. */
function headingsIn(lang: string | undefined, headings: readonly string[]): string[] {
  const language = lang === undefined ? null : languageOf(lang);
  if (language === null) return [...headings];
  const words = headings.map((heading) => {
    const role = roleOfHeading(heading);
    return (role === null ? undefined : language.roles[role]?.split(', ')[0]) ?? heading;
  });
  return [...new Set(words)];
}
