import { dateIn } from '../../../vocabulary/foreign.ts';
import { element, escapeLine } from '../escape.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date in words of the page’s language where it is spoken here, else as it is; both are a `time` only when they are ISO dates. */
export function timeHtml(date: string, lang: string | undefined, name?: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const monthName = months[Number(month) - 1];
  const isEnglish = lang === undefined || /^en\b/i.test(lang);
  const text = isEnglish
    ? monthName !== undefined
      ? `${Number(day)} ${monthName} ${year}`
      : date
    : (dateIn(lang, date) ?? date);
  if (!/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]+)?)?)?$/.test(date)) return escapeLine(date);
  return element('time', { class: name, datetime: date }, escapeLine(text));
}
