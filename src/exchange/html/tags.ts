/** What hides no words and takes no part in what is read. */
export const silentTags: ReadonlySet<string> = new Set(
  'script style template head title noscript iframe'.split(' '),
);

/** Elements that part paragraphs. */
export const paragraphTags: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main aside address dl dt dd figure figcaption table thead tbody tfoot tr ul ol center ' +
    'form fieldset h1 h2 h3 h4 h5 h6 pre body html'
  ).split(' '),
);

const others =
  'a b strong i em u s del ins strike cite br hr blockquote li spoiler span font small big sub sup q code mark abbr img';

const names = [...silentTags, ...paragraphTags, ...others.split(' ')].join('|');

/** What follows `<` where it opens or closes an element that HTML knows, or a comment: the source of a pattern. Anywhere else it is a sign of prose (`x<y`, `<3`). */
export const knownTag = `(?:!--|/?(?:${names})(?:\\s[^<>]{0,2000})?/?>)`;
