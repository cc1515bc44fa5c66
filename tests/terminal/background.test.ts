import { expect, test } from 'vitest';
import { backgroundIn } from '../../src/terminal/background.ts';

const answer = (color: string, end = '\u001B\\') => `\u001B]11;${color}${end}`;

test.each([
  ['black', answer('rgb:0000/0000/0000'), 'dark'],
  ['a dark grey', answer('rgb:1e1e/1e1e/1e1e', '\u0007'), 'dark'],
  ['white', answer('rgb:ffff/ffff/ffff'), 'light'],
  ['one digit a colour', answer('rgb:f/f/f'), 'light'],
  ['with its opacity', answer('rgba:fdfd/f6f6/e3e3/ffff'), 'light'],
  ['blue, which is dark to the eye', answer('rgb:0000/0000/ffff'), 'dark'],
  [
    'an answer behind keys that were typed',
    `q${answer('rgb:ffff/ffff/ffff')}\u001B[?64;1c`,
    'light',
  ],
  ['none, and the end', '\u001B[?64;1;2c', null],
  ['a part of an answer', '\u001B]11;rgb:ffff/ff', undefined],
  ['nothing yet', '', undefined],
])('%s', (_, text, background) => {
  expect(backgroundIn(text)).toBe(background);
});
