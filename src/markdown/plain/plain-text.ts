import { decodeEntities } from '../entities.ts';
import { hiddenText } from '../hidden-text.ts';
import { betweenWords, htmlTag, isComment, withoutSilent } from '../html-tags.ts';
import { type AnyToken, known } from '../tokens.ts';

/**
 * What blocks or inlines say, without marks: a line for each paragraph, item, cell and line of code, entities decoded, images as their alternative
 * text, `[spoiler]` where hidden text was taken out. No addresses, and nothing that is not the author's. For whoever looks for words; control characters are not
 * made visible.
 */
export function plainText(tokens: readonly AnyToken[]): string {
  return withoutSilent(tokens).map(textOf).join('');
}

function textOf(token: AnyToken): string {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
    case 'checkbox':
      return '';
    case 'text':
      return token.tokens === undefined
        ? decodeEntities(token.text)
        : plainText(known(token.tokens));
    case 'escape':
    case 'codespan':
      return token.text;
    case 'code':
      return `${token.text}\n`;
    case 'image':
      return decodeEntities(token.text);
    case 'br':
      return '\n';
    case 'html':
      return htmlText(token.text);
    case 'hiddenInline':
    case 'hiddenBlock':
      return hiddenAs(token.title);
    case 'footnoteReference':
      return ' ';
    case 'list':
      return token.items.map((item) => `${itemText(known(item.tokens))}\n`).join('');
    case 'table':
      return [token.header, ...token.rows]
        .map((cells) => `${cells.map((cell) => plainText(known(cell.tokens))).join(' ')}\n`)
        .join('');
    case 'link':
    case 'em':
    case 'strong':
    case 'del':
    case 'inlineSpoiler':
      return plainText(known(token.tokens));
    case 'spoiler':
      return `${decodeEntities(token.title)}\n${plainText(known(token.tokens))}\n`;
    default:
      return 'tokens' in token ? `${plainText(known(token.tokens))}\n` : '';
  }
}

/** The blocks of an item, each in lines of its own: a list below a text begins a line. */
function itemText(tokens: readonly AnyToken[]): string {
  const texts = withoutSilent(tokens).map((token) => textOf(token).replace(/\n+$/, ''));
  return texts.filter((text) => text !== '').join('\n');
}

function hiddenAs(title: string): string {
  return title === '' ? hiddenText : `[spoiler: ${decodeEntities(title)}]`;
}

/** What raw HTML says: its words without tags and comments, images as their alternative text; what is no tag of HTML's is text. */
function htmlText(html: string): string {
  if (isComment(html)) return '';
  const bare = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi, '');
  const end = bare.lastIndexOf('>') + 1;
  const text = bare.slice(0, end).replace(/<(?:\/?[A-Za-z]|[!?])[^>]*>/g, (raw) => {
    const tag = htmlTag(raw);
    if (tag === null) return ` ${raw.replace(/[<>]/g, ' ')} `;
    if (tag.name === 'img') return tag.attribute('alt');
    return betweenWords(tag.name) && ' ';
  });
  return decodeEntities(text + bare.slice(end));
}
