import type { Library } from '../../library/library.ts';
import {
  type Command,
  type CommandSpec,
  type Context,
  defineCommand,
  type Input,
  type OptionSpec,
  type OptionsOf,
  type Outcome,
} from '../command.ts';
import { configIsReadable, openedLibrary, worst } from './open.ts';

/** A run of a command on a library. */
export interface LibraryRun<Options, Asked = unknown> extends Input<Options> {
  readonly context: Context;
  /** Its configuration can be read; what is wrong with it was said. */
  readonly library: Library;
  /** What went wrong on the way; each is said on stderr by whoever adds it. The run ends with the worst. */
  readonly outcomes: Outcome[];
  /** What the command line asks for, as the command's own reading of it gave it. */
  readonly asked: Asked;
}

type SpecOf<Options> = CommandSpec & { readonly options: Options };

type Work<Options extends readonly OptionSpec[], Asked> = (
  run: LibraryRun<OptionsOf<Options>, Asked>,
) => Promise<Outcome | undefined>;

/**
 * A command that works on the library at hand: it is found, its configuration read, and what is wrong with that said, before `work` begins. The run
 * ends with what `work` gives, or the worst of the outcomes it was handed. `ask` reads the command line alone, before anything is opened: what
 * it gives is the run's `asked`, and it throws a `UsageError`.
 */
export function libraryCommand<const Options extends readonly OptionSpec[]>(
  spec: SpecOf<Options>,
  work: Work<Options, undefined>,
): Command;
export function libraryCommand<const Options extends readonly OptionSpec[], Asked>(
  spec: SpecOf<Options>,
  work: Work<Options, Asked>,
  ask: (input: Input<OptionsOf<Options>>) => Asked,
): Command;
export function libraryCommand<const Options extends readonly OptionSpec[], Asked>(
  spec: SpecOf<Options>,
  work: Work<Options, Asked | undefined>,
  ask: (input: Input<OptionsOf<Options>>) => Asked | undefined = () => undefined,
): Command {
  return defineCommand(spec, async (context, input) => {
    const asked = ask(input);
    const library = openedLibrary(context, input);
    if (!configIsReadable(context, library)) return 'failed';
    const themed = await inItsTheme(context, library);
    if (themed === null) return 'failed';
    const outcomes: Outcome[] = [];
    const outcome = await work({ ...input, context: themed, library, outcomes, asked });
    return worst(outcome === undefined ? outcomes : [...outcomes, outcome]);
  });
}

/** In the theme of the library, else of the person, where the command line and the environment ask for none. Null when there is no such theme, which was said. */
async function inItsTheme(context: Context, library: Library): Promise<Context | null> {
  const wanted = library.config().config.theme ?? context.user?.config.theme;
  if (context.theme !== undefined || wanted === undefined) return context;
  const { resolveTheme } = await import('../theme.ts');
  const theme = await resolveTheme(context, wanted);
  return theme === null ? null : { ...context, theme };
}
