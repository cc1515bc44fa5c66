/** What opens a spoiler within a line, in lower case, and what closes it. */
export const spoilerMarks: Readonly<Record<string, string>> = {
  '||': '||',
  '>!': '!<',
  '[spoiler]': '[/spoiler]',
  '<spoiler>': '</spoiler>',
};
