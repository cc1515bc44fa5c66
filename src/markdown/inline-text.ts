import { decodeEntities } from './entities.ts';
import { hiddenText } from './hidden-text.ts';
import { shownTokens } from './redact/redact-tokens.ts';
import { type AnyToken, known } from './tokens.ts';

/**
 * The text that inline tokens show, without marks: entities decoded, images as their alt text, hard breaks as spaces, `[spoiler]` where
 * hidden text was taken out.
 * Control characters are not made visible; that is the sink's work.
 */
export function inlineText(tokens: readonly AnyToken[]): string {
  return tokens.map(textOf).join('');
}

/** The text of a heading as a title that may stand anywhere: hidden text is taken out of it. */
export function titleOfTokens(tokens: readonly AnyToken[]): string {
  return inlineText(shownTokens(tokens));
}

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
    case 'hiddenInline':
      return hiddenText;
    case 'html':
    case 'footnoteReference':
    case 'checkbox':
      return '';
    default:
      return 'tokens' in token ? inlineText(known(token.tokens)) : '';
  }
}
