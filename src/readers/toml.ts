import { parseTomlNodes } from '../data/toml/toml.ts';
import { diagnose } from '../model/diagnostic.ts';
import { createLocator, type Locator } from '../model/position.ts';
import { assemble } from './assemble.ts';
import { withExtraTable } from './fields/flatten.ts';
import { noMetadata, readMetadata } from './fields/metadata.ts';
import { recordsInData } from './many/lists.ts';
import { readRecords } from './many/read-many.ts';
import type { Reader, ReadMany, ReadResult, ReadSettings } from './reader.ts';

const maxUnits = 1024 * 1024;

/**
 * Reads a review written as TOML: the keys of front matter, and its sections under `sections` or as Markdown under `body`.
 * Diagnostics: front-matter-too-large, toml-syntax, and those of `readMetadata` and `assemble`.
 */
export const tomlReader: Reader = {
  name: 'toml',
  extensions: ['.toml'],
  open: (source, settings) => {
    const locator = createLocator(source);
    if (source.length > maxUnits)
      return { one: () => tooLarge(source, settings, locator), many: () => null };
    const parsed = parseTomlNodes(source);
    return {
      one: () => readToml(parsed, settings, locator),
      many: () => readManyToml(parsed, source, settings, locator),
    };
  },
};

type Parsed = ReturnType<typeof parseTomlNodes>;

function readManyToml(
  parsed: Parsed,
  source: string,
  settings: ReadSettings,
  locator: Locator,
): ReadMany | null {
  if ('message' in parsed) return null;
  const records = recordsInData(parsed.node, settings.surroundings?.name ?? '', settings.many);
  if (records === null) return null;
  return { ...readRecords(records, source, settings, locator), diagnostics: [] };
}

function tooLarge(source: string, settings: ReadSettings, locator: Locator): ReadResult {
  const message = `The TOML has ${Math.ceil(source.length / 1024)} KiB; 1 MiB is read.`;
  const range = locator.range(0, 1);
  const { review } = noMetadata(settings);
  return { review, diagnostics: [diagnose('front-matter-too-large', message, { range })] };
}

function readToml(parsed: Parsed, settings: ReadSettings, locator: Locator): ReadResult {
  const { review } = noMetadata(settings);
  if ('message' in parsed) {
    const range = locator.range(parsed.offset, parsed.offset + 1);
    return { review, diagnostics: [diagnose('toml-syntax', parsed.message, { range })] };
  }
  const metadata = readMetadata(withExtraTable(parsed.node), settings, locator);
  return { ...assemble(metadata, null, settings, locator), keys: parsed.node, notation: 'toml' };
}
