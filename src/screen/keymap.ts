/** The kinds of screen that keys are looked up for; contents, links and hits are lists. */
export type KeyScreen = 'page' | 'library' | 'list' | 'help';

/** What a key can do. */
export type Action =
  | 'line-down'
  | 'line-up'
  | 'screen-down'
  | 'screen-up'
  | 'half-down'
  | 'half-up'
  | 'start'
  | 'end'
  | 'enter'
  | 'number'
  | 'section-by-name'
  | 'next-section'
  | 'previous-section'
  | 'contents'
  | 'search'
  | 'next-hit'
  | 'previous-hit'
  | 'find'
  | 'next-link'
  | 'previous-link'
  | 'links'
  | 'back'
  | 'forward'
  | 'spoilers'
  | 'width'
  | 'theme'
  | 'mouse'
  | 'sort'
  | 'library'
  | 'copy'
  | 'edit'
  | 'read-again'
  | 'help'
  | 'escape'
  | 'quit'
  | 'interrupt'
  | 'suspend'
  | 'redraw';

/** A row of the keymap: on each screen that it names, the keys do the action, and the text says what that is. */
export interface Binding {
  readonly keys: readonly string[];
  readonly action: Action;
  readonly does: Readonly<Partial<Record<KeyScreen, string>>>;
}

const everywhere = (does: string): Binding['does'] => ({
  page: does,
  library: does,
  list: does,
  help: does,
});

/** Where there is something to choose, and where there is something to read. */
const moving = (page: string, row: string): Binding['does'] => ({
  page,
  library: row,
  list: row,
  help: page,
});

/** Every key of the reader. The help screen and docs/reader.md are made from it. */
export const keymap: readonly Binding[] = [
  { keys: ['j', 'Down'], action: 'line-down', does: moving('a line down', 'the next row') },
  { keys: ['k', 'Up'], action: 'line-up', does: moving('a line up', 'the row before') },
  {
    keys: ['Enter'],
    action: 'enter',
    does: {
      page: 'follow the selected link or note; else a line down',
      library: 'open the review',
      list: 'go there',
    },
  },
  { keys: ['l', 'Right'], action: 'enter', does: { library: 'open the review' } },
  {
    keys: ['Space', 'f', 'PgDn', 'Ctrl-F'],
    action: 'screen-down',
    does: everywhere('a screen less one line down'),
  },
  {
    keys: ['b', 'PgUp', 'Ctrl-B'],
    action: 'screen-up',
    does: everywhere('a screen less one line up'),
  },
  { keys: ['d', 'Ctrl-D'], action: 'half-down', does: { page: 'half a screen down' } },
  { keys: ['u', 'Ctrl-U'], action: 'half-up', does: { page: 'half a screen up' } },
  { keys: ['g', 'Home'], action: 'start', does: everywhere('the start') },
  { keys: ['G', 'End'], action: 'end', does: everywhere('the end') },
  {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'],
    action: 'number',
    does: {
      page: 'the section of that number, at once; `12` and `2.1` as they are typed',
      list: 'the row of that number',
    },
  },
  {
    keys: ['s', ':'],
    action: 'section-by-name',
    does: { page: 'a section by name: a title, a part of one, `cons`' },
  },
  { keys: [']'], action: 'next-section', does: { page: 'the next section' } },
  {
    keys: ['['],
    action: 'previous-section',
    does: { page: 'the start of this section, then the one before' },
  },
  { keys: ['c'], action: 'contents', does: { page: 'contents', list: 'back to the page' } },
  {
    keys: ['/'],
    action: 'search',
    does: { page: 'search in the page', library: 'filter, by the words of `review list`' },
  },
  { keys: ['n'], action: 'next-hit', does: { page: 'the next hit' } },
  { keys: ['N'], action: 'previous-hit', does: { page: 'the hit before' } },
  {
    keys: ['F'],
    action: 'find',
    does: { page: 'find words in the library', library: 'find words in the library' },
  },
  { keys: ['Tab'], action: 'next-link', does: { page: 'select the next link or footnote' } },
  {
    keys: ['Shift-Tab'],
    action: 'previous-link',
    does: { page: 'select the link or footnote before' },
  },
  {
    keys: ['o'],
    action: 'links',
    does: { page: 'links and notes of the page, numbered', list: 'back to the page' },
  },
  {
    keys: ['Backspace', 'Alt-Left'],
    action: 'back',
    does: {
      page: 'back to where a link, the library or a hit was followed from',
      library: 'back to the page',
      list: 'back',
      help: 'back',
    },
  },
  { keys: ['Alt-Right'], action: 'forward', does: { page: 'forward again' } },
  { keys: ['x'], action: 'spoilers', does: { page: 'show spoilers, hide them again' } },
  {
    keys: ['w'],
    action: 'width',
    does: { page: 'text 60, 80, 100 columns wide, or all there is' },
  },
  {
    keys: ['t'],
    action: 'theme',
    does: {
      page: 'theme: auto, dark, light, mono, your own',
      library: 'theme: auto, dark, light, mono, your own',
    },
  },
  {
    keys: ['m'],
    action: 'mouse',
    does: {
      page: 'clicks on and off; selecting text is then the terminal’s Shift',
      library: 'clicks on and off; selecting text is then the terminal’s Shift',
    },
  },
  {
    keys: ['S'],
    action: 'sort',
    does: { library: 'sort by title, rating, date, kind, words' },
  },
  { keys: ['L'], action: 'library', does: { page: 'the library' } },
  { keys: ['y'], action: 'copy', does: { page: 'copy this section, as Markdown' } },
  {
    keys: ['e'],
    action: 'edit',
    does: { page: 'edit, at this section', library: 'edit the review' },
  },
  { keys: ['r'], action: 'read-again', does: { page: 'read the file again' } },
  { keys: ['?'], action: 'help', does: { ...everywhere('this help'), help: 'back' } },
  {
    keys: ['Esc'],
    action: 'escape',
    does: {
      page: 'take back one thing: prompt, selected link, search; then back to the library',
      library: 'take back one thing: prompt, filter; then back to the page',
      list: 'back',
      help: 'back',
    },
  },
  { keys: ['q'], action: 'quit', does: everywhere('quit') },
  { keys: ['Ctrl-C'], action: 'interrupt', does: everywhere('quit, with status 130') },
  { keys: ['Ctrl-Z'], action: 'suspend', does: everywhere('suspend; `fg` comes back') },
  { keys: ['Ctrl-L'], action: 'redraw', does: everywhere('draw the screen again') },
];

const tables = new Map<KeyScreen, ReadonlyMap<string, Action>>();

/** What a key does on a screen; null for nothing. */
export function actionOf(key: string, screen: KeyScreen): Action | null {
  let table = tables.get(screen);
  if (table === undefined) {
    const bound = keymap.filter(({ does }) => does[screen] !== undefined);
    table = new Map(bound.flatMap(({ keys, action }) => keys.map((each) => [each, action])));
    tables.set(screen, table);
  }
  return table.get(key) ?? null;
}

const symbols: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  'Shift-Tab': '⇧Tab',
  'Alt-Left': 'Alt-←',
  'Alt-Right': 'Alt-→',
};

/** The keys of a row as they are shown. */
export function shownKeys({ keys }: Binding): readonly string[] {
  const [first] = keys;
  return first === '0' ? ['0…9'] : keys.map((key) => symbols[key] ?? key);
}
