import { describe, expect, it } from 'vitest';
import { experienceLabel, headlineMakers, roleLabel } from '../../src/writers/card-words.ts';

describe('roleLabel', () => {
  it.each([
    ['actor', 'Cast'],
    ['Cast', 'Cast'],
    ['director', 'Director'],
    ['voiceActor', 'Voice actor'],
    ['board_game', 'Board game'],
    // Names that every object has are roles like any other.
    ['constructor', 'Constructor'],
    ['__proto__', ' proto '],
    ['toString', 'To string'],
  ])('%s is %s', (role, label) => {
    expect(roleLabel(role)).toBe(label);
  });
});

describe('experienceLabel', () => {
  it.each([
    ['film', 'Watched'],
    ['book', 'Read'],
    ['other', 'Experienced'],
    [undefined, 'Experienced'],
  ] as const)('of %s is %s', (kind, label) => {
    expect(experienceLabel(kind)).toBe(label);
  });
});

describe('headlineMakers', () => {
  const maker = (role: string, name: string) => ({ role, name });

  it('are all of the first role that needs no name', () => {
    const creators = [maker('actor', 'A'), maker('director', 'B'), maker('director', 'C')];
    expect(headlineMakers({ creators, ids: {}, details: {} })).toEqual(['B', 'C']);
  });

  it('are none when every role must be named', () => {
    expect(headlineMakers({ creators: [maker('actor', 'A')], ids: {}, details: {} })).toEqual([]);
  });
});
