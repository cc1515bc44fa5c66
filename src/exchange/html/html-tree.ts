import { Parser } from 'htmlparser2';

/** A piece of HTML: text, or an element with what is in it. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** In lower case. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/** Elements within more than these are left out, and what they hold stays. */
const deepest = 60;

/**
 * HTML as a tree, whatever is wrong with it. Entities are decoded; comments and declarations are gone. No tree is deeper than `deepest` elements, so that
 * functions may walk it by calling themselves.
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  let beyond = 0;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (open.length >= deepest) {
        beyond++;
        return;
      }
      const element = { tag, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: (text) => {
      const siblings = open.at(-1)?.children ?? [];
      const last = siblings.at(-1);
      if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
      else siblings.push(text);
    },
    onclosetag: () => {
      if (beyond > 0) beyond--;
      else open.pop();
    },
  });
  parser.end(html);
  return root;
}

/** Every element, an outer one before those in it. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elementsOf(child);
}

/** The text of nodes, without what is in them besides. */
export function textIn(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textIn(node.children))).join('');
}
