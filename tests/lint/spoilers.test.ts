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

test.each<[keys: string, line: number, close: string]>([
  ['film: Heat\ntitle: "a ||b"\n', 3, '||'],
  ['film: Heat >!x\n', 2, '!<'],
  ['film: Heat\npros:\n  - quick\n  - "he [spoiler]dies"\n', 5, '[/spoiler]'],
  ['film: Heat\nitem: {venue: {name: "<spoiler>x"}}\n', 3, '</spoiler>'],
  ['film: Heat\nsummary: "||a|| and ||b"\n', 3, '||'],
])('in a field: %j', (keys, line, close) => {
  const found = check(`---\n${keys}---\n\nText.\n`, { format: 'markdown' }).filter(
    ({ code }) => code === 'spoiler-unclosed',
  );
  expect(found.map(({ range }) => range?.start.line)).toEqual([line]);
  expect(found[0]?.hint).toContain(`\`${close}\``);
});

test.each([
  'film: Heat\ntitle: "a ||b||"\n',
  'film: Heat\ntitle: a || b\n',
  'film: Heat\nsummary: ":::spoiler x"\n',
  'film: Heat\nlayout: a ||b\n',
  'film: Heat\nsummary: "%%a ||b%%"\n',
])('no field leaves one open: %j', (keys) => {
  for (const text of [`---\n${keys}---\n\nText.\n`, keys]) {
    const codes = check(text).map(({ code }) => code);
    expect(codes).not.toContain('spoiler-unclosed');
  }
});

test('the bodies of YAML are read as text, once', () => {
  const text = 'film: Heat\nsections:\n  - heading: A\n    body: "he ||dies"\n';
  const found = check(text, { format: 'yaml' }).filter(({ code }) => code === 'spoiler-unclosed');
  expect(found).toHaveLength(1);
});
