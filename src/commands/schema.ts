import { configSchema } from '../readers/config-schema.ts';
import { reviewSchema } from '../readers/review-schema.ts';
import { exportSchema } from '../writers/json-schema.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import { UsageError } from './usage-error.ts';

/** `review schema`: what an editor checks and completes by. */
export const schema: Command = {
  spec: {
    name: 'schema',
    summary: 'the JSON Schema of a review, for editors; of the configuration, of the exported JSON',
    arguments: [],
    options: [
      { flags: '--config', description: 'of review.config.yaml' },
      { flags: '--json', description: 'of what export --json writes' },
    ],
    examples: [
      { line: 'review schema', does: 'of front matter, and of a review written as YAML' },
      { line: 'review schema --config', does: 'of a library’s review.config.yaml' },
      { line: 'review schema --json', does: 'of what export --json writes' },
    ],
  },
  run: async (context: Context, { options }: Input): Promise<Outcome> => {
    if (options.config === true && options.json === true)
      throw new UsageError('one schema at a time: either --config or --json');
    const made =
      options.config === true
        ? configSchema()
        : options.json === true
          ? exportSchema()
          : reviewSchema();
    context.write(`${JSON.stringify(made, null, 2)}\n`);
    return 'done';
  },
};
