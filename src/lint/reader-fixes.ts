import { startsWithFrontMatter } from '../markdown/front-matter.ts';
import { parseYaml } from '../markdown/yaml.ts';
import type { Diagnostic, DiagnosticCode, Fix } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';
import { isKnownKey } from '../readers/metadata.ts';
import type { Subject } from './subject.ts';

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
  const blank = /(?:\r\n|\r|\n)(?=[ \t]*(?:\r|\n|$))/.exec(source.slice(from));
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
function dropDuplicate({ source, locator, format }: Subject, { range }: Diagnostic): Fix | null {
  // In JSON there is a comma to think of.
  if (format === 'json' || range === undefined) return null;
  const { start } = range;
  const lineStart = start.offset - (start.column - 1);
  const next = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  next.lastIndex = lineStart;
  const line = next.exec(source)?.[0] ?? '';
  const said = line.trimEnd();
  // A value that goes on in the lines below is more than this line.
  const goesOn = /^[ \t]+\S|^-[ \t]/.test(source.slice(lineStart + line.length));
  const before = source.slice(0, lineStart).split(/\r\n|\r|\n/);
  const isSame = before.some((each) => each.trimEnd() === said);
  return start.column === 1 && !goesOn && isSame
    ? [{ range: locator.range(lineStart, lineStart + line.length), text: '' }]
    : null;
}
