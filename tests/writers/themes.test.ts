import { describe, expect, test } from 'vitest';
import { themeNames } from '../../src/model/settings.ts';
import { writeTerminal } from '../../src/writers/terminal/terminal.ts';
import { readTheme } from '../../src/writers/terminal/theme-file.ts';
import { isThemeName, themeNamed } from '../../src/writers/terminal/themes.ts';
import { bare, blockNames, blockText, reviewOf } from './pages.ts';

/** Relative luminance, and the contrast of two colours (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Every colour that a theme paints text with. */
function colorsOf(name: string): string[] {
  const { tones, syntax, ...marks } = themeNamed(name);
  const looks = [...Object.values(tones), ...Object.values(syntax), ...Object.values(marks)];
  return [...new Set(looks.flat().filter((part) => part.startsWith('#')))];
}

describe('text can be read', () => {
  test.each([
    ['dark', ['#000000', '#1e1e1e']],
    ['light', ['#ffffff', '#fafafa']],
  ])('in the theme %s, at least 4.5:1 on %j', (name, backgrounds) => {
    const colors = colorsOf(name);
    expect(colors.length).toBeGreaterThan(8);
    const weak = backgrounds.flatMap((background) =>
      colors.filter((color) => contrast(color, background) < 4.5),
    );
    expect(weak).toEqual([]);
  });

  test('in the theme auto, with the terminal’s own colours, none of which is black or white', () => {
    const { tones, syntax, ...marks } = themeNamed('auto');
    const parts = [...Object.values(tones), ...Object.values(syntax), ...Object.values(marks)];
    expect(parts.flat().filter((part) => /^#|black|white|gray|^bg/i.test(part))).toEqual([]);
  });

  test('in the theme mono without any colour', () => {
    for (const name of blockNames) {
      const page = writeTerminal(reviewOf(blockText(name)), { theme: 'mono', color: 3 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is counted
      const codes = [...page.matchAll(/\u001B\[(\d+)m/g)].map(([, code]) => Number(code));
      expect(codes.filter((code) => code >= 30)).toEqual([]);
    }
  });
});

test('a theme changes how a page looks and not what it says', () => {
  const [first, ...others] = themeNames.map((theme) =>
    blockNames.map((name) => bare(writeTerminal(reviewOf(blockText(name)), { theme, color: 3 }))),
  );
  for (const other of others) expect(other).toEqual(first);
  expect(themeNames.every(isThemeName)).toBe(true);
  expect(isThemeName('constructor')).toBe(false);
  expect(themeNamed('no such theme')).toEqual(themeNamed('auto'));
  expect(themeNamed('constructor')).toEqual(themeNamed('auto'));
});

describe('a theme of one’s own', () => {
  const read = (source: string) => {
    const { theme, diagnostics } = readTheme(source, 'mine.yaml');
    const said = diagnostics.map(({ file, range, code, message }) =>
      [file, range?.start.line, range?.start.column, code, message].join(':'),
    );
    return { theme, said };
  };

  test('starts from another, and changes colours or single looks', () => {
    const { theme, said } = read(
      'base: dark\ncolors:\n  heading: "#ff8800"\n  link: #0af\nstyles:\n  strong: bold underline\n  heading1: [italic, cyanBright]\n  keyword: ""\n',
    );
    expect(said).toEqual([]);
    expect(theme.tones.heading2).toEqual(['bold', '#ff8800']);
    expect(theme.link).toEqual(['#00aaff', 'underline']);
    expect(theme.strong).toEqual(['bold', 'underline']);
    expect(theme.tones.heading1).toEqual(['italic', 'cyanBright']);
    expect(theme.syntax.keyword).toEqual([]);
    expect(theme.tones.stars).toEqual(themeNamed('dark').tones.stars);
  });

  test.each([
    ['', []],
    ['base:\n', []],
    ['base: mono\n', []],
    ['- a\n', ['1:1:theme-invalid:A theme is no mapping of `name: value` lines.']],
    ['base: night\n', ['1:7:theme-invalid:`base` wants one of auto, dark, light, mono.']],
    [
      'colours:\n',
      ['1:1:theme-invalid:`colours` is not known here; there are base, colors, styles.'],
    ],
    ['colors: red\n', ['1:9:theme-invalid:This is no mapping of `name: value` lines.']],
    [
      'base: dark\ncolors:\n  title: mauve\n',
      [
        '3:10:theme-invalid:`mauve` is neither a colour such as `#ff8800` or `cyanBright` nor a style such as `bold`.',
      ],
    ],
    [
      'styles:\n  strong:\n    a: b\n',
      [
        '3:5:theme-invalid:`a: b` is neither a colour such as `#ff8800` or `cyanBright` nor a style such as `bold`.',
      ],
    ],
    [
      'styles:\n  constructor: bold\n  toString: bold\n',
      [
        expect.stringMatching(/^mine.yaml:2:3:theme-invalid:`constructor` is not known here/),
        expect.stringMatching(/^mine.yaml:3:3:theme-invalid:`toString` is not known here/),
      ],
    ],
    ['styles:\n  em: constructor\n', [expect.stringContaining('2:7:theme-invalid:`constructor`')]],
    [
      'colors:\n  link: bold red\n',
      ['2:9:theme-invalid:One colour is wanted here, not `bold red`.'],
    ],
    ['colors: [\n', [expect.stringContaining('mine.yaml:2:1:yaml-syntax'), expect.anything()]],
  ])('%j: what is wrong is said, and left out', (source, wanted) => {
    const { theme, said } = read(source);
    expect(said).toEqual(wanted.map((one) => (typeof one === 'string' ? `mine.yaml:${one}` : one)));
    expect(theme.strong).toEqual(['bold']);
    // Whatever the file says, a page can be painted with it.
    expect(writeTerminal(reviewOf('# a\n\n**b**\n'), { theme, color: 3 })).toContain('b');
  });
});
