import type { ArgumentSpec, CommandSpec, OptionSpec } from '../../src/commands/command.ts';

/** What every page of the manual says of itself. */
export interface Manual {
  readonly version: string;
  /** Of the manual, an ISO date. */
  readonly date: string;
}

/** A command's page of the manual, in the macros of man(7), from the table that `--help` is made of. */
export function commandPage(
  spec: CommandSpec,
  globals: readonly OptionSpec[],
  manual: Manual,
): string {
  const name = `review-${spec.name}`;
  const options = [...spec.options, ...globals];
  return page(name, manual, [
    ...named(name, spec.summary),
    '.SH SYNOPSIS',
    `.B review ${roff(spec.name)}`,
    ...(spec.options.length === 0 ? [] : ['.RI [ options ]']),
    ...spec.arguments.map(({ name: argument }) => `.I ${roff(argument)}`),
    '.SH DESCRIPTION',
    `${roff(sentence(spec.summary))}`,
    ...spec.arguments.flatMap(({ name: argument, description, choices }: ArgumentSpec) =>
      item(`\\fI${roff(argument)}\\fR`, description, choices),
    ),
    '.SH OPTIONS',
    ...options.flatMap(({ flags, description, choices }) =>
      item(boldFlags(flags), description, choices),
    ),
    ...item('\\fB\\-h\\fR, \\fB\\-\\-help\\fR', 'show the help of the command'),
    ...examples(spec.examples),
    ...exitStatus,
    '.SH SEE ALSO',
    '.BR review (1)',
  ]);
}

/** The page of the program itself. */
export function programPage(
  specs: readonly CommandSpec[],
  globals: readonly OptionSpec[],
  manual: Manual,
): string {
  return page('review', manual, [
    ...named('review', 'read, find and publish reviews kept as text files'),
    '.SH SYNOPSIS',
    '.B review',
    '.RI [ command ]',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    'Reads reviews of films, books, games, albums, restaurants and products from the text files that hold them, prints them in the terminal, jumps to',
    'a section, finds, checks and publishes them. Alone it says which reviews there are and what to try.',
    '.SH COMMANDS',
    ...specs.flatMap(({ name, summary }) => item(`\\fBreview\\-${roff(name)}\\fR(1)`, summary)),
    '.SH OPTIONS',
    'Every command takes these.',
    ...globals.flatMap(({ flags, description, choices }) =>
      item(boldFlags(flags), description, choices),
    ),
    ...item('\\fB\\-V\\fR, \\fB\\-\\-version\\fR', 'show the version'),
    ...examples([
      { line: 'review show ballerina', does: 'read a review in the terminal' },
      { line: 'review section weaknesses', does: 'jump to a section' },
      { line: 'review export --html', does: 'a web page, on standard output' },
    ]),
    '.SH ENVIRONMENT',
    ...environment.flatMap(([name, does]) => item(`\\fB${name}\\fR`, does)),
    '.SH FILES',
    ...item(
      '\\fIreview.config.yaml\\fR',
      'the configuration of a library, in its folder; review schema --config describes it',
    ),
    ...item('\\fI~/.local/share/review\\fR', 'the library where the folder at hand has none'),
    ...exitStatus,
    '.SH SEE ALSO',
    `${specs.map(({ name }, at) => `.BR review\\-${roff(name)} (1)${at < specs.length - 1 ? ' ,' : ''}`).join('\n')}`,
  ]);
}

const environment: readonly (readonly [name: string, does: string])[] = [
  ['REVIEW', 'the review to use when none is named'],
  ['REVIEW_LIBRARY', 'the folder of reviews'],
  ['REVIEW_THEME', 'the theme'],
  ['REVIEW_PAGER, PAGER', 'what long pages are shown with; empty for none'],
  ['REVIEW_CACHE', 'off: nothing is remembered between two runs'],
  ['VISUAL, EDITOR', 'what edit and new open a file with'],
  ['NO_COLOR, FORCE_COLOR, CLICOLOR', 'no colour, or colour where there would be none'],
];

const exitStatus = [
  '.SH EXIT STATUS',
  ...item('0', 'all is fine'),
  ...item('1', 'nothing was found, or check found errors'),
  ...item('2', 'wrong usage, or a file that could not be read or written'),
];

/** The flags bold, what they take as it is. */
function boldFlags(flags: string): string {
  return roff(flags).replace(/(?:\\-){1,2}\w(?:\\-|\w)*/g, '\\fB$&\\fR');
}

function page(name: string, { version, date }: Manual, lines: readonly string[]): string {
  const head = `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 ${date} "review ${version}" "Manual of review"`;
  return `${[head, ...lines].join('\n')}\n`;
}

function named(name: string, summary: string): string[] {
  return ['.SH NAME', `${name.replaceAll('-', '\\-')} \\- ${roff(summary)}`];
}

function item(head: string, text: string, choices: readonly string[] = []): string[] {
  const all = choices.length === 0 ? text : `${text} (${choices.join(', ')})`;
  return ['.TP', head, roff(all)];
}

function examples(rows: CommandSpec['examples']): string[] {
  return [
    '.SH EXAMPLES',
    ...rows.flatMap(({ line, does }) => ['.TP', `.B ${quoted(line)}`, roff(does)]),
  ];
}

function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '""')}"`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Text as roff reads it back: signs of its own escaped, ASCII alone, so that every locale shows it. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(
      /[^\x20-\x7E]/gu,
      (sign) => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
  return escaped.replace(/^[.']/, '\\&$&');
}
