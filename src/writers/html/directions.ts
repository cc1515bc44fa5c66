/** Letters that are written from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const block = /(?=<(?:p|li|h[1-6]|td|th|dt|dd|figcaption|summary|ul|ol|blockquote)[\s>])/;
const group = /^<(?:ul|ol|blockquote)[\s>]/;

/**
 * HTML whose blocks each find their own direction (`dir="auto"`) where letters written from right to left stand in them: a text may say nothing
 * of its language, and quote another. Code stays as it is.
 */
export function withDirections(html: string): string {
  if (!rightToLeft.test(beyondAscii(html))) return html;
  const parts = html.split(block);
  const directed = parts.map((part) => rightToLeft.test(textOf(part)));
  // A list or a quote goes as its first words do.
  for (let at = parts.length - 2; at >= 0; at--)
    if (group.test(parts[at] as string) && textOf(parts[at] as string).trim() === '')
      directed[at] = directed[at + 1] as boolean;
  return parts
    .map((part, at) => (directed[at] ? part.replace(/^<[a-z\d]+(?! dir=)/, '$& dir="auto"') : part))
    .join('');
}

/** Whether most letters of the text are of another script than Latin. */
export function isForeignScript(html: string): boolean {
  if (!/(?!\p{Script=Latin})\p{L}/u.test(beyondAscii(html))) return false;
  const text = textOf(html);
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return all > 2 * latin;
}

/** What of a text needs a look at Unicode's tables, which takes ten times as long as one at the text: of most pages a few stars and dashes. */
function beyondAscii(text: string): string {
  return text.match(/[^\0-\x7F]+/g)?.join('') ?? '';
}

function textOf(html: string): string {
  return html.replace(/<pre[\s>][\s\S]*?(?:<\/pre>|$)/g, '').replace(/<[^>]*>/g, '');
}
