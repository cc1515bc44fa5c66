import { resolve } from 'node:path';
import { readBytes } from '../../library/files.ts';
import type { AnyWriteOptions, WriteFormat } from '../../writers/formats.ts';
import type { Context, Input, OptionSpec, OptionsOf } from '../command.ts';
import { sayFailure } from '../opening/open.ts';
import { UsageError } from '../usage-error.ts';
import { wantedBaseUrl } from './base-url.ts';

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
    description: 'where it will be found: links and pictures, feeds and site map become absolute',
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
  const { fragment, cssFile: css, noOwnCss, title, baseUrl } = options;
  if (format.takes.html !== true) {
    for (const name of ['fragment', 'css', 'title', 'base-url'] as const)
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
  const base = site || baseUrl === undefined ? undefined : wantedBaseUrl(baseUrl);
  return {
    fragment: fragment === true,
    ownCss: noOwnCss !== true,
    ...(added === undefined ? {} : { css: added }),
    ...(title === undefined || site ? {} : { title }),
    ...(base === undefined ? {} : { baseUrl: base }),
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
