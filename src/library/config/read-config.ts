import { type DataNode, isNull } from '../../data/data-node.ts';
import { cleanText } from '../../data/decode.ts';
import { parseYaml } from '../../data/yaml/yaml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { createLocator } from '../../model/position.ts';
import type { LibraryConfig, UserConfig } from '../../model/settings.ts';
import { configSettings, userSettings } from './keys.ts';
import { invalid, type Reading, readObject, type Settings } from './value.ts';

export interface ReadConfigResult<Config = LibraryConfig> {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  /** The 1-based line of each key that stands there. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Reads a library's configuration. What is wrong in it is left out, the rest counts.
 * Diagnostics: config-invalid, and those of `parseYaml`; all name `path` as their file.
 */
export function readConfig(text: string, path: string): ReadConfigResult {
  return readSettings<LibraryConfig>(configSettings, {}, text, path);
}

/** As `readConfig`, for a person's own. */
export function readUserConfig(text: string, path: string): ReadConfigResult<UserConfig> {
  return readSettings<UserConfig>(userSettings, {}, text, path);
}

function readSettings<Config extends object>(
  settings: Settings<Config>,
  nothing: Config,
  text: string,
  path: string,
): ReadConfigResult<Config> {
  const source = cleanText(text).text;
  const locator = createLocator(source);
  const { node, diagnostics } = parseYaml(source, { offset: 0, locator });
  const reading: Reading = { locator, diagnostics: [...diagnostics] };
  const config =
    node === null || isNull(node) ? nothing : readRoot(settings, nothing, node, reading);
  const entries = node?.kind === 'map' ? node.entries : [];
  return {
    config,
    diagnostics: reading.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })),
    lines: new Map(entries.map(({ key, keyStart }) => [key, locator.point(keyStart).line])),
  };
}

function readRoot<Config extends object>(
  settings: Settings<Config>,
  nothing: Config,
  node: DataNode,
  reading: Reading,
): Config {
  if (node.kind === 'map') return readObject(settings, node.entries, reading, 'the configuration');
  invalid(reading, node, 'The configuration is no mapping of `key: value` lines.');
  return nothing;
}
