import { type ReadConfigResult, readUserConfig } from '../../library/config/read-config.ts';
import { readBytes } from '../../library/files.ts';
import type { UserConfig } from '../../model/settings.ts';

/** A person's own configuration as it is read from its file. Throws as `readBytes` does. */
export function readUserFile(path: string): ReadConfigResult<UserConfig> {
  return readUserConfig(new TextDecoder().decode(readBytes(path)), path);
}
