/** One tag of raw HTML whose element is known. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** What the tag does: it is kept as what it means, or gone with its words kept, or its inside is no text. */
  readonly kind: 'kept' | 'dropped' | 'silent';
  /** The value of an attribute as it stands, entities and all; empty when there is none. */
  readonly attribute: (name: string) => string;
}

/** Harmless elements, which mean on a page what they mean in HTML. */
const kept: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'br', 'cite', 'code', 'del', 'details', 'em', 'i', 'img', 'ins', 'kbd'],
  ...['mark', 'q', 's', 'strong', 'sub', 'summary', 'sup', 'u'],
]);

/** Elements whose inside is no text. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** Elements that say where words stand, or how they look; the words alone are kept. What no browser knows may well be `Vec<T>`. */
const dropped: ReadonlySet<string> = new Set([
  ...['acronym', 'address', 'article', 'aside', 'audio', 'bdi', 'bdo', 'big', 'blockquote', 'body'],
  ...['button', 'canvas', 'caption', 'center', 'col', 'colgroup', 'data', 'dd', 'dfn', 'div', 'dl'],
  ...['dt', 'embed', 'fieldset', 'figcaption', 'figure', 'font', 'footer', 'form', 'h1', 'h2'],
  ...['h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'iframe', 'input', 'label', 'legend'],
  ...[
    'li',
    'link',
    'main',
    'map',
    'menu',
    'meta',
    'nav',
    'nobr',
    'noscript',
    'object',
    'ol',
    'option',
    'p',
  ],
  ...['param', 'picture', 'pre', 'rb', 'rp', 'rt', 'ruby', 'samp', 'section', 'select', 'small'],
  ...[
    'source',
    'span',
    'strike',
    'svg',
    'table',
    'tbody',
    'td',
    'textarea',
    'tfoot',
    'th',
    'thead',
  ],
  ...['time', 'title', 'tr', 'track', 'tt', 'ul', 'var', 'video', 'wbr'],
]);

/** Elements that stand within a line: words on both sides of their tags stay together. */
const within: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u ' +
    'var wbr'
  ).split(' '),
);

/** Elements that start a line of their own. */
const ownLine: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center dd details dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ' +
    'menu nav ol p pre section summary table tbody tfoot thead tr ul br div'
  ).split(' '),
);

/** What stands between the words on both sides of an element's tags, as far as they are text: nothing, a blank, as between cells, or a line end. */
export function betweenWords(name: string): '' | ' ' | '\n' {
  if (within.has(name)) return '';
  return ownLine.has(name) ? '\n' : ' ';
}

const pattern = /^<(\/?)([A-Za-z][A-Za-z\d]*)((?:[\s/][\s\S]*)?)>$/;

/** The tag that a piece of raw HTML is; null for a comment, for an element that no browser knows, and for all else. */
export function htmlTag(html: string): HtmlTag | null {
  const [, slash, found = '', attributes = ''] = pattern.exec(html.trim()) ?? [];
  const name = found.toLowerCase();
  const kind = kept.has(name)
    ? 'kept'
    : silent.has(name)
      ? 'silent'
      : dropped.has(name)
        ? 'dropped'
        : null;
  if (kind === null) return null;
  return {
    name,
    isEnd: slash === '/',
    kind,
    attribute: (wanted) => attributeIn(attributes, wanted),
  };
}

function attributeIn(attributes: string, name: string): string {
  const found = new RegExp(
    `\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\\x60]+))`,
    'i',
  ).exec(attributes);
  return found?.slice(1).find((value) => value !== undefined) ?? '';
}

/** A raw comment: nothing of it is shown. */
export function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->$/.test(html.trim());
}

/** Inline or raw tokens without those that stand inside of an element whose inside is no text, its tags included. */
export function withoutSilent<Token extends { readonly type: string; readonly raw: string }>(
  tokens: readonly Token[],
): readonly Token[] {
  if (!tokens.some(({ type, raw }) => type === 'html' && htmlTag(raw)?.kind === 'silent'))
    return tokens;
  const shown: Token[] = [];
  let inside: string | null = null;
  for (const token of tokens) {
    const tag = token.type === 'html' ? htmlTag(token.raw) : null;
    if (inside !== null) {
      if (tag?.isEnd === true && tag.name === inside) inside = null;
    } else if (tag?.kind === 'silent') inside = tag.isEnd ? null : tag.name;
    else shown.push(token);
  }
  return shown;
}
