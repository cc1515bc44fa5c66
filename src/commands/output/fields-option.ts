import { type Fields, parseFields } from '../../shapes/pick-fields.ts';
import type { ObjectShape } from '../../shapes/shape.ts';
import type { Input, OptionSpec, OptionsOf } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** `--fields`. */
export const fieldsOptionSpec = {
  flags: '--fields <paths>',
  description: 'only these fields of JSON or CSV, as in title,rating.value',
} as const satisfies OptionSpec;

/** The fields that the option picks from objects of this shape; null for all. One that is not there is a usage error. */
export function fieldsOption(
  { options }: Input<OptionsOf<readonly [typeof fieldsOptionSpec]>>,
  shape: ObjectShape,
): Fields | null {
  if (options.fields === undefined) return null;
  const parsed = parseFields(options.fields, shape);
  if ('fields' in parsed) return parsed.fields;
  const { unknown, known } = parsed;
  const what = unknown === '' ? 'an empty name in --fields' : `there is no field '${unknown}'`;
  throw new UsageError(
    known.length === 0 ? `${what}: nothing is within it` : `${what}; there is ${known.join(', ')}`,
  );
}
