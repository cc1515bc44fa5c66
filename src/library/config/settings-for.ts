import type { FolderSettings, LibraryConfig } from '../../model/settings.ts';
import type { ReadSettings } from '../../readers/reader.ts';
import { matcherOf } from './selection.ts';

/**
 * What a configuration says about reading the file at a path, which is relative to its library's folder, with `/` between folders. `around` is what leads
 * from the configuration's folder to the library's, as in `reviews/`: its paths may be written from either.
 */
export function settingsFor(config: LibraryConfig, path: string, around = ''): ReadSettings {
  const { grades, roles, spellings } = config;
  const { kind, ...own } = folderSettings(config, around + path);
  const { scale = config.scale, author = config.author, lang } = own;
  const many = manyFor(config, path, around);
  return {
    ...(scale === undefined ? {} : { scale }),
    ...(grades === undefined ? {} : { grades }),
    ...(roles === undefined ? {} : { roles }),
    ...(spellings === undefined ? {} : { spellings }),
    ...(kind === undefined ? {} : { kind }),
    ...(author === undefined ? {} : { author }),
    ...(lang === undefined ? {} : { lang }),
    ...(many === undefined ? {} : { many }),
  };
}

/** What holds in a file's folders: of two that say a key, the one that reaches deeper counts, then the longer one. */
function folderSettings({ kinds = {}, folders = {} }: LibraryConfig, path: string) {
  const all: (readonly [folder: string, settings: FolderSettings])[] = [
    ...Object.entries(kinds).map(([folder, kind]) => [folder, { kind }] as const),
    ...Object.entries(folders),
  ];
  const matching = all.flatMap(([folder, settings]) => {
    const end = endOf(folder, path);
    return end === null ? [] : [{ end, length: folder.length, settings }];
  });
  matching.sort((a, b) => a.end - b.end || a.length - b.length);
  return Object.assign({}, ...matching.map(({ settings }) => settings)) as FolderSettings;
}

/** Where a folder's name ends in a path, counted from its start; null where the path does not lie in such a folder. */
function endOf(folder: string, path: string): number | null {
  const name = folder.replace(/^\.?\/+|(?<!\/)\/+$/g, '');
  if (name === '' || name === '.') return 0;
  const at = `/${path}`.lastIndexOf(`/${name}/`);
  return at < 0 ? null : at + name.length;
}

function manyFor({ many }: LibraryConfig, path: string, around: string): boolean | undefined {
  return Object.entries(many ?? {}).findLast(([glob]) => matcherOf(glob, around)(path))?.[1];
}
