import { resolve } from 'node:path';
import type { Library } from '../../library/library.ts';
import { isFile } from '../../library/locate.ts';
import { shownReview } from '../../markdown/redact/redact.ts';
import { shellWord } from '../../text/shell-word.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { openToPrint } from '../opening/named-reviews.ts';
import { parseReference } from '../opening/reference.ts';
import { selectSections } from '../opening/select-sections.ts';
import { lengthText, outlineOf } from '../output/outline-text.ts';
import { pointLines } from '../output/point-lines.ts';
import { print } from '../output/print.ts';
import {
  chosenFormat,
  formatNamed,
  formatOptions,
  plainOption,
  sourceSpoilersOption,
  writeOptions,
} from '../output/write-options.ts';
import { written } from '../output/written.ts';

const options = [
  sourceSpoilersOption,
  plainOption,
  ...formatOptions,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review section`: prints one section; without a name, the outline. */
export const section = libraryCommand(
  {
    name: 'section',
    summary: 'print one section of a review',
    arguments: [
      {
        name: '[name]',
        description:
          'a title or part of one, a number (6, 2.1), an id, a role (weaknesses, cons, verdict …)',
      },
      { name: '[ref]', description: 'which review; by default the configured one' },
    ],
    options,
    examples: [
      { line: 'review section weaknesses', does: 'jump to the weaknesses' },
      { line: 'review section verdict --text', does: 'the body and nothing else, for a script' },
      { line: "review section verdict --json | jq -r '.[].body'", does: 'the same, of the JSON' },
      { line: 'review section 2 frankenstein', does: 'the second section of another review' },
    ],
  },
  runSection,
);

async function runSection(input: LibraryRun<Values>): Promise<Outcome> {
  const { context, library } = input;
  const { name, review } = namesOf(input, context.cwd, library);
  const swapped = (): string | null => swappedNames(input);
  const opened = await openToPrint(context, library, input, review, swapped);
  if ('outcome' in opened) {
    if (review === undefined) adviseReview(input, name);
    return opened.outcome;
  }
  const { loaded, section: referred } = opened.value;
  const spoilers = input.options.spoilers === true;
  const shown = shownReview(loaded.review, spoilers);
  const wanted = name ?? referred;
  if (wanted === undefined) {
    context.write(await outlineOf(shown, context, input));
    context.note(lengthText(shown));
    return 'done';
  }
  const format = chosenFormat(input) ?? formatNamed('terminal');
  const selected = selectSections(context, loaded.review, [wanted], {
    synonyms: library.config().config.roles ?? {},
    spoilers: spoilers || format.carriesSource,
    data: format.takes.json === true,
  });
  if ('outcome' in selected) {
    if (review === undefined) adviseReview(input, name);
    return selected.outcome;
  }
  const { review: whole, sections } = selected.value;
  const points = format.name === 'text' ? pointLines(shown, sections) : null;
  if (points !== null) {
    context.write(points);
    return 'done';
  }
  const options = writeOptions(context, input, format, sections);
  const text = await written(context, library, { ...loaded, review: whole }, format, options);
  await print(context, format, text);
  return 'done';
}

/** `section ballerina#verdict` names both at once; else the name comes first and the review second. */
function namesOf(input: Input, cwd: string, library: Library): { name?: string; review?: string } {
  const [first, second] = input.arguments;
  if (first === undefined) return {};
  if (second !== undefined) return { name: first, review: second };
  const both = parseReference(first, cwd, library);
  return both.section === undefined ? { name: first } : { name: both.section, review: both.review };
}

/** What to type where the review was named first; null where it was not. */
function swappedNames({ context, library, arguments: names }: LibraryRun<Values>): string | null {
  const [first, second] = names;
  if (first === undefined || second === undefined) return null;
  const isNamed = isReview(context, library, first) || library.find(first).kind === 'found';
  if (!isNamed) return null;
  return `Did you mean: review section ${shellWord(second)} ${shellWord(first)}?`;
}

/** Says so where the name of a section is a review's. */
function adviseReview({ context, library }: LibraryRun<Values>, name: string | undefined): void {
  if (name !== undefined && isReview(context, library, name))
    context.note(`'${name}' is a review: review toc ${shellWord(name)} lists its sections`);
}

function isReview({ cwd }: Context, library: Library, name: string): boolean {
  return isFile(resolve(cwd, name)) || library.hasId(name);
}
