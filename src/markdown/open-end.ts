import { lexDocument } from './lex.ts';

/** A body in which none of these stands leaves nothing open. */
const mayOpen = /`{3}|~{3}|<|:::|\[(?:spoiler|details)|\{[{%]|\(view|%%/i;

/** What may be left open besides fences, and what closes it. */
const closers: readonly (readonly [opener: RegExp, closer: string])[] = [
  [/:::/, ':::'],
  [/\[(?:spoiler|details)/i, '[/spoiler]'],
  [/\{\{[<%]\s*(?:spoiler|details)/i, '{{< /spoiler >}}'],
  [/\{%-?\s*(?:spoiler|details)/i, '{% endspoiler %}'],
  [/\(view spoiler/i, '(hide spoiler)]'],
  [/<details/i, '</details>'],
  [/<spoiler/i, '</spoiler>'],
  [/<!--/, '-->'],
  [/<\?/, '?>'],
  [/<!\[CDATA\[/, ']]>'],
  [/<![A-Za-z]/, '>'],
  [/<pre/i, '</pre>'],
  [/<script/i, '</script>'],
  [/<style/i, '</style>'],
  [/<textarea/i, '</textarea>'],
];

/**
 * A body after which more can stand in the same Markdown text: what it leaves open, a fence say, is closed. `%%` that nothing closes is text, and
 * stays text where another stands in what follows (`meetsPrivate`): it is then escaped.
 * A body that leaves nothing open stays as it is, byte for byte; so does one that cannot be closed.
 */
export function withoutOpenEnd(written: string, meetsPrivate: boolean): string {
  if (!mayOpen.test(written)) return written;
  const body = closed(written);
  return meetsPrivate && body.includes('%%') ? withoutOpenPrivate(body) : body;
}

function closed(body: string): string {
  if (!isOpen(body)) return body;
  const eol = eolOf(body);
  const endings = [
    ...fences(body),
    ...closers.flatMap(([opener, closer]) => (opener.test(body) ? [closer] : [])),
  ];
  const closing = (text: string, ending: string): string => `${text}${eol}${ending}`;
  const once = endings.map((ending) => closing(body, ending));
  // A fence may be open within a spoiler.
  const twice = once.flatMap((text) => endings.map((ending) => closing(text, ending)));
  const [found] = [...once, ...twice].filter((text) => !isOpen(text));
  return found ?? closedDeep(body, endings, closing);
}

function withoutOpenPrivate(body: string): string {
  if (isOpen(body) || !isOpen(body, true)) return body;
  for (const { index } of Array.from(body.matchAll(/(?<=^[ \t>]*)%%/gm)).reverse()) {
    const escaped = `${body.slice(0, index)}\\${body.slice(index)}`;
    if (!isOpen(escaped, true)) return escaped;
  }
  return body;
}

/** Spoilers may be open within one another: the same ending is tried once more, up to as many as may stand open. */
function closedDeep(
  body: string,
  endings: readonly string[],
  join: (text: string, ending: string) => string,
): string {
  for (const first of ['', ...endings])
    for (const ending of endings) {
      let text = first === '' ? body : join(body, first);
      for (let count = 0; count < mostOpen; count++) {
        text = join(text, ending);
        if (!isOpen(text)) return text;
      }
    }
  return body;
}

const mostOpen = 16;

/** Whether a heading below the body is none; with `closing`, when `%%` stands further down. */
function isOpen(body: string, closing = false): boolean {
  const text = `${body.replace(/\r\n?/g, '\n')}\n\n# x${closing ? '\n\n%%' : ''}`;
  // Notes that are defined within a block stand behind all others, without a text.
  const raws = lexDocument(text).tokens.filter(({ type, raw }) => type !== 'space' && raw !== '');
  const [heading, last] = closing ? raws.slice(-2) : [raws.at(-1), undefined];
  const isSeen = heading?.type === 'heading' && heading.raw.trimEnd() === '# x';
  return !isSeen || (closing && last?.raw !== '%%');
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A fence that closes every fence of the body. */
function fences(body: string): string[] {
  return [/`{3,}/g, /~{3,}/g].flatMap((pattern) => {
    const found = body.match(pattern) ?? [];
    return found.length === 0 ? [] : [found.reduce((a, b) => (b.length > a.length ? b : a))];
  });
}
