/** The part of the browser's document that is looked at. */
declare const document: { readonly querySelectorAll: (selector: string) => Iterable<Element> };

interface Element {
  readonly localName: string;
  readonly namespaceURI: string;
  readonly attributes: Iterable<{ readonly name: string }>;
  readonly getAttribute: (name: string) => string | null;
  /** Of links and pictures: the whole address. */
  readonly href: string;
  readonly src: string;
}

/** What stands in the document it runs in and no page of a review may hold, a line each. It runs in the browser. */
export function oddities(): string[] {
  const elements =
    'html head meta title script style body main article header footer nav section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a abbr b blockquote br cite code data del details em figcaption figure hr i img input ins kbd label link mark meter pre q s span strong sub summary sup table tbody td th thead time tr u';
  const attributes =
    'alt aria-hidden aria-label aria-labelledby charset checked class content datetime dir disabled href http-equiv id lang loading max min name open property rel role scope src start tabindex title type value';
  const allowed = new Set(elements.split(' '));
  const known = new Set(attributes.split(' '));
  const links = new Set(['http:', 'https:', 'mailto:']);
  const lines: string[] = [];
  const odd = (what: string): number => lines.push(`odd: ${what}`);
  if (Array.from(document.querySelectorAll('style')).length !== 1) odd('style sheets');
  for (const element of Array.from(document.querySelectorAll('*'))) {
    const name = element.localName;
    const isHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    if (!isHtml || !allowed.has(name)) odd(`<${name}>`);
    if (name === 'script' && element.getAttribute('type') !== 'application/ld+json')
      odd('a script');
    if (element.getAttribute('http-equiv') === 'refresh') odd('a refresh');
    for (const attribute of Array.from(element.attributes))
      if (!known.has(attribute.name)) odd(`${name}[${attribute.name}]`);
    const address = name === 'a' ? element.href : name === 'img' ? element.src : null;
    if (address !== null && !links.has(new URL(address).protocol)) odd(`an address ${address}`);
  }
  return lines;
}
