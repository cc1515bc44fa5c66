import { listField } from '../markdown/field.ts';
import { embeddedPicture, isData } from '../markdown/url.ts';
import { isJsonMap, type Json, type JsonMap } from '../model/json.ts';
import type { Experience, Review } from '../model/review.ts';
import { experienceLabel, roleLabel, titled } from './card-words.ts';

/** What a fact is about, for an output that says some of them elsewhere. */
export type FactOf =
  | 'tags'
  | 'maker'
  | 'released'
  | 'detail'
  | 'experience'
  | 'updated'
  | 'link'
  | 'author'
  | 'id'
  | 'image'
  | 'language'
  | 'draft'
  | 'spoilers'
  | 'extra';

/** A piece of a fact's value, as its author wrote it: neither escaped nor made visible. */
export type FactPiece =
  /** A name or words between two pieces; no Markdown. */
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'date'; readonly text: string }
  /** Text without a blank in it: a link where it is the address of one. */
  | { readonly is: 'address'; readonly text: string }
  /** A redacted field that is read as Markdown. It is its fact's only piece. */
  | { readonly is: 'prose'; readonly text: string };

export interface Fact {
  readonly of: FactOf;
  /** A maker's role, the name of the critic; else what the label says. */
  readonly about: string;
  /** As written, like the pieces. */
  readonly label: string;
  readonly value: readonly FactPiece[];
}

/**
 * What a card says of a review under its headline, a label and a value each, in the order of the card: tags, makers, dates, details, and the
 * keys that nobody knows last. Each output leaves out what it says elsewhere. Of the review it is given nothing is hidden or left out.
 */
export function cardFacts(review: Review): Fact[] {
  const { item } = review;
  return [
    ...fact('tags', 'Tags', words(review.tags.join(', '))),
    ...makerFacts(review),
    ...fact('released', 'Released', date(item.released)),
    ...jsonFacts('detail', item.details, titled),
    ...review.experienced.flatMap((one) =>
      fact('experience', experienceLabel(item.kind), experiencePieces(one)),
    ),
    ...fact('updated', 'Updated', date(review.updated)),
    ...fact('link', 'Link', address(review.url)),
    ...review.author.flatMap(({ name, url }) => fact('author', name, address(url))),
    ...Object.entries(item.ids).flatMap(([name, value]) =>
      fact('id', idLabel(name), address(value)),
    ),
    ...fact('image', 'Image', imagePieces(item.image)),
    ...fact('language', 'Language', words(review.lang)),
    ...fact('draft', 'Draft', yesNo(review.draft)),
    ...fact('spoilers', 'Spoilers', yesNo(review.spoilers)),
    ...jsonFacts('extra', review.extra, (name) => name),
  ];
}

function fact(of: FactOf, label: string, value: readonly FactPiece[], about = label): Fact[] {
  return value.length === 0 ? [] : [{ of, about, label, value }];
}

function words(text: string | undefined): FactPiece[] {
  return piece('words', text);
}

function date(text: string | undefined): FactPiece[] {
  return piece('date', text);
}

function address(text: string | undefined): FactPiece[] {
  return piece('address', text);
}

/** A picture that stands in its own address is no text to be read. */
function imagePieces(image: string | undefined): FactPiece[] {
  return isData(image ?? '') ? words(embeddedPicture) : address(image);
}

function piece(is: FactPiece['is'], text: string | undefined): FactPiece[] {
  return text === undefined || text === '' ? [] : [{ is, text }];
}

function yesNo(value: boolean | undefined): FactPiece[] {
  return value === undefined ? [] : words(value ? 'yes' : 'no');
}

function makerFacts({ item: { creators } }: Review): Fact[] {
  const roles = [...new Set(creators.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const makers = creators.filter((creator) => creator.role === role);
    return fact('maker', roleLabel(role), words(makers.map(({ name }) => name).join(', ')), role);
  });
}

/** Short names are abbreviations: ISBN, IMDB. */
function idLabel(name: string): string {
  return name.length <= 4 ? name.toUpperCase() : titled(name);
}

function experiencePieces({ date, began, repeat, venue, with: company }: Experience): FactPiece[] {
  return joined([
    span(began, date),
    words(venue),
    company === undefined || company.length === 0 ? [] : words(`with ${company.join(', ')}`),
    repeat === undefined ? [] : words(repeat ? 'not for the first time' : 'for the first time'),
  ]);
}

/** `2024-01-02 to 2024-01-09`; `since 2024-01-02` when it has not ended. */
function span(began: string | undefined, end: string | undefined): FactPiece[] {
  if (began === undefined || began === end) return date(end);
  return end === undefined
    ? [...words('since '), ...date(began)]
    : [...date(began), ...words(' to '), ...date(end)];
}

function joined(parts: readonly (readonly FactPiece[])[], between = ', '): FactPiece[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => [...(at === 0 ? [] : words(between)), ...part]);
}

/** A key that holds a map is one fact for each of its values, `key.inner`; one that holds nothing is still said. */
function jsonFacts(of: FactOf, map: JsonMap, labelOf: (name: string) => string): Fact[] {
  return Object.entries(map).flatMap(([name, value]): Fact[] => {
    const label = labelOf(name);
    if (isJsonMap(value) && Object.keys(value).length > 0)
      return jsonFacts(of, value, (inner) => `${label}.${inner}`);
    const pieces = jsonPieces(value);
    return fact(of, label, pieces.length === 0 ? words('–') : pieces);
  });
}

function jsonPieces(value: Json): FactPiece[] {
  const list = listField(value);
  if (list !== null) return piece('prose', list);
  if (typeof value === 'string' && /\S\s+\S/.test(value)) return piece('prose', value.trim());
  return barePieces(value);
}

function barePieces(value: Json): FactPiece[] {
  if (value === null) return [];
  if (typeof value === 'string') return address(value);
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'number') return words(String(value));
  if (!isJsonMap(value)) return joined(value.map(barePieces), value.some(isJsonMap) ? '; ' : ', ');
  return joined(
    Object.entries(value).map(([name, inner]) => [...words(`${name}: `), ...innerPieces(inner)]),
  );
}

/** What stands within a value of several parts, in brackets where it has several itself. */
function innerPieces(value: Json): FactPiece[] {
  const pieces = barePieces(value);
  const isOne = value === null || typeof value !== 'object' || Object.keys(value).length < 2;
  return isOne ? pieces : [...words('('), ...pieces, ...words(')')];
}
