import type { Diagnostic } from '../model/diagnostic.ts';
import type { UserConfig } from '../model/settings.ts';
import type { TerminalProfile } from '../terminal/profile.ts';
import type { VisibleText } from '../text/visible-text.ts';
import type { Theme } from '../writers/layout/theme.ts';

/** One option, in commander's notation: `-o, --output <path>`. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** May be given several times; the value is then an array. */
  readonly repeatable?: boolean;
}

export interface ArgumentSpec {
  /** In commander's notation: `[ref]`, `[ref...]`, `<word>`. */
  readonly name: string;
  readonly description: string;
  /** The only words that it may be. */
  readonly choices?: readonly string[];
}

/** What a command is called, takes and does: help texts and the README's table are made from it. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Command lines that work on the sample library, each with what it does. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
}

/** The options that every command takes, as they were written; only those that a command looks at itself. */
export interface GlobalOptions {
  readonly library?: string;
  readonly review?: string;
  readonly width?: number;
  readonly theme?: string;
  readonly color?: 'auto' | 'always' | 'never' | false;
  readonly pager?: boolean;
}

/** The name of an option in camelCase: `--base-url <url>` is `baseUrl`, `--no-open` is `open`. */
type NameOf<Flags extends string> = Flags extends `${string}--${infer Rest}`
  ? Rest extends `no-${infer Name}`
    ? CamelCase<FirstWord<Name>>
    : CamelCase<FirstWord<Rest>>
  : never;
type FirstWord<Text extends string> = Text extends `${infer Word} ${string}` ? Word : Text;
type CamelCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Text;

type ValueOf<Option extends OptionSpec> = Option['flags'] extends `${string}<${string}>`
  ? Option extends { readonly repeatable: true }
    ? readonly string[]
    : Option extends { readonly choices: readonly (infer Choice)[] }
      ? Choice
      : string
  : boolean;

/** The values that a table of options gives, by their names; those that were not written are absent. */
export type OptionsOf<Options extends readonly OptionSpec[]> = {
  readonly [Option in Options[number] as NameOf<Option['flags']>]?: ValueOf<Option>;
} & GlobalOptions;

/** What a command was called with. */
export interface Input<Options = GlobalOptions> {
  readonly arguments: readonly string[];
  readonly options: Options;
}

/** What a command line says, before it is known to be one of a command's. Names of options are in camelCase. */
export interface ParsedInput {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A person's own configuration, as it stands in its file. */
export interface UserFile {
  readonly path: string;
  readonly config: UserConfig;
  /** The 1-based line of each key. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The surroundings of a run, as data and narrow functions; tests pass their own. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of the sample library that ships with the package. */
  readonly samples: string;
  readonly terminal: TerminalProfile;
  /** The script that a thread of the program runs; null where there is none. */
  readonly thread: string | null;
  /** What runs: the program's version, Node's, the system and its architecture. */
  readonly machine: { readonly version: string; readonly node: string; readonly platform: string };
  /** The person's own configuration; null where there is none. What it says of terminal, pager, editor and theme is heeded already. */
  readonly user: UserFile | null;
  /** The theme that was asked for, or its name; undefined when none was. */
  readonly theme?: Theme | string;
  /** Whether the terminal is dark or light, asked of it; null when it is none, or does not say. */
  readonly background: () => Promise<'dark' | 'light' | null>;
  readonly now: () => Date;
  /** All of standard input, as bytes. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Writes to standard output what is to be looked at. */
  readonly write: (text: VisibleText) => void;
  /** Writes to standard output a document that another program reads: byte for byte, but made visible where it is a terminal. */
  readonly writeDocument: (text: string) => void;
  /** Writes a page to standard output, through the pager when there is one and the page is long. */
  readonly page: (text: VisibleText) => Promise<void>;
  /** Writes a line to standard error; control characters are made visible, line ends are blanks. */
  readonly note: (line: string) => void;
  /** Shows diagnostics on standard error. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** Says how far a long job has come, in place of what it said before; null takes it away. Only where standard error is a terminal. */
  readonly progress: (text: string | null) => void;
  /** Opens a file in the person's editor, at a line (1-based), and waits; null when all went well, else what went wrong, in words. */
  readonly edit: (path: string, line: number | null) => Promise<string | null>;
  /** Opens an address in the person's browser; null when that began well, else what went wrong, in words. */
  readonly browse: (url: string) => Promise<string | null>;
  /** Waits until the person ends the program, with Ctrl-C say, which from then on does no more than that. */
  readonly interrupted: () => Promise<void>;
  /** What every command takes, for what speaks of all of them. */
  readonly specs: () => Promise<readonly CommandSpec[]>;
  /** Asks the person at the terminal a question; null when there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** How a run ended; cli/exit.ts has the numbers. */
export type Outcome = 'done' | 'nothing-found' | 'errors-found' | 'failed' | 'interrupted';

export interface Command {
  readonly spec: CommandSpec;
  readonly run: (context: Context, input: ParsedInput) => Promise<Outcome>;
  /** True when it asks the terminal for its background itself. */
  readonly asksBackground?: true;
}

/** A command whose options have the types that its own table says. */
export function defineCommand<const Options extends readonly OptionSpec[]>(
  spec: CommandSpec & { readonly options: Options },
  run: (context: Context, input: Input<OptionsOf<Options>>) => Promise<Outcome>,
): Command {
  // The command line was read by this very table.
  return { spec, run: (context, input) => run(context, input as Input<OptionsOf<Options>>) };
}
