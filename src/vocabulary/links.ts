/** A Markdown link that is the whole of a value. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

const link = String.raw`!?\[((?:[^[\]\\]|\\.){1,500})\]\(\s{0,9}<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s{1,9}(?:"[^"]*"|'[^']*'))?\s{0,9}\)`;
let patterns: { readonly whole: RegExp; readonly several: RegExp } | undefined;

/** Built when a value may hold a link: few do, and every start would pay. */
function linkPatterns(): NonNullable<typeof patterns> {
  patterns ??= {
    whole: new RegExp(`^${link}[.,;]?$`, 's'),
    several: new RegExp(`^${link}(?:\\s{0,9}(?:,|;|&|\\band\\b)\\s{0,9}${link})+$`, 's'),
  };
  return patterns;
}

/** `[Name](url)` as its parts; null when the text is anything else, or has no name or no URL. */
export function linkIn(text: string): Link | null {
  if (!text.includes('](')) return null;
  const match = linkPatterns().whole.exec(text);
  const name = match?.[1]
    ?.replace(/\\(?=[[\]\\])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const url = match?.[2];
  return name === undefined || url === undefined || name === '' || url === ''
    ? null
    : { text: name, url };
}

/** `[A](x), [B](y)` and `[A](x) and [B](y)` as their links; null when the text holds anything else. */
export function linksIn(text: string): Link[] | null {
  if (!text.includes('](') || !linkPatterns().several.test(text)) return null;
  const found = Array.from(text.matchAll(new RegExp(link, 'gs')), ([each]) => linkIn(each));
  return found.every((each) => each !== null) ? found : null;
}

/** What a value that should be a URL or a path leads to: `<url>`, `[text](url)`, `![alt](path)` and `![[path]]` without their marks. */
export function targetOf(text: string): string {
  const marked = linkIn(text) ?? linkIn(text.replace(/^!\[\]/, '![image]'));
  if (marked !== null) return marked.url;
  return text
    .replace(/^<([a-z][a-z\d+.-]*:[^\s<>]+)>$/i, '$1')
    .replace(/^!?\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/, '$1');
}
