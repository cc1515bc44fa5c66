import type { Range } from './position.ts';
import { itemKinds } from './review.ts';

export type Severity = 'error' | 'warning' | 'info';

interface DiagnosticKind {
  readonly severity: Severity;
  /** What it means, for docs/diagnostics.md. */
  readonly meaning: string;
  /** What to do, when a case gives no better advice. */
  readonly hint: string;
  /** True when some cases carry a fix that is safe to make unseen. */
  readonly fixable?: true;
  /** True when something in the file was not read, or its value dropped: such a file is never rewritten. */
  readonly notUnderstood?: true;
  /** How it is settled for all files of a folder at once. */
  readonly settle?: string;
}

/** Every diagnostic there is. docs/diagnostics.md is generated from this table. */
export const diagnosticKinds = {
  'encoding-invalid': {
    severity: 'warning',
    meaning: 'The file holds bytes that are not UTF-8; each is shown as U+FFFD.',
    hint: 'Save the file as UTF-8.',
  },
  'file-too-large': {
    severity: 'error',
    meaning: 'The file is larger than 16 MiB and was not read.',
    hint: 'Split the file, or move what is not a review out of it.',
    notUnderstood: true,
  },
  'limit-exceeded': {
    severity: 'warning',
    meaning:
      'The text is larger or nested deeper than Markdown is read here; it is shown as plain text.',
    hint: 'Make the paragraph, table or nesting named here smaller.',
  },
  'front-matter-unclosed': {
    severity: 'error',
    meaning: 'The front matter is opened by `---` and never closed.',
    hint: 'Put a line `---` after the last key.',
    fixable: true,
    notUnderstood: true,
  },
  'csv-syntax': {
    severity: 'error',
    meaning: 'The table cannot be read.',
    hint: 'Mend the quotes at the place named.',
    notUnderstood: true,
  },
  'several-reviews': {
    severity: 'warning',
    meaning: 'The file holds several reviews; the first one is read.',
    hint: 'Ask for all of them, or name one by its id.',
  },
  'id-shared': {
    severity: 'warning',
    meaning: 'Another review has the same id already; this one’s has `-2` behind it.',
    hint: 'Give one of the two files another name, or one of the two reviews another title.',
  },
  'toml-syntax': {
    severity: 'error',
    meaning: 'The TOML cannot be read.',
    hint: 'Mend the TOML at the place named; texts stand in quotes.',
    notUnderstood: true,
  },
  'front-matter-too-large': {
    severity: 'error',
    meaning:
      'The front matter is larger than 64 KiB (1 MiB where it holds a list), or a YAML review larger than 1 MiB.',
    hint: 'Move long texts into the body.',
    notUnderstood: true,
  },
  'yaml-syntax': {
    severity: 'error',
    meaning: 'The YAML cannot be read.',
    hint: 'Mend the line; a value with a colon, `#`, `@` or `[` in it wants quotes.',
    fixable: true,
    notUnderstood: true,
  },
  'yaml-unsupported': {
    severity: 'warning',
    meaning:
      'The YAML uses a feature that is not read here: a tag, a second document, an alias of nothing.',
    hint: 'Write the value out.',
    notUnderstood: true,
  },
  'yaml-alias': {
    severity: 'info',
    meaning:
      'The YAML has aliases (`*name`); they are read as what they name, and the file is never rewritten.',
    hint: 'Write the value out, if the file is to be put in order by `fmt`.',
    notUnderstood: true,
  },
  'yaml-quotes-missing': {
    severity: 'warning',
    meaning: 'A value that YAML would read as something else than it looks; it was read as text.',
    hint: 'Put the value in quotes.',
    fixable: true,
  },
  'json-syntax': {
    severity: 'error',
    meaning: 'The JSON cannot be read.',
    hint: 'Mend the JSON at the place named.',
    notUnderstood: true,
  },
  'json-shape': {
    severity: 'error',
    meaning: 'The JSON says it is an exported review but does not have the shape of one.',
    hint: '`review schema --json` prints the shape that it wants.',
    notUnderstood: true,
  },
  'not-a-mapping': {
    severity: 'error',
    meaning: 'The file is a list or a single value where `key: value` lines are expected.',
    hint: 'Start each line with a key, as in `title: Heat`.',
    notUnderstood: true,
  },
  'key-duplicate': {
    severity: 'warning',
    meaning: 'A key stands twice; the first one counts.',
    hint: 'Keep one of them.',
    fixable: true,
    notUnderstood: true,
  },
  'key-typo': {
    severity: 'warning',
    meaning:
      'A key that is not known and looks like one that is; it is kept among the extra fields.',
    hint: 'Write the key as it is spelled here, or leave it if you mean what you wrote.',
    fixable: true,
  },
  'value-invalid': {
    severity: 'warning',
    meaning: 'A known key has a value of the wrong kind; it is kept among the extra fields.',
    hint: 'Write the value that the message asks for.',
  },
  'date-invalid': {
    severity: 'warning',
    meaning: 'A date that is no date; it is kept among the extra fields.',
    hint: 'Write it as year-month-day, as in 2025-06-06.',
  },
  'kind-unknown': {
    severity: 'warning',
    meaning: 'The kind of the item is none that is known; it is read as `other`.',
    hint: `Use one of: ${itemKinds.join(', ')}.`,
  },
  'rating-unreadable': {
    severity: 'error',
    meaning: 'The rating cannot be read; the review is shown unrated.',
    hint: 'Write it as 4/5, ★★★★☆, 85% or 8 out of 10.',
  },
  'rating-out-of-range': {
    severity: 'error',
    meaning: 'The rating lies outside its scale; the review is shown unrated.',
    hint: 'Write a value between the worst and the best of the scale.',
  },
  'rating-scale-assumed': {
    severity: 'warning',
    meaning: 'The rating is a bare number; its scale was guessed.',
    hint: 'Say the scale, as in 4/5.',
    settle: '`scale:` in the configuration says it for all',
  },
  'rating-scale-folder': {
    severity: 'info',
    meaning: 'The rating is a bare number; its scale is the one that the files of its folder show.',
    hint: 'Say the scale, as in 4/5, or in the configuration; `review init` writes it down.',
    settle: 'review init writes it down',
  },
  'rating-words': {
    severity: 'info',
    meaning: 'The rating is in words that nothing ranks; they are shown in its place.',
    hint: 'Leave it, or say in `grades:` of the configuration what the words are worth.',
    settle: '`grades:` in the configuration can rank them',
  },
  'rating-conflict': {
    severity: 'warning',
    meaning:
      'The last line rates the item otherwise than the front matter; the front matter counts.',
    hint: 'Make the two agree, or remove one.',
  },
  'rating-ambiguous': {
    severity: 'warning',
    meaning: 'Two keys rate the item, and they disagree; the first one counts.',
    hint: 'Keep the rating that you mean.',
  },
  'section-empty': {
    severity: 'warning',
    meaning: 'A heading with nothing under it.',
    hint: 'Write the section, or remove its heading.',
  },
  'section-duplicate': {
    severity: 'info',
    meaning: 'Two sections have the same heading; the second one gets `-2` at its id.',
    hint: 'Give one of them another heading.',
  },
  'heading-skipped': {
    severity: 'warning',
    meaning: 'A heading is more than one level below the one before it.',
    hint: 'Use the next level, so that the outline has no hole.',
  },
  'link-broken': {
    severity: 'warning',
    meaning:
      'A link to a section (`#id`) that the review does not have, or to a file that is not there.',
    hint: '`review toc` shows the ids of sections, `review list` those of reviews.',
    fixable: true,
  },
  'image-missing': {
    severity: 'warning',
    meaning: 'An image file that is not there.',
    hint: 'Put the file there, or mend the path; it starts at the folder of the review.',
  },
  'image-blocked': {
    severity: 'warning',
    meaning:
      'A picture that no page shows: an `http:` one, an SVG, which can carry a script, one that is too large, or what is no picture.',
    hint: 'Take its `https:` address, or put a PNG, JPEG, WebP, AVIF or GIF of it into the library.',
  },
  'reference-undefined': {
    severity: 'warning',
    meaning: 'A link to a definition (`[text][label]`) that there is not; its marks are shown.',
    hint: 'Add a line `[label]: https://…`.',
  },
  'note-undefined': {
    severity: 'warning',
    meaning: 'A footnote that has no text; its mark is shown.',
    hint: 'Add a line `[^1]: …` with its text.',
  },
  'note-unused': {
    severity: 'info',
    meaning: 'A footnote that nothing in the text calls.',
    hint: 'Call it where it belongs, or remove it.',
  },
  'table-row-long': {
    severity: 'warning',
    meaning: 'A row of a table has more cells than the table has columns; they are not shown.',
    hint: 'Give the table another column, or write `\\|` where a bar is text.',
  },
  'fence-unclosed': {
    severity: 'warning',
    meaning: 'Code between fences that is never closed: all the rest of the text is code.',
    hint: 'Close it with a line of the same marks.',
  },
  'link-unpublished': {
    severity: 'info',
    meaning: 'A link to a file that is no page of a site: neither a review nor a picture.',
    hint: 'A site has the words alone. Put the file on the web and take its address.',
  },
  'comment-unclosed': {
    severity: 'warning',
    meaning: 'A comment is opened by `<!--` and never closed: nothing of what follows is shown.',
    hint: 'Close it with `-->`.',
  },
  'note-duplicate': {
    severity: 'warning',
    meaning: 'Two footnotes have one label; the first is the note, the other stands in the text.',
    hint: 'Give one of the two another label.',
  },
  'item-missing': {
    severity: 'warning',
    meaning: 'Nothing says what is reviewed.',
    hint: 'Add `item:` (or `film:`, `book:` …) or a `title:` with a `kind:`.',
  },
  'rating-missing': {
    severity: 'info',
    meaning: 'The review has no rating.',
    settle: '`rules: { rating-missing: off }` where nobody rates',
    hint: 'Add `rating: 4/5`, or leave it if you do not rate.',
  },
  'author-missing': {
    severity: 'info',
    meaning: 'Nothing says who wrote the review.',
    settle: '`author:` in the configuration names who wrote them all',
    hint: 'Add `author:` (of a book: `reviewer:`).',
  },
  'author-too-long': {
    severity: 'warning',
    meaning: 'A name of 100 characters or more; search engines want shorter ones.',
    hint: 'Write the name alone; a list names several people.',
  },
  'tag-duplicate': {
    severity: 'info',
    meaning: 'A tag stands twice.',
    hint: 'Keep one of them.',
  },
  'date-missing': {
    severity: 'info',
    meaning: 'Nothing says when the review was written.',
    settle: '`rules: { date-missing: off }` where there are no dates',
    hint: 'Add `date:`, as in `date: 2025-06-06`.',
  },
  'cons-missing': {
    severity: 'info',
    meaning: 'The review has pros and no cons, nor a section on weaknesses.',
    hint: 'Add `cons:`, if there are any: readers trust a review that has both.',
  },
  'stars-not-shown': {
    severity: 'info',
    meaning:
      'A restaurant or shop that seems to be reviewed by itself: search engines show no stars for it.',
    hint: 'Name the critic as `author:`; publish reviews of your own business without stars.',
  },
  'control-character': {
    severity: 'warning',
    meaning: 'A control character, or one that turns the direction of the text; it cannot be seen.',
    hint: 'Remove it.',
    fixable: true,
  },
  'spoiler-unclosed': {
    severity: 'warning',
    meaning:
      'A spoiler is opened and never closed: of a block, all the rest is hidden; within a line, nothing is.',
    hint: 'Close it with `:::` on a line of its own.',
  },
  'config-invalid': {
    severity: 'error',
    meaning: 'The library’s review.config.yaml has a key or value that is not known.',
    hint: '`review schema --config` prints all that it may hold.',
  },
  'theme-invalid': {
    severity: 'error',
    meaning: 'A theme has a key, a colour or a style that is not known; the rest of it counts.',
    hint: 'A colour is a name of the terminal’s (`red`, `brightBlue`) or `#ff8800`; the message says what the key takes.',
  },
} as const satisfies Record<string, DiagnosticKind>;

