import type { JsonMap } from '../model/json.ts';
import { builtInSpellings, type Field, type Meaning } from '../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../vocabulary/spellings.ts';
import { type ValueName, valueSchemas } from './schema-values.ts';

/** What stands under a field's keys, and what it says. */
const fieldValues: Readonly<Record<Field, readonly [value: ValueName, meaning: string]>> = {
  itemName: ['name', 'What is reviewed: its name, or a mapping of all there is to say of it.'],
  kind: ['kind', 'What kind of thing is reviewed.'],
  creators: ['any', 'Who made it: names, or a mapping of roles.'],
  year: ['date', 'Year of release.'],
  released: ['release', 'Day of release.'],
  ids: ['map', 'Names that the item has elsewhere.'],
  sameAs: ['texts', 'Pages about the item.'],
  image: ['image', 'URL or path of a poster or cover.'],
  details: ['map', 'Facts of the item.'],
  title: ['text', 'The headline of the review; it names the item when nothing else does.'],
  author: ['people', 'The critic; of a book, who wrote it when `reviewer` names the critic.'],
  critic: ['people', 'The critic.'],
  rating: ['rating', 'The rating, in any notation.'],
  ratingText: ['text', 'The rating in words that nothing ranks.'],
  verdict: ['any', 'The verdict; a rating when it is one.'],
  best: ['number', 'The best value of the rating’s scale.'],
  worst: ['number', 'The worst value of the rating’s scale; 0 when it is not given.'],
  scores: ['scores', 'The ratings of single aspects.'],
  recommended: ['yesNo', 'Thumbs up or down.'],
  summary: ['text', 'The review in a line.'],
  pros: ['points', 'What is good.'],
  cons: ['points', 'What is bad.'],
  published: ['date', 'When the review was published.'],
  updated: ['date', 'When the review was last changed.'],
  experienced: ['dates', 'When it was seen, read, played or visited.'],
  began: ['any', 'When that was begun.'],
  repeat: ['yesNo', 'Whether it was not the first time.'],
  venue: ['text', 'Where it was seen.'],
  companions: ['texts', 'With whom it was seen.'],
  tags: ['texts', 'Tags or genres.'],
  lang: ['text', 'Language of the review, a BCP 47 tag.'],
  draft: ['yesNo', 'Whether the review is a draft.'],
  spoilers: ['yesNo', 'Whether the whole review gives the plot away.'],
  url: ['text', 'Where the review is published.'],
  review: ['review', 'The review’s own keys, or its text.'],
  sections: ['sections', 'The text in sections: a list, or a mapping of headings.'],
  body: ['any', 'The text, as Markdown.'],
};

function describe(meaning: Meaning): readonly [value: ValueName, text: string] {
  switch (meaning.field) {
    case 'named':
      return ['name', `What is reviewed: a thing of the kind \`${meaning.kind}\`.`];
    case 'creator':
      return ['people', `Who made it: ${meaning.role}.`];
    case 'id':
      return ['id', `Its name elsewhere: ${meaning.name}.`];
    case 'detail':
      return ['any', `A fact of the item: ${meaning.name}.`];
    default:
      return fieldValues[meaning.field];
  }
}

/**
 * The JSON Schema (draft-07) of front matter and of a review written as YAML, from the table of spellings: every one is a
 * property, to be completed, and matches in any other case and with `_`, `-` and spaces. Keys that are not known are allowed.
 */
export function reviewSchema(): JsonMap {
  const properties: Record<string, JsonMap> = {};
  const patterns = new Map<ValueName, string[]>();
  for (const [spelling, meaning] of builtInSpellings()) {
    if (Object.hasOwn(properties, spelling)) continue;
    const [value, description] = describe(meaning);
    // Beside a `$ref`, draft-07 heeds no other key.
    properties[spelling] = { description, allOf: [{ $ref: `#/definitions/${value}` }] };
    patterns.set(value, [...(patterns.get(value) ?? []), patternOf(spelling)]);
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A review',
    description: 'Front matter of a review in Markdown, or a whole review as YAML or JSON.',
    type: 'object',
    properties,
    patternProperties: Object.fromEntries(
      [...patterns].map(([value, all]) => [
        `^[:@]?(?:${all.join('|')})$`,
        { $ref: `#/definitions/${value}` },
      ]),
    ),
    definitions: valueSchemas as JsonMap,
  };
}

/** Draft-07 has no flag for ignoring case. What separates words may stand between them. */
function patternOf(spelling: string): string {
  const words = spelling.split(/(?=[A-Z])/).map(normalizeKey);
  const letters = (word: string): string =>
    word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return words.map(letters).join('[_ -]*');
}
