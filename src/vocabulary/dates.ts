import { foreignMonth } from './foreign.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const word = '([a-z]{3,9})\\.?';
const notations: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ('y' | 'm' | 'd')[];
}[] = [
  {
    pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/i,
    order: ['y', 'm', 'd'],
  },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: ['y', 'm', 'd'] },
  { pattern: /^(\d{4})[-/](\d{1,2})$/, order: ['y', 'm'] },
  { pattern: /^(\d{4})$/, order: ['y'] },
  { pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, order: ['d', 'm', 'y'] },
  {
    pattern: new RegExp(
      `^(?:[a-z]+,?\\s+)?${day}\\s+(?:of\\s+)?${word},?\\s+(\\d{4})(?:\\s+\\d.*)?$`,
      'i',
    ),
    order: ['d', 'm', 'y'],
  },
  {
    pattern: new RegExp(`^(?:[a-z]+,\\s+)?${word}\\s+${day},?\\s+(\\d{4})$`, 'i'),
    order: ['m', 'd', 'y'],
  },
  { pattern: new RegExp(`^${word},?\\s+(\\d{4})$`, 'i'), order: ['m', 'y'] },
];
const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/**
 * A date as ISO 8601: `2025-06-06`, or as much of it as is written (`2025-06`, `2025`). A time of day is left out.
 * Null when it is none, does not exist (30 February), or could be two days (`03/04/2025`).
 */
export function isoDate(source: string): string | null {
  const text = source.trim().replace(/^\[{1,2}(.*?)\]{1,2}$/, '$1');
  for (const { pattern, order } of notations) {
    const match = pattern.exec(text);
    if (match !== null) return compose(order, match);
  }
  const match = slashes.exec(text);
  if (match === null) return dateInWords(text);
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 || first === second) return compose(['d', 'm', 'y'], match);
  return second > 12 ? compose(['m', 'd', 'y'], match) : null;
}

/** The day where the program runs, as ISO 8601. */
export function dayOf(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const cjk = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?$/;
const named =
  /^(?:[^\d\s]+\s+)?(\d{1,2})(?:\.|º|er)?\s+(?:de\s+)?([^\d\s.,]{3,14})\.?,?\s+(?:del?\s+)?(\d{4})(?:\s*(?:г\.?|r\.))?$/i;

/** A day with its month in a word of another language, or as East Asia writes it. */
function dateInWords(text: string): string | null {
  const numbers = cjk.exec(text);
  if (numbers !== null) return compose(['y', 'm', 'd'], numbers);
  const words = text.length > 60 ? null : named.exec(text);
  return words === null ? null : compose(['d', 'm', 'y'], words);
}

function compose(order: readonly ('y' | 'm' | 'd')[], match: RegExpExecArray): string | null {
  const part = (name: 'y' | 'm' | 'd'): string | undefined => match[order.indexOf(name) + 1];
  const year = part('y') as string;
  if (!order.includes('m')) return year;
  const month = monthNumber(part('m') as string);
  if (month < 1 || month > 12) return null;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (!order.includes('d')) return head;
  const dayOfMonth = Number(part('d'));
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return dayOfMonth >= 1 && dayOfMonth <= last
    ? `${head}-${String(dayOfMonth).padStart(2, '0')}`
    : null;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  const english =
    months.findIndex(
      (month) =>
        month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'),
    ) + 1;
  return english > 0 ? english : foreignMonth(name);
}