export type DiagnosticCode = keyof typeof diagnosticKinds;

const kinds: Readonly<Record<DiagnosticCode, DiagnosticKind>> = diagnosticKinds;

/** Whether it says that something in the file was not read, or was dropped. */
export function isNotUnderstood({ code }: Pick<Diagnostic, 'code'>): boolean {
  return kinds[code].notUnderstood === true;
}

/** Put `text` in the place of `range`. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** Changes that together mend a diagnostic; in the order of the text, and none overlaps another. */
export type Fix = readonly TextEdit[];

/** One thing that is wrong or unwise in a file. `range` is in the file's source. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly file?: string;
  readonly range?: Range;
  readonly hint?: string;
  readonly fix?: Fix;
  /** What is said once of a folder where it holds for several of its files. */
  readonly together?: Together;
}

/** What several files say together: that in so many of them … */
export interface Together {
  readonly says: string;
  /** A number of this file; the largest of all is named. */
  readonly largest?: number;
}

/** A diagnostic with the severity of its code and, unless `details` has a better one, its hint. */
export function diagnose(
  code: DiagnosticCode,
  message: string,
  details: Pick<Diagnostic, 'file' | 'range' | 'hint' | 'fix' | 'together'> = {},
): Diagnostic {
  const { severity, hint } = diagnosticKinds[code];
  return { code, severity, message, hint, ...details };
}
