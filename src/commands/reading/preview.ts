import { basename, dirname, extname, resolve } from 'node:path';
import type { LoadedReview } from '../../library/library.ts';
import { readPicture } from '../../library/pictures.ts';
import { closedMessages } from '../../markdown/redact/redact-strings.ts';
import type { PreviewContent, PreviewServer } from '../../preview/server.ts';
import { visibleWords } from '../../text/visible-text.ts';
import type { Context, Input, OptionSpec, OptionsOf, Outcome } from '../command.ts';
import { checkLoaded } from '../opening/check-files.ts';
import { type LibraryRun, libraryCommand } from '../opening/library-command.ts';
import { openOne } from '../opening/named-reviews.ts';
import { configIsReadable, openedLibrary, openReview } from '../opening/open.ts';
import { selectSections } from '../opening/select-sections.ts';
import { formatNamed, spoilersOption } from '../output/write-options.ts';
import { UsageError } from '../usage-error.ts';

const options = [
  { flags: '--port <number>', description: 'the port to serve on; default: a free one' },
  { flags: '--all', description: 'the whole library, as the site that export --all makes' },
  { flags: '--no-open', description: 'do not open the browser, only print the address' },
  spoilersOption,
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review preview`: the page of a review in the browser, made anew whenever the file is saved. */
export const preview = libraryCommand(
  {
    name: 'preview',
    summary: 'show a review in the browser, again whenever it is saved',
    arguments: [{ name: '[ref]', description: 'a name or path, or name#section to start there' }],
    options,
    examples: [
      { line: 'review preview ballerina', does: 'the page, with what check finds; Ctrl-C ends it' },
      { line: 'review preview --all', does: 'the whole site, from its index' },
      { line: 'review preview ballerina --no-open --port 8080', does: 'at an address of your own' },
    ],
  },
  runPreview,
  portOf,
);

function portOf(input: Input<Values>): number {
  if (input.arguments[0] === '-')
    throw new UsageError('standard input cannot be previewed; name a file');
  if (input.options.all === true && input.arguments.length > 0)
    throw new UsageError('either a review or --all, not both');
  return portOption(input);
}

async function runPreview(input: LibraryRun<Values, number>): Promise<Outcome> {
  const { context, library, asked: port } = input;
  if (input.options.all === true)
    return serve(context, input, await siteShown(context, input), { port, place: '' });
  const [first] = input.arguments;
  const opened = await openOne(context, library, input, first);
  if ('outcome' in opened) return opened.outcome;
  const { loaded, section } = opened.value;
  let place = '';
  if (section !== undefined) {
    const { roles: synonyms = {} } = library.config().config;
    const rules = { synonyms, spoilers: true };
    const selected = selectSections(context, loaded.review, [section], rules);
    if ('outcome' in selected) return selected.outcome;
    place = `#${encodeURIComponent(selected.value.sections[0]?.id ?? '')}`;
  }
  const { config } = openedLibrary(context, input).place;
  const files = [resolve(context.cwd, loaded.file), ...(config === null ? [] : [config])];
  const { watchFiles } = await import('../../preview/watch.ts');
  const content = contentOf(context, input, loaded);
  const watch = (changed: () => void) => watchFiles(files, changed);
  return serve(context, input, { content, watch }, { port, place });
}

function portOption({ options: { port: text } }: Input<Values>): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`a port is a number from 0 to 65535, not '${text}'`);
}

/** What is served, and how it is known that it has changed. */
interface Served {
  readonly content: PreviewContent;
  /** Calls back at every change, until what comes back is called. */
  readonly watch: (changed: () => void) => () => void;
}

async function serve(
  context: Context,
  input: Input<Values>,
  { content, watch }: Served,
  { port, place }: { readonly port: number; readonly place: string },
): Promise<Outcome> {
  const { startPreview } = await import('../../preview/server.ts');
  let server: PreviewServer;
  try {
    server = await startPreview(content, port);
  } catch (error) {
    context.note(`review: ${portProblem(port, error)}`);
    return 'failed';
  }
  const unwatch = watch(server.changed);
  const url = server.url + place;
  context.write(visibleWords`${url}\n`);
  context.note('Ctrl-C ends the preview');
  if (input.options.open !== false) {
    const problem = await context.browse(url);
    if (problem !== null) context.note(`no browser opened (${problem}); open the address yourself`);
  }
  await context.interrupted();
  unwatch();
  await server.close();
  return 'done';
}

function portProblem(port: number, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EADDRINUSE') return `port ${port} is in use; leave --port away for a free one`;
  if (code === 'EACCES') return `port ${port} is not for you; take one above 1023`;
  return `port ${port}: ${(error as Error).message}`;
}

/** The page lies where it would in a site of the library; a review of no library lies in its folder. */
function contentOf(context: Context, input: Input<Values>, loaded: LoadedReview): PreviewContent {
  // What a file says its id is leads nowhere.
  const { libraryId: id } = loaded;
  const file = resolve(context.cwd, loaded.file);
  const { folder } = openedLibrary(context, input).place;
  const root = id === undefined ? dirname(file) : folder;
  const own = `${id ?? basename(file, extname(file))}.html`;
  return {
    path: own,
    page: async (path) => (path === own ? pageOf(context, input, file) : null),
    picture: (path) => pictureIn(root, path),
  };
}

/** The file is read anew, and the library's configuration with it. */
async function pageOf(context: Context, input: Input<Values>, file: string) {
  const { failurePage, previewPolicy, previewSlots } = await import('../../preview/page.ts');
  const said: string[] = [];
  const quiet = { ...context, note: (line: string) => void said.push(line) };
  const library = openedLibrary(context, input);
  const opened = configIsReadable({ ...quiet, report: () => undefined }, library)
    ? await openReview(quiet, library, file)
    : null;
  if (opened === null || 'outcome' in opened)
    return { html: failurePage(said.join(' ')), policy: previewPolicy };
  const { remaining } = checkLoaded(context, library, opened.value);
  const write = await formatNamed('html').load();
  const html = write(opened.value.review, {
    spoilers: input.options.spoilers === true,
    slots: previewSlots(closedMessages(remaining)),
  });
  return { html, policy: previewPolicy };
}

/** The site of the library; each of its pages is made when it is asked for. */
async function siteShown(context: Context, input: Input<Values>): Promise<Served> {
  const [
    { liveSite },
    { failurePage, previewPolicy: policy, previewSlots, withReload },
    watching,
    stamps,
  ] = await Promise.all([
    import('../output/site/live-site.ts'),
    import('../../preview/page.ts'),
    import('../../preview/watch.ts'),
    import('../../catalog/stamps.ts'),
  ]);
  const { folder, config } = openedLibrary(context, input).place;
  const site = liveSite(context, input, {
    stampOf: (path) => stamps.stampOf(path, 0)?.text ?? null,
    slotsOf: (findings) => previewSlots(closedMessages(findings)),
    dressed: withReload,
  });
  return {
    content: {
      path: 'index.html',
      page: async (path) => {
        try {
          const html = await site.page(path);
          return html === null ? null : { html, policy };
        } catch (error) {
          return { html: failurePage((error as Error).message), policy };
        }
      },
      picture: (path) => pictureIn(folder, path),
    },
    watch: (changed) => {
      const told = (): void => {
        site.changed();
        changed();
      };
      const ends = [
        watching.watchFolder(folder, told),
        watching.watchFiles(config === null ? [] : [config], told),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function pictureIn(folder: string, path: string): ReturnType<PreviewContent['picture']> {
  try {
    return readPicture(folder, path);
  } catch {
    return null;
  }
}
