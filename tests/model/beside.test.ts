import { expect, test } from 'vitest';
import { beside } from '../../src/model/beside.ts';

test('what is known of an object is found by it, and by no other', () => {
  const place = beside<object, string>();
  const key = { a: 1 };
  expect(place.get(key)).toBeUndefined();
  place.set(key, 'first');
  place.set(key, 'second');
  expect(place.get(key)).toBe('second');
  expect(place.get({ a: 1 })).toBeUndefined();
  expect(beside<object, string>().get(key)).toBeUndefined();
});

test('no copy, no JSON and no loop sees it', () => {
  const place = beside<object, string>();
  const [map, list] = [{ a: 1 }, [1]];
  place.set(map, 'known');
  place.set(list, 'known');
  expect(place.get({ ...map })).toBeUndefined();
  expect(place.get([...list])).toBeUndefined();
  expect(place.get(structuredClone(map))).toBeUndefined();
  expect([JSON.stringify(map), JSON.stringify(list)]).toEqual(['{"a":1}', '[1]']);
  expect([Object.keys(map), Object.entries(list)]).toEqual([['a'], [['0', 1]]]);
  expect(map).toStrictEqual({ a: 1 });
});

test('a frozen object, before and after', () => {
  const place = beside<object, string>();
  const frozen = Object.freeze([1]);
  place.set(frozen, 'known');
  expect(place.get(frozen)).toBe('known');
  const later = [2];
  place.set(later, 'known');
  expect(place.get(Object.freeze(later))).toBe('known');
});
