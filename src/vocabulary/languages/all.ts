import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { Language } from './language.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** Every language but English, whose tables come first. A line each. */
export const languages: readonly Language[] = [
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  russian,
  japanese,
  chinese,
  korean,
];
