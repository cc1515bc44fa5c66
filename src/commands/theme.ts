import { extname, resolve } from 'node:path';
import { readBytes } from '../library/files.ts';
import { isFile } from '../library/locate.ts';
import { themeNames } from '../model/settings.ts';
import type { Theme } from '../writers/layout/theme.ts';
import { readTheme } from '../writers/terminal/theme-file.ts';
import { isThemeName } from '../writers/terminal/themes.ts';
import type { Context } from './command.ts';
import { sayFailure } from './opening/open.ts';
import { UsageError } from './usage-error.ts';

/**
 * The theme that `--theme` or `REVIEW_THEME` asks for: the name of one that comes with the program, or a YAML file. `auto` asks the
 * terminal whether it is dark or light. Null when the file could not be read, which has then been said; throws a `UsageError`
 * for a name there is not. What is wrong in the file is reported.
 */
export async function resolveTheme(
  context: Pick<Context, 'cwd' | 'note' | 'report' | 'terminal' | 'background'>,
  wanted: string,
): Promise<Theme | string | null> {
  if (wanted === 'auto') return (await context.background()) ?? 'auto';
  if (isThemeName(wanted)) return wanted;
  const path = resolve(context.cwd, wanted);
  const isPath = /[/\\]/.test(wanted) || ['.yaml', '.yml'].includes(extname(wanted));
  if (!isPath && !isFile(path))
    throw new UsageError(
      `no theme '${wanted}'; there is ${themeNames.join(', ')}, or the path of a YAML file`,
    );
  return readThemeFile(context, wanted, path);
}

function readThemeFile(
  context: Pick<Context, 'note' | 'report'>,
  name: string,
  path: string,
): Theme | null {
  try {
    const source = new TextDecoder().decode(readBytes(path));
    const { theme, diagnostics } = readTheme(source, name);
    context.report(diagnostics);
    return theme;
  } catch (error) {
    sayFailure(context, name, error);
    return null;
  }
}

/** The files that may say the theme of this run, absolute, whether it is needed or not. */
export function themeFiles(
  { cwd, env, user }: Pick<Context, 'cwd' | 'env' | 'user'>,
  asked: string | undefined,
  configured: string | undefined,
): string[] {
  return [asked, env.REVIEW_THEME, configured, user?.config.theme].flatMap((each) =>
    each === undefined || each === '' || each === 'auto' || isThemeName(each)
      ? []
      : [resolve(cwd, each)],
  );
}
