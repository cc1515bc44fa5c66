import { languages } from './all.ts';
import type { Language } from './language.ts';

/** Every language's words. The build puts them into a chunk of its own, loaded at the first call. */
export function loadLanguages(): readonly Language[] {
  return languages;
}
