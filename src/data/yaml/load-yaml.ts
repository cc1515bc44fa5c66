import { createRequire } from 'node:module';

/** The part of yaml that is used. */
export type Yaml = Pick<
  typeof import('yaml'),
  | 'Composer'
  | 'Document'
  | 'Lexer'
  | 'Parser'
  | 'Scalar'
  | 'isAlias'
  | 'isMap'
  | 'isScalar'
  | 'isSeq'
  | 'visit'
>;

let yaml: Yaml | undefined;

/** The full reader of YAML, loaded at the first block that is not plain. The build puts it into a chunk of its own in the place of this module. */
export function loadYaml(): Yaml {
  yaml ??= createRequire(import.meta.url)('yaml') as Yaml;
  return yaml;
}
