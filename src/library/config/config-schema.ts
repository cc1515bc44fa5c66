import type { JsonMap } from '../../model/json.ts';
import { configSettings, userSettings } from './keys.ts';
import { objectSchema } from './value.ts';

/** The JSON Schema (draft-07) of a library's `review.config.yaml`. */
export function configSchema(): JsonMap {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The configuration of a library of reviews',
    description: 'What review.config.yaml may say.',
    ...objectSchema(configSettings),
  };
}

/** The same of a person's own configuration. */
export function userConfigSchema(): JsonMap {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A person’s own configuration of review',
    description: 'What ~/.config/review/config.yaml may say, for every library.',
    ...objectSchema(userSettings),
  };
}
