import type { Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';

const source = `---
film: Heat
title: Everything that a page can hold
director: Michael Mann
cast: [Al Pacino, Robert De Niro]
year: 1995
poster: data.png
imdb: tt0113277
critic: {name: Ann, url: "https://ann.example/"}
date: 2025-06-09
updated: 2025-06-10
rating: 3.5/5
recommended: true
spoilers: true
summary: Two men ||shoot|| drink coffee.
scores: {story: 4/5, "a-long-aspect-without-any-place-to-break-it-in": 2/5, sound: 10/10}
pros: [Coffee, "A ||secret|| thing"]
cons: [Long]
tags: [crime, los angeles, ${'long'.repeat(30)}]
watchedDate: 2025-06-06
venue: Odeon
url: https://ann.example/a/very/long/address/${'that-does-not-end-'.repeat(8)}
---

An introduction with a [link](https://x.example/${'a'.repeat(90)}), \`${'code'.repeat(30)}\` and ${'word'.repeat(40)}.[^1]

## Plot and a heading of ${'unbreakable'.repeat(9)} length

Text with *em*, **strong**, ~~del~~, <mark>marked</mark>, <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup> and <abbr>HTML</abbr>.
A ||hidden|| word and a [**strong** link](/a).[^1][^long]

### Deeper

- one
  1. two
  2. three
- [ ] to do
- [x] done

> A quote
>
> > in a quote

> [!NOTE]
> A note.

> [!TIP]
> A tip.

> [!IMPORTANT]
> Important.

> [!WARNING]
> A warning.

> [!CAUTION]
> Caution.

---

## Table and code

| a | b | c | d | e | f | g | h |
|---|--:|:-:|---|---|---|---|---|
| some words here | 1 | two words | and more | and more | and more | and more | ${'wide'.repeat(20)} |

\`\`\`js
// A comment
const answer = 42, text = 'string', pattern = /a+b/g;
function add(one, two) { return \`\${one} and \${two}\`; } ${'long '.repeat(40)}
class A extends B { static #c = null; }
\`\`\`

\`\`\`css
@media (width > 10px) { a.b:hover::after { color: #fff; margin: 1em !important } }
\`\`\`

\`\`\`html
<a href="b" class="c">d &amp; e</a><!-- f -->
\`\`\`

\`\`\`diff
- gone
+ new
@@ -1 +1 @@
\`\`\`

\`\`\`yaml
key: [value, 1, true, null] # comment
\`\`\`

\`\`\`
plain
\`\`\`

![A picture](data.png "With a caption")

:::spoiler What happens
He dies.
:::

<details>
<summary>More</summary>

Of it.

</details>

## Spoilers

All of them.

## Verdict

See it.

[^1]: A note with a [link](https://y.example/).

[^long]: Another.

    With two paragraphs.
`;

/** A review that uses all that a page can show, with words and lines that are too long for it. */
export const richReview: Review = readReview(source, { format: 'markdown' }).review;
