import type { ColorLevel, TerminalProfile } from './profile.ts';

/** What is known of standard output before any option is looked at. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** The screen's size in columns and lines; 0 when it is no terminal. */
  readonly columns: number;
  readonly rows: number;
}

export interface TerminalChoices {
  /** `--color`. */
  readonly color?: 'auto' | 'always' | 'never' | undefined;
  /** `--width`, in display columns; 0 for no wrapping. */
  readonly width?: number | undefined;
}

/** Prose is not set wider than this unless `--width` asks for it. */
const widestProse = 100;
const columnsWithoutTerminal = 80;

/** What standard output can do, from the options, the environment and the stream itself, in that order of weight. */
export function detectTerminal(
  around: Surroundings,
  choices: TerminalChoices = {},
): TerminalProfile {
  const { env } = around;
  const interactive = around.isTerminal && !isCi(env) && env.TERM !== 'dumb';
  const color = colorLevel(env, interactive, choices.color ?? 'auto');
  return {
    interactive,
    color,
    columns: choices.width ?? Math.min(screenColumns(around), widestProse),
    tableColumns: choices.width ?? screenColumns(around),
    rows: around.isTerminal ? around.rows : 0,
    hyperlinks: color > 0 && interactive && knowsHyperlinks(env),
  };
}

function screenColumns({ env, isTerminal, columns }: Surroundings): number {
  const wanted = Number(env.COLUMNS);
  if (Number.isInteger(wanted) && wanted > 0) return Math.max(wanted, 20);
  return isTerminal && columns > 0 ? Math.max(columns, 20) : columnsWithoutTerminal;
}

/** `--color` over `NO_COLOR` over `FORCE_COLOR` and `CLICOLOR_FORCE` over `CLICOLOR=0` over what the stream is. */
function colorLevel(
  env: Surroundings['env'],
  interactive: boolean,
  choice: 'auto' | 'always' | 'never',
): ColorLevel {
  if (choice === 'never') return 0;
  if (choice === 'always') return atLeastSome(bestLevel(env));
  if (env.NO_COLOR) return 0;
  const forced = forcedLevel(env);
  if (forced !== null) return forced;
  if (env.CLICOLOR === '0' || !interactive) return 0;
  return bestLevel(env);
}

function forcedLevel(env: Surroundings['env']): ColorLevel | null {
  const force = env.FORCE_COLOR;
  if (force === '0' || force === 'false') return 0;
  if (force === '1' || force === '2' || force === '3') return Number(force) as ColorLevel;
  if (force !== undefined) return atLeastSome(bestLevel(env));
  const old = env.CLICOLOR_FORCE;
  return old !== undefined && old !== '' && old !== '0' ? atLeastSome(bestLevel(env)) : null;
}

function atLeastSome(level: ColorLevel): ColorLevel {
  return level === 0 ? 1 : level;
}

function bestLevel(env: Surroundings['env']): ColorLevel {
  const term = env.TERM ?? '';
  if (term === 'dumb') return 0;
  if (/^(?:truecolor|24bit)$/i.test(env.COLORTERM ?? '') || /-(?:direct|truecolor)$/.test(term))
    return 3;
  return /-256(?:color)?$/i.test(term) ? 2 : 1;
}

function isCi(env: Surroundings['env']): boolean {
  const ci = env.CI;
  return ci !== undefined && ci !== '' && ci !== '0' && ci !== 'false';
}

/** Terminals that are known to show OSC 8 links; the others would show nothing of the address. */
function knowsHyperlinks(env: Surroundings['env']): boolean {
  const program = env.TERM_PROGRAM ?? '';
  if (/^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|rio|Tabby)$/.test(program)) return true;
  if (env.KITTY_WINDOW_ID || env.WT_SESSION || env.KONSOLE_VERSION || env.DOMTERM) return true;
  if (/^(?:xterm-kitty|alacritty|foot|xterm-ghostty|contour)/.test(env.TERM ?? '')) return true;
  // VTE (GNOME Terminal and its kin) shows them since 0.50.
  return Number(env.VTE_VERSION ?? 0) >= 5000;
}
