import { type Diagnostic, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import { counted } from '../text/counted.ts';

/** What a code says of fewer files stands with each of them; of more it is said once. */
const mostApart = 5;
/** What holds for so many, and half of all, holds for the folder. */
const fewestTogether = 3;

/**
 * What was found in many files, told as a person wants to hear it: what holds for a folder, and what a code says of many files, once with its count; of
 * what is left, errors each, and one line a file for all else. `files` are those that were checked, by their paths; `command` names what
 * says all there is of a file.
 */
export function together(
  diagnostics: readonly Diagnostic[],
  files: readonly string[],
  command: (file: string) => string,
): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  const apart: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const key = groupOf(diagnostic);
    if (key === null) apart.push(diagnostic);
    else groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  const lines: Diagnostic[] = [];
  for (const group of groups.values()) {
    const line = lineOf(group, files);
    if (line === null) for (const each of group) apart.push(each);
    else lines.push(line);
  }
  return [...lines, ...onceAFile(diagnostics, new Set(apart), command)];
}

/** Of errors, and of what is in no file, each is said. */
function groupOf({ code, severity, file, together: shared }: Diagnostic): string | null {
  if (severity === 'error' || file === undefined) return null;
  return `${severity} ${code} ${shared?.says ?? ''}`;
}

/** What a code says of many files, in one line; null where it is to be said of each. */
function lineOf(group: readonly Diagnostic[], files: readonly string[]): Diagnostic | null {
  const named = [...new Set(group.flatMap(({ file }) => file ?? []))];
  const folder = commonFolder(named);
  const all = files.filter((file) => file.startsWith(folder)).length;
  const [first] = group;
  if (first === undefined || named.length < 2) return null;
  const isOfFolder =
    first.together !== undefined ||
    (named.length >= fewestTogether && named.length * 2 >= all) ||
    named.length > mostApart;
  if (!isOfFolder) return null;
  const { code, severity } = first;
  const count = named.length === all ? counted(all, 'file') : `${named.length} of ${all} files`;
  return { code, severity, message: `${count}: ${sharedWords(group)}`, file: folder };
}

function sharedWords(group: readonly Diagnostic[]): string {
  const [first] = group as readonly [Diagnostic, ...Diagnostic[]];
  const kind: { readonly meaning: string; readonly settle?: string } = diagnosticKinds[first.code];
  const numbers = group.flatMap(({ together: shared }) => shared?.largest ?? []);
  const largest = numbers.reduce((most, each) => Math.max(most, each), 0);
  const says = first.together?.says ?? kind.meaning.replace(/\.$/, '').replace(/^./, lowerCase);
  return [
    numbers.length === 0 ? says : `${says}, the largest is ${largest}`,
    ...(kind.settle === undefined ? [] : [kind.settle]),
  ].join('; ');
}

function lowerCase(letter: string): string {
  return letter.toLowerCase();
}

/** The folder that all of them lie in, with a `/` behind it. */
function commonFolder(files: readonly string[]): string {
  const [first = '', ...others] = files;
  let length = first.lastIndexOf('/') + 1;
  for (const file of others)
    while (length > 0 && file.slice(0, length) !== first.slice(0, length))
      length = first.lastIndexOf('/', length - 2) + 1;
  return first.slice(0, length);
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The errors of a file, and the worst of what else is said of it, with the count of the rest. */
function onceAFile(
  diagnostics: readonly Diagnostic[],
  apart: ReadonlySet<Diagnostic>,
  command: (file: string) => string,
): Diagnostic[] {
  const minor = new Map<string, Diagnostic[]>();
  for (const each of diagnostics)
    if (apart.has(each) && each.severity !== 'error' && each.file !== undefined)
      minor.set(each.file, [...(minor.get(each.file) ?? []), each]);
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    if (!apart.has(diagnostic)) return [];
    const { file, severity } = diagnostic;
    if (severity === 'error' || file === undefined) return [diagnostic];
    const all = minor.get(file) ?? [];
    const worst = all.reduce((one, other) =>
      ranks[other.severity] < ranks[one.severity] ? other : one,
    );
    if (diagnostic !== worst) return [];
    if (all.length === 1) return [diagnostic];
    const more = `and ${all.length - 1} more: ${command(file)}`;
    return [{ ...diagnostic, message: `${diagnostic.message.replace(/\.$/, '')}; ${more}` }];
  });
}
