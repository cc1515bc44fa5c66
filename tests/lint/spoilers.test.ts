import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';

const openings = [
  'x ||',
  'x >!',
  'x [spoiler]',
  'x [spoiler=t]',
  'x <spoiler>',
  'x {{< spoiler >}}',
  'x {{% spoiler "t" %}}',
  'x {% spoiler %}',
  '[spoiler]\n',
  '<spoiler>\n',
  '<details>\n\n',
  '{{< spoiler >}}\n',
  '{{% spoiler %}}\n',
  '{%- spoiler -%}\n',
  ':::spoiler\n',
  '::::spoiler\n:::note\nx\n:::\n',
  '> ::: spoiler\n> ',
  '- a\n\n  [spoilers]\n  ',
];

test.each(openings)('%j wants a close, and the hint closes it', (open) => {
  const saidOf = (text: string) =>
    check(`## A\n\n${text}\n`, { format: 'markdown' }).filter(
      ({ code }) => code === 'spoiler-unclosed',
    );
  const [found, ...more] = saidOf(`${open}he dies.`);
  expect(more).toEqual([]);
  const close = /`([^`]+)`/.exec(found?.hint ?? '')?.[1] ?? '';
  const start = open.startsWith('x')
    ? ''
    : `\n${/(?:> |- a\n\n {2})?/.exec(open)?.[0].replace('- a\n\n', '')}`;
  expect(saidOf(`${open}he dies.${start}${close}`)).toEqual([]);
});
