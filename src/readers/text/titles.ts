import { type ExtraSynonyms, roleOfHeading } from '../../model/roles.ts';

const numbering = /^(?:(\d{1,2})(?:\.\d{1,2}){0,3}[.):]?|[IVX]{1,5}[.):])\s+/u;

/** Whether a line starts with a number as chapters have it. */
export function isNumbered(text: string): boolean {
  return numbering.test(text);
}

/** The number a line starts with (`3. Weak points`), or null. */
export function numberOf(text: string): number | null {
  const number = numbering.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Whether a line looks like a heading by its letters or number alone: capitals, Title Case, `2. Style`. */
export function standsOut(text: string): boolean {
  const bare = text.replace(numbering, '');
  return bare !== text || isCapitals(bare) || isTitleCase(bare);
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

const small =
  /^(?:an?|the|of|on|in|at|to|by|for|and|or|but|nor|with|from|as|vs|is|it|its|de|la|le|und|der|die|das)$/i;

/** Whether all words that titles capitalise are capitalised, two at least. */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
  const counted = words.filter(
    (word, index) =>
      /^\p{L}/u.test(word) && (index === 0 || !small.test(word.replace(/[^\p{L}]/gu, ''))),
  );
  return counted.length > 1 && counted.every((word) => /^\p{Lu}/u.test(word));
}

const person =
  '(?:i|we|he|she|they|it|there|you|this|that|these|those|here|nobody|everybody|nothing|everything)';
const auxiliary =
  '(?:am|is|are|was|were|be|been|has|have|had|will|would|can|could|cannot|should|may|might|must|do|does|did|never|always|just|really|still|only)';
const past =
  '(?:got|went|feel|felt|look|looked|loved?|liked?|hated?|wanted|want|thought|think|know|knew|saw|see|seems|seemed|worked|came|made|took|gave|left|ran|fell|cried|laughed|slept|wants?)';
const clause = new RegExp(
  `^(?:(?:and|but|so|then|yet|still|well|yes|no|honestly|sadly|oh),?\\s+)?${person}(?:['’](?:s|m|re|ve|d|ll)\\b|\\s+(?:${auxiliary}|${past})\\b)`,
  'iu',
);
const verb =
  /\s(?:is|are|was|were|has|had|have|will|would|can|could|cannot|should|must|does|did|isn['’]t|wasn['’]t|doesn['’]t|don['’]t|didn['’]t|never)\s/u;
/** A second clause after a comma. */
const joined =
  /,\s(?:and|but|or|so|yet|which|who|that|while|as|because|neither|nor|though|where|when)\s/u;
const question = /^(?:what|who|whom|whose|why|how|where|when|which|whether)\b/i;

type Evidence = readonly [holds: boolean, weight: number];

/** How much a short line without a full stop reads like a sentence all the same; 2 and more is one. */
export function sentenceScore(text: string, synonyms: ExtraSynonyms): number {
  const bare = text.replace(numbering, '');
  const words = bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const asks = /\?$/.test(text);
  const evidence: readonly Evidence[] = [
    [words > 12, 1],
    [words > 9, 1],
    [words > 6 && joined.test(bare), 1],
    [!asks && clause.test(bare), 3],
    [!asks && !question.test(bare) && verb.test(bare), 1],
    [bare.endsWith('!'), 2],
    // A row: `Heat | Michael Mann | seen twice`.
    [/\s\|\s/.test(bare), 6],
    [/^\p{Ll}/u.test(bare), 2],
    [/\S:\s|—|\s[–-]\s/u.test(bare), -1],
    [asks, -1],
    [bare !== text, -2],
    [isCapitals(bare), -3],
    [isTitleCase(bare), -2],
    [roleOfHeading(bare, synonyms) !== null, -2],
  ];
  return evidence.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), 0);
}
