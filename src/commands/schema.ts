import { configSchema, userConfigSchema } from '../library/config/config-schema.ts';
import { reviewSchema } from '../shapes/review-schema.ts';
import { defineCommand, type OptionSpec } from './command.ts';
import { jsonCommands, schemaOfCommand } from './output/json-schemas.ts';
import { jsonText } from './output/json-text.ts';
import { UsageError } from './usage-error.ts';

const options = [
  { flags: '--config', description: 'of review.config.yaml' },
  { flags: '--user', description: 'of a configuration of your own, for every library' },
  { flags: '--json', description: 'of what export --json writes' },
  {
    flags: '--of <command>',
    description: 'of what another command writes with --json',
    choices: jsonCommands,
  },
] as const satisfies readonly OptionSpec[];

/** `review schema`: what an editor checks and completes by. */
export const schema = defineCommand(
  {
    name: 'schema',
    summary: 'the JSON Schema of a review, for editors; of the configuration, of the exported JSON',
    arguments: [],
    options,
    examples: [
      { line: 'review schema', does: 'of front matter, and of a review written as YAML' },
      { line: 'review schema --config', does: 'of a library’s review.config.yaml' },
      { line: 'review schema --json | jq -r .title', does: 'of what export --json writes' },
      { line: 'review schema --of list', does: 'of what list --json writes' },
    ],
  },
  async (context, { options: asked }) => {
    const { config, user, json, of: command } = asked;
    if (
      [config === true, user === true, json === true, command !== undefined].filter(Boolean)
        .length > 1
    )
      throw new UsageError('one schema at a time: --config, --user, --json or --of');
    const named = json === true ? 'export' : command;
    const made =
      config === true
        ? configSchema()
        : user === true
          ? userConfigSchema()
          : named !== undefined
            ? schemaOfCommand(named)
            : reviewSchema();
    context.write(jsonText(made));
    return 'done';
  },
);
