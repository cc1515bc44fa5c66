import { isJsonMap, type Json, type JsonMap } from '../../model/json.ts';
import type { Experience, Item, Review } from '../../model/review.ts';

/** A review with the facts of another that it lacks. What it says itself stays: of lists and maps it gains what is not in them. */
export function filled(here: Review, there: Review): Review {
  return {
    ...there,
    ...here,
    item: filledItem(here.item, there.item),
    author: here.author.length > 0 ? here.author : there.author,
    rating: here.rating ?? (here.ratingText === undefined ? there.rating : null),
    scores: here.scores.length > 0 ? here.scores : there.scores,
    pros: here.pros.length > 0 ? here.pros : there.pros,
    cons: here.cons.length > 0 ? here.cons : there.cons,
    experienced: bothDays(here.experienced, there.experienced),
    tags: [...new Set([...here.tags, ...there.tags])],
    sections: here.sections.length > 0 ? here.sections : there.sections,
    extra: filledMap(here.extra, there.extra),
  };
}

/**
 * A review that an export made, with what a part of a later one says: that counts, and what the part says nothing of stays. `ratesNow`: the part has the ratings
 * that count, and not only those of single viewings.
 */
export function overlaid(here: Review, there: Review, ratesNow: boolean): Review {
  const isRated = there.rating !== null && (ratesNow || here.rating === null);
  const newer: Review = {
    ...filled(here, there),
    item: {
      ...here.item,
      ...there.item,
      creators: there.item.creators.length > 0 ? there.item.creators : here.item.creators,
      ids: { ...here.item.ids, ...there.item.ids },
      details: { ...here.item.details, ...there.item.details },
    },
    author: there.author.length > 0 ? there.author : here.author,
    rating: isRated ? there.rating : here.rating,
    sections: there.sections.length > 0 ? there.sections : here.sections,
    extra: overlaidMap(here.extra, there.extra),
  };
  const { published } = there;
  const isDated =
    published !== undefined &&
    (there.sections.length > 0 || (isRated && here.sections.length === 0));
  return isDated ? { ...newer, published } : newer;
}

function overlaidMap(here: JsonMap, there: JsonMap): JsonMap {
  const newer = Object.entries(there).map(([key, value]): [string, Json] => {
    const own = Object.hasOwn(here, key) ? here[key] : undefined;
    return isJsonMap(value) && isJsonMap(own) ? [key, overlaidMap(own, value)] : [key, value];
  });
  return { ...here, ...Object.fromEntries(newer) };
}

function filledItem(here: Item, there: Item): Item {
  return {
    ...there,
    ...here,
    creators: here.creators.length > 0 ? here.creators : there.creators,
    ids: { ...here.ids, ...without(there.ids, here.ids) },
    details: filledMap(here.details, there.details),
  };
}

function without<Value>(
  map: Readonly<Record<string, Value>>,
  taken: object,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !Object.hasOwn(taken, key)));
}

/** Maps within a map gain too; a text or a list that is there stays as it is. */
function filledMap(here: JsonMap, there: JsonMap): JsonMap {
  const inner = Object.entries(here).map(([key, value]): [string, Json] => {
    const other = Object.hasOwn(there, key) ? there[key] : undefined;
    return isJsonMap(value) && isJsonMap(other) ? [key, filledMap(value, other)] : [key, value];
  });
  return { ...Object.fromEntries(inner), ...without(there, here) };
}

/** Days that the one does not have are the other's; in their order. */
function bothDays(
  here: readonly Experience[],
  there: readonly Experience[],
): readonly Experience[] {
  const dayOf = ({ date, began }: Experience): string => date ?? began ?? '';
  const days = new Set(here.map(dayOf));
  const more = there.filter((each) => !days.has(dayOf(each)));
  return more.length === 0
    ? here
    : [...here, ...more].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}
