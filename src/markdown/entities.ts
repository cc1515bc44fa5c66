import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][\dA-Za-z]{0,31}));/g;

/**
 * Text with its character references decoded (CommonMark 0.31, entity and numeric character references).
 * What is no reference stays. The result may hold control characters: it goes through `visible` before it is shown.
 */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(reference, decode) : text;
}

function decode(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
  const point =
    decimal === undefined ? Number.parseInt(hex as string, 16) : Number.parseInt(decimal, 10);
  const impossible = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  return impossible ? '\uFFFD' : String.fromCodePoint(point);
}
