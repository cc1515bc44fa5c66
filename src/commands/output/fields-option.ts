import { type Fields, parseFields } from '../../shapes/pick-fields.ts';
import type { ObjectShape } from '../../shapes/shape.ts';
import type { Input, OptionSpec } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** `--fields`. */
export const fieldsOptionSpec: OptionSpec = {
  flags: '--fields <paths>',
  description: 'only these fields of the JSON, as in title,rating.value',
};

/** The fields that the option picks from objects of this shape; null for all. One that is not there is a usage error. */
export function fieldsOption({ options }: Input, shape: ObjectShape): Fields | null {
  if (typeof options.fields !== 'string') return null;
  const parsed = parseFields(options.fields, shape);
  if ('fields' in parsed) return parsed.fields;
  const { unknown, known } = parsed;
  const what = unknown === '' ? 'an empty name in --fields' : `there is no field '${unknown}'`;
  throw new UsageError(
    known.length === 0 ? `${what}: nothing is within it` : `${what}; there is ${known.join(', ')}`,
  );
}
