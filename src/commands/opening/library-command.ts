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
export interface LibraryRun<Options> extends Input<Options> {
  readonly context: Context;
  /** Its configuration can be read; what is wrong with it was said. */
  readonly library: Library;
  /** What went wrong on the way; each is said on stderr by whoever adds it. The run ends with the worst. */
  readonly outcomes: Outcome[];
}

/**
 * A command that works on the library at hand: it is found, its configuration read, and what is wrong with that said, before `work` begins. The run
 * ends with what `work` gives, or the worst of the outcomes it was handed. `check` looks at the command line alone, and throws a `UsageError`.
 */
export function libraryCommand<const Options extends readonly OptionSpec[]>(
  spec: CommandSpec & { readonly options: Options },
  work: (run: LibraryRun<OptionsOf<Options>>) => Promise<Outcome | undefined>,
  check: (input: Input<OptionsOf<Options>>) => void = () => undefined,
): Command {
  return defineCommand(spec, async (context, input) => {
    check(input);
    const library = openedLibrary(context, input);
    if (!configIsReadable(context, library)) return 'failed';
    const outcomes: Outcome[] = [];
    const outcome = await work({ ...input, context, library, outcomes });
    return worst(outcome === undefined ? outcomes : [...outcomes, outcome]);
  });
}
