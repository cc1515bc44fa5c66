import { withSetting } from '../../library/config/edit-config.ts';
import { configSettings, userSettings } from '../../library/config/keys.ts';
import { readConfig, readUserConfig } from '../../library/config/read-config.ts';
import { writeNew } from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import { isFile } from '../../library/locate.ts';
import { openEditable } from '../../library/writing/editable.ts';
import type { Json } from '../../model/json.ts';
import { joinVisible, visibleWords } from '../../text/visible-text.ts';
import { displayWidth } from '../../text/width.ts';
import { editFile } from '../authoring/edit.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { sayFailure } from '../opening/open.ts';
import { jsonText } from '../output/json-text.ts';
import { UsageError } from '../usage-error.ts';
import type { Effective } from './settings.ts';
import { userConfigPath } from './user-path.ts';

const actions = ['list', 'get', 'set', 'unset', 'edit', 'path'] as const;
type Action = (typeof actions)[number];

const options = [
  {
    flags: '--user',
    description: 'with set, unset, edit and path: your own configuration, for every library',
  },
  { flags: '--json', description: 'write an array of settings' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** What the command line asks for. */
interface Question {
  readonly action: Action;
  readonly key: string;
  readonly value: string;
}

/** `review config`: every setting, and where it comes from. */
export const config = libraryCommand(
  {
    name: 'config',
    summary: 'settings, their values and where each comes from; change one',
    arguments: [
      { name: '[action]', description: actions.join(', '), choices: actions },
      { name: '[key]', description: 'the name of a setting' },
      { name: '[value...]', description: 'what it is set to, as the configuration has it' },
    ],
    options,
    examples: [
      { line: 'review config', does: 'all settings: option, variable, file and line, or default' },
      { line: 'review config get theme', does: 'the value of one, for a script' },
      {
        line: 'review config --json | jq -r \'.[] | select(.key == "theme").source\'',
        does: 'where the theme was chosen',
      },
      {
        line: 'review config set scale 10',
        does: 'in the library’s review.config.yaml; comments stay',
      },
      { line: 'review config set --user theme dark', does: 'for every library' },
      { line: 'review config path', does: 'where the library’s configuration is' },
    ],
  },
  runConfig,
  questionOf,
);

function questionOf({
  arguments: [first = 'list', key = '', ...words],
  options: asked,
}: Input<Values>): Question {
  const action = actions.find((each) => each === first) ?? 'list';
  const value = words.join(' ');
  const wantsKey = action === 'get' || action === 'set' || action === 'unset';
  if (wantsKey && key === '')
    throw new UsageError(`say which setting, as in: review config ${action} theme`);
  if (action === 'set' && value === '')
    throw new UsageError(`say what ${key} is set to; unset takes it out`);
  if (action !== 'set' && value !== '') throw new UsageError(`${action} takes no value`);
  if (asked.json === true && action !== 'list' && action !== 'get')
    throw new UsageError('--json is for the list and for get');
  return { action, key, value };
}

async function runConfig(run: LibraryRun<Values, Question>): Promise<Outcome> {
  const { context, library, asked } = run;
  const { action, key } = asked;
  if (action === 'list' || action === 'get') {
    // It asks for the pager and the editor, which start programs.
    const { effectiveSettings } = await import('./settings.ts');
    const settings = effectiveSettings(context, library, run);
    return action === 'list' ? writeAll(context, settings, run) : writeOne(run, settings, key);
  }
  const path = fileFor(context, library, run.options.user === true);
  if (path === null) {
    context.note('review: there is no home folder for a configuration of your own');
    return 'failed';
  }
  if (action === 'path') {
    context.write(visibleWords`${path}\n`);
    return 'done';
  }
  if (library.place.origin === 'samples' && run.options.user !== true) {
    context.note(
      'review: the samples are not yours to change; review init makes a library, --user sets it for all',
    );
    return 'failed';
  }
  if (action === 'edit') return editFile(context, path, null);
  return change(context, path, run.options.user === true, asked);
}

/** The configuration that is changed; a library without one gets it beside its reviews. */
function fileFor({ env }: Context, { place }: Library, isUser: boolean): string | null {
  if (isUser) return userConfigPath(env);
  return place.config ?? `${place.folder.replace(/\/reviews$/, '')}/review.config.yaml`;
}

function writeAll(
  context: Context,
  settings: readonly Effective[],
  { options: { json } }: Input<Values>,
): Outcome {
  if (json === true) {
    context.write(jsonText(settings));
    return 'done';
  }
  const rows = settings.map(({ key, value, source }) => [key, shownValue(value), source] as const);
  const widest = (column: 0 | 1): number =>
    Math.max(...rows.map((row) => displayWidth(row[column])));
  const [keys, values] = [widest(0), Math.min(widest(1), 48)];
  const pad = (text: string, columns: number): string =>
    text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
  const lines = rows.map(
    ([key, value, source]) => visibleWords`${pad(key, keys)}  ${pad(value, values)}  ${source}`,
  );
  context.write(joinVisible([...lines, visibleWords``], '\n'));
  return 'done';
}

function writeOne(
  { context, options: { json } }: LibraryRun<Values, Question>,
  settings: readonly Effective[],
  key: string,
): Outcome {
  const found = settings.find((each) => each.key === key);
  if (found === undefined && !isKnown(key)) {
    context.note(`review: there is no setting '${key}'; review config lists them`);
    return 'nothing-found';
  }
  if (json === true) context.write(jsonText(found ?? { key, value: null, source: 'default' }));
  else context.write(visibleWords`${shownValue(found?.value ?? null)}\n`);
  return 'done';
}

function isKnown(key: string): boolean {
  return Object.hasOwn(configSettings, key) || Object.hasOwn(userSettings, key);
}

function shownValue(value: Json): string {
  if (value === null) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Sets a key, or takes it out, and leaves all else to the byte. What would not be read as it is meant is not written. */
function change(
  context: Context,
  path: string,
  isUser: boolean,
  { action, key, value }: Question,
): Outcome {
  const read = isUser ? readUserConfig : readConfig;
  const known: object = isUser ? userSettings : configSettings;
  if (!Object.hasOwn(known, key)) throw new UsageError(unknownKey(key, isUser, known));
  try {
    const file = isFile(path) ? openEditable(path) : null;
    const before = file?.text ?? '';
    const text = withSetting(before, key, action === 'set' ? value : null);
    const after = text === null ? null : read(text, path);
    const own = after?.diagnostics.find(({ range }) => range?.start.line === after.lines.get(key));
    if (own !== undefined) throw new UsageError(own.message);
    if (
      text === null ||
      after === null ||
      !othersStay(read(before, path).config, after.config, key)
    ) {
      context.note(
        `review: ${path}: ${key} cannot be changed there without touching other lines; review config edit opens it`,
      );
      return 'failed';
    }
    if (text === before) return 'done';
    if (file === null) writeNew(path, text);
    else file.replace(text);
    context.write(
      visibleWords`${path}: ${action === 'set' ? `${key}: ${value}` : `without ${key}`}\n`,
    );
    return 'done';
  } catch (error) {
    if (error instanceof UsageError) throw error;
    sayFailure(context, path, error);
    return 'failed';
  }
}

/** Why a key cannot be set, and where it can be. */
function unknownKey(key: string, isUser: boolean, known: object): string {
  const where = isUser ? 'a configuration of your own' : 'a library’s configuration';
  const instead = !isKnown(key)
    ? `there are ${Object.keys(known).join(', ')}`
    : isUser
      ? `it stands in a library's: review config set ${key}`
      : `it stands in your own: review config set --user ${key}`;
  return `there is no '${key}' in ${where}; ${instead}`;
}

function othersStay(before: object, after: object, key: string): boolean {
  const others = (of: object): string =>
    JSON.stringify(Object.entries(of).filter(([name]) => name !== key));
  return others(before) === others(after);
}
