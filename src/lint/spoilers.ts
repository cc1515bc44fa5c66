import { spoilerMarks } from '../markdown/spoiler-marks.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { placedTokens } from './placed-tokens.ts';
import type { Rule } from './subject.ts';

/** What opens a spoiler within a line. A mark between two spaces is none: `a || b`. */
const opening = /\[spoiler\]|<spoiler>|(?<![|\w])\|\|(?=[^\s|])|(?<![\w>])>!(?=\S)/gi;

/** A spoiler within a line that is opened and never closed, so that everybody reads it: spoiler-unclosed, at its mark. */
export const spoilers: Rule = (subject) => {
  const found: Diagnostic[] = [];
  for (const { token, start, isExact } of placedTokens(subject)) {
    const isPlain = (token.type === 'text' && token.tokens === undefined) || token.type === 'html';
    if (!isPlain || !isExact) continue;
    // A place is that of the first character that is no space.
    const lead = token.raw.length - token.raw.trimStart().length;
    for (const match of token.raw.matchAll(opening)) {
      const mark = match[0].toLowerCase();
      const at = subject.source.indexOf(match[0], start + match.index - lead);
      const range = subject.locator.range(at, at + mark.length);
      found.push(
        diagnose(
          'spoiler-unclosed',
          'A spoiler is opened here and never closed; everybody reads it.',
          {
            range,
            hint: `Close it with \`${spoilerMarks[mark] ?? mark}\` in the same paragraph.`,
          },
        ),
      );
    }
  }
  return found;
};
