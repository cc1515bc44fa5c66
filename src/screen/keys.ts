/** What came from the terminal. */
export type Input =
  /** A key by its name: a character as itself, `Space`, `Enter`, `Up`, `Ctrl-F`, `Alt-Left`, `Shift-Tab`. */
  | { readonly kind: 'key'; readonly key: string }
  /** Text that was pasted, as one. */
  | { readonly kind: 'paste'; readonly text: string }
  /** A button, or the wheel, where it was pressed; both from 0. */
  | {
      readonly kind: 'mouse';
      readonly button: 'left' | 'wheel-up' | 'wheel-down';
      readonly column: number;
      readonly row: number;
    }
  /** What the terminal answers to a question: the whole of an OSC sequence, without its introducer and its end. */
  | { readonly kind: 'answer'; readonly text: string };

export interface KeyDecoder {
  /** The inputs that are whole with these bytes. */
  readonly feed: (bytes: Uint8Array) => Input[];
  /** Whether an Esc has come that may be a key of its own, or the start of more. */
  readonly waits: () => boolean;
  /** Nothing more came: what waits is keys. */
  readonly flush: () => Input[];
}

/** A sequence, an answer and a paste longer than this end there, in UTF-16 units. */
const longestSequence = 4096;
const longestAnswer = 1024 * 1024;
const longestPaste = 16 * 1024 * 1024;
const pasteEnd = '\u001B[201~';

const esc = '\u001B';

/**
 * A decoder of what a terminal sends, split anywhere: UTF-8, the sequences of keys (VT100, xterm, the Linux console, CSI u), bracketed paste, SGR mouse, answers. What
 * is none of these is swallowed whole. Cut into any parts, the same bytes give the same inputs as long as nothing is flushed.
 */
export function createKeyDecoder(): KeyDecoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let held = '';
  const decode = (isEnd: boolean): Input[] => {
    const inputs: Input[] = [];
    while (held !== '') {
      const taken = take(held, isEnd);
      if (taken === null) break;
      held = held.slice(taken.length);
      inputs.push(...taken.inputs);
    }
    return inputs;
  };
  return {
    feed: (bytes) => {
      held += utf8.decode(bytes, { stream: true });
      return decode(false);
    },
    // Whatever is longer is a sequence of the terminal's, which sends the rest of it.
    waits: () => held.startsWith(esc) && held.length <= 2,
    flush: () => (held.startsWith(esc) && held.length <= 2 ? decode(true) : []),
  };
}

interface Taken {
  /** How many UTF-16 units of the text it is. */
  readonly length: number;
  readonly inputs: readonly Input[];
}

/** What the text starts with; null when more of it has to come. */
function take(text: string, isEnd: boolean): Taken | null {
  if (text.startsWith('\u001B[200~')) return takePaste(text);
  if (text.startsWith(esc)) return takeEscape(text, isEnd);
  const character = String.fromCodePoint(text.codePointAt(0) as number);
  return { length: character.length, inputs: keysOf(plainKey(character)) };
}

const keysOf = (key: string | null): readonly Input[] =>
  key === null ? [] : [{ kind: 'key', key }];

/** The key that a character is, by what a terminal sends for it; null for none. */
function plainKey(character: string): string | null {
  const code = character.charCodeAt(0);
  if (character === ' ') return 'Space';
  if (code === 0x7f || code === 0x08) return 'Backspace';
  if (code === 0x0d || code === 0x0a) return 'Enter';
  if (code === 0x09) return 'Tab';
  if (code === 0x1b) return 'Esc';
  if (code === 0 || (code > 0x1a && code < 0x20)) return null;
  if (code < 0x20) return `Ctrl-${String.fromCharCode(code + 0x40)}`;
  return (code >= 0x80 && code < 0xa0) || code === 0xfffd ? null : character;
}

function takePaste(text: string): Taken | null {
  const start = '\u001B[200~'.length;
  const end = text.slice(0, longestPaste).indexOf(pasteEnd, start);
  if (end < 0 && text.length < longestPaste) return null;
  const pasted = text.slice(start, end < 0 ? longestPaste : end);
  const length = end < 0 ? longestPaste : end + pasteEnd.length;
  return { length, inputs: [{ kind: 'paste', text: pasted }] };
}

const lone: Taken = { length: 1, inputs: [{ kind: 'key', key: 'Esc' }] };

function takeEscape(text: string, isEnd: boolean): Taken | null {
  const second = text.charAt(1);
  if (second === '' || (isEnd && text.length === 2)) return isEnd ? lone : null;
  if (second === '[') return takeCsi(text);
  if (second === 'O') return takeSs3(text);
  if (second === ']') return takeString(text, /^\d/);
  if (second === 'P') return takeString(text, /^[\d;<=>?!$+|]/);
  if (second === '_' || second === '^') return takeString(text, /^[ -~]/);
  if (second === '\u007F' || second === '\b')
    return { length: 2, inputs: [{ kind: 'key', key: 'Alt-Backspace' }] };
  // Esc and a key that came together, over a slow line say, are those two.
  return lone;
}

