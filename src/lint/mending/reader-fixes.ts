import { startsWithFrontMatter } from '../../data/front-matter.ts';
import { parseYaml } from '../../data/yaml/yaml.ts';
import type { Diagnostic, DiagnosticCode, Fix } from '../../model/diagnostic.ts';
import { createLocator } from '../../model/position.ts';
import { isKnownKey } from '../../readers/fields/metadata.ts';
import type { Subject } from '../subject.ts';

type Mend = (subject: Subject, diagnostic: Diagnostic) => Fix | null;

/** How to mend what the readers report, where that takes more than they look at. */
const mends: Readonly<Partial<Record<DiagnosticCode, Mend>>> = {
  'front-matter-unclosed': closeFrontMatter,
  'key-duplicate': dropDuplicate,
};

/** The diagnostic, with a fix when there is a safe one. */
export function withFix(subject: Subject, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.fix !== undefined) return diagnostic;
  const fix = mends[diagnostic.code]?.(subject, diagnostic) ?? null;
  return fix === null ? diagnostic : { ...diagnostic, fix };
}

/** The keys end before the first blank line, if all that stands there is keys and one of them is known. */
function closeFrontMatter({ source, locator, spellings }: Subject): Fix | null {
  if (!startsWithFrontMatter(source)) return null;
  const from = source.search(/(?<=[\r\n])[^\r\n]/);
  const blank = /(?:\r\n|\r(?!\n)|\n)(?=[ \t]*(?:\r|\n|$))/.exec(source.slice(from));
  const end = blank === null ? source.length : from + blank.index;
  const text = source.slice(from, end);
  const { node, diagnostics } = parseYaml(text, { offset: 0, locator: createLocator(text) });
  const settings = spellings === undefined ? {} : { spellings };
  const isKeys =
    node?.kind === 'map' &&
    !diagnostics.some(({ severity }) => severity === 'error') &&
    node.entries.some(({ key }) => isKnownKey(key, settings));
  const eol = /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
  return isKeys ? [{ range: locator.range(end, end), text: `${eol}---` }] : null;
}

/** A line that says again what its namesake says: the second one goes. */
function dropDuplicate(subject: Subject, { range }: Diagnostic): Fix | null {
  const { source, locator, format } = subject;
  // In JSON there is a comma to think of.
  if (format === 'json' || range?.start.column !== 1) return null;
  const from = range.start.offset;
  const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  line.lastIndex = from;
  const text = line.exec(source)?.[0] ?? '';
  const to = from + text.length;
  // A value that goes on in the lines below is more than this line.
  const goesOn = /(?:[ \t]+\S|-[ \t])/y;
  goesOn.lastIndex = to;
  const first = firstLines(subject).get(text.trimEnd());
  return first !== undefined && first < from && !goesOn.test(source)
    ? [{ range: locator.range(from, to), text: '' }]
    : null;
}

const known = new WeakMap<Subject, ReadonlyMap<string, number>>();

/** Where each line stands first; found once, however many keys stand twice. */
function firstLines(subject: Subject): ReadonlyMap<string, number> {
  let lines = known.get(subject);
  if (lines === undefined) {
    const found = new Map<string, number>();
    for (const match of subject.source.matchAll(/[^\r\n]+/g)) {
      const text = match[0].trimEnd();
      if (!found.has(text)) found.set(text, match.index);
    }
    lines = found;
    known.set(subject, lines);
  }
  return lines;
}
