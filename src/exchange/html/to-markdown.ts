import { asSpoilerBlock } from '../../markdown/spoiler-blocks.ts';
import { isSafeUrl } from '../../markdown/url.ts';
import { escapeFields, escapeLineStart, escapeText } from './escape.ts';
import { type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts';
import { type Inline, inlineMarkdown } from './inline.ts';
import { knownTag, paragraphTags, silentTags } from './tags.ts';

/** A stretch of a text: a paragraph, or blocks within a mark. */
type Block =
  | { readonly kind: 'paragraph'; readonly inlines: Inline[] }
  | { readonly kind: 'quote' | 'spoiler' | 'item'; readonly blocks: Block[] }
  | { readonly kind: 'rule' };

const marks: Readonly<Record<string, 'strong' | 'em' | 'del'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  s: 'del',
  del: 'del',
  strike: 'del',
};

/**
 * The text of a review as services write it, which is HTML of a small kind or nothing but text, as Markdown: the words are the same, paragraphs and line
 * breaks too. What a service hides is a spoiler. Links lead to http, https and mailto alone; others are their words.
 */
export function htmlToMarkdown(html: string): string {
  const text = html.replace(/\r\n?/g, '\n').replace(sign, '&lt;');
  const root = mayBeHtml.test(text)
    ? parseHtml(text)
    : { tag: '', attributes: {}, children: [text] };
  // Where tags break the lines, those of the source are blanks, as in HTML.
  return treeMarkdown(root, /<(?:br|p|div|li)\b/i.test(text));
}

/** The same, of an element of a page. */
export function nodeMarkdown(element: HtmlElement): string {
  return treeMarkdown({ ...element, tag: '' }, true);
}

function treeMarkdown(root: HtmlElement, isLaidOut: boolean): string {
  const markdown = blocksMarkdown(blocksOf(root, isLaidOut));
  const end = markdown.indexOf('\n');
  return end < 0
    ? escapeFields(markdown)
    : escapeFields(markdown.slice(0, end)) + markdown.slice(end);
}

/** A `<` that opens nothing. */
const sign = new RegExp(`<(?!${knownTag})`, 'gi');

const mayBeHtml = /<[a-z/!?]|&[#a-z]/i;

/** The whole of a text as a spoiler. */
export function asSpoiler(markdown: string): string {
  return markdown === '' ? '' : asSpoilerBlock(markdown);
}

function blocksOf(root: HtmlElement, isLaidOut: boolean): Block[] {
  const top: Block[] = [];
  let blocks = top;
  let inlines: Inline[] = [];
  const flush = (): void => {
    if (inlines.some((inline) => inline.kind === 'text' && inline.text.trim() !== ''))
      blocks.push({ kind: 'paragraph', inlines });
    inlines = [];
  };
  const within = (kind: 'quote' | 'spoiler' | 'item', element: HtmlElement): void => {
    flush();
    const around = blocks;
    const inner: Block[] = [];
    blocks = inner;
    visitAll(element.children);
    flush();
    blocks = around;
    if (inner.length > 0) blocks.push({ kind, blocks: inner });
  };
  const visitAll = (children: readonly HtmlNode[]): void => {
    for (const child of children) visit(child);
  };
  const addText = (text: string): void => {
    for (const [index, line] of (isLaidOut
      ? [text.replace(/\n/g, ' ')]
      : text.split('\n')
    ).entries()) {
      if (index > 0) inlines.push({ kind: 'break' });
      inlines.push({ kind: 'text', text: line });
    }
  };
  const visit = (node: HtmlNode): void => {
    if (typeof node === 'string') {
      addText(node);
      return;
    }
    const { tag, children, attributes } = node;
    const mark = marks[tag];
    if (silentTags.has(tag)) return;
    if (tag === 'br') inlines.push({ kind: 'break' });
    else if (tag === 'hr') {
      flush();
      blocks.push({ kind: 'rule' });
    } else if (tag === 'blockquote') within('quote', node);
    else if (tag === 'li') within('item', node);
    else if (tag === 'spoiler' && holdsBlocks(node)) within('spoiler', node);
    else if (tag === 'spoiler') around('spoiler', children);
    else if (mark !== undefined) around(mark, children);
    else if (tag === 'a') linked(attributes.href ?? '', children);
    else if (paragraphTags.has(tag)) {
      flush();
      visitAll(children);
      flush();
    } else visitAll(children);
  };
  const around = (
    mark: Exclude<Inline['kind'], 'text' | 'break'>,
    children: readonly HtmlNode[],
    url = '',
  ): void => {
    inlines.push({ kind: mark, opens: true, url });
    visitAll(children);
    inlines.push({ kind: mark, opens: false, url });
  };
  const linked = (href: string, children: readonly HtmlNode[]): void => {
    const url = href.trim();
    if (/^(?:https?:|mailto:)/i.test(url) && isSafeUrl(url)) around('link', children, url);
    else visitAll(children);
  };
  visitAll(root.children);
  flush();
  return top;
}

function holdsBlocks({ children }: HtmlElement): boolean {
  return children.some((child) =>
    typeof child === 'string'
      ? child.includes('\n')
      : child.tag === 'br' ||
        child.tag === 'blockquote' ||
        child.tag === 'li' ||
        paragraphTags.has(child.tag) ||
        holdsBlocks(child),
  );
}

function blocksMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockMarkdown)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return '***';
    case 'quote':
      return prefixed(blocksMarkdown(block.blocks), '> ', '> ');
    case 'item':
      return prefixed(blocksMarkdown(block.blocks), '- ', '  ');
    case 'spoiler':
      return `:::spoiler\n${blocksMarkdown(block.blocks)}\n:::`;
    case 'paragraph':
      return paragraphsMarkdown(block.inlines);
  }
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}

/** Two breaks and more part paragraphs, one parts lines. Marks that are open at the end of a paragraph are closed there and opened in the next. */
function paragraphsMarkdown(inlines: readonly Inline[]): string {
  const lines = linesOf(inlines);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const markdown = inlineMarkdown(line, escapeText);
    if (markdown === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(escapeLineStart(markdown));
  }
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\\\n'))
    .join('\n\n');
}

function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  const open: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      for (const mark of [...open].reverse())
        lines.at(-1)?.push({ ...mark, opens: false } as Inline);
      lines.push([...open]);
      continue;
    }
    if (inline.kind !== 'text' && inline.opens) open.push(inline);
    else if (inline.kind !== 'text') open.pop();
    lines.at(-1)?.push(inline);
  }
  return lines;
}
