/**
 * Plain text as Markdown that says the same: what would be a mark is escaped (CommonMark, backslash escapes; the marks of `markdown/extensions.ts`). Addresses
 * become autolinks, in which nothing needs escaping. What is a mark only at the start of a line is `escapeLineStart`'s.
 */
export function escapeText(text: string): string {
  let escaped = '';
  let at = 0;
  for (const { index, 0: found } of text.matchAll(/(?:https?|ftp):\/\/[^\s<>"\\`]+/gi)) {
    const url = withoutTail(found);
    escaped += `${escapeProse(text.slice(at, index))}<${url}>`;
    at = index + url.length;
  }
  return escaped + escapeProse(text.slice(at));
}

/** An address without the punctuation of the sentence around it. */
function withoutTail(url: string): string {
  const short = url.replace(/[.,;:!?'*_~|]+$/, '');
  return short.endsWith(')') && !short.includes('(') ? withoutTail(short.slice(0, -1)) : short;
}

function escapeProse(text: string): string {
  return (
    text
      .replace(/[\\`*[~|]|<(?=[a-z/!?])|>(?=!)/gi, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w{1,40};)/g, '\\&')
      // Marks of two characters: `==`, `::`, `%%`, `{{`, `{%`; a block's name in a vault: `^name`.
      .replace(/=(?==)|:(?=:)|%(?=%)|\{(?=[{%])|\^/g, '\\$&')
      .replace(/\b(www)\.(?=\S)/gi, '$1\\.')
      .replace(/(\bfrom\s{1,9})(["'])/g, '$1\\$2')
  );
}

/** A line of escaped text that starts no block of its own: no heading, list, rule, or underline of a heading. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?=(?:-[ \t]*){2,}$|=+[ \t]*$)/, '\\');
}

/** The first line of a text, so that it is read as prose: `Year: 1999 · Director: Ann` would be fields. */
export function escapeFields(line: string): string {
  return /[|·]/.test(line) ? line.replace(/:(?=\s)/g, '\\:') : line;
}
