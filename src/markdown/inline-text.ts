import { decodeEntities } from './entities.ts';
import { type AnyToken, known } from './tokens.ts';

/**
 * The text that inline tokens show, without marks: entities decoded, images as their alt text, hard breaks as spaces, hidden text
 * as `[spoiler]`.
 * Control characters are not made visible; that is the sink's work.
 */
export function inlineText(tokens: readonly AnyToken[]): string {
  return tokens.map(textOf).join('');
}

/** What stands for hidden text in a plain one. */
export const hiddenText = '[spoiler]';

function textOf(token: AnyToken): string {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : inlineText(known(token.tokens));
    case 'escape':
      return token.text;
    case 'codespan':
      return token.text;
    case 'br':
      return ' ';
    case 'image':
      return decodeEntities(token.text);
    case 'inlineSpoiler':
      return hiddenText;
    case 'html':
    case 'footnoteReference':
    case 'checkbox':
      return '';
    default:
      return 'tokens' in token ? inlineText(known(token.tokens)) : '';
  }
}
