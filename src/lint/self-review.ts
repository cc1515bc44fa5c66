import { diagnose } from '../model/diagnostic.ts';
import type { Json } from '../model/json.ts';
import type { Review } from '../model/review.ts';
import { fold } from '../text/fold.ts';
import { knownKeys, type Rule, rangeOf, type Subject, topOf } from './subject.ts';

/** Kinds that are local businesses to a search engine. */
const businesses: ReadonlySet<string> = new Set(['restaurant', 'place']);

/**
 * A restaurant, hotel or shop rated by itself: stars-not-shown, at the author. Search engines leave out the stars that a
 * business gives itself, on its own site or in its own name (https://schema.org/LocalBusiness).
 */
export const selfReview: Rule = (subject) => {
  const { review } = subject;
  if (review.rating === null || !businesses.has(review.item.kind ?? '')) return [];
  const why = namesItself(review) ?? standsOnItsSite(review);
  return why === null
    ? []
    : [
        diagnose('stars-not-shown', `${why}: search engines show no stars for it.`, {
          range: placeOf(subject),
        }),
      ];
};

function namesItself({ item, author }: Review): string | null {
  const own = [item.name, ...item.creators.map(({ name }) => name)]
    .filter((name) => name !== undefined)
    .map(fold);
  const same = author.find(({ name }) => own.includes(fold(name)));
  return same === undefined ? null : `\`${same.name}\` is reviewed by itself`;
}

function standsOnItsSite({ item, author, url, extra }: Review): string | null {
  const sites = [...Object.entries({ ...extra, ...item.details, ...item.ids })]
    .filter(([key]) => /^(?:web[ _-]?site|site|home[ _-]?page|url)$/i.test(key))
    .map(([, value]) => hostOf(value));
  const ours = [url, ...author.map((person) => person.url)].map((address) =>
    hostOf(address ?? null),
  );
  const shared = ours.find((host) => host !== null && sites.includes(host));
  return shared === undefined ? null : `The review stands on the item’s own site, ${shared}`;
}

function hostOf(value: Json): string | null {
  const host =
    typeof value === 'string' ? /^https?:\/\/(?:www\.)?([^/?#\s]+)/i.exec(value)?.[1] : undefined;
  return host?.toLowerCase() ?? null;
}

function placeOf(subject: Subject): ReturnType<typeof topOf> {
  const key = knownKeys(subject).find(
    ({ meaning }) => meaning.field === 'author' || meaning.field === 'critic',
  );
  return key === undefined ? topOf(subject) : rangeOf(subject, key.entry.value);
}
