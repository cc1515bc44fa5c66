import { decodeEntities } from '../../../markdown/entities.ts';
import { isData, isSafeUrl } from '../../../markdown/url.ts';
import { visibleLine } from '../../../text/visible.ts';
import type { Style, StyledSpan } from '../../style.ts';
import type { PageContext } from '../page-context.ts';

/**
 * A link: its text alone where it can be clicked, else as the page writes links: `text (address)`, `text[1]`, or its text alone.
 * An address that is the text is not said twice.
 */
export function linkSpans(
  href: string,
  text: readonly StyledSpan[],
  page: PageContext,
  style: Style,
): StyledSpan[] {
  const address = visibleLine(decodeEntities(href)).trim();
  const shown = text
    .map((span) => span.text)
    .join('')
    .trim();
  if (address === '' || isData(address)) return [...text];
  const isWhole = page.look.keepsAddresses;
  const named = shown === '' ? [{ text: address, style }] : text;
  const target = { kind: 'address', address } as const;
  if (page.hyperlinks && isSafeUrl(href))
    return linkText(named, { link: true, href: address, target });
  const spans = linkText(named, { link: true, target });
  if (shown === '' || saysTheSame(shown, address))
    return isWhole ? spans.map((span) => ({ ...span, isWhole })) : spans;
  if (page.links === 'none') return spans;
  if (page.links === 'notes')
    return [
      ...spans,
      {
        text: `[${page.addressNumber(address)}]`,
        style: { ...style, tone: style.tone ?? 'address' },
      },
    ];
  return [
    ...spans,
    { text: ' ', style },
    { text: `(${address})`, style: { ...style, tone: style.tone ?? 'address' }, isWhole },
  ];
}

function saysTheSame(shown: string, address: string): boolean {
  const bare = address.replace(/^(?:mailto:|https?:\/\/)/i, '');
  return shown === address || shown === bare || `${shown}/` === address;
}

/** One style object for spans that share one, so that a wrapped line joins them. */
function linkText(text: readonly StyledSpan[], link: Style): StyledSpan[] {
  const styles = new Map<Style, Style>();
  return text.map((span) => {
    const style = styles.get(span.style) ?? { ...span.style, ...link };
    styles.set(span.style, style);
    return { text: span.text, style };
  });
}

/** An address on its own, clickable where it can be. */
export function addressSpan(address: string, page: PageContext, style: Style): StyledSpan {
  const text = visibleLine(address);
  return {
    text,
    isWhole: page.look.keepsAddresses && isSafeUrl(address),
    style: isSafeUrl(address) ? addressStyle(text, page, style) : style,
  };
}

function addressStyle(address: string, { hyperlinks }: PageContext, style: Style): Style {
  const target = { kind: 'address', address } as const;
  return hyperlinks ? { ...style, link: true, href: address, target } : { ...style, target };
}
