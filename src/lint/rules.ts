import { authors } from './authors.ts';
import { controlCharacters } from './control-characters.ts';
import { keyTypos } from './key-typos.ts';
import { links } from './links.ts';
import { looseEnds } from './loose-ends.ts';
import { missing } from './missing.ts';
import { ratings, ratingWords } from './ratings.ts';
import { sections } from './sections.ts';
import { selfReview } from './self-review.ts';
import { spoilers } from './spoilers.ts';
import type { Rule } from './subject.ts';
import { tags } from './tags.ts';

/** Every rule; a line each. Severities and hints stand in model/diagnostic.ts. */
export const rules: readonly Rule[] = [
  missing,
  keyTypos,
  ratings,
  ratingWords,
  authors,
  tags,
  selfReview,
  sections,
  links,
  looseEnds,
  spoilers,
  controlCharacters,
];
