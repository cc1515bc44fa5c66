import { join, relative, resolve } from 'node:path';
import { isEvidentFile } from '../../library/evident.ts';
import { makeFolder, writeNew } from '../../library/files.ts';
import { type ChosenFiles, chooseFiles } from '../../library/infer/choose-files.ts';
import { configDifferences } from '../../library/infer/config-difference.ts';
import { configText, emptyConfigText, suggestionLine } from '../../library/infer/config-text.ts';
import { countsOf } from '../../library/infer/count.ts';
import { findingRows } from '../../library/infer/findings.ts';
import { type Suggestion, suggestionsFor } from '../../library/infer/suggest.ts';
import { type Surveyed, surveyFile } from '../../library/infer/survey.ts';
import { createLibrary, type Library } from '../../library/library.ts';
import { configName, isFolder, type LibraryPlace, placeOf } from '../../library/locate.ts';
import { counted } from '../../text/counted.ts';
import { joinVisible, visibleText, visibleWords } from '../../text/visible-text.ts';
import { findingLines } from '../../views/findings.ts';
import {
  type Context,
  defineCommand,
  type Input,
  type OptionSpec,
  type OptionsOf,
  type Outcome,
} from '../command.ts';
import { eachFile } from '../opening/each-review.ts';
import { sayFailure, worst } from '../opening/open.ts';
import { shownPath } from '../opening/shown-path.ts';
import { painted } from '../output/painted.ts';
import { UsageError } from '../usage-error.ts';
import { rulesFor } from './init-rules.ts';

const options = [
  { flags: '--yes', description: 'write the configuration without asking' },
  { flags: '--dry-run', description: 'write nothing; default where nobody can be asked' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review init`: looks at a folder as it is, and writes its configuration. */
export const init = defineCommand(
  {
    name: 'init',
    summary: 'look at a folder as it is, and write its configuration',
    arguments: [{ name: '[folder]', description: 'default: the folder you are in' }],
    options,
    examples: [
      { line: 'review init', does: 'what was found, then asks whether to write it down' },
      { line: 'review init reviews --dry-run', does: 'only looks' },
      { line: 'review init --yes', does: 'writes review.config.yaml; one that is there stays' },
    ],
  },
  runInit,
);

async function runInit(context: Context, input: Input<Values>): Promise<Outcome> {
  const [named, ...more] = input.arguments;
  if (more.length > 0) throw new UsageError('one folder at a time');
  if (input.options.yes === true && input.options.dryRun === true)
    throw new UsageError('--yes writes and --dry-run does not; one of them');
  const folder = resolve(context.cwd, named ?? '.');
  const isHome = folder === '/' || folder === context.env.HOME;
  if (named === undefined && isHome && placeOf(folder, 'folder').folder === folder)
    throw new UsageError('name the folder of your reviews, as in: review init reviews');
  if (!isFolder(folder)) {
    context.note(`review: ${shownPath(context, folder)}: no such folder`);
    return 'failed';
  }
  if (`${folder}/`.startsWith(join(context.samples, '/'))) {
    context.note('review: the samples that come with the program stay as they are');
    return 'failed';
  }
  const place = placeOf(folder, 'folder');
  const outcomes: Outcome[] = [];
  const { chosen, reviews } = survey(context, place, outcomes);
  if (reviews.length === 0 && chosen.others.length > 0)
    return worst([...outcomes, sayNone(context, place, chosen.others.length)]);
  if (reviews.length === 0)
    return worst([...outcomes, await initEmpty(context, input, place, folder)]);
  const rows = findingRows(reviews, chosen);
  context.write(await painted(context, findingLines(rows, context.terminal.columns)));
  const found = suggestionsFor(reviews, chosen);
  const outcome =
    place.config === null
      ? await initWhole(context, input, { folder, place, found, reviews })
      : sayDifference(context, place, found);
  return worst([...outcomes, outcome]);
}

interface Survey {
  readonly chosen: ChosenFiles;
  readonly reviews: readonly Surveyed[];
}

/** Every review of the folder, whatever its configuration says. */
function survey(context: Context, place: LibraryPlace, outcomes: Outcome[]): Survey {
  const bare = { ...place, config: null };
  const library = createLibrary(bare);
  const paths = library
    .walk()
    .files.map(({ path }) => inside(place, path))
    .sort();
  // Whoever puts a text into `reviews` says that it is one.
  const isOwn = /(?:^|\/)reviews$/i.test(place.folder);
  const chosen = chooseFiles(
    paths,
    (path) => isOwn || isEvidentFile(join(place.folder, path)) || isRated(library, path),
  );
  const wanted = new Set(chosen.files);
  const going = {
    settings: { sections: false },
    isWanted: ({ path }: { readonly path: string }) => wanted.has(inside(place, path)),
  };
  const reviews: Surveyed[] = [];
  for (const loaded of eachFile(context, library, outcomes, going))
    for (const each of surveyFile(loaded, inside(place, loaded.file))) reviews.push(each);
  return { chosen, reviews };
}

/** Whether reading a file, not its first lines alone, finds a rating, or several reviews. */
function isRated(library: Library, path: string): boolean {
  try {
    const { review, many = [] } = loadAt(library, path);
    return many.length > 1 || review.rating !== null;
  } catch {
    return false;
  }
}

function loadAt({ place, load }: Library, path: string) {
  const full = join(place.folder, path);
  return load({ id: path.replace(/\.[^.]*$/, ''), path: full }, { sections: false });
}

function inside({ folder }: LibraryPlace, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

interface Whole {
  readonly folder: string;
  readonly place: LibraryPlace;
  readonly found: readonly Suggestion[];
  readonly reviews: readonly Surveyed[];
}

async function initWhole(
  context: Context,
  input: Input<Values>,
  { folder, place, found, reviews }: Whole,
): Promise<Outcome> {
  const mayWrite =
    input.options.dryRun !== true && (input.options.yes === true || context.ask !== null);
  const mayAsk = mayWrite && input.options.yes !== true;
  const asked = mayAsk ? await askAuthor(context, found) : [];
  const all = [...asked, ...found];
  const notes = [
    `Written by \`review init\` after a look at ${counted(reviews.length, 'review')}; docs/format.md has every key.`,
    ...wordNotes(reviews),
  ];
  const rules = rulesFor(context, place, configText(all, notes));
  const text = configText([...all, ...rules], notes);
  const path = join(folder, configName);
  context.write(
    joinVisible([visibleWords`\n${shownPath(context, path)}:\n\n`, visibleText(text)], ''),
  );
  if (!mayWrite) return sayDry(context, input);
  if (mayAsk && !(await agrees(context, `Write ${shownPath(context, path)}?`)))
    return sayNothing(context);
  return written(context, path, text);
}

