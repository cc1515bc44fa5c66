/** A mark in a pair, one within another of its kind. */
export interface PairedMark {
  /** The source of what opens it; the first group is what is said of the text. */
  readonly open: string;
  /** Opens and closes of the kind, in one pattern, global; the first group is set for a close. */
  readonly each: RegExp;
  /** What closes the mark that was opened with this text. */
  readonly closing: (opened: string) => string;
  /** True where opens within it want closes of their own. */
  readonly nests: true;
}

/** The marks in pairs that stand within a line as well as on lines of their own. Nothing in them repeats without a bound. */
export const pairedMarks: readonly PairedMark[] = [
  {
    open: '\\[spoilers?(?:[= ]([^\\]\\n]{0,200}))?\\]',
    each: /(\[\/spoilers?\])|\[spoilers?(?:[= ][^\]\n]{0,200})?\]/gi,
    closing: () => '[/spoiler]',
    nests: true,
  },
  {
    open: '<spoilers?(?:\\s{1,9}title\\s{0,9}=\\s{0,9}["\']([^"\'\\n]{0,200})["\'])?(?:[\\s/][^<>\\n]{0,200})?>',
    each: /(<\/spoilers?\s{0,9}>)|<spoilers?(?:[\s/][^<>]{0,200})?>/gi,
    closing: () => '</spoiler>',
    nests: true,
  },
  {
    open: '\\{\\{[<%]\\s{0,9}spoilers?\\b()[^{}\\n]{0,200}[>%]\\}\\}',
    each: /(\{\{[<%]\s{0,9}\/\s{0,9}spoilers?\s{0,9}[>%]\}\})|\{\{[<%]\s{0,9}spoilers?\b[^{}\n]{0,200}[>%]\}\}/gi,
    closing: (opened) => (opened.startsWith('{{<') ? '{{< /spoiler >}}' : '{{% /spoiler %}}'),
    nests: true,
  },
  {
    open: '\\{%-?\\s{0,9}spoilers?\\b()[^{}\\n]{0,200}%\\}',
    each: /(\{%-?\s{0,9}(?:end|\/\s{0,9})spoilers?\s{0,9}-?%\})|\{%-?\s{0,9}spoilers?\b[^{}\n]{0,200}%\}/gi,
    closing: () => '{% endspoiler %}',
    nests: true,
  },
];

/** `<details>`, which is a block's mark, and hides a field's text too. */
export const detailsMark: PairedMark = {
  open: '<details(?:\\s[^<>]{0,200})?>\\s{0,20}(?:<summary>([^<]{0,500})<\\/summary>)?',
  each: /(<\/details\s{0,9}>)|<details(?:\s[^<>]{0,200})?>/gi,
  closing: () => '</details>',
  nests: true,
};
