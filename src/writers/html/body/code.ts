import type { AnyToken } from '../../../markdown/tokens.ts';
import { visibleOnPage } from '../../../text/visible.ts';
import { highlightCode } from '../../highlight/highlight.ts';
import { element, escapeHtml, toReferences } from '../escape.ts';
import type { HtmlNames } from '../html-page.ts';

/** A block of code. Where its language is one that is known, each kind of word is a `span` with a class that says which. */
export function codeHtml(
  { text, lang }: Extract<AnyToken, { type: 'code' }>,
  names: HtmlNames,
): string {
  const language = /^[^\s{,]*/.exec((lang ?? '').trim())?.[0] ?? '';
  const name = /^[\w+#.-]{1,40}$/.test(language) ? `language-${language}` : undefined;
  const code = element(
    'code',
    { class: name && names.classes(name) },
    `${highlighted(text, language, names) ?? escapeHtml(text)}\n`,
  );
  // The keyboard can scroll only what it can reach.
  return element('pre', { tabindex: 0 }, code);
}

function highlighted(text: string, language: string, { classes }: HtmlNames): string | null {
  const runs = highlightCode(visibleOnPage(text), language);
  if (runs === null) return null;
  const written = runs.map(({ text: part, syntax }) => {
    const html = toReferences(part);
    return syntax === null ? html : element('span', { class: classes(`hl-${syntax}`) }, html);
  });
  return written.join('');
}