/** `ESC O A`, at times with a modifier before the letter. */
function takeSs3(text: string): Taken | null {
  const found = /^..(\d*)(\D)/su.exec(text.slice(0, longestSequence));
  if (found === null)
    return text.length < longestSequence ? null : { length: longestSequence, inputs: [] };
  const [whole, modifier, final = ''] = found;
  if (!/[ -~]/.test(final)) return lone;
  return { length: whole.length, inputs: keysOf(modified(letterKeys[final], Number(modifier))) };
}

/** `ESC [ parameters intermediates final`, ECMA-48. */
function takeCsi(text: string): Taken | null {
  // The Linux console's function keys.
  if (text.startsWith('[', 2)) return text.length < 4 ? null : { length: 4, inputs: [] };
  let at = 2;
  while (at < text.length && at < longestSequence && /[ -?]/.test(text.charAt(at))) at++;
  if (at === longestSequence) return { length: at, inputs: [] };
  if (at === text.length) return null;
  const final = text.charAt(at);
  // What is no sequence after all is swallowed so far, and what broke it off counts.
  if (!/[@-~]/.test(final)) return { length: at, inputs: [] };
  const parameters = text.slice(2, at);
  // X10's mouse, which says where in three bytes more.
  if (final === 'M' && parameters === '')
    return text.length < at + 4 ? null : { length: at + 4, inputs: [] };
  return { length: at + 1, inputs: csiInputs(parameters, final) };
}

function csiInputs(parameters: string, final: string): readonly Input[] {
  if (parameters.startsWith('<')) return final === 'M' ? mouseInputs(parameters.slice(1)) : [];
  if (!/^[\d;:]*$/.test(parameters)) return [];
  const [first = 0, second = 0, third = 0] = parameters
    .split(';')
    .map((each) => Number(each.split(':')[0]));
  if (final === '~')
    return keysOf(first === 27 ? coded(third, second) : modified(numberedKeys[first], second));
  if (final === 'u') return /^\d+;\d+:3/.test(parameters) ? [] : keysOf(coded(first, second));
  if (final === 'Z') return keysOf('Shift-Tab');
  // With the event types of some terminals, a release is no key.
  return /:3$/.test(parameters) ? [] : keysOf(modified(letterKeys[final], second));
}

function mouseInputs(parameters: string): readonly Input[] {
  const [button = 0, column = 0, row = 0] = parameters.split(';').map(Number);
  const name = mouseButtons[button & ~0b11100];
  return name === undefined
    ? []
    : [{ kind: 'mouse', button: name, column: column - 1, row: row - 1 }];
}

const mouseButtons: Readonly<Record<number, Extract<Input, { readonly kind: 'mouse' }>['button']>> =
  { 0: 'left', 64: 'wheel-up', 65: 'wheel-down' };

const letterKeys: Readonly<Record<string, string>> = {
  A: 'Up',
  B: 'Down',
  C: 'Right',
  D: 'Left',
  F: 'End',
  H: 'Home',
  M: 'Enter',
};

const numberedKeys: Readonly<Record<number, string>> = {
  1: 'Home',
  4: 'End',
  5: 'PgUp',
  6: 'PgDn',
  7: 'Home',
  8: 'End',
};

/** A key with what was held down with it, as xterm counts: 1 and 1 Shift, 2 Alt, 4 Ctrl. Locks do not count. */
function modified(key: string | undefined, modifier: number): string | null {
  if (key === undefined) return null;
  const bits = Math.max(modifier - 1, 0) & 0b111;
  const names = [bits & 4 && 'Ctrl', bits & 2 && 'Alt', bits & 1 && 'Shift'].filter(Boolean);
  return [...names, key].join('-');
}

/** A key by its code point, CSI u and xterm's modifyOtherKeys. */
function coded(code: number, modifier: number): string | null {
  if (code < 1 || code > 0x10ffff || (code >= 0xe000 && code <= 0xf8ff)) return null;
  const character = String.fromCodePoint(code);
  const bits = Math.max(modifier - 1, 0) & 0b111;
  const key = plainKey(character);
  if (key === null || key.startsWith('Ctrl-')) return key;
  if ((bits & 6) === 0 && key === character)
    return (bits & 1) === 1 && /^\p{Ll}$/u.test(key) ? key.toUpperCase() : key;
  if (bits === 4 && /^[a-z]$/i.test(key)) return `Ctrl-${key.toUpperCase()}`;
  // Shift on what is no character says nothing, but on Tab.
  return bits === 1 && key !== 'Tab' ? key : modified(key, modifier);
}

/** A string of the terminal's, which ends in BEL or ST; control characters break it off. `starts` is what its content starts with, or it is keys. */
function takeString(text: string, starts: RegExp): Taken | null {
  if (text.length < 3) return null;
  if (!starts.test(text.slice(2))) return lone;
  let at = 2;
  while (at < text.length && at < longestAnswer && text.charAt(at) >= ' ') at++;
  if (at === longestAnswer) return { length: at, inputs: [] };
  if (at === text.length) return null;
  const isAnswer = text.charAt(1) === ']';
  const content = text.slice(2, at);
  const answer: readonly Input[] = isAnswer ? [{ kind: 'answer', text: content }] : [];
  if (text.charAt(at) === '\u0007') return { length: at + 1, inputs: answer };
  if (text.charAt(at) !== esc) return { length: at, inputs: [] };
  if (at + 1 === text.length) return null;
  return text.charAt(at + 1) === '\\'
    ? { length: at + 2, inputs: answer }
    : { length: at, inputs: [] };
}
