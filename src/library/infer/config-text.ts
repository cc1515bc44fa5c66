import { stringifyYaml } from '../../data/yaml/stringify.ts';
import { visibleLine } from '../../text/visible.ts';
import { configSettings } from '../config/keys.ts';
import { groupsOf } from './count.ts';
import type { Suggestion } from './suggest.ts';

/** A configuration with what was found as comments beside its lines, `notes` above them. */
export function configText(suggestions: readonly Suggestion[], notes: readonly string[]): string {
  const keys = Object.keys(configSettings);
  const groups = groupsOf(suggestions, ({ key }) => key).sort(
    ([a], [b]) => keys.indexOf(a) - keys.indexOf(b),
  );
  const lines = groups.flatMap(([key, all]) => linesOf(key, all));
  return [...notes.map((note) => `# ${visibleLine(note)}`.trimEnd()), '', ...lines, ''].join('\n');
}

/** One thing that was found, as a line that a configuration may have. */
export function suggestionLine({ key, name, value, evidence }: Suggestion): string {
  const shown = typeof value === 'object' ? flow(value) : scalar(value);
  if (key === 'include') return withComment(`include: [${shown}]`, evidence);
  return withComment(
    name === undefined ? `${key}: ${shown}` : `${key}: { ${scalar(name)}: ${shown} }`,
    evidence,
  );
}

function linesOf(key: string, all: readonly Suggestion[]): string[] {
  const [first] = all as readonly [Suggestion, ...Suggestion[]];
  if (first.name !== undefined) return [`${key}:`, ...byName(all)];
  if (key !== 'include') return [withComment(`${key}: ${scalar(first.value)}`, first.evidence)];
  return [
    `${key}:`,
    ...all.map(({ value, evidence }) => withComment(`  - ${scalar(value)}`, evidence)),
  ];
}

/** Of a folder that several things are said of, one line. */
function byName(all: readonly Suggestion[]): string[] {
  return groupsOf(all, ({ name = '' }) => name).map(([name, same]) => {
    const evidence = same.map((each) => each.evidence).join('; ');
    const maps = same.flatMap(({ value }) => (typeof value === 'object' ? [value] : []));
    const [only] = same;
    const value =
      maps.length > 0
        ? flow(Object.assign({}, ...maps) as Readonly<Record<string, string | number>>)
        : scalar(only?.value ?? '');
    return withComment(`  ${scalar(name)}: ${value}`, evidence);
  });
}

function flow(map: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(map).map(([key, value]) => `${key}: ${scalar(value)}`);
  return `{ ${parts.join(', ')} }`;
}

/** In quotes where YAML would take it for something else, within braces too. */
function scalar(value: Suggestion['value']): string {
  if (typeof value !== 'string') return String(value);
  if (/^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(value) && !/[ ]$/.test(value))
    return stringifyYaml(value).trimEnd();
  return stringifyYaml([value])
    .replace(/^- /, '')
    .trimEnd()
    .replace(/^([^"'].*)$/s, (text) => JSON.stringify(text));
}

function withComment(line: string, evidence: string): string {
  return `${line}   # ${visibleLine(evidence)}`;
}

/** A configuration for a folder without reviews yet: every key there is, as comments. */
export function emptyConfigText(): string {
  const settings = Object.values(configSettings);
  const width = Math.max(
    ...settings.map(({ example }) => example.length).filter((each) => each < 40),
  );
  const lines = settings.map(({ example, meaning }) => `# ${example.padEnd(width)}   # ${meaning}`);
  return [
    '# What holds for all reviews here. Take the `#` away before a line that you want.',
    '',
    ...lines,
    '',
  ].join('\n');
}
