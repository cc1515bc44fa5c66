import { Marked, type RendererObject } from 'marked';
import { decodeEntities } from '../../src/markdown/entities.ts';
import { visible } from '../../src/text/visible.ts';

/** What a browser would make something of; other tags within a line are text, `Vec<T>` say. */
const elements = /^<(?:!--|\/?(?:a|b|br|del|em|i|img|kbd|span|strong|sub|sup|u)(?=[\s/>]))/i;

/** marked's own HTML, with what a page says besides: the numbers of lists, and where links lead that cannot be clicked. */
const renderer: RendererObject = {
  list({ items, ordered, start }) {
    return items
      .map((item, index) => {
        const text = this.parser.parse(item.tokens);
        return ordered ? `${Number(start) + index}. ${text}` : text;
      })
      .join('\n');
  },
  link({ tokens, href }) {
    return withAddress(this.parser.parseInline(tokens), href);
  },
  image({ text, tokens, href }) {
    const alt =
      tokens === undefined ? text : this.parser.parseInline(tokens, this.parser.textRenderer);
    return withAddress(alt.trim() === '' ? 'image' : alt, href);
  },
  html({ text, block }) {
    return block === true || elements.test(text) ? text : text.replaceAll('<', '&lt;');
  },
};

function withAddress(text: string, href: string): string {
  const address = decodeEntities(href);
  if (text.trim() === '') return href.replaceAll('<', '&lt;');
  const isSaid = /^(?:https?|mailto):/i.test(address) || address === '' || text === address;
  return isSaid ? text : `${text} ${href.replaceAll('<', '&lt;')}`;
}

const html = new Marked({ gfm: true, renderer });

/** The text that an HTML page of CommonMark and GFM would show, entities decoded; of the review's own syntax it knows nothing. */
export function referenceText(markdown: string): string {
  const page = html.parse(markdown, { async: false });
  const text = page
    .replace(/<!--[\s\S]*?-->/g, '')
    // The inside of these is no text.
    .replace(/<(script|style|template)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^>]*>/g, ' ');
  return visible(decodeEntities(text));
}

/** The letters and digits of a text, in order: what is left when lines are set anew. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
