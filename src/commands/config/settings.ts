import type { Library } from '../../library/library.ts';
import type { Json } from '../../model/json.ts';
import { editorCommand } from '../../terminal/editor.ts';
import { pagerCommand } from '../../terminal/pager.ts';
import type { Context, GlobalOptions, Input, UserFile } from '../command.ts';
import { shownPath } from '../opening/shown-path.ts';

/** A setting with its value and where that comes from. */
export interface Effective {
  readonly key: string;
  readonly value: Json;
  /** An option, a variable, `FILE:LINE`, or `default`. */
  readonly source: string;
}

/** What says a setting, the first of them that says anything. */
interface Origin {
  readonly key: string;
  /** The option's name as it is parsed, and as it is typed. */
  readonly option?: readonly [name: keyof GlobalOptions, flag: string];
  readonly variables?: readonly string[];
  /** Whether a library's configuration may say it. */
  readonly inLibrary?: true;
  readonly inUserFile?: true;
  /** A variable that is empty says that there is to be none. */
  readonly emptyCounts?: true;
  readonly otherwise: (context: Context, library: Library) => Json;
}

const origins: readonly Origin[] = [
  {
    key: 'library',
    option: ['library', '--library'],
    variables: ['REVIEW_LIBRARY'],
    otherwise: (_, library) => library.place.folder,
  },
  {
    key: 'default',
    option: ['review', '--review'],
    variables: ['REVIEW'],
    inLibrary: true,
    otherwise: () => null,
  },
  {
    key: 'theme',
    option: ['theme', '--theme'],
    variables: ['REVIEW_THEME'],
    inLibrary: true,
    inUserFile: true,
    otherwise: () => 'auto',
  },
  {
    key: 'width',
    option: ['width', '--width'],
    variables: ['COLUMNS'],
    inUserFile: true,
    otherwise: ({ terminal }) => terminal.columns,
  },
  {
    key: 'color',
    option: ['color', '--color'],
    variables: ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR_FORCE', 'CLICOLOR'],
    inUserFile: true,
    otherwise: () => 'auto',
  },
  { key: 'plain', inUserFile: true, otherwise: () => false },
  {
    key: 'pager',
    option: ['pager', '--no-pager'],
    variables: ['REVIEW_PAGER', 'PAGER'],
    emptyCounts: true,
    inUserFile: true,
    otherwise: ({ env }) => pagerCommand(env),
  },
  {
    key: 'editor',
    variables: ['VISUAL', 'EDITOR'],
    inUserFile: true,
    otherwise: ({ env }) => editorCommand(env)?.join(' ') ?? null,
  },
  { key: 'author', inLibrary: true, inUserFile: true, otherwise: () => null },
  { key: 'cache', variables: ['REVIEW_CACHE'], otherwise: () => 'on' },
];

/** Every setting: those that several places can say, then what else the library's configuration holds. */
export function effectiveSettings(
  context: Context,
  library: Library,
  input: Input,
): readonly Effective[] {
  const { config, lines = new Map<string, number>() } = library.config();
  const file = library.place.config;
  const fromLibrary = (key: string): Effective | null => {
    const value = Object.hasOwn(config, key) ? config[key as keyof typeof config] : undefined;
    if (value === undefined || file === null) return null;
    return { key, value: value as Json, source: at(context, file, lines.get(key)) };
  };
  const known = origins.map((origin) => effective(context, library, input, origin, fromLibrary));
  const others = Object.keys(config)
    .filter((key) => !origins.some((origin) => origin.key === key))
    .flatMap((key) => fromLibrary(key) ?? []);
  return [...known, ...others];
}

function effective(
  context: Context,
  library: Library,
  { options }: Input,
  { key, option, variables = [], inLibrary, inUserFile, emptyCounts, otherwise }: Origin,
  fromLibrary: (key: string) => Effective | null,
): Effective {
  const [name, flag] = option ?? [];
  const given = name === undefined ? undefined : options[name];
  if (given !== undefined) return { key, value: given as Json, source: flag ?? '' };
  const variable = variables.find((each) => {
    const text = context.env[each];
    return text !== undefined && (text !== '' || emptyCounts === true);
  });
  if (variable !== undefined) return { key, value: context.env[variable] ?? '', source: variable };
  const said = inLibrary === true ? fromLibrary(key) : null;
  if (said !== null) return said;
  const own = inUserFile === true ? fromUser(context, context.user, key) : null;
  const source = key === 'library' ? whereFound[library.place.origin] : 'default';
  return own ?? { key, value: otherwise(context, library), source };
}

const whereFound: Readonly<Record<Library['place']['origin'], string>> = {
  option: '--library',
  environment: 'REVIEW_LIBRARY',
  folder: 'found from the folder at hand',
  evident: 'reviews in the folder at hand',
  user: 'your own',
  samples: 'the samples: no reviews here',
};

function fromUser(context: Context, user: UserFile | null, key: string): Effective | null {
  if (user === null || !Object.hasOwn(user.config, key)) return null;
  const value = user.config[key as keyof typeof user.config] ?? null;
  return { key, value, source: at(context, user.path, user.lines.get(key)) };
}

function at(context: Context, file: string, line: number | undefined): string {
  return line === undefined ? shownPath(context, file) : `${shownPath(context, file)}:${line}`;
}
