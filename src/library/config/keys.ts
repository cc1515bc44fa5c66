import { type DataNode, type MapEntry, toJson } from '../../data/data-node.ts';
import { diagnosticKinds, type Severity } from '../../model/diagnostic.ts';
import { itemKinds } from '../../model/review.ts';
import { roleNamed, roles } from '../../model/roles.ts';
import type {
  FolderSettings,
  Grade,
  LibraryConfig,
  SiteSettings,
  ThemeName,
  UserConfig,
} from '../../model/settings.ts';
import { themeNames } from '../../model/settings.ts';
import { editDistance } from '../../text/edit-distance.ts';
import { readRating } from '../../vocabulary/ratings.ts';
import { builtInSpellings, kindNamed, meaningOfField } from '../../vocabulary/spelling-lookup.ts';
import { parseBaseUrl } from './base-url.ts';
import {
  invalid,
  invalidKey,
  mapOf,
  type Names,
  numberAboveZero,
  objectOf,
  parsedText,
  type Reading,
  type Setting,
  type Settings,
  texts,
  textValue,
  type Value,
  yesOrNo,
} from './value.ts';

function setting<T>(value: Value<T>, meaning: string, example: string): Setting<T> {
  return { ...value, meaning, example };
}

const grade: Value<Grade> = {
  takes: 'a share of the best (`0.87`, `87%`) or a value with its scale (`5/5`)',
  schema: () => ({
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^\\d{1,3}(?:\\.\\d+)?\\s*%$' },
      { type: 'string', pattern: '^\\d+(?:[.,]\\d+)?\\s*/\\s*\\d+$' },
    ],
  }),
  read: (node, reading) => {
    const read = readGrade(node);
    return (
      read ??
      invalid(
        reading,
        node,
        'A grade wants a share of the best (`0.87`, `87%`) or a value with its scale (`5/5`).',
      )
    );
  },
};

function readGrade(node: DataNode): Grade | null {
  const figure = node.kind === 'scalar' ? readRating(node.text, { grades: {} }) : null;
  if (figure?.kind === 'rating' && !figure.assumedScale && !node.text.includes('%')) {
    const { value, best } = figure.rating;
    return { value, best };
  }
  const percent = node.kind === 'scalar' ? /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(node.text) : null;
  const value = percent === null ? toJson(node) : Number(percent[1]) / 100;
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}

const kind: Value<(typeof itemKinds)[number]> = {
  takes: 'a kind',
  schema: () => ({ enum: [...itemKinds] }),
  read: (node, reading) =>
    (node.kind === 'scalar' ? kindNamed(node.text) : null) ??
    invalid(reading, node, `\`${node.text}\` is no kind that is known.`),
};

const severities: Readonly<Record<string, Severity | 'off'>> = {
  off: 'off',
  false: 'off',
  info: 'info',
  warning: 'warning',
  warn: 'warning',
  error: 'error',
};

const severity: Value<Severity | 'off'> = {
  takes: '`off`, `info`, `warning` or `error`',
  schema: () => ({ enum: ['off', 'info', 'warning', 'error', false] }),
  read: (node, reading) => {
    const name = node.kind === 'scalar' ? node.text.toLowerCase() : '';
    return Object.hasOwn(severities, name)
      ? severities[name]
      : invalid(reading, node, 'A rule is `off`, `info`, `warning` or `error`.');
  },
};

const roleNames: Names = {
  all: () => roles,
  read: (entry, reading) =>
    roleNamed(entry.key) ?? invalidKey(reading, entry, `\`${entry.key}\` is no role.`),
};

const fieldNames: Names = {
  all: () => ['item.name', 'itemName', ...builtInSpellings().map(([spelling]) => spelling)],
  read: (entry, reading) =>
    meaningOfField(entry.key) === null
      ? invalidKey(reading, entry, `\`${entry.key}\` is no field of a review.`)
      : entry.key,
};

const field: Value<string> = {
  takes: 'a field',
  schema: () => ({ type: 'string' }),
  read: (node, reading) =>
    node.kind === 'scalar' && meaningOfField(node.text) !== null
      ? node.text
      : invalid(reading, node, `\`${node.text}\` is no field of a review.`),
};

const folderNames: Names = {
  read: ({ key }) => key.replace(/^\.?\/+|(?<!\/)\/+$/g, ''),
};

const codes: Names = { all: () => Object.keys(diagnosticKinds), read: nameOfCode };

function nameOfCode(entry: MapEntry, reading: Reading): string | undefined {
  if (Object.hasOwn(diagnosticKinds, entry.key)) return entry.key;
  const near = Object.keys(diagnosticKinds).find((code) => editDistance(code, entry.key) <= 3);
  const advice =
    near === undefined
      ? '; `review check` names the code of each fault in brackets'
      : `; \`${near}\` is`;
  return invalidKey(reading, entry, `\`${entry.key}\` is the code of no diagnostic${advice}.`);
}

