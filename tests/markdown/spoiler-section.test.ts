import { expect, test } from 'vitest';
import { saysSpoilers } from '../../src/markdown/spoiler-section.ts';

test.each([
  'Spoilers',
  'spoiler',
  '⚠️ Spoilers',
  'SPOILERS!',
  'Spoilers ahead',
  'The end (spoilers)',
  'Ending [Spoiler]',
  'Spoiler section',
  'Spoilers2',
  'Spoilers 2',
  'Full spoilers below',
  'Plot (contains spoilers)',
  'Thoughts with spoilers',
  'Spoiler: the end',
  'Spoiler alert',
  'Spoilery thoughts',
  'Spoiler-heavy thoughts',
  'Minor spoilers',
  'Moving on to the spoilers',
  'Beware of spoilers',
  'Achtung, Spoiler!',
  'Spoilerwarnung',
  'ネタバレ感想',
  '剧透',
  'Спойлеры',
])('a spoilers section: %s', (title) => {
  expect(saysSpoilers(title)).toBe(true);
});

test.each([
  'Spoiler-free',
  'Spoiler free review',
  'Review (spoiler‑free)',
  'Spoiler-safe notes',
  'No spoilers',
  'No major spoilers',
  'Verdict (no spoilers)',
  'About spoilers in reviews',
  'On spoilers',
  'Without spoilers',
  'Non-spoiler thoughts',
  'Spoilerless',
  'Spoilerfrei',
  'Ohne Spoiler',
  'Keine Spoiler',
  'Sans spoilers',
  'ネタバレなし',
  '无剧透',
  'Без спойлеров',
  'My spoiler policy',
  'Spoilsport',
  'The end',
  '',
])('no spoilers section: %s', (title) => {
  expect(saysSpoilers(title)).toBe(false);
});

test('takes linear time', () => {
  expect(saysSpoilers(`no ${'a '.repeat(100_000)}spoilers`)).toBe(false);
});
