import { parseYaml } from '../data/yaml/yaml.ts';
import { diagnose } from '../model/diagnostic.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { assemble } from './assemble.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import type { Reader, ReadResult, ReadSettings } from './reader.ts';

const maxUnits = 1024 * 1024;

/**
 * Reads a review written as YAML: the keys of front matter, and its sections under `sections:` or as Markdown under `body:`.
 * Diagnostics: front-matter-too-large, not-a-mapping, and those of `parseYaml`, `readMetadata` and `assemble`.
 */
export const yamlReader: Reader = { name: 'yaml', extensions: ['.yaml', '.yml'], read: readYaml };

function readYaml(source: string, settings: ReadSettings): ReadResult {
  const locator = createLocator(source);
  if (source.length > maxUnits) return nothing(settings, diagnoseSize(source, locator));
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
  // A list of reviews: the first one counts.
  const first =
    node?.kind === 'list' && node.items.length > 0 && node.items.every(({ kind }) => kind === 'map')
      ? node.items[0]
      : node;
  const warnings = [...diagnostics];
  if (node?.kind === 'list' && first?.kind === 'map' && node.items.length > 1) {
    const second = node.items[1] as typeof first;
    const message = `The file is a list of ${node.items.length} reviews; the first one is read.`;
    warnings.push(
      diagnose('yaml-unsupported', message, {
        range: locator.range(second.start, second.start + 1),
        hint: 'Write each review to a file of its own.',
      }),
    );
  }
  if (first?.kind !== 'map') {
    if (first !== null && first !== undefined && first.text.trim() !== '') {
      warnings.push(
        diagnose('not-a-mapping', 'There are no `key: value` lines here.', {
          range: locator.range(first.start, Math.min(first.end, first.start + 80)),
        }),
      );
    }
    return nothing(settings, ...warnings);
  }
  const metadata = readMetadata(first, settings, locator);
  const result = assemble(
    { ...metadata, diagnostics: [...warnings, ...metadata.diagnostics] },
    null,
    settings,
    locator,
  );
  const records = node?.kind === 'list' ? node.items.length : documentsIn(source);
  return { ...result, keys: first, ...(records === undefined ? {} : { records }) };
}

/** How many documents there are when there are several: a line that begins with `---` parts them, for in no value can one stand. */
function documentsIn(source: string): number | undefined {
  if (!/[\r\n]---(?:[ \t\r\n]|$)/.test(source)) return undefined;
  const documents = source
    .split(/^---(?=[ \t\r\n]|$)/m)
    .filter((part) => /^[ \t]*[^\s#%.]/m.test(part)).length;
  return documents > 1 ? documents : undefined;
}

function nothing(settings: ReadSettings, ...diagnostics: ReadResult['diagnostics']): ReadResult {
  return { review: noMetadata(settings).review, diagnostics };
}

function diagnoseSize(source: string, locator: Locator) {
  return diagnose(
    'front-matter-too-large',
    `The YAML has ${Math.ceil(source.length / 1024)} KiB; 1 MiB is read.`,
    { range: locator.range(0, 1) },
  );
}
