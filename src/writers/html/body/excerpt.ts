import { contentOf } from '../../../markdown/content.ts';
import type { Shown } from '../../../markdown/redact/redact.ts';
import { plainBody } from './plain.ts';

const longestExcerpt = 200;

/** The first paragraph of the first section that may be shown, cut at a word; nothing of a review that gives the plot away. */
export function excerptOf(review: Shown): string {
  if (review.spoilers === true) return '';
  const content = contentOf(review);
  let text = '';
  for (const section of review.sections) {
    text = plainBody([{ ...section, sections: [], level: 0 }], content).split(
      '\n\n',
      1,
    )[0] as string;
    if (text !== '') break;
  }
  if (text.length <= longestExcerpt) return text;
  return `${text.slice(0, longestExcerpt).replace(/\s+\S*$/, '')} …`;
}
