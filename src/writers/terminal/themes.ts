import type { Tone } from '../layout/style.ts';

/** How one tone looks: names of chalk's styles, or a colour as `#rrggbb`. */
export type Look = readonly string[];

/** A look for every tone, and for what inline marks add. */
export interface Theme {
  readonly tones: Readonly<Record<Tone, Look>>;
  readonly strong: Look;
  readonly em: Look;
  readonly del: Look;
  readonly code: Look;
  readonly link: Look;
}

const shape = { strong: ['bold'], em: ['italic'], del: ['strikethrough'] } as const;

/** Of the terminal's own sixteen colours those that are readable on black and on white alike. */
const auto: Theme = {
  ...shape,
  code: ['cyan'],
  link: ['underline'],
  tones: {
    title: ['bold'],
    heading1: ['bold', 'magenta', 'underline'],
    heading2: ['bold', 'magenta'],
    heading3: ['bold'],
    label: [],
    muted: ['dim'],
    stars: ['yellow'],
    emptyStars: ['dim'],
    pro: ['green'],
    con: ['red'],
    marker: ['magenta'],
    bar: ['dim'],
    rule: ['dim'],
    quote: ['italic'],
    code: ['cyan'],
    spoiler: ['inverse'],
    alert: ['yellow'],
  },
};

const dark: Theme = {
  ...shape,
  code: ['#7fd1c7'],
  link: ['#8ab8ff', 'underline'],
  tones: {
    title: ['bold', '#ffffff'],
    heading1: ['bold', 'underline', '#f0b866'],
    heading2: ['bold', '#f0b866'],
    heading3: ['bold', '#d9c39a'],
    label: ['#c8c8c8'],
    muted: ['#a0a0a0'],
    stars: ['#f5c84c'],
    emptyStars: ['#8f8f8f'],
    pro: ['#86d993'],
    con: ['#ff9a8f'],
    marker: ['#f0b866'],
    bar: ['#8f8f8f'],
    rule: ['#8f8f8f'],
    quote: ['italic'],
    code: ['#7fd1c7'],
    spoiler: ['inverse'],
    alert: ['#f0b866'],
  },
};

const light: Theme = {
  ...shape,
  code: ['#0b6660'],
  link: ['#0a4fa8', 'underline'],
  tones: {
    title: ['bold', '#000000'],
    heading1: ['bold', 'underline', '#8a3b00'],
    heading2: ['bold', '#8a3b00'],
    heading3: ['bold', '#5f4a2e'],
    label: ['#333333'],
    muted: ['#5c5c5c'],
    stars: ['#8a5a00'],
    emptyStars: ['#6e6e6e'],
    pro: ['#1a6b2f'],
    con: ['#a3241b'],
    marker: ['#8a3b00'],
    bar: ['#6e6e6e'],
    rule: ['#6e6e6e'],
    quote: ['italic'],
    code: ['#0b6660'],
    spoiler: ['inverse'],
    alert: ['#8a3b00'],
  },
};

const mono: Theme = {
  ...shape,
  code: [],
  link: ['underline'],
  tones: {
    ...auto.tones,
    heading1: ['bold', 'underline'],
    heading2: ['bold'],
    stars: [],
    pro: [],
    con: [],
    marker: [],
    code: [],
    alert: ['bold'],
  },
};

/** The themes by name. */
export const themes: Readonly<Record<string, Theme>> = { auto, dark, light, mono };
