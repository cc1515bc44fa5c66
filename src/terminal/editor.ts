import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** Editors that a system may have, tried in this order where nobody chose one. */
const usual = ['sensible-editor', 'nano', 'vi'];

/**
 * The words of the editor's command line: `VISUAL`, else `EDITOR`, else the first usual editor on the path; null when there is none,
 * or when what was chosen holds no word.
 */
export function editorCommand(
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] | null {
  const command = [env.VISUAL, env.EDITOR].find((each) => each !== undefined && each.trim() !== '');
  if (command === undefined) return usualEditor(env.PATH ?? '');
  const words = splitWords(command).filter((word) => word !== '');
  return words.length === 0 ? null : words;
}

function usualEditor(path: string): readonly string[] | null {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const found = usual.find((name) => folders.some((folder) => isProgram(join(folder, name))));
  return found === undefined ? null : [found];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A command line as words: spaces part them, but not within quotes or after a backslash. Nothing else is looked at; no shell sees it. */
export function splitWords(command: string): string[] {
  const word = /(?:"(?:\\["\\]|[^"])*"?|'[^']*'?|\\["'\s\\]|[^\s"'])+/g;
  return Array.from(command.matchAll(word), ([text]) =>
    text.replace(
      /"((?:\\["\\]|[^"])*)"?|'([^']*)'?|\\(["'\s\\])/g,
      (_, double?: string, single?: string, escaped?: string) =>
        double?.replace(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '',
    ),
  );
}

type Notation = (path: string, line: number) => readonly string[];

const plusLine: Notation = (path, line) => [`+${line}`, path];
const goTo: Notation = (path, line) => ['-g', `${path}:${line}`];
const colonLine: Notation = (path, line) => [`${path}:${line}`];

/** How editors are told a line. One that is not here opens the file at its start. */
const notations: readonly (readonly [names: string, notation: Notation])[] = [
  [
    'vi vim nvim view gvim mvim ex nano pico emacs emacsclient micro kak joe jed mg ne zile gedit',
    plusLine,
  ],
  ['code code-insiders codium vscodium cursor windsurf', goTo],
  ['subl sublime_text hx helix zed zeditor lapce', colonLine],
];

/** What follows the editor's own words: the file, at a line when one is wanted and the editor is known. */
export function editorArguments(
  program: string,
  path: string,
  line: number | null,
): readonly string[] {
  const name = basename(program.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(?:exe|cmd|app)$/, '');
  const notation = notations.find(([names]) => names.split(' ').includes(name))?.[1];
  return line === null || notation === undefined ? [path] : notation(path, line);
}

/** Opens the file in the editor and waits until it is closed. Null when all went well, else what went wrong, in words. */
export function runEditor(
  [program = '', ...own]: readonly string[],
  path: string,
  line: number | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [...own, ...editorArguments(program, path, line)], {
      stdio: 'inherit',
      env,
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        `the editor '${program}' could not be started: ${error.code === 'ENOENT' ? 'no such program' : error.message}`,
      ),
    );
    child.on('close', (status, signal) =>
      resolve(
        status === 0 ? null : `the editor '${program}' ended with ${signal ?? `status ${status}`}`,
      ),
    );
  });
}