const lang = parsedText(
  'a language tag such as `en` or `pt-BR`',
  (text) => (/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(text) ? text : null),
  { type: ['string', 'null'], pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$' },
);

const baseUrl = parsedText('an address such as `https://example.org/reviews/`', parseBaseUrl, {
  type: ['string', 'null'],
  pattern: '^\\s*[Hh][Tt][Tt][Pp][Ss]?://',
});

const name = textValue('a name');

/** No path: a folder of somebody else's names no file to be read. */
const themeName: Value<ThemeName> = {
  takes: 'the name of a theme',
  schema: () => ({ enum: [...themeNames] }),
  read: (node, reading, path) =>
    themeNames.find((each) => node.kind === 'scalar' && each === node.text) ??
    invalid(reading, node, `\`${path}\` is one of ${themeNames.join(', ')}.`),
};

const siteSettings: Settings<SiteSettings> = {
  title: setting(textValue('a text'), 'What the site is called.', 'title: Late reviews'),
  baseUrl: setting(baseUrl, 'Where the site is published.', 'baseUrl: https://example.org/'),
  lang: setting(lang, 'The language of the site’s own words.', 'lang: en'),
};

const folderSettings: Settings<FolderSettings> = {
  kind: setting(kind, 'What its reviews review.', 'kind: book'),
  scale: setting(numberAboveZero, 'The best value of a bare number.', 'scale: 10'),
  author: setting(name, 'The critic where a file names none.', 'author: Ada Quill'),
  lang: setting(lang, 'The language of its reviews where a file names none.', 'lang: en'),
};

const columns: Value<number> = {
  takes: 'a number of columns: 0 for no wrapping, or at least 20',
  schema: () => ({ anyOf: [{ const: 0 }, { type: 'integer', minimum: 20, maximum: 99_999 }] }),
  read: (node, reading, path) => {
    const value = toJson(node);
    return typeof value === 'number' && Number.isInteger(value) && (value === 0 || value >= 20)
      ? value
      : invalid(reading, node, `\`${path}\` wants 0 for no wrapping, or at least 20 columns.`);
  },
};

const whenColored = ['auto', 'always', 'never'] as const;

const colored: Value<(typeof whenColored)[number]> = {
  takes: '`auto`, `always` or `never`',
  schema: () => ({ enum: [...whenColored] }),
  read: (node, reading, path) =>
    whenColored.find((when) => node.kind === 'scalar' && when === node.text) ??
    invalid(reading, node, `\`${path}\` is \`auto\`, \`always\` or \`never\`.`),
};

/** Every key of a person's own configuration. */
export const userSettings: Settings<UserConfig> = {
  theme: setting(
    textValue('a theme'),
    'Colours: the name of a theme, or the path of a file.',
    'theme: dark',
  ),
  width: setting(columns, 'Columns of a page.', 'width: 72'),
  pager: setting(textValue('a command'), 'What long pages are shown with.', 'pager: less -RF'),
  plain: setting(yesOrNo, 'Everything in words, nothing drawn.', 'plain: true'),
  color: setting(colored, 'Colour and styles.', 'color: never'),
  editor: setting(textValue('a command'), 'What files are opened with.', 'editor: nano'),
  author: setting(name, 'The critic in `review new`.', 'author: Ada Quill'),
};

/** Every key of a library's `review.config.yaml`: its parser, its schema and the table in docs/format.md are made of this. */
export const configSettings: Settings<LibraryConfig> = {
  default: setting(
    textValue('the id of a review'),
    'The review that is shown when none is named.',
    'default: ballerina',
  ),
  author: setting(
    name,
    'The critic where a file names none, and in `review new`.',
    'author: Ada Quill',
  ),
  scale: setting(numberAboveZero, 'The best value of a rating that is a bare number.', 'scale: 5'),
  grades: setting(
    mapOf(grade),
    'Grades and words for a rating, instead of the letters from A+ to F.',
    'grades: { A: 1, B: 80%, great: 5/5 }',
  ),
  kinds: setting(
    mapOf(kind, folderNames),
    'The kind of what the reviews in a folder review, at any depth.',
    'kinds: { books: book }',
  ),
  folders: setting(
    mapOf(objectOf(folderSettings, 'a folder'), folderNames),
    'The same and more for a folder: the longest path wins, key by key.',
    'folders: { books: { kind: book, scale: 10, author: Ada Quill, lang: en } }',
  ),
  include: setting(
    texts,
    'Globs: only these files are reviews, whatever their names.',
    'include: ["posts/**"]',
  ),
  exclude: setting(texts, 'Globs: what is left aside of all the others.', 'exclude: ["drafts/**"]'),
  many: setting(
    mapOf(yesOrNo),
    'Globs: whether a file holds several reviews, where it is not to be judged by its look; the last that fits counts.',
    'many: { "logs/*.md": true, "albums/**": false }',
  ),
  spellings: setting(
    mapOf(texts, fieldNames),
    'More keys that mean a field.',
    'spellings: { rating: [verdict] }',
  ),
  roles: setting(
    mapOf(texts, roleNames),
    'More headings that mean a role.',
    'roles: { weaknesses: [gripes] }',
  ),
  rules: setting(
    mapOf(severity, codes),
    'What `review check` makes of a diagnostic.',
    'rules: { date-missing: off, link-broken: error }',
  ),
  site: setting(
    objectOf(siteSettings, '`site`'),
    'What a site is called, where it is published, and its language.',
    'site: { title: Late reviews, baseUrl: https://example.org/, lang: en }',
  ),
  theme: setting(
    themeName,
    'The colours of its pages where nobody asks for others: the name of a theme that comes with the program.',
    'theme: dark',
  ),
  import: setting(
    mapOf(field),
    'What the columns of a table mean that is imported.',
    'import: { Name: title, Stars: rating }',
  ),
};
