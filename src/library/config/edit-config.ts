import { cleanText } from '../../data/decode.ts';
import { parseYaml } from '../../data/yaml/yaml.ts';
import { createLocator } from '../../model/position.ts';

/**
 * A configuration's text with a key set to a value, which is YAML as somebody types it; null removes the key. All else stays to the byte, comments too. Null
 * where the text is no mapping of lines whose places are known: nothing is known then of what would be lost.
 */
export function withSetting(text: string, key: string, value: string | null): string | null {
  const source = cleanText(text).text;
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator: createLocator(source) });
  if (diagnostics.some(({ severity }) => severity === 'error')) return null;
  const isEmpty = node === null || (node.kind === 'scalar' && node.text.trim() === '');
  if (!isEmpty && (node.kind !== 'map' || node.flow)) return null;
  const entries = isEmpty || node.kind !== 'map' ? [] : node.entries;
  const found = entries.find((entry) => entry.key === key);
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  if (found === undefined) {
    if (value === null) return source;
    const gap = source === '' || source.endsWith('\n') ? '' : end;
    return `${source}${gap}${key}: ${value}${end}`;
  }
  const start = source.lastIndexOf('\n', found.keyStart - 1) + 1;
  const { value: old } = found;
  if (value === null) {
    const lineEnd = source.indexOf('\n', Math.max(old.end, found.keyEnd) - 1);
    return source.slice(0, start) + (lineEnd < 0 ? '' : source.slice(lineEnd + 1));
  }
  // Behind the colon where nothing stands yet.
  const colon = source.indexOf(':', found.keyEnd) + 1;
  if (old.end <= old.start) return `${source.slice(0, colon)} ${value}${source.slice(colon)}`;
  const isBlock = source.slice(colon, old.start).includes('\n');
  const from = isBlock ? colon : old.start;
  const rest = source.slice(old.end);
  return `${source.slice(0, from)}${isBlock ? ' ' : ''}${value}${isBlock && !/^\r?\n/.test(rest) ? end : ''}${rest}`;
}
