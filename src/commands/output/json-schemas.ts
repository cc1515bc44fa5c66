import { hitShape, outlineShape, statsShape } from '../../library/json-shapes.ts';
import { listShape } from '../../library/list-shape.ts';
import type { JsonMap } from '../../model/json.ts';
import { reportedDiagnostic } from '../../shapes/diagnostic-shape.ts';
import { exportedSection } from '../../shapes/export-shape.ts';
import { exportSchema, jsonSchema } from '../../shapes/json-schema.ts';
import type { ObjectShape } from '../../shapes/shape.ts';
import { importShape } from '../importing/import-shape.ts';

/** The JSON of a command: its shape, and whether an array of it is written. */
interface Written {
  readonly shape: ObjectShape;
  readonly title: string;
  readonly several: boolean;
}

const written: Readonly<Record<string, Written>> = {
  section: { shape: exportedSection, title: 'A section', several: true },
  toc: { shape: outlineShape, title: 'An outline', several: false },
  list: { shape: listShape, title: 'An entry of the library', several: true },
  search: { shape: hitShape, title: 'A hit', several: true },
  check: { shape: reportedDiagnostic, title: 'A diagnostic', several: true },
  import: { shape: importShape, title: 'What an import did', several: false },
  stats: { shape: statsShape, title: 'A library in figures', several: false },
};

/** The commands whose JSON has a schema, besides `export`, and `show`, which writes the same. */
export const jsonCommands: readonly string[] = ['export', ...Object.keys(written)];

/** The JSON Schema (draft-07) of what a command writes with `--json`. */
export function schemaOfCommand(name: string): JsonMap {
  const { shape, title, several } = written[name] ?? {};
  if (shape === undefined || title === undefined) return exportSchema();
  const what = several ? 'an array of such objects' : 'one such object';
  return jsonSchema(shape, title, `\`review ${name} --json\` writes ${what}.`);
}
