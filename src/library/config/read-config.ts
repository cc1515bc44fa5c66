import { isNull } from '../../data/data-node.ts';
import { cleanText } from '../../data/decode.ts';
import { parseYaml } from '../../data/yaml/yaml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createLocator } from '../../model/position.ts';
import type { LibraryConfig } from '../../model/settings.ts';
import { configSettings } from './keys.ts';
import { invalid, type Reading, readObject } from './value.ts';

export interface ReadConfigResult {
  readonly config: LibraryConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a library's configuration. What is wrong in it is left out, the rest counts.
 * Diagnostics: config-invalid, and those of `parseYaml`; all name `path` as their file.
 */
export function readConfig(text: string, path: string): ReadConfigResult {
  const source = cleanText(text).text;
  const locator = createLocator(source);
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
  const reading: Reading = { locator, diagnostics: [...diagnostics] };
  const config = node === null || isNull(node) ? {} : readRoot(node, reading);
  return {
    config,
    diagnostics: reading.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })),
  };
}

function readRoot(
  node: NonNullable<ReturnType<typeof parseYaml>['node']>,
  reading: Reading,
): LibraryConfig {
  if (node.kind === 'map')
    return readObject(configSettings, node.entries, reading, 'the configuration');
  invalid(reading, node, 'The configuration is no mapping of `key: value` lines.');
  return {};
}