/** Words that nothing ranks, as lines that somebody can complete. */
function wordNotes(reviews: readonly Surveyed[]): string[] {
  const words = countsOf(reviews.flatMap(({ words: text }) => text ?? [])).slice(0, 12);
  if (words.length === 0) return [];
  const list = words.map(([text]) => `${JSON.stringify(text)}: /5`).join(', ');
  return [`Ratings in words rank nothing, until they are given a worth: grades: { ${list} }`];
}

/** In a terminal, whoever writes reviews without a name can say it. */
async function askAuthor(
  { ask }: Context,
  found: readonly Suggestion[],
): Promise<readonly Suggestion[]> {
  if (ask === null || found.some(({ key }) => key === 'author')) return [];
  const name = (await ask('Who writes these reviews? (Enter: leave it open) ')).trim();
  return name === '' ? [] : [{ key: 'author', value: name, evidence: 'as you said' }];
}

/** A configuration that is there stays; what it does not say is named. */
function sayDifference(
  context: Context,
  place: LibraryPlace,
  found: readonly Suggestion[],
): Outcome {
  const path = place.config ?? '';
  const { config } = createLibrary(place).config();
  const differences = configDifferences(config, found);
  const name = shownPath(context, path);
  if (differences.length === 0) {
    context.note(`review: ${name} says all of it`);
    return 'done';
  }
  const lines = differences.map(({ suggestion, says }) => {
    const line = suggestionLine(suggestion);
    return says === null ? visibleWords`+ ${line}` : visibleWords`~ ${line}; it says ${says}`;
  });
  context.write(
    joinVisible(
      [
        visibleWords``,
        visibleWords`${name} stays as it is. What was found besides:`,
        ...lines,
        visibleWords``,
      ],
      '\n',
    ),
  );
  return 'done';
}

/** Among texts that are none, a folder for reviews would not be looked for. */
function sayNone(context: Context, { folder }: LibraryPlace, texts: number): Outcome {
  context.note(
    `review: no reviews in ${folder}: none of its ${counted(texts, 'text')} rates something or names a film, a book …`,
  );
  context.note(
    'put reviews into a folder \'reviews\', or say in review.config.yaml which files are: include: ["…"]',
  );
  return 'nothing-found';
}

/** A folder without reviews: a place for them, and a configuration to fill in. */
async function initEmpty(
  context: Context,
  input: Input<Values>,
  place: LibraryPlace,
  folder: string,
): Promise<Outcome> {
  const home = join(folder, 'reviews');
  const path = join(folder, configName);
  const isThere = place.config !== null;
  context.note(`review: no reviews in ${place.folder}`);
  const makes = [
    ...(isFolder(home) || /(?:^|\/)reviews$/i.test(folder) ? [] : [`${shownPath(context, home)}/`]),
    ...(isThere ? [] : [shownPath(context, path)]),
  ];
  if (makes.length === 0) {
    context.note("review new film 'The Salt Road' starts one");
    return 'done';
  }
  const { yes, dryRun } = input.options;
  if (dryRun === true || (yes !== true && context.ask === null)) {
    context.note(`it would make ${makes.join(' and ')}`);
    return sayDry(context, input);
  }
  if (yes !== true && !(await agrees(context, `Make ${makes.join(' and ')}?`)))
    return sayNothing(context);
  try {
    if (makes.length > (isThere ? 0 : 1)) makeFolder(home);
  } catch (error) {
    sayFailure(context, home, error);
    return 'failed';
  }
  const outcome = isThere ? 'done' : written(context, path, emptyConfigText());
  if (outcome === 'done') context.note("review new film 'The Salt Road' starts the first one");
  return outcome;
}

function written(context: Context, path: string, text: string): Outcome {
  try {
    writeNew(path, text);
  } catch (error) {
    sayFailure(context, path, error);
    return 'failed';
  }
  context.note(`wrote ${shownPath(context, path)}`);
  return 'done';
}

async function agrees({ ask }: Context, question: string): Promise<boolean> {
  return ask !== null && /^\s*y(?:es)?\s*$/i.test(await ask(`${question} [y/N] `));
}

function sayDry(context: Context, { arguments: [folder] }: Input<Values>): Outcome {
  const where = folder === undefined ? '' : ` ${folder}`;
  context.note(`nothing was written; to write it: review init${where} --yes`);
  return 'done';
}

function sayNothing(context: Context): Outcome {
  context.note('nothing was written');
  return 'done';
}
