/**
 * A text as it is compared when people search: lower case, without accents and without what nothing shows (soft hyphens, joiners), letters and
 * marks as they are typed on a plain keyboard, compatibility forms as their plain ones.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toLowerCase()
    .replace(special, (letter) => typed[letter] ?? letter)
    .normalize('NFC');
}

/** Letters that Unicode takes for letters of their own, and marks, each as people type it who have not got the key. */
const typed: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ə: 'e',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};
const special = new RegExp(`[${Object.keys(typed).join('')}]`, 'g');

/** Whether a text has no character but ASCII's, none of which needs a look at Unicode's tables. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false;
  return true;
}
