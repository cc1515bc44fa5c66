import { visibleLine } from '../../text/visible.ts';
import type { Candidate, Completion } from './answer.ts';

/** A shell whose completion is written here. */
export interface Shell {
  readonly name: string;
  /** How it is installed for good, a line to type. */
  readonly install: string;
  /** What the shell runs. It calls `review --complete NAME` with what stands before the cursor. */
  readonly script: string;
  /** The words behind `review` up to the cursor, out of what the script passes on. */
  readonly words: (given: readonly string[]) => readonly string[];
  /** What the script reads: the kind of the answer on the first line, then a candidate a line. */
  readonly answer: (completion: Completion, given: readonly string[]) => string;
}

/** `value⇥what it does`, a line each; a value with a line end in it cannot be one. */
function tabbed(completion: Completion, shown: (candidate: Candidate) => string): string {
  if ('shell' in completion) return `${completion.shell}\n`;
  const lines = completion.candidates
    // What cannot be shown as it is cannot be typed either.
    .filter(({ value }) => visibleLine(value) === value)
    .map((each) => `${shown(each)}\n`);
  return `words\n${lines.join('')}`;
}

function withDoes({ value, does }: Candidate): string {
  return does === '' ? value : `${value}\t${does.replace(/\s+/g, ' ')}`;
}

/** A command line as far as it is typed, as words; the last one may still be within quotes. */
export function typedWords(line: string): { words: string[]; quote: string; raw: string } {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let start = 0;
  let isWord = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string;
    if (quote === '' && /\s/.test(sign)) {
      if (isWord) words.push(word);
      word = '';
      isWord = false;
      start = at + 1;
      continue;
    }
    isWord = true;
    if (sign === quote) quote = '';
    else if (quote === '' && (sign === "'" || sign === '"')) quote = sign;
    else if (sign === '\\' && quote !== "'" && at + 1 < line.length) word += line[++at];
    else word += sign;
  }
  return { words: [...words, word], quote, raw: line.slice(start) };
}

/** Within quotes as it is, else with a backslash before what a shell would read as its own. */
function quotedFor(quote: string, value: string): string {
  if (quote === "'") return value.replaceAll("'", `'\\''`);
  if (quote === '"') return value.replace(/["\\$`!]/g, '\\$&');
  return value.replace(/[^\w@%+=:,./\u0080-\uFFFF#-]|^[#~]/g, '\\$&');
}

const bash: Shell = {
  name: 'bash',
  install: 'review completion bash > ~/.local/share/bash-completion/completions/review',
  script: `# bash completion for review
_review() {
  local line kind=
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
  done < <("\${COMP_WORDS[0]}" --complete bash "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  case $kind in
    file) compopt -o default -o bashdefault ;;
    folder) compopt -o dirnames ;;
    words) case "\${COMPREPLY[*]}" in *[=:]) compopt -o nospace ;; esac ;;
  esac
}
complete -F _review review
`,
  words: ([line = '']) => typedWords(line).words.slice(1),
  // bash replaces only what stands behind the last = or : of the word.
  answer: (completion, [line = '']) => {
    const { words, quote, raw } = typedWords(line);
    const typed = words.at(-1) ?? '';
    const stands = quote === '' ? (/^.*[=:]/s.exec(raw)?.[0] ?? '') : '';
    const cut = stands === '' ? 0 : (/^.*[=:]/s.exec(typed)?.[0] ?? '').length;
    return tabbed(completion, ({ value }) => quotedFor(quote, value.slice(cut)));
  },
};

const zsh: Shell = {
  name: 'zsh',
  install: 'review completion zsh > ~/.zsh/completions/_review',
  script: `#compdef review
# zsh completion for review
_review() {
  local line kind=
  local -a values shown
  while IFS= read -r line; do
    if [[ -z $kind ]]; then
      kind=$line
    else
      values+=("\${line%%$'\\t'*}")
      shown+=("\${line/$'\\t'/  -- }")
    fi
  done < <("\${(Q)words[1]}" --complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  case $kind in
    file) _files ;;
    folder) _files -/ ;;
    words)
      if [[ \${values[*]} == *[=:] ]]; then
        compadd -U -S '' -l -d shown -a values
      else
        compadd -U -l -d shown -a values
      fi
      ;;
  esac
}
if [[ \${funcstack[1]} == _review ]]; then _review "$@"; else compdef _review review; fi
`,
  words: (given) => given,
  answer: (completion) => tabbed(completion, withDoes),
};

const fish: Shell = {
  name: 'fish',
  install: 'review completion fish > ~/.config/fish/completions/review.fish',
  script: `# fish completion for review
function __review_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer ($words[1] --complete fish $words[2..-1] "$current" 2>/dev/null)
    switch "$answer[1]"
        case file
            __fish_complete_path "$current"
        case folder
            __fish_complete_directories "$current"
        case words
            printf '%s\\n' $answer[2..-1]
    end
end
complete -c review -f -a '(__review_complete)'
`,
  words: (given) => given,
  answer: (completion) => tabbed(completion, withDoes),
};

/** Every shell, one entry each. */
export const shells: readonly Shell[] = [bash, zsh, fish];
