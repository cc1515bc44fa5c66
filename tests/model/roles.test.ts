import { describe, expect, test } from 'vitest';
import { roleSynonyms } from '../../src/model/role-synonyms.ts';
import { roleNamed, roleOfHeading, roles } from '../../src/model/roles.ts';

describe('roleOfHeading', () => {
  test.each([
    ['Weaknesses', 'weaknesses'],
    ['👎 The Bad', 'weaknesses'],
    ['3. The Bad', 'weaknesses'],
    ['What doesn’t work', 'weaknesses'],
    ["What didn't work", 'weaknesses'],
    ['The good:', 'strengths'],
    ['What I loved', 'strengths'],
    ['Final verdict', 'verdict'],
    ['Final Verdict: buy it', 'verdict'],
    ['Verdict — a small wonder', 'verdict'],
    ['The story of revenge', 'summary'],
    ['The action', 'action'],
    ['The lead performance', 'performances'],
    ['The links to John Wick', 'world'],
    ['Visuals and direction', 'visuals'],
    ['Critical reception', 'reception'],
    ['Worth it?', 'value'],
    ['SOUNDTRACK', 'sound'],
    ['Who is it for?', 'audience'],
  ])('%s is %s', (heading, role) => {
    expect(roleOfHeading(heading)).toBe(role);
  });

  test.each([
    '',
    '🎬',
    'A walk in the park',
    'The good and the bad',
    'Good old days',
    'Pros and cons',
  ])('%s has none', (heading) => {
    expect(roleOfHeading(heading)).toBeNull();
  });

  test('a synonym of the library wins', () => {
    expect(roleOfHeading('Gripes', { weaknesses: ['Gripes'] })).toBe('weaknesses');
  });
});

test('every role and every synonym names a role', () => {
  for (const role of roles) {
    expect(roleNamed(role)).toBe(role);
    for (const synonym of roleSynonyms[role]) expect(roleNamed(synonym), synonym).not.toBeNull();
  }
});
