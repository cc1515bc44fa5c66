import { existsSync } from 'node:fs';
import type { UserFile } from '../commands/command.ts';
import { userConfigPath } from '../commands/config/user-path.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { UserConfig } from '../model/settings.ts';
import type { System } from './system.ts';

/** A person's own configuration, and what is wrong in it; null where there is none. Throws when it cannot be read. */
export async function userFile({
  env,
}: System): Promise<(UserFile & { readonly diagnostics: readonly Diagnostic[] }) | null> {
  const path = userConfigPath(env);
  if (path === null || !existsSync(path)) return null;
  const { readUserFile } = await import('../commands/config/user-file.ts');
  return { path, ...readUserFile(path) };
}

const ofColor = ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR_FORCE', 'CLICOLOR'];

/** What the person's own configuration says of the terminal, where neither an option nor the environment does. */
export function userChoices(
  env: System['env'],
  user: UserConfig,
): {
  readonly env: System['env'];
  readonly color: UserConfig['color'];
  readonly width: number | undefined;
} {
  const isUnset = (...names: readonly string[]): boolean =>
    names.every((name) => env[name] === undefined);
  const isEmpty = (...names: readonly string[]): boolean => names.every((name) => !env[name]);
  return {
    env: {
      ...env,
      ...(user.pager !== undefined && isUnset('REVIEW_PAGER', 'PAGER')
        ? { PAGER: user.pager }
        : {}),
      ...(user.editor !== undefined && isEmpty('VISUAL', 'EDITOR') ? { EDITOR: user.editor } : {}),
    },
    color: isEmpty(...ofColor) ? user.color : undefined,
    width: isEmpty('COLUMNS') ? user.width : undefined,
  };
}
