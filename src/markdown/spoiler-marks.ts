/** A mark in a pair. */
export interface PairedMark {
  /** The source of what opens it; the group `title` is what is said of the text. */
  readonly open: string;
  /** The source of how such an opening begins, without groups: cheap to look for. */
  readonly begins: string;
  /** Opens and closes of the kind that was opened with a text, in one pattern, global; the first group is set for a close. One pattern for all that it fits. */
  readonly each: (opened: string) => RegExp;
  /** What closes the mark that was opened with this text. */
  readonly closing: (opened: string) => string;
}

/** The same for whatever was opened. */
export function always<Value>(value: Value): () => Value {
  return () => value;
}

/** A word for a fold, in the marks of site makers and forums. */
const fold = '(?:spoilers?|details)';
const inQuotes = '(?:[^{}\\n"]{0,100}"(?<title>[^"{}\\n]{0,200})")?';

/** A class of which the name says that it hides: `spoiler`, `md-spoiler-text`; not `spoiler-free`, `spoiler-warning`. */
const spoilerClass =
  '(?<![\\w-])(?:(?!non?[-_])[a-z]{1,20}[-_]{1,2}){0,2}spoilers?(?:[-_]{1,2}(?:text|content|contents|body|inner|inline|block|box|hidden|blur|blurred|span|wrap|wrapper|container))?(?![\\w-])';
/** An attribute by which an element is not seen, or only by those who ask for it. */
const hiding = [
  'hidden(?:\\s{0,9}=\\s{0,9}["\']?(?:hidden|true|until-found)?["\']?)?(?=[\\s/>])',
  'data-spoiler(?=[\\s/=>])',
  `class\\s{0,9}=\\s{0,9}(?:\\\\?["'][^"'<>]{0,200}?${spoilerClass}[^"'<>]{0,200}["']|${spoilerClass}(?=[\\s/>]))`,
  'style\\s{0,9}=\\s{0,9}\\\\?["\'][^"\'<>]{0,200}?(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden|(?<![-\\w])color\\s{0,9}:\\s{0,9}transparent)[^"\'<>]{0,200}["\']',
].join('|');
const attribute =
  '\\s{1,9}[\\w:@.-]{1,40}(?:\\s{0,9}=\\s{0,9}(?:\\\\?"[^"<>]{0,300}"|\\\\?\'[^\'<>]{0,300}\'|[^\\s"\'<>=]{1,300}))?';
const holders =
  'span|div|p|blockquote|section|aside|article|figure|mark|del|strong|small|label|button|abbr|font|code|em|li|td|dd|a|b|i|q|s|u';

const eachOf = new Map<string, RegExp>();

/** Opens and closes of an element. A paragraph holds no other (HTML, 4.4.1). */
function eachElement(opened: string): RegExp {
  const name = /^<([a-z]+)/i.exec(opened)?.[1]?.toLowerCase() ?? 'span';
  const known = eachOf.get(name);
  if (known !== undefined) return known;
  const open = name === 'p' ? '(?!)' : `<${name}(?=[\\s/>])[^<>]{0,1000}>`;
  const made = new RegExp(`(</${name}\\s{0,9}>)|${open}`, 'gi');
  eachOf.set(name, made);
  return made;
}

