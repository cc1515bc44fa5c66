import type { MapNode } from '../data/data-node.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Provenance } from '../model/provenance.ts';
import type { ItemKind, Review } from '../model/review.ts';
import type { ExtraSynonyms } from '../model/roles.ts';
import type { Grade } from '../model/settings.ts';
import type { Siblings } from './siblings.ts';

/** What stands around a file's text. */
export interface Surroundings {
  /** The names of its folders, the deepest first: those inside its library and the library's own. */
  readonly folders: readonly string[];
  /** The file's name without its ending. */
  readonly name: string;
}

/** What a library's configuration and a file's surroundings tell a reader. */
export interface ReadSettings {
  /** Role synonyms besides the built-in ones. */
  readonly roles?: ExtraSynonyms;
  /** The best value of a bare number's scale. */
  readonly scale?: number;
  /** Grades and words for a rating, instead of the letters from A+ to F: a share of the best (0..1), or a value of a scale. */
  readonly grades?: Readonly<Record<string, Grade>>;
  /** The kind of an item when the file does not tell. */
  readonly kind?: ItemKind;
  /** The critic when the file names none. */
  readonly author?: string;
  /** The language when the file does not tell, BCP 47. */
  readonly lang?: string;
  /** Whether the file holds several reviews, where its look is not to be asked. */
  readonly many?: boolean;
  /** More spellings of a field, by the field's name. */
  readonly spellings?: Readonly<Record<string, readonly string[]>>;
  /** Where the file lies: what its folders and its name say counts where the file itself says nothing. */
  readonly surroundings?: Surroundings;
  /** What the other files of its folder show, for what the file leaves open: the scale of a bare number, and whose name `author` is. */
  readonly siblings?: Siblings;
  /** False to leave the body alone: `sections` is then empty and its words are counted as they stand. */
  readonly sections?: boolean;
}

export interface ReadResult {
  readonly review: Review;
  /** In the order of the source. Ranges are in the text that was read. */
  readonly diagnostics: readonly Diagnostic[];
  /** What gave each fact; absent for what is read exactly as it was exported. */
  readonly origins?: Provenance;
  /** The keys as they stand in the file; absent when it has none, or none that could be read. */
  readonly keys?: MapNode;
  /** What the keys are written in, when it is a notation that is read and not written. */
  readonly notation?: 'toml' | 'json' | 'inline';
  /** Where the text after the keys starts; absent where there is no such text. */
  readonly bodyStart?: number;
  /** How many reviews a list or several documents hold, the first of which is this one; absent where the file is one review. */
  readonly records?: number;
  /** The words below the metadata, headings included; only when `settings.sections` was false. */
  readonly words?: number;
  /** How many of them are characters of Chinese or Japanese; absent for none. */
  readonly ideographs?: number;
}

/** One review of a file. */
export interface ReadRecord extends ReadResult {
  /** Its name in the file, unique in it; null where the file is the review. */
  readonly key: string | null;
  /** Where it stands, in UTF-16 units, `end` exclusive. */
  readonly span: { readonly start: number; readonly end: number };
}

/** What a text with several reviews holds. */
export interface ReadMany {
  readonly records: readonly ReadRecord[];
  /** How many besides are no reviews yet: what is still to be read, watched or played. */
  readonly waiting?: number;
  /** What is said of the text as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A text that was parsed once, for whichever of the two is asked of it. */
export interface OpenText {
  /** The text as one review. */
  readonly one: () => ReadResult;
  /** The reviews of a text that holds several, in their order; null where it is one, or none. */
  readonly many: () => ReadMany | null;
}

/** One format that reviews are read from. */
export interface Reader {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Takes any string at all; what is wrong with it is a diagnostic, never an exception. */
  readonly open: (source: string, settings: ReadSettings) => OpenText;
}

/** A list, each item of which is a review, as one: the first, and how many there are. `none` is what stands for a list of nothing. */
export function firstOf({ records, diagnostics }: ReadMany, none: Review): ReadResult {
  const [first] = records;
  return first === undefined
    ? { review: none, diagnostics }
    : { ...first, diagnostics: [...diagnostics, ...first.diagnostics], records: records.length };
}
