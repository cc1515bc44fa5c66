import { titleOfTokens } from '../markdown/inline-text.ts';
import { lexDocument } from '../markdown/lex.ts';
import { known } from '../markdown/tokens.ts';
import type { Section } from '../model/review.ts';

/** A section's heading as Markdown on one line, without `#`: the author's own, else its title with its marks escaped where they would count. */
export function headingMarkdown({ heading, title }: Pick<Section, 'heading' | 'title'>): string {
  if (heading !== undefined) return isHeading(heading) ? heading : escapeEnd(heading);
  if (!/[\\`*_[\]<>&~|!#@:^]|www\./.test(title)) return title;
  const [token, ...rest] = lexDocument(`# ${title}`).tokens;
  const same =
    token?.type === 'heading' && rest.length === 0 && titleOfTokens(known(token.tokens)) === title;
  return same ? title : escapedTitle(title);
}

/** A title as Markdown in which no mark counts. */
function escapedTitle(title: string): string {
  return escapeEnd(
    title.replace(/[\\`*_[\]<>&~|!]/g, '\\$&').replace(/(?<=\w):(?=\/\/)|@|(?<=www)\./g, '\\$&'),
  );
}

/** A heading as `headingMarkdown` gives it, with a comment behind it, which must not end one that the heading leaves open. */
export function commentedHeading(
  section: Pick<Section, 'heading' | 'title'>,
  comment: string,
): string {
  const markdown = headingMarkdown(section);
  return `${/<[!?]/.test(markdown) ? escapedTitle(section.title) : markdown} <!-- ${comment} -->`;
}

/** Whether a heading's Markdown shows its title without knowing the rest of the document, where a link of it may be defined. */
export function showsTitle(markdown: string, title: string): boolean {
  const [token] = lexDocument(`# ${markdown}`).tokens;
  return (
    token?.type === 'heading' &&
    titleOfTokens(known(token.tokens)).replace(/\s+/g, ' ').trim() === title
  );
}

function isHeading(markdown: string): boolean {
  const [token] = lexDocument(`# ${markdown}`).tokens;
  return token?.type === 'heading' && token.text === markdown;
}

/** `#` at the end of a heading closes it. */
function escapeEnd(markdown: string): string {
  return markdown.replace(/(^|\s)(#+)$/, '$1\\$2');
}