/** The marks in pairs that stand within a line as well as on lines of their own. Nothing in them repeats without a bound. */
export const pairedMarks: readonly PairedMark[] = [
  {
    open: '\\[(?:spoilers?(?:[= ](?<title>[^\\]\\n]{0,200}))?|details=[^\\]\\n]{0,200})\\]',
    begins: '\\[(?:spoilers?[\\]= ]|details=)',
    each: always(
      /(\[\/(?:spoilers?|details)\])|\[(?:spoilers?(?:[= ][^\]\n]{0,200})?|details=[^\]\n]{0,200})\]/gi,
    ),
    closing: (opened) => (/^\[d/i.test(opened) ? '[/details]' : '[/spoiler]'),
  },
  {
    open: '<spoilers?(?:-text)?(?:\\s{1,9}title\\s{0,9}=\\s{0,9}["\'](?<title>[^"\'\\n]{0,200})["\'])?(?:[\\s/][^<>\\n]{0,200})?>',
    begins: '<spoiler',
    each: always(/(<\/spoilers?(?:-text)?\s{0,9}>)|<spoilers?(?:-text)?(?:[\s/][^<>]{0,200})?>/gi),
    closing: (opened) => (/^<spoilers?-/i.test(opened) ? '</spoiler-text>' : '</spoiler>'),
  },
  {
    open: `\\{\\{[<%]\\s{0,9}${fold}\\b${inQuotes}[^{}\\n]{0,200}[>%]\\}\\}`,
    begins: `\\{\\{[<%]\\s{0,9}${fold}\\b`,
    each: always(
      /(\{\{[<%]\s{0,9}\/\s{0,9}(?:spoilers?|details)\s{0,9}[>%]\}\})|\{\{[<%]\s{0,9}(?:spoilers?|details)\b[^{}\n]{0,300}[>%]\}\}/gi,
    ),
    closing: (opened) => {
      const name = /details/i.test(opened.slice(0, 20)) ? 'details' : 'spoiler';
      return opened.startsWith('{{<') ? `{{< /${name} >}}` : `{{% /${name} %}}`;
    },
  },
  {
    open: `\\{%-?\\s{0,9}${fold}\\b${inQuotes}[^{}\\n]{0,200}%\\}`,
    begins: `\\{%-?\\s{0,9}${fold}\\b`,
    each: always(
      /(\{%-?\s{0,9}(?:end|\/\s{0,9})(?:spoilers?|details)\s{0,9}-?%\})|\{%-?\s{0,9}(?:spoilers?|details)\b[^{}\n]{0,300}%\}/gi,
    ),
    closing: (opened) =>
      /details/i.test(opened.slice(0, 20)) ? '{% enddetails %}' : '{% endspoiler %}',
  },
  // As a page of Goodreads is copied.
  {
    open: '\\(view spoilers?\\)\\s{0,3}\\[',
    begins: '\\(view spoiler',
    each: always(/(\(hide spoilers?\)\s{0,3}\])|\(view spoilers?\)\s{0,3}\[/gi),
    closing: always('(hide spoiler)]'),
  },
  {
    open: `<(?:${holders})(?=\\s)(?:${attribute}){0,12}?\\s{1,9}(?:${hiding})(?:${attribute}){0,12}\\s{0,9}>`,
    begins: `<(?:${holders})\\s[^<>]{0,300}(?:spoiler|hidden|display|color)`,
    each: eachElement,
    closing: (opened) => `</${/^<([a-z]+)/i.exec(opened)?.[1] ?? ''}>`,
  },
];

/** `<details>`, which is a block's mark, and hides a field's text too. */
export const detailsMark: PairedMark = {
  open: '<details(?:\\s[^<>]{0,200})?>\\s{0,20}(?:<summary>(?<title>[^<]{0,500})<\\/summary>)?',
  begins: '<details(?=[\\s>])',
  each: always(/(<\/details\s{0,9}>)|<details(?:\s[^<>]{0,200})?>/gi),
  closing: always('</details>'),
};

/** Fences of colons whose text is folded or hidden: HackMD's and VitePress's words, and Pandoc's classes. */
export const colonName =
  '(?:spoilers?\\b|details\\b|\\{[^}\\n]{0,100}\\.spoilers?\\b[^}\\n]{0,100}\\})';

/** A text in brackets with a class behind it (Pandoc's Markdown, bracketed spans): what opens it, its end in sight, and its close. */
export const classedSpan = {
  open: '\\[(?=[^[\\]\\n]{1,2000}\\]\\{[^{}\\n]{0,100}\\.spoilers?\\b)',
  close: /\]\{[^{}\n]{0,200}\}/g,
} as const;

/** The last line of a paragraph that is a spoiler as a whole, as kramdown gives a class. */
export const classLine = /(?:^|\n) {0,3}\{:[^{}\n]{0,100}\.spoilers?\b[^{}\n]{0,100}\}\s*$/i;

/** The sources of how marks begin that may start a block, for looking only. */
export const blockBeginnings: readonly string[] = [
  `:::+[ \\t]*${colonName}`,
  ...[...pairedMarks, detailsMark].map(({ begins }) => begins),
];
