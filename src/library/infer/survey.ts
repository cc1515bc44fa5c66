import type { Fact, OriginRule } from '../../model/provenance.ts';
import type { ItemKind } from '../../model/review.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { languageOfText } from '../../vocabulary/text-language.ts';
import type { LoadedReview } from '../library.ts';

/** What is known of one review for a look at all of them. */
export interface Surveyed {
  /** Its file's path in the library. */
  readonly path: string;
  /** The folder it lies in; `.` is the library's. */
  readonly folder: string;
  readonly notation: string;
  readonly kind: ItemKind | null;
  /** Which rule gave the kind, and the name of the folder where that did. */
  readonly kindBy: OriginRule | null;
  readonly kindFrom: string | null;
  readonly rating: 'scale' | 'bare' | 'grade' | 'words' | 'none';
  /** The key that the rating stands under, as it is written. */
  readonly ratingKey: string | null;
  readonly value: number | null;
  readonly best: number | null;
  /** Whether the file itself says the scale. */
  readonly saysScale: boolean;
  readonly words: string | null;
  readonly critics: readonly string[];
  readonly hasMaker: boolean;
  readonly dates: { readonly published: boolean; readonly experienced: boolean };
  /** The language that the file names, else the one that its text is in. */
  readonly lang: string | null;
  readonly saysLang: boolean;
}

/** What is known of the reviews of a file; several where it holds several. */
export function surveyFile(loaded: LoadedReview, path: string): readonly Surveyed[] {
  return (loaded.many ?? [loaded]).map((one) => surveyed(one, path));
}

function surveyed(loaded: LoadedReview, path: string): Surveyed {
  const { review, source, bodyStart = 0, span } = loaded;
  const { item, rating, ratingText } = review;
  const originOf = (fact: Fact) => loaded.origins?.get(fact)?.[0];
  const kindOrigin = originOf('item.kind');
  const scaleRule = originOf('rating.best')?.rule;
  const saysScale = scaleRule !== 'siblings' && scaleRule !== 'default' && scaleRule !== 'config';
  const start = Math.max(bodyStart, span?.start ?? 0);
  return {
    path,
    folder: folderOf(path),
    notation: notationOf(loaded),
    kind: item.kind ?? null,
    kindBy: kindOrigin?.rule ?? null,
    kindFrom: kindOrigin?.rule === 'folder' ? (kindOrigin.from ?? null) : null,
    rating: ratingSort(rating?.source ?? null, ratingText, saysScale),
    ratingKey: keyAt(source, originOf('rating')?.span),
    value: rating?.value ?? null,
    best: rating?.best ?? null,
    saysScale,
    words: ratingText ?? null,
    critics: review.author.map(({ name }) => name),
    hasMaker: item.creators.length > 0,
    dates: {
      published: review.published !== undefined,
      experienced: review.experienced.length > 0,
    },
    lang: review.lang ?? languageOfText(source.slice(start)),
    saysLang: review.lang !== undefined,
  };
}

/** Of an `index` in a folder of its own, the one around that. */
function folderOf(path: string): string {
  const parts = path.split('/');
  const isIndex = /^index\./i.test(parts.at(-1) ?? '') && parts.length > 2;
  return parts.slice(0, isIndex ? -2 : -1).join('/') || '.';
}

const names: Readonly<Record<string, string>> = {
  markdown: 'Markdown',
  yaml: 'YAML',
  json: 'JSON',
  jsonl: 'JSON lines',
  csv: 'tables',
  toml: 'TOML',
  text: 'plain text',
};

function notationOf({ format, notation, source, keys }: LoadedReview): string {
  const name = names[format] ?? format;
  if (format !== 'markdown') return name;
  if (notation === 'inline') return `${name} with fields in the text`;
  if (notation !== undefined) return `${name} with ${notation.toUpperCase()}`;
  if (keys === undefined) return `${name} without keys`;
  return /^\uFEFF?\s*---/.test(source) ? `${name} with YAML` : name;
}

function ratingSort(
  source: string | null,
  words: string | undefined,
  saysScale: boolean,
): Surveyed['rating'] {
  if (source === null) return words === undefined ? 'none' : 'words';
  if (/^[A-F][+−–-]?$/i.test(source.trim())) return 'grade';
  return saysScale ? 'scale' : 'bare';
}

function keyAt(
  source: string,
  span: { readonly start: number; readonly end: number } | undefined,
): string | null {
  if (span === undefined) return null;
  const key = /^["']?([^"':=\r\n]{1,40}?)["']?[ \t]*(?:::|[:=])/.exec(
    source.slice(span.start, span.start + 60),
  )?.[1];
  return key === undefined ? null : normalizeKey(key) === '' ? null : key.trim();
}
