import { resolve } from 'node:path';
import { readBytes } from '../../library/files.ts';
import type { Library } from '../../library/library.ts';
import type { AnyWriteOptions, WriteFormat } from '../../writers/formats.ts';
import type { Context, Input, OptionSpec, OptionsOf } from '../command.ts';
import { sayFailure } from '../opening/open.ts';
import { UsageError } from '../usage-error.ts';
import { wantedBaseUrl } from './base-url.ts';
import type { PageChoices } from './page-places.ts';

/** What shapes a web page, for `export`. */
export const htmlOptions = [
  { flags: '--fragment', description: 'the article alone, to be put into a page of your own' },
  { flags: '--css <file>', description: 'add this style sheet to the page' },
  { flags: '--no-css', description: 'a page without a style sheet' },
  {
    flags: '--title <text>',
    description: 'the title of the page, or of the site that --all makes',
  },
  {
    flags: '--base-url <url>',
    description: 'the root of the site: links and pictures, feeds and site map become absolute',
  },
  {
    flags: '--pictures <how>',
    description:
      'pictures of the library in the page itself, linked, or none; default: embed for a page alone',
    choices: ['embed', 'link', 'none'],
  },
] as const satisfies readonly OptionSpec[];

/** `--css FILE` and `--no-css` say two things, which the parser keeps apart. */
type HtmlValues = OptionsOf<typeof htmlOptions> & {
  readonly cssFile?: string;
  readonly noOwnCss?: boolean;
};

/**
 * The options for a web page: none for other formats, with which they are a usage error; `site` leaves those out that are the
 * site's. Null when the style sheet could not be read, which is then said.
 */
export function htmlWriteOptions(
  context: Context,
  { options }: Input<HtmlValues>,
  format: WriteFormat,
  site: boolean,
): AnyWriteOptions | null {
  const { fragment, cssFile: css, noOwnCss, title } = options;
  if (format.takes.html !== true) {
    for (const name of ['fragment', 'css', 'title', 'base-url', 'pictures'] as const)
      if (options[name === 'base-url' ? 'baseUrl' : name] !== undefined)
        throw new UsageError(`--${name} is for HTML, not for ${format.name}; add --html`);
    return {};
  }
  if (fragment === true && site)
    throw new UsageError('--fragment is for single reviews; a site is made of whole pages');
  if (fragment === true && (css !== undefined || noOwnCss === true))
    throw new UsageError('--fragment has no style sheet: its page brings one; leave --css out');
  const added = css === undefined ? undefined : readStyles(context, css);
  if (added === null) return null;
  return {
    fragment: fragment === true,
    ownCss: noOwnCss !== true,
    ...(added === undefined ? {} : { css: added }),
    ...(title === undefined || site ? {} : { title }),
  };
}

/** How pictures come onto a page on its own, and the root of the site that it will be in. */
export function pageChoices({ options }: Input<HtmlValues>, library: Library): PageChoices {
  const { baseUrl, fragment, pictures } = options;
  const isElsewhere = fragment === true || baseUrl !== undefined;
  return {
    pictures: pictures ?? (isElsewhere ? 'link' : 'embed'),
    baseUrl:
      baseUrl === undefined
        ? (library.config().config.site?.baseUrl ?? null)
        : wantedBaseUrl(baseUrl),
  };
}

/** The style sheet in use, which is read. */
export function stylesOf({ cwd }: Context, { options }: Input<HtmlValues>): string[] {
  return options.cssFile === undefined ? [] : [resolve(cwd, options.cssFile)];
}

function readStyles(context: Context, file: string): string | null {
  const path = resolve(context.cwd, file);
  try {
    return new TextDecoder().decode(readBytes(path));
  } catch (error) {
    sayFailure(context, path, error);
    return null;
  }
}
