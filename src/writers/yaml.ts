import { stringifyYaml } from '../data/yaml/stringify.ts';
import type { Json, JsonMap } from '../model/json.ts';
import type { Review, Section } from '../model/review.ts';
import { noRole, roleOfHeading } from '../model/roles.ts';
import { headingMarkdown, showsTitle } from './heading.ts';
import { reviewKeys } from './review-keys.ts';
import type { WriteOptions } from './writer.ts';

/** The level of a section that stands in no other, when none is written. */
const topLevel = 2;

/**
 * A review as YAML: the keys of front matter, then `sections:`, each with `heading`, `body` (Markdown) and its own `sections`.
 * Reading it gives the same review but for ranges. With `sections`, only those: a mapping with the one key.
 */
export function writeYaml(review: Review, { sections }: WriteOptions = {}): string {
  const list = (sections ?? review.sections).map((section) => sectionValue(section, topLevel));
  const keys = sections === undefined ? reviewKeys(review) : {};
  return stringifyYaml(list.length === 0 ? keys : { ...keys, sections: list });
}

function sectionValue(section: Section, expected: number): JsonMap {
  const { level, title, role, body, sections } = section;
  if (level === 0) return { body };
  const children = sections.map((child) => sectionValue(child, level + 1));
  const heading = headingMarkdown(section);
  const entries: [string, Json][] = [['heading', heading]];
  if (heading !== title && !showsTitle(heading, title)) entries.push(['title', title]);
  if (level !== expected) entries.push(['level', level]);
  if (role !== roleOfHeading(title)) entries.push(['role', role ?? noRole]);
  if (body !== '') entries.push(['body', body]);
  if (children.length > 0) entries.push(['sections', children]);
  return Object.fromEntries(entries);
}
