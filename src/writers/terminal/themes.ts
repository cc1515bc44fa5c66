import { type ThemeName, themeNames } from '../../model/settings.ts';
import type { Paints, Theme } from '../layout/theme.ts';

/** The colours of a theme, by what they are for. */
export interface Palette {
  readonly title: string;
  readonly heading: string;
  readonly subheading: string;
  readonly accent: string;
  readonly quiet: string;
  readonly gold: string;
  readonly good: string;
  readonly bad: string;
  readonly code: string;
  readonly link: string;
  readonly spoiler: string;
}

/** Of the terminal's own sixteen colours those that are readable on black and on white alike; `dim` text keeps its own colour. */
const ownColors: Palette = {
  title: 'bold',
  heading: 'magenta',
  subheading: 'blue',
  accent: 'cyan',
  quiet: 'dim',
  gold: 'yellow',
  good: 'green',
  bad: 'red',
  code: 'cyan',
  link: 'blue',
  spoiler: 'magenta',
};

/** On #1e1e1e and darker, at least 4.5:1. */
const onDark: Palette = {
  title: '#ffffff',
  heading: '#f0b866',
  subheading: '#d9c39a',
  accent: '#f0b866',
  quiet: '#a0a0a0',
  gold: '#f5c84c',
  good: '#86d993',
  bad: '#ff9a8f',
  code: '#7fd1c7',
  link: '#8ab8ff',
  spoiler: '#c9a3ff',
};

/** On #fafafa and lighter, at least 4.5:1. */
const onLight: Palette = {
  title: '#000000',
  heading: '#8a3b00',
  subheading: '#5f4a2e',
  accent: '#8a3b00',
  quiet: '#5c5c5c',
  gold: '#805300',
  good: '#1a6b2f',
  bad: '#a3241b',
  code: '#0b6660',
  link: '#0a4fa8',
  spoiler: '#6b2fa0',
};

/** The theme that these colours make. */
export function themeOf(colors: Palette): Theme {
  const { heading, subheading, accent, quiet, gold, good, bad, code, link, spoiler } = colors;
  return {
    strong: ['bold'],
    em: ['italic'],
    del: ['strikethrough'],
    code: [code],
    link: [link, 'underline'],
    tones: {
      title: ['bold', colors.title],
      heading1: ['bold', heading],
      heading2: ['bold', heading],
      heading3: ['bold', subheading],
      heading4: ['bold', subheading],
      heading5: ['bold'],
      heading6: ['bold', quiet],
      label: [],
      muted: [quiet],
      stars: [gold],
      emptyStars: [quiet],
      pro: [good],
      con: [bad],
      marker: [accent],
      bar: [quiet],
      rule: [quiet],
      address: [quiet],
      codeBlock: [],
      spoiler: [spoiler],
      note: [link],
      tip: [good],
      important: [spoiler],
      warning: [gold],
      caution: [bad],
    },
    syntax: {
      keyword: [spoiler],
      string: [good],
      number: [gold],
      comment: [quiet],
      name: ['bold'],
      type: [code],
      attribute: [link],
      inserted: [good],
      deleted: [bad],
    },
  };
}

/** Weight and slant alone, for screens and eyes that make nothing of colours. */
function withoutColors(theme: Theme): Theme {
  const shapes = ['bold', 'dim', 'italic', 'underline', 'strikethrough'];
  const bare = <Looks extends object>(looks: Looks): Looks => {
    const entries = Object.entries(looks) as [string, Paints][];
    return Object.fromEntries(
      entries.map(([name, look]) => [name, look.filter((part) => shapes.includes(part))]),
    ) as Looks;
  };
  const { tones, syntax, ...marks } = theme;
  return { ...bare(marks), tones: bare(tones), syntax: bare(syntax) };
}

/** The palettes by name. */
export const palettes = {
  auto: ownColors,
  dark: onDark,
  light: onLight,
} as const satisfies Record<Exclude<ThemeName, 'mono'>, Palette>;

export type PaletteName = keyof typeof palettes;

export function isThemeName(name: string): name is ThemeName {
  return (themeNames as readonly string[]).includes(name);
}

/** The theme of that name; `auto` for one there is not. */
export function themeNamed(name: string | undefined): Theme {
  if (name === 'mono') return withoutColors(themeOf(ownColors));
  return themeOf(
    name !== undefined && Object.hasOwn(palettes, name) ? palettes[name as PaletteName] : ownColors,
  );
}
