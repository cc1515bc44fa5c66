import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, ParsedInput } from '../commands/command.ts';
import { type CommandEntry, commands, welcomeCommand } from '../commands/index.ts';
import { UsageError } from '../commands/usage-error.ts';
import { visible, visibleLine } from '../text/visible.ts';
import type { GlobalOptions } from './context.ts';
import { exitStatus } from './exit.ts';
import type { Parsed } from './program.ts';
import { StreamError } from './streams.ts';
import { processSystem, type System } from './system.ts';
import { userFile } from './user.ts';
import { versionIn } from './version.ts';

/** Options that take the next argument as their value: it is then no command's name. */
const valued: ReadonlySet<string> = new Set([
  '--library',
  '--review',
  '--color',
  '--width',
  '--theme',
]);

/**
 * Runs the program. `argv` are the arguments alone, `root` is the package's folder.
 * Returns the exit status; nothing is pending then and nothing is thrown.
 */
export async function main(
  argv: readonly string[],
  root: string,
  system: System = processSystem(),
): Promise<number> {
  try {
    return await run(argv, root, system);
  } catch (error) {
    return sayFault(error, system);
  }
}

/** What a thread of the program does, once its pool has sent it something. */
export async function work(): Promise<void> {
  (await import('../commands/tasks/thread.ts')).work();
}

async function run(argv: readonly string[], root: string, system: System): Promise<number> {
  // Without the parser, which would be most of the time that this takes.
  if (argv[0] === '--version' || argv[0] === '-V') return printVersion(root, system);
  if (argv[0] === '--complete') return complete(argv.slice(1), root, system);
  const [{ parseCommandLine }, ...loaded] = await Promise.all([
    import('./program.ts'),
    ...chosenCommands(argv).map(({ load }) => load()),
  ]);
  const parsed = commanderResult(() =>
    parseCommandLine(
      argv,
      loaded.map(({ spec }) => spec),
      {
        out: system.stdout.write,
        err: (text) => system.stderr.write(visible(inLines(text, argv))),
      },
    ),
  );
  if (typeof parsed === 'number') return parsed;
  const { options } = parsed.input;
  if (options.version === true) return printVersion(root, system);
  const command =
    loaded.find(({ spec }) => spec.name === parsed.command) ?? (await welcomeCommand.load());
  const { createContext } = await import('./context.ts');
  const user = await userFile(system);
  const context = createContext(options, root, system, user);
  if (user !== null) context.report(user.diagnostics);
  const input = withPlain(parsed.input, command, user?.config.plain);
  const wanted = (options as GlobalOptions).theme ?? system.env.REVIEW_THEME ?? '';
  if (wanted === '') return exitStatus[await command.run(context, input)];
  const { resolveTheme } = await import('../commands/theme.ts');
  const theme = await resolveTheme(
    command.asksBackground === true ? { ...context, background: async () => null } : context,
    wanted,
  );
  return theme === null
    ? exitStatus.failed
    : exitStatus[await command.run({ ...context, theme }, input)];
}

/** Who wants everything in words, gets it of each command that can. */
function withPlain(input: ParsedInput, { spec }: Command, plain: boolean | undefined): ParsedInput {
  const isAsked = plain === true && spec.options.some(({ flags }) => flags === '--plain');
  return isAsked ? { ...input, options: { plain, ...input.options } } : input;
}

/** What a shell asks while a line is typed. The table was made by the build, so that no command is loaded. */
async function complete(given: readonly string[], root: string, system: System): Promise<number> {
  const { completionAnswer } = await import('../commands/completion/complete.ts');
  const context = async () => (await import('./context.ts')).createContext({}, root, system);
  const table = async () => JSON.parse(readFileSync(join(root, 'dist/completion.json'), 'utf8'));
  system.stdout.write(await completionAnswer(given, table, context));
  return exitStatus.done;
}

function printVersion(root: string, system: System): number {
  system.stdout.write(`${versionIn(root)}\n`);
  return exitStatus.done;
}

/** What commander says, with each argument that it repeats on one line. */
function inLines(text: string, argv: readonly string[]): string {
  const broken = argv.filter((word) => /[\r\n]/.test(word));
  return broken.reduce((said, word) => said.replaceAll(word, visibleLine(word)), text);
}

/** What the command line asks for, or the exit status when commander has said all there is to say. */
function commanderResult(parse: () => Parsed): Parsed | number {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
  }
}

/** The command that the arguments name, to load it alone; all of them when help or a mistake needs the whole list. */
function chosenCommands(argv: readonly string[]): readonly CommandEntry[] {
  const names = argv.filter((word, at) => !word.startsWith('-') && !valued.has(argv[at - 1] ?? ''));
  const [first] = names;
  // `review` alone needs none: what it does is no command.
  if (first === undefined)
    return argv.some((word) => word === '--help' || word === '-h') ? commands : [];
  const entry = commands.find(({ name }) => name === first);
  return entry === undefined ? commands : [entry];
}

function sayFault(error: unknown, system: System): number {
  const known = error instanceof UsageError || error instanceof StreamError;
  try {
    system.stderr.write(
      known
        ? `review: ${visibleLine((error as Error).message)}\n`
        : visible(faultText(error, system)),
    );
  } catch {
    // Nobody is left to tell.
  }
  return error instanceof UsageError
    ? exitStatus.usage
    : error instanceof StreamError
      ? exitStatus.failed
      : exitStatus.internal;
}

function faultText(error: unknown, { env }: System): string {
  if (env.REVIEW_DEBUG === '1')
    return `review: ${error instanceof Error ? error.stack : String(error)}\n`;
  const message = error instanceof Error ? error.message : String(error);
  return `review: a fault in the program: ${message}\nPlease report it with what you typed; REVIEW_DEBUG=1 shows where it happened.\n`;
}
