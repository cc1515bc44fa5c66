import type { CompletedCommand, CompletedOption, CompletionTable, Wanted } from './table.ts';

/** Something that can stand where the cursor is. */
export interface Candidate {
  readonly value: string;
  readonly does: string;
}

/** What only the folder at hand can tell. Each gives what fits the beginning of a word; nothing is said of what goes wrong. */
export interface Folder {
  readonly reviews: (beginning: string) => Promise<readonly Candidate[]>;
  readonly sections: (beginning: string) => Promise<readonly Candidate[]>;
  readonly query: (beginning: string) => readonly Candidate[];
}

/** Candidates for the word at the cursor, or what the shell itself completes best. */
export type Completion =
  | { readonly candidates: readonly Candidate[] }
  | { readonly shell: 'file' | 'folder' };

/** What stands before the cursor, as far as it matters to what comes next. */
interface Line {
  readonly command: CompletedCommand | null;
  /** Words that are no options, behind the command. */
  readonly places: number;
  readonly given: ReadonlySet<string>;
  /** The option that waits for its value. */
  readonly waiting: CompletedOption | null;
  /** Behind `--` nothing is an option. */
  readonly isPlain: boolean;
  /** Words that name no command: what follows cannot be known. */
  readonly isLost: boolean;
}

/** What can stand for the last of `words`, those behind `review`, of which it may be only the beginning. */
export async function completionOf(
  table: CompletionTable,
  words: readonly string[],
  folder: () => Promise<Folder>,
): Promise<Completion> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const line = readLine(table, before);
  if (line.isLost) return { candidates: [] };
  if (line.waiting !== null) return valuesFor(line.waiting.value ?? null, current, folder);
  const options = [...(line.command?.options ?? []), ...table.options];
  const [, name = '', value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined && !line.isPlain) {
    const option = options.find(({ names }) => names.includes(name));
    const found = await valuesFor(option?.value ?? null, value, folder);
    if ('shell' in found) return found;
    const candidates = found.candidates.map((each) => ({
      ...each,
      value: `${name}=${each.value}`,
    }));
    return { candidates };
  }
  if (current.startsWith('-') && !line.isPlain)
    return { candidates: optionsFor(options, current, line.given) };
  if (line.command === null) return { candidates: commandsFor(table, current) };
  const { places, more } = line.command;
  const place = more ? Math.min(line.places, places.length - 1) : line.places;
  return valuesFor(places[place] ?? null, current, folder);
}

function readLine(table: CompletionTable, words: readonly string[]): Line {
  let command: CompletedCommand | null = null;
  let waiting: CompletedOption | null = null;
  let places = 0;
  let [isPlain, isLost, isHelp] = [false, false, false];
  const given = new Set<string>();
  for (const word of words) {
    if (waiting !== null) waiting = null;
    else if (word === '--' && !isPlain) isPlain = true;
    else if (word.startsWith('-') && word !== '-' && !isPlain) {
      const options: readonly CompletedOption[] = [...(command?.options ?? []), ...table.options];
      const option = options.find(({ names }) => names.includes(word.replace(/=.*$/s, '')));
      if (option !== undefined && option.repeatable !== true)
        for (const name of option.names) given.add(name);
      if (option?.value !== undefined && !word.includes('=')) waiting = option;
    } else if (command !== null) places++;
    else if (word === 'help' && !isHelp) isHelp = true;
    else {
      command = table.commands.find(({ name }) => name === word) ?? null;
      isLost ||= command === null || isHelp;
    }
  }
  return { command, places, given, waiting, isPlain, isLost };
}

function commandsFor(table: CompletionTable, beginning: string): Candidate[] {
  const all = table.commands.map(({ name, does }) => ({ value: name, does }));
  return [...all, { value: 'help', does: 'show the help of a command' }].filter(({ value }) =>
    value.startsWith(beginning),
  );
}

/** The long names, and a short one when just that was typed. */
function optionsFor(
  options: readonly CompletedOption[],
  beginning: string,
  given: ReadonlySet<string>,
): Candidate[] {
  return options
    .filter(({ names }) => !names.some((name) => given.has(name)))
    .flatMap(({ names, does }) =>
      names
        .filter((name, at) => name.startsWith(beginning) && (at === 0 || name === beginning))
        .slice(0, 1)
        .map((value) => ({ value, does })),
    );
}

async function valuesFor(
  wanted: Wanted,
  beginning: string,
  folder: () => Promise<Folder>,
): Promise<Completion> {
  if (wanted === null) return { candidates: [] };
  if (wanted === 'file' || wanted === 'folder') return { shell: wanted };
  const candidates = await candidatesFor(wanted, beginning, folder);
  const mayBeFile = wanted === 'review' ? !beginning.includes('#') : beginning.includes('/');
  return candidates.length === 0 && beginning !== '' && mayBeFile
    ? { shell: 'file' }
    : { candidates };
}

async function candidatesFor(
  wanted: Exclude<Wanted, 'file' | 'folder' | null>,
  beginning: string,
  folder: () => Promise<Folder>,
): Promise<readonly Candidate[]> {
  if (wanted === 'query') return (await folder()).query(beginning);
  if (wanted === 'section') return (await folder()).sections(beginning);
  if (wanted === 'review') return (await folder()).reviews(beginning);
  return wanted
    .filter((value) => value.startsWith(beginning))
    .map((value) => ({ value, does: '' }));
}
