import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sources } from './rooms.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** All of `src`, without the declarations for packages that have none. */
export function readSources(): Sources {
  const folder = join(root, 'src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return new Map(
    paths
      .sort()
      .map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}
