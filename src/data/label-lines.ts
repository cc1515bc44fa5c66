import type { MapEntry } from './data-node.ts';
import { fieldEntry, type InlineFields, nextWords } from './inline-fields.ts';
import { type Line, lineAt } from './lines.ts';

/** What a label says: a fact of the thing or of the review, a part of the text, or nothing that is known. */
export type LabelSays = 'fact' | 'part' | null;

const mostLines = 40;
const mostUnits = 300;
/** Fewer facts are a sentence that begins like a label. */
const fewestFacts = 2;

/** A quote's mark, a bullet. */
const before = /^ {0,3}(?![ \t])(?:(?:>[ \t]?)+ {0,3})?(?:[-*+•][ \t]+)?/;
const label =
  /^((?:[*_]{1,3})?(?:\p{Extended_Pictographic}\uFE0F?\s*)?)(\p{L}[\p{L}\p{N} _'’()/&.-]{0,40}?)(\s*[*_]{0,3}\s*(?::(?=[*_\s]|$)|：)[*_]{0,3}[ \t]*)(.*)$/u;
const maker =
  /^((?:[*_]{1,3})?)((?:directed|written|developed|published|created|composed|designed|illustrated|translated|narrated|produced) by)(\s+)(\S.*)$/i;
const callout = /^ {0,3}>\s*\[![\w-]+\][+-]?/;
/** A heading above facts, and no section of the text. */
const factsHeading =
  /^ {0,3}#{2,4}[ \t]+(?:[^\p{L}\p{N}]*)(?:(?:basic |general |quick |key |my |book |film |movie |game |album )*(?:info(?:s|rmations?)?|details?|facts?|data|metadata|specs)|steckbrief|daten|eckdaten|fakten|fiche technique|informations? générales?|ficha(?: t[eé]cnica)?|datos|scheda(?: tecnica)?|informazioni|基本信息|基本資訊|信息|基本情報|情報|기본 정보|정보|информация)[^\p{L}\p{N}]*$/iu;
const image = /^ {0,3}!\[[^\]]*\]\((?:<([^<>]+)>|([^()\s]+))[^()]*\)\s*$/;
const embed = /^ {0,3}!\[\[([^[\]|]+\.(?:png|jpe?g|webp|gif|avif))(?:\|[^[\]]*)?\]\]\s*$/i;

/**
 * Facts at the top of a Markdown text as people write them without a notation: at least two lines of `Author: Ada Quill`, bold, in bullets or in a quote, or a
 * table of two columns. A picture or a heading such as `## Info` may stand above them. Lines whose label `says` nothing known are taken
 * with them, unless they are the greater part; one that names a part of the text ends them.
 */
export function labelFields(
  source: string,
  first: Line,
  says: (label: string) => LabelSays,
): InlineFields | null {
  const lead: MapEntry[] = [];
  let line: Line | null = first;
  for (let count = 0; count < 4 && line !== null; count++) {
    const picture = pictureIn(line);
    if (picture !== null) lead.push(picture);
    else if (!isFactsHeading(line.text) && !callout.test(line.text)) break;
    line = nextWords(source, line.next);
  }
  if (line === null) return null;
  const found = /^\s*\|/.test(line.text) ? rowsIn(source, line, says) : linesIn(source, line, says);
  return found === null ? null : { ...found, entries: [...lead, ...found.entries], labelled: true };
}

/** The first look is for what most texts are, for which the patterns need not be compiled. */
function isFactsHeading(text: string): boolean {
  return /^ {0,3}##/.test(text) && text.length < 60 && factsHeading.test(text);
}

function pictureIn({ text, start }: Line): MapEntry | null {
  const [, angled, plain] = image.exec(text) ?? [];
  const [, embedded] = embed.exec(text) ?? [];
  const target = angled ?? plain ?? embedded;
  return target === undefined
    ? null
    : fieldEntry('image', start, target, start + text.indexOf(target));
}

function linesIn(
  source: string,
  first: Line,
  says: (label: string) => LabelSays,
): InlineFields | null {
  const entries: MapEntry[] = [];
  let facts = 0;
  let end = first.start;
  for (let line: Line | null = first; line !== null && entries.length < mostLines; ) {
    const entry = line.text.length > mostUnits ? null : entryIn(line);
    const known = entry === null ? null : says(entry.key);
    if (entry === null || known === 'part') break;
    // Behind a blank line the text may have begun.
    if (end !== line.start && entries.length > 0 && known === null) break;
    if (known === 'fact' && entry.value.text !== '') facts++;
    entries.push(entry);
    end = line.next;
    line = line.next > line.start ? nextWords(source, line.next) : null;
  }
  return isEnough(facts, entries) ? { entries, end } : null;
}

function isEnough(facts: number, entries: readonly MapEntry[]): boolean {
  const said = entries.filter(({ value }) => value.text !== '').length;
  return facts >= fewestFacts && facts * 2 >= said;
}

function entryIn({ text, start }: Line): MapEntry | null {
  if (!/[:：]| by /i.test(text.slice(0, 60))) return null;
  const lead = before.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead).replace(/\\$|[ \t]+$/, '');
  const [, marks = '', key = '', colon = '', value = ''] =
    label.exec(rest) ?? maker.exec(rest) ?? [];
  if (key === '' || value.startsWith(':')) return null;
  const at = start + lead + marks.length;
  const plain = withoutMarks(value, marks);
  return fieldEntry(key.trim(), at, plain, at + key.length + colon.length + value.indexOf(plain));
}

/** `**Rating:** **4/5**`, `**Rating: 4/5**`. */
function withoutMarks(value: string, opened: string): string {
  const mark = /^[*_]+/.exec(opened)?.[0] ?? '';
  const own = /^([*_`]{1,3})([^*_`].*?)\1$/.exec(value)?.[2];
  if (own !== undefined) return own.trim();
  return mark !== '' && value.endsWith(mark) && !value.slice(0, -mark.length).includes(mark)
    ? value.slice(0, -mark.length).trim()
    : value;
}

const row = /^\s*\|([^|\n]*)\|((?:[^|\n\\]|\\.)*)\|?\s*$/;
const ruler = /^\s*\|?(?:\s*:?-+:?\s*\|?)+\s*$/;

/** The rows of a table of two columns. */
function rowsIn(
  source: string,
  first: Line,
  says: (label: string) => LabelSays,
): InlineFields | null {
  const entries: MapEntry[] = [];
  let facts = 0;
  let end = first.start;
  for (let at = first.start, count = 0; at < source.length && count < mostLines; count++) {
    const line = lineAt(source, at);
    const cells = row.exec(line.text);
    if (line.text.length > mostUnits || cells === null) {
      if (line.text.trim() !== '') return null;
      break;
    }
    const [, left = '', right = ''] = cells;
    const key = left.replace(/[*_:：]|\p{Extended_Pictographic}|\uFE0F/gu, '').trim();
    const value = withoutMarks(right.trim(), '').replace(/\\\|/g, '|');
    if (!ruler.test(line.text) && key !== '' && value !== '') {
      const known = says(key);
      if (known === 'part') return null;
      if (known === 'fact') facts++;
      // The first row is most often a head.
      if (known !== null || entries.length > 0 || count > 0)
        entries.push(
          fieldEntry(
            key,
            line.start + line.text.indexOf(key),
            value,
            line.start + line.text.lastIndexOf(value),
          ),
        );
    }
    end = line.next;
    if (line.next === at) break;
    at = line.next;
  }
  return isEnough(facts, entries) ? { entries, end } : null;
}
