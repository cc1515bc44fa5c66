import { Argument, Command as Commander, InvalidArgumentError, Option } from 'commander';
import type { CommandSpec, OptionSpec, ParsedInput } from '../commands/command.ts';
import { globalOptions } from '../commands/global-options.ts';
import { editDistance } from '../text/edit-distance.ts';

/** What a command line asks for. */
export interface Parsed {
  readonly command: string | null;
  readonly input: ParsedInput;
}

/** Where commander's own texts go. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Reads a command line. Help and errors are written to `output`; commander's `CommanderError` is then thrown, its `exitCode`
 * is 0 for help. `specs` are the commands whose options are known; the first argument must name one of them.
 */
export function parseCommandLine(
  argv: readonly string[],
  specs: readonly CommandSpec[],
  output: Output,
): Parsed {
  let parsed: Parsed = { command: null, input: { arguments: [], options: {} } };
  const root = new Commander('review')
    .description(
      'Reads and formats reviews: of a film, a book, a game, an album, a restaurant, a product.',
    )
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText(
      'after',
      examplesText([
        { line: 'review show ballerina', does: 'read a review in the terminal' },
        { line: 'review section weaknesses', does: 'jump to a section' },
        { line: 'review export --html', does: 'a web page, on standard output' },
      ]),
    );
  prepare(root, output);
  addOptions(root, globalOptions);
  root.option('-V, --version', 'show the version');
  for (const spec of specs)
    addCommand(root, spec, output, (input) => {
      parsed = { command: spec.name, input };
    });
  root
    .usage('[options] [command]')
    .argument('[command...]')
    .action((words: readonly string[]) => {
      const [word] = words;
      if (word !== undefined) root.error(unknownCommand(word, specs));
      parsed = { command: null, input: { arguments: [], options: ownOptions(root) } };
    });
  const [first, second] = argv;
  if (first === 'help' && second !== undefined && !specs.some(({ name }) => name === second))
    root.error(unknownCommand(second, specs));
  root.parse([...argv], { from: 'user' });
  return parsed;
}

/** What other programs call a command; null for what no command does. */
const otherNames: Readonly<Record<string, string | null>> = {
  view: 'show',
  cat: 'show',
  open: 'show',
  print: 'show',
  ls: 'list',
  dir: 'list',
  grep: 'search',
  find: 'search',
  format: 'fmt',
  lint: 'check',
  serve: 'preview',
  build: 'export',
  add: 'new',
  create: 'new',
  rm: null,
  delete: null,
  mv: null,
};

function unknownCommand(word: string, specs: readonly CommandSpec[]): string {
  const other = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
  const there = `review: there is no command '${word}'`;
  if (other === null)
    return `${there}\nFiles are yours to move and remove. All commands: review --help.`;
  if (other !== undefined) return `${there}\nDid you mean 'review ${other}'?`;
  const near = specs
    .map(({ name }) => ({ name, away: editDistance(name, word) }))
    .sort((a, b) => a.away - b.away)[0];
  const advice =
    near !== undefined && near.away <= Math.min(2, word.length / 2)
      ? `Did you mean 'review ${near.name}'?`
      : `To read a review: review show ${word}. All commands: review --help.`;
  return `${there}\n${advice}`;
}

function prepare(command: Commander, output: Output): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, 'review: ')
            .replace("unknown option '-v'", "unknown option '-v' (the version is -V)"),
        ),
    })
    .showSuggestionAfterError(true);
}

function addCommand(
  root: Commander,
  spec: CommandSpec,
  output: Output,
  done: (input: ParsedInput) => void,
): void {
  const command = root
    .command(spec.name)
    .description(sentence(spec.summary))
    .helpOption('-h, --help', 'show this help');
  prepare(command, output);
  command.showHelpAfterError(`Try 'review ${spec.name} --help'.`);
  for (const { name, description, choices } of spec.arguments) {
    const argument = new Argument(name, description);
    command.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  addOptions(command, spec.options);
  addOptions(command, globalOptions, 'Global options:');
  command.addHelpText('after', examplesText(spec.examples));
  command.action(() => {
    const values = command.processedArgs as readonly unknown[];
    const names = values.flat().filter((value): value is string => typeof value === 'string');
    done({ arguments: names, options: { ...ownOptions(root), ...ownOptions(command) } });
  });
}

/** Only what was written on the command line: a default must not win over a value given elsewhere. */
function ownOptions(command: Commander): Record<string, unknown> {
  const values = command.opts();
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => command.getOptionValueSource(name) === 'cli'),
  );
}

function addOptions(command: Commander, specs: readonly OptionSpec[], group?: string): void {
  for (const { flags, description, choices, repeatable } of specs) {
    const option = new Option(flags, description);
    if (choices !== undefined) option.choices(choices);
    if (repeatable === true)
      option.argParser((value: string, before?: readonly string[]) => [...(before ?? []), value]);
    if (flags.startsWith('--width')) option.argParser(parseWidth);
    if (group !== undefined) option.helpGroup(group);
    command.addOption(option);
    if (/^--(?:no-)?css/.test(flags)) keepBothStyles(command);
  }
}

/** `--css FILE --no-css` says two things, of which commander would keep the last. */
function keepBothStyles(command: Commander): void {
  command.on('option:css', (file: string) =>
    command.setOptionValueWithSource('cssFile', file, 'cli'),
  );
  command.on('option:no-css', () => command.setOptionValueWithSource('noOwnCss', true, 'cli'));
}

/** Narrower pages cannot keep a word and its indent on a line. */
const narrowestPage = 20;

function parseWidth(text: string): number {
  const width = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (width === 0 || width >= narrowestPage) return width;
  throw new InvalidArgumentError(
    `It is a number of columns: 0 for no wrapping, or at least ${narrowestPage}.`,
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function examplesText(examples: CommandSpec['examples']): string {
  const widest = Math.max(...examples.map(({ line }) => line.length));
  const lines = examples.map(({ line, does }) => `  ${line.padEnd(widest)}  ${does}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
