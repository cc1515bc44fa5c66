import type { DataNode, ScalarNode } from '../data/data-node.ts';
import { diagnose } from '../model/diagnostic.ts';
import { knownKeys, type Rule, rangeOf } from './subject.ts';

/** Search engines want a name of fewer characters than this (https://developers.google.com/search/docs/appearance/structured-data/review-snippet). */
const tooMany = 100;

/** A critic's name of 100 characters or more: author-too-long, at the name. */
export const authors: Rule = (subject) =>
  knownKeys(subject)
    .filter(({ meaning }) => meaning.field === 'author' || meaning.field === 'critic')
    .flatMap(({ entry }) => scalarsOf(entry.value))
    .filter(({ text }) => Array.from(text.trim()).length >= tooMany)
    .map((node) =>
      diagnose(
        'author-too-long',
        `The name has ${Array.from(node.text.trim()).length} characters; search engines read fewer than ${tooMany}.`,
        { range: rangeOf(subject, node) },
      ),
    );

/** A name, or each of several; the fields of a person are keys of their own. */
function scalarsOf(node: DataNode): ScalarNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalarsOf);
  const name = node.entries.find(({ key }) => /^name$/i.test(key))?.value;
  return name?.kind === 'scalar' ? [name] : [];
}
