import { shownReview } from '../../markdown/redact/redact.ts';
import { outline } from '../../model/outline.ts';
import type { Section } from '../../model/review.ts';
import { flattenSections } from '../../model/section-tree.ts';
import type { OptionSpec } from '../command.ts';
import { libraryCommand } from '../opening/library-command.ts';
import { openToPrint } from '../opening/named-reviews.ts';
import { selectSections } from '../opening/select-sections.ts';
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
    arguments: [
      {
        name: '[ref]',
        description: 'which review, or name#section for a part; by default the configured one',
      },
    ],
    options,
    examples: [
      {
        line: 'review toc',
        does: 'the outline of the default review; each number works in section',
      },
      {
        line: "review toc ballerina --json | jq -r '.sections[].title'",
        does: 'the headings alone',
      },
    ],
  },
  async (input) => {
    const { context, library } = input;
    const opened = await openToPrint(context, library, input, input.arguments[0]);
    if ('outcome' in opened) return opened.outcome;
    const { loaded, section } = opened.value;
    const spoilers = input.options.spoilers === true;
    const shown = shownReview(loaded.review, spoilers);
    let part: readonly Section[] | null = null;
    if (section !== undefined) {
      const { roles: synonyms = {} } = library.config().config;
      const rules = { synonyms, spoilers, data: true };
      const selected = selectSections(context, loaded.review, [section], rules);
      if ('outcome' in selected) return selected.outcome;
      const ids = new Set(selected.value.sections.map(({ id }) => id));
      part = flattenSections(shown.sections).filter(({ id }) => ids.has(id));
      if (part.length === 0) return 'nothing-found';
    }
    context.write(
      input.options.json === true
        ? jsonText({ sections: outline({ ...shown, sections: part ?? shown.sections }) })
        : await outlineOf(shown, context, input, part),
    );
    return 'done';
  },
);
