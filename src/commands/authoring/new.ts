import { extname, join, resolve } from 'node:path';
import { settingsFor } from '../../library/config/settings-for.ts';
import { writeNew } from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import { isFile, isFolder } from '../../library/locate.ts';
import { aroundIn, insideOf } from '../../library/paths.ts';
import { changesLibrary, staysInside } from '../../library/writing/targets.ts';
import { type ItemKind, itemKinds } from '../../model/review.ts';
import { endings } from '../../readers/formats.ts';
import type { ReadSettings } from '../../readers/reader.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { slugify } from '../../text/slug.ts';
import { visibleWords } from '../../text/visible-text.ts';
import { dayOf, isoDate } from '../../vocabulary/dates.ts';
import { type RatingReading, readRating } from '../../vocabulary/ratings.ts';
import { kindNamed } from '../../vocabulary/spelling-lookup.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { homeOfKind } from '../opening/home-of-kind.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { sayFailure } from '../opening/open.ts';
import { shownPath } from '../opening/shown-path.ts';
import { UsageError } from '../usage-error.ts';
import { editFile } from './edit.ts';
import { type NewReview, newReviewText } from './new-template.ts';

const options = [
  { flags: '--title <title>', description: 'a headline for the review' },
  { flags: '--rating <rating>', description: 'in any notation: 4.5, 4/5, ★★★★½, 85%' },
  { flags: '--author <name>', description: 'who writes it; default: author: of the configuration' },
  { flags: '--date <date>', description: 'when; default: today' },
  { flags: '--lang <tag>', description: 'its language, as de or pt-BR: headings in it' },
  {
    flags: '-o, --output <path>',
    description: 'the file, or a folder; default: the name of the item, in the library',
  },
  { flags: '--edit', description: 'open it in your editor at once' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review new`: a file to write a review in. */
export const newCommand = libraryCommand(
  {
    name: 'new',
    summary: 'start a review: a file with the keys and headings of its kind',
    arguments: [
      { name: '<kind>', description: itemKinds.join(', ') },
      { name: '<name...>', description: 'what is reviewed' },
    ],
    options,
    examples: [
      { line: 'review new film Heat --rating 4.5', does: 'heat.md, rated 4.5/5' },
      { line: 'review new book Frankenstein -o drafts/', does: 'in a folder of drafts' },
      { line: 'review new game Tetris --edit', does: 'and on with it in the editor' },
    ],
  },
  runNew,
  itemOf,
);

interface Named {
  readonly kind: ItemKind;
  readonly name: string;
}

function itemOf({ arguments: [word = '', ...rest] }: Input<Values>): Named {
  const kind = kindOf(word);
  const name = rest.join(' ').replace(/\s+/g, ' ').trim();
  if (name === '') throw new UsageError('say what is reviewed, as in: review new film Heat');
  return { kind, name };
}

async function runNew(input: LibraryRun<Values, Named>): Promise<Outcome> {
  const { context, library } = input;
  const { kind, name } = input.asked;
  const path = pathOf(context, input, library, kind, name);
  const text = newReviewText({ kind, name, ...known(context, input, settingsAt(library, path)) });
  if (input.options.output === undefined && leavesLibrary(library, path)) {
    context.note(
      `review: ${shownPath(context, path)} lies outside of the library; mend the folder in kinds: or folders:, or name a file with -o`,
    );
    return 'failed';
  }
  if (input.options.output !== undefined && changesLibrary(path, library)) {
    context.note(
      `review: ${shownPath(context, path)}: a folder of that name would hide the reviews beside it; name another with -o`,
    );
    return 'failed';
  }
  const taken = takenBy(path);
  if (taken !== undefined) {
    context.note(
      `review: ${shownPath(context, taken)} is there already and stays as it is; name another file with -o`,
    );
    return 'failed';
  }
  try {
    writeNew(path, text);
  } catch (error) {
    sayFailure(context, path, error);
    return 'failed';
  }
  context.write(visibleWords`${shownPath(context, path)}\n`);
  return input.options.edit === true ? editFile(context, path, null) : 'done';
}

function kindOf(word: string): ItemKind {
  const kind = kindNamed(word);
  if (kind !== null) return kind;
  const near = itemKinds.find((each) => editDistance(each, word.toLowerCase()) <= 2);
  const advice = near === undefined ? `there is ${itemKinds.join(', ')}` : `did you mean ${near}?`;
  throw new UsageError(`'${word}' is no kind of thing that is reviewed; ${advice}`);
}

/** What holds for the files in a new one's folder. */
function settingsAt({ place, config }: Library, path: string): ReadSettings {
  return settingsFor(config().config, insideOf(place, path) ?? '', aroundIn(place));
}

function known(
  context: Context,
  { options: asked }: Input<Values>,
  settings: ReadSettings,
): Omit<NewReview, 'kind' | 'name'> {
  const {
    title,
    date,
    rating,
    author = settings.author ?? context.user?.config.author,
    lang = settings.lang,
  } = asked;
  return {
    date: date === undefined ? dayOf(context.now()) : dateOf(date),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(lang === undefined ? {} : { lang }),
    ...(rating === undefined ? {} : ratingOf(rating.trim(), settings)),
  };
}

function dateOf(text: string): string {
  const date = isoDate(text);
  if (date === null)
    throw new UsageError(`'${text}' is no date; write it as year-month-day, as in 2025-06-06`);
  return date;
}

/** The rating as it is to stand in the file: a bare number says its scale there. */
function ratingOf(text: string, settings: ReadSettings): Pick<NewReview, 'rating' | 'recommended'> {
  const { scale, grades } = settings;
  const reading = readRating(text, {
    ...(scale === undefined ? {} : { best: scale }),
    ...(grades === undefined ? {} : { grades }),
  });
  if (reading.kind === 'recommended') return { recommended: reading.recommended };
  if (reading.kind !== 'rating') throw new UsageError(notARating(text, reading));
  const isBare = /^[\d.,]+$/.test(text);
  // A bare number a little above ten is as likely out of 20 as out of 100.
  if (isBare && scale === undefined && reading.rating.best > 10 && reading.rating.value <= 20)
    throw new UsageError(`say what ${text} is out of, as in --rating ${text}/20`);
  return { rating: isBare ? `${text}/${reading.rating.best}` : text };
}

function notARating(text: string, reading: RatingReading): string {
  return reading.kind === 'out-of-range'
    ? `'${text}': ${reading.value} lies outside a scale that ends at ${reading.best}`
    : `'${text}' is no rating; write it as 4/5, ★★★★☆, 85% or 8 out of 10`;
}

function pathOf(
  context: Context,
  { options: { output } }: Input<Values>,
  library: Library,
  kind: ItemKind,
  name: string,
): string {
  const file = `${slugify(name) || 'review'}.md`;
  if (output === undefined) return join(homeOfKind(context, library, kind), file);
  if (output === '') throw new UsageError('-o needs the name of a file or a folder');
  const path = resolve(context.cwd, output);
  if (output.endsWith('/') || isFolder(path)) return join(path, file);
  const ending = extname(path).toLowerCase();
  if (ending === '.md' || ending === '.markdown') return path;
  if (ending === '') return `${path}.md`;
  throw new UsageError(`a new review is Markdown: name a file that ends in .md, not in ${ending}`);
}

/** Whether a folder of the configuration leads out of the library, by `..` or a link. */
function leavesLibrary({ place: { folder, origin } }: Library, path: string): boolean {
  return origin !== 'samples' && !staysInside(folder, path);
}

/** The file that has the path already, or its name with the ending of another format: two reviews of one id. */
function takenBy(path: string): string | undefined {
  const stem = path.slice(0, -extname(path).length);
  return [path, ...endings().map((ending) => stem + ending)].find(isFile);
}
