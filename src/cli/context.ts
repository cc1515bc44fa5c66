import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GlobalOptions as CommandOptions, Context, UserFile } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { shownPath } from '../commands/opening/shown-path.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { detectTerminal } from '../terminal/detect.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { diagnosticsText } from './report.ts';
import type { System } from './system.ts';
import { userChoices } from './user.ts';
import { versionIn } from './version.ts';

/** The global options, as commander gives them. */
export interface GlobalOptions extends CommandOptions {
  readonly quiet?: boolean;
  readonly cache?: boolean;
}

/** What a command gets to see of the system. `root` is the package's folder. */
export function createContext(
  options: GlobalOptions,
  root: string,
  given: System,
  user: UserFile | null = null,
): Context {
  const { stdout, stderr } = given;
  const chosen = userChoices(given.env, user?.config ?? {});
  const system = { ...given, env: chosen.env };
  const { env } = given;
  const color = options.color === false ? 'never' : (options.color ?? chosen.color);
  const terminal = detectTerminal(
    { env, ...system.screen() },
    { color, width: options.width ?? chosen.width },
  );
  const quiet = options.quiet === true;
  const { progress, beyond } = createProgress(system, quiet);
  const write = beyond(stdout.write);
  const say = beyond(stderr.write);
  return {
    env: options.cache === false ? { ...env, REVIEW_CACHE: 'off' } : env,
    cwd: system.cwd,
    samples: join(root, 'reviews'),
    terminal,
    user,
    get thread() {
      return threadScript(root);
    },
    get machine() {
      return machineAt(root);
    },
    background: async () =>
      terminal.interactive && terminal.color > 0 ? system.background() : null,
    now: () => new Date(),
    readInput: system.readInput,
    write,
    writeDocument: (text) => write(system.screen().isTerminal ? visible(text) : text),
    page: async (text) => {
      const paged =
        options.pager !== false &&
        terminal.interactive &&
        isLong(text, terminal.rows) &&
        (await throughPager(text, system));
      if (!paged) write(text);
    },
    note: (line) => say(quiet && !line.startsWith('review: ') ? '' : `${visibleLine(line)}\n`),
    report: (diagnostics) => {
      const shown = diagnostics.filter(
        ({ severity }) => severity === 'error' || (severity === 'warning' && !quiet),
      );
      say(diagnosticsText(shown.map((diagnostic) => named(diagnostic, system))));
    },
    progress,
    edit: (path, line) => inEditor(path, line, system),
    browse: async (url) => (await import('../terminal/browser.ts')).openBrowser(url, env),
    interrupted: system.interrupted,
    specs: async () =>
      (await Promise.all(commands.map(({ load }) => load()))).map(({ spec }) => spec),
    get ask() {
      return system.ask();
    },
  };
}

/** As results name it, its file. */
function named(diagnostic: Diagnostic, { cwd }: System): Diagnostic {
  const { file } = diagnostic;
  return file === undefined ? diagnostic : { ...diagnostic, file: shownPath({ cwd }, file) };
}

/** Built together with the bundle; what runs from its sources is not. */
function threadScript(root: string): string | null {
  const path = join(root, 'dist/cli/thread.cjs');
  return existsSync(path) ? path : null;
}

function machineAt(root: string): Context['machine'] {
  return {
    version: versionIn(root),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}

/** A line on standard error that is written anew and gone before anything else is written. */
function createProgress(
  { stderr, showsProgress }: System,
  quiet: boolean,
): {
  readonly progress: Context['progress'];
  readonly beyond: (write: (text: string) => void) => (text: string) => void;
} {
  const takeBack = '\r\u001B[K';
  let stands = false;
  const progress = (text: string | null): void => {
    if (text === null ? !stands : quiet || !showsProgress()) return;
    stderr.write(text === null ? takeBack : takeBack + visible(text));
    stands = text !== null;
  };
  return {
    progress,
    beyond: (write) => (text) => {
      progress(null);
      write(text);
    },
  };
}

function isLong(text: string, rows: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines < rows; at = text.indexOf('\n', at + 1))
    lines++;
  return rows > 0 && lines >= rows;
}

async function throughPager(text: string, system: System): Promise<boolean> {
  const { pagerCommand, runPager } = await import('../terminal/pager.ts');
  const command = pagerCommand(system.env);
  return command !== null && system.withoutInterrupt(() => runPager(command, text, system.env));
}

async function inEditor(path: string, line: number | null, system: System): Promise<string | null> {
  const { editorCommand, runEditor } = await import('../terminal/editor.ts');
  const command = editorCommand(system.env);
  if (command === null)
    return 'no editor is set: put its name into VISUAL or EDITOR, as in EDITOR=nano';
  return system.withoutInterrupt(() => runEditor(command, path, line, system.env));
}
