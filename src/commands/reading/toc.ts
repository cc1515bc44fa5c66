import { shownReview } from '../../markdown/redact/redact.ts';
import { outline } from '../../model/outline.ts';
import type { OptionSpec } from '../command.ts';
import { libraryCommand } from '../opening/library-command.ts';
import { openToPrint } from '../opening/named-reviews.ts';
import { jsonText } from '../output/json-text.ts';
import { outlineOf } from '../output/outline-text.ts';
import { plainOption, spoilersOption } from '../output/write-options.ts';

const options = [
  { flags: '--json', description: 'write the outline as JSON' },
  spoilersOption,
  plainOption,
] as const satisfies readonly OptionSpec[];

/** `review toc`: the outline of a review. */
export const toc = libraryCommand(
  {
    name: 'toc',
    summary: 'the outline: number, title, words, reading time',
    arguments: [{ name: '[ref]', description: 'which review; by default the configured one' }],
    options,
    examples: [
      {
        line: 'review toc',
        does: 'the outline of the default review; each number works in section',
      },
      { line: 'review toc ballerina --json', does: 'the same, to compute with' },
    ],
  },
  async (input) => {
    const { context, library } = input;
    const opened = await openToPrint(context, library, input, input.arguments[0]);
    if ('outcome' in opened) return opened.outcome;
    const { review } = opened.value.loaded;
    const shown = shownReview(review, input.options.spoilers === true);
    context.write(
      input.options.json === true
        ? jsonText({ sections: outline(shown) })
        : await outlineOf(shown, context, input),
    );
    return 'done';
  },
);
