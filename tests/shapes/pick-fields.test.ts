import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { exportedReview } from '../../src/shapes/export-shape.ts';
import { parseFields, pickFields } from '../../src/shapes/pick-fields.ts';

const value: Json = {
  title: 'T',
  item: { name: 'N', ids: { 'a.b': '1', imdb: '2' }, details: { cast: [{ name: 'x', as: 'y' }] } },
  rating: { value: 4, best: 5 },
  author: [{ name: 'Ann', url: 'u' }, { name: 'Ben' }],
  pros: ['one'],
  sections: [{ title: 'S', body: 'b', sections: [{ title: 'SS', body: 'bb' }] }],
};

function pick(text: string): Json {
  const parsed = parseFields(text, exportedReview);
  if (!('fields' in parsed)) throw new Error(`no ${parsed.unknown}`);
  return pickFields(value, parsed.fields);
}

describe('pickFields', () => {
  test.each<[string, Json]>([
    ['title', { title: 'T' }],
    ['rating.value,title', { rating: { value: 4 }, title: 'T' }],
    [' title , pros ', { title: 'T', pros: ['one'] }],
    ['rating.value,rating.best', { rating: { value: 4, best: 5 } }],
    ['rating,rating.value', { rating: { value: 4, best: 5 } }],
    ['rating.value,rating', { rating: { value: 4, best: 5 } }],
    ['author.name', { author: [{ name: 'Ann' }, { name: 'Ben' }] }],
    ['author.url', { author: [{ url: 'u' }, {}] }],
    ['summary', {}],
    ['item.ids.imdb', { item: { ids: { imdb: '2' } } }],
    ['item.ids.a\\.b', { item: { ids: { 'a.b': '1' } } }],
    ['item.details.cast.name', { item: { details: { cast: [{ name: 'x' }] } } }],
    [
      'sections.title,sections.sections.title',
      { sections: [{ title: 'S', sections: [{ title: 'SS' }] }] },
    ],
    ['extra.toString', {}],
  ])('%s', (text, expected) => {
    expect(pick(text)).toEqual(expected);
  });

  test('the fields stand in the order asked for', () => {
    expect(Object.keys(pick('title,item,rating') as object)).toEqual(['title', 'item', 'rating']);
    expect(Object.keys(pick('rating,item,title') as object)).toEqual(['rating', 'item', 'title']);
  });

  test.each([
    ['titel', 'titel', 'title'],
    ['title,rating.valeu', 'rating.valeu', 'value'],
    ['title.x', 'title.x', undefined],
    ['sections.sections.bdy', 'sections.sections.bdy', 'body'],
    ['', '', 'id'],
    ['title,,rating', '', 'id'],
    ['toString', 'toString', 'rating'],
  ])('%s is not known', (text, unknown, nearest) => {
    const parsed = parseFields(text, exportedReview);
    expect(parsed).toMatchObject({ unknown });
    expect('known' in parsed && parsed.known[0]).toBe(nearest);
  });
});
