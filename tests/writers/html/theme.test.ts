import { expect, test } from 'vitest';
import { emptyReview } from '../../../src/model/review.ts';
import { writeHtml } from '../../../src/writers/html/html.ts';

const css = /<style>([\s\S]*?)<\/style>/.exec(writeHtml(emptyReview))?.[1] ?? '';

/** The colours of each scheme; those that a scheme does not set are the first one's. */
function schemes(): Record<string, Map<string, string>> {
  const blocks =
    css.match(/:root\{color-scheme[\s\S]*?\}|prefers-color-scheme:dark\)\{:root\{[\s\S]*?\}/g) ??
    [];
  const [light, dark, print] = blocks.map(
    (block) =>
      new Map(
        Array.from(block.matchAll(/--(\w+):(#\w+)/g), ([, name = '', colour = '']) => [
          name,
          colour,
        ]),
      ),
  );
  return { light, dark, print } as Record<string, Map<string, string>>;
}

/** Relative luminance, 0..1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const inks = [
  'ink',
  'soft',
  'accent',
  'star',
  'pro',
  'con',
  'keyword',
  'name',
  'type',
  'attribute',
];

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#fff')).toBeCloseTo(4.478, 3);
});

test.each(['light', 'dark', 'print'])('every colour of text is readable: %s', (name) => {
  const colours = schemes()[name] as Map<string, string>;
  expect([...colours.keys()].sort()).toEqual(
    [...inks, 'paper', 'wash', 'line', 'edge', 'mark'].sort(),
  );
  const of = (colour: string) => colours.get(colour) ?? '';
  for (const ground of ['paper', 'wash'])
    for (const ink of inks)
      expect([ink, ground, contrast(of(ink), of(ground)) >= 4.5]).toEqual([ink, ground, true]);
  expect(contrast(of('ink'), of('mark'))).toBeGreaterThan(4.5);
  expect(contrast(of('edge'), of('paper'))).toBeGreaterThan(3);
});

test('every colour that is used is one of the theme', () => {
  const set = new Set(css.match(/--[\w]+(?=:)/g));
  const used = new Set(Array.from(css.matchAll(/var\((--\w+)/g), ([, name = '']) => name));
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});
