import { isAbsolute, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a person's own configuration is, whether there is one or not; null where there is no home. */
export function userConfigPath({
  XDG_CONFIG_HOME: folder = '',
  HOME: home = '',
}: Env): string | null {
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (isAbsolute(folder)) return join(folder, 'review/config.yaml');
  return isAbsolute(home) ? join(home, '.config/review/config.yaml') : null;
}
