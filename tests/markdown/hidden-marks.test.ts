import { describe, expect, test } from 'vitest';
import { readReview } from '../../src/readers/formats.ts';
import { writeHtml } from '../../src/writers/html/html.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeMarkdown } from '../../src/writers/markdown.ts';
import { writeBare } from '../../src/writers/terminal/bare.ts';
import { writeText } from '../../src/writers/text.ts';

const head = '---\nitem: The Salt Road\nkind: film\nrating: 4/5\n---\n\n';

/** Texts in which HIDDENX must stay hidden, and VISY must be seen where it stands. */
const texts: Readonly<Record<string, string>> = {
  'first on a line': '>!HIDDENX did it!< and so on VISY',
  'after a hard wrap': 'VISY text\n>!HIDDENX!< end',
  'first in an item': '- >!HIDDENX!< VISY\n- b',
  'first in a quote': '> >!HIDDENX!< VISY',
  'twice in a line': '>!HIDDENX!< VISY >!HIDDENX!<',
  'a block of such lines': 'VISY\n\n>! HIDDENX\n>! HIDDENX\n\nVISY',
  'a note that hidden text calls': 'We leave ||then[^e]||. VISY\n\n[^e]: HIDDENX drowns.',
  'a cell': '| a | b |\n|---|---|\n| VISY ||HIDDENX|| z | y |',
  'private text': 'VISY %%HIDDENX%%\n\n%%\nHIDDENX\n%%\n\nVISY',
  'nested details': '<details>\n\n<details>\n\na\n\n</details>\n\nHIDDENX\n\n</details>\n\nVISY',
  'a fence of colons in one': '::::spoiler\n:::note\na\n:::\nHIDDENX\n::::\n\nVISY',
  'colons within colons': ':::spoiler\n:::note\na\n:::\nHIDDENX\n:::\n\nVISY',
  'colons in code': ':::spoiler\n```\n:::\n```\nHIDDENX\n:::\n\nVISY',
  'colons on one line': ':::spoiler HIDDENX :::\n\nVISY',
  'colons that stay open': 'VISY\n\n:::spoiler\nHIDDENX\n\nHIDDENX',
  'nested brackets': '[spoiler]a[spoiler]b[/spoiler]HIDDENX[/spoiler] VISY',
  'brackets of any case': '[SPOILER]HIDDENX[/SPOILER] VISY [spoiler]b[/spoiler]',
  'brackets with a head': '[spoiler=t]HIDDENX[/spoiler] VISY',
  'a shortcode in a line': 'VISY {{< spoiler >}}HIDDENX{{< /spoiler >}} VISY',
  'a shortcode of percent signs': 'VISY {{% spoiler %}}HIDDENX{{% /spoiler %}} VISY',
  'a tag of percent signs': 'VISY {% spoiler %}HIDDENX{% endspoiler %} VISY',
  'a tag that ends with a slash': 'VISY {% spoiler %}HIDDENX{% /spoiler %} VISY',
  'a shortcode first on a line': '{{< spoiler >}}HIDDENX{{< /spoiler >}} VISY',
  'shortcodes in one another':
    'VISY {{< spoiler >}}a {{< spoiler >}}b{{< /spoiler >}} HIDDENX{{< /spoiler >}} c',
  'a shortcode with a head': 'VISY {{< spoiler "t" >}}HIDDENX{{< /spoiler >}} c',
  'a shortcode on lines of its own':
    'VISY\n{{< spoiler >}}\nHIDDENX\n\nHIDDENX\n{{< /spoiler >}}\n\nVISY',
  'a tag on lines of its own':
    'VISY\n\n{% spoiler %}\nHIDDENX\n\nHIDDENX\n{% endspoiler %}\n\nVISY',
  'a shortcode that stays open': 'VISY\n\n{{< spoiler >}}\nHIDDENX\n\nHIDDENX',
  'strong text that ends within': 'VISY **x ||HIDDENX** HIDDENX|| c',
  'emphasis that ends within': 'VISY *x >!HIDDENX* HIDDENX!< c',
  'struck text that ends within': 'VISY ~~x [spoiler]HIDDENX~~ HIDDENX[/spoiler] c',
  'marked text that ends within': 'VISY ==x ||HIDDENX== HIDDENX|| c',
  'a link that ends within': 'VISY [x ||HIDDENX](http://ex.org) HIDDENX|| c',
  'emphasis that ends within details': 'VISY *x <details>HIDDENX* HIDDENX</details> c',
  'private text over blocks': 'VISY\n\n%%\n\nHIDDENX\n\n- HIDDENX\n\n%%\n\nVISY',
  'private text below a line': 'VISY\n%%\nHIDDENX\n\n## HIDDENX\n%%\nVISY',
  'private text in an item': '- VISY\n  %%\n  HIDDENX\n\n  HIDDENX\n  %%\n- VISY',
  'private text in strong text': 'VISY **x %%HIDDENX** HIDDENX%% c',
  'private text in a cell': '| a | b |\n|---|---|\n| VISY %%a | HIDDENX%% | b |',
  'a cell of many':
    '| a | b | c | d | e |\n|---|---|---|---|---|\n| ||HIDDENX|| | b | c | VISY | e |',
  'a cell of several':
    '| a | b | c | d |\n|-|-|-|-|\n| VISY ||a \\| HIDDENX|| | b ||HIDDENX|| | c | d |',
  'a cell that is cut': '| a | b | c |\n|---|---|---|\n| VISY [spoiler]a | HIDDENX[/spoiler] | c |',
  'a cell that is cut by its bar': '| a | b | c |\n|---|---|---|\n| VISY >!a | HIDDENX!< | c |',
  'a cell in an item':
    '- VISY\n  | a | b | c | d | e |\n  |-|-|-|-|-|\n  | ||HIDDENX|| | b | c | d | e |',
  'a cell too many': '| a | b |\n|---|---|\n| VISY | b | ||HIDDENX|| |',
  'a head of a table': '| VISY ||HIDDENX|| | b | c | d |\n|-|-|-|-|\n| a | b | c | d |',
  'a shortcode in a cell':
    '| a | b |\n|---|---|\n| VISY {{< spoiler >}}HIDDENX{{< /spoiler >}} | y |',
  'a shortcode with a mark in it': 'VISY {{< spoiler >}}a ||HIDDENX|| HIDDENX{{< /spoiler >}} c',
  'a tag with a head': '<spoiler title="t">HIDDENX</spoiler> VISY',
  'points in a spoiler': ':::spoiler\nPros: quick, HIDDENX\n:::\n\nVISY',
  'points in a section of spoilers': '## Spoilers\n\n+ HIDDENX\n- b\n\n## End\n\nVISY',
  'points in a comment': '<!--\nPros: HIDDENX\n-->\n\nVISY',
  'points with a mark': 'Pros: a, ||HIDDENX, b||\n\nVISY',
  'a callout with a lazy line': '> [!spoiler]\n> a\nHIDDENX\n\nVISY',
  'a callout of a lazy line': '> [!spoiler]\nHIDDENX\n\nVISY',
  'details in a line': 'A <details>HIDDENX</details> VISY',
  'details with more on the line': '<details>HIDDENX</details> VISY',
  'details in a block':
    '<div>\n<details>\n<summary>s</summary>\nHIDDENX\n</details>\n</div>\n\nVISY',
  'bars in a block': '<div>||HIDDENX||</div>\n\nVISY',
  'bars behind a comment': '<!-- c -->VISY ||HIDDENX||',
  'a section by its heading': '## The end (spoilers)\n\nHIDDENX\n\n## B\n\nVISY',
  'what is within such a section': '## Spoilers\n\nx\n\n### HIDDENX\n\ny HIDDENX\n\n## B\n\nVISY',
  'a heading': '## ||HIDDENX|| then\n\nVISY',
  'an element of a class': 'VISY <span class="spoiler">HIDDENX</span> VISY',
  'an element of several classes': "VISY <em id=a class='x md-spoiler-text y'>HIDDENX</em> b",
  'a class without quotes': 'VISY <b class=spoiler>HIDDENX</b> b',
  'elements of a class in one another':
    'VISY <span class="spoiler">a <span class="spoiler">b</span> HIDDENX</span> c',
  'another element within': 'VISY <span class="spoiler">a <span>b</span> HIDDENX</span> c',
  'a paragraph of a class': '<p class="spoiler">HIDDENX</p>\n\nVISY',
  'a division of a class':
    '<div class="spoiler" markdown="1">\n\nHIDDENX\n\n- HIDDENX\n\n</div>\n\nVISY',
  'a division in a text': 'VISY\n<div class="inline-spoiler">\nHIDDENX\n\nHIDDENX\n</div>\n\nVISY',
  'a quote of a class': '<blockquote class="spoiler">HIDDENX</blockquote>\n\nVISY',
  'a title in an element': 'VISY <abbr class="spoiler" title="HIDDENX">HIDDENX</abbr> b',
  'what is not displayed':
    'VISY <span hidden>HIDDENX</span> <b style="color:red; display: none">HIDDENX</b> b',
  'what has no colour': 'VISY <font style="color: transparent">HIDDENX</font> b',
  'an element for spoilers': 'VISY <spoiler-text>HIDDENX</spoiler-text> b',
  'a copy of a page': 'VISY (view spoiler)[HIDDENX [x] y (hide spoiler)] b',
  'a copy of a page, first on a line': '(view spoiler)[HIDDENX (hide spoiler)] VISY',
  'brackets of a fold': 'VISY\n\n[details="Head"]\nHIDDENX\n\nHIDDENX\n[/details]\n\nVISY',
  'a shortcode of a fold':
    'VISY\n\n{{< details summary="Head" >}}\nHIDDENX\n{{< /details >}}\n\nVISY',
  'a tag of a fold': 'VISY\n\n{% details Head %}\nHIDDENX\n\n- HIDDENX\n{% enddetails %}\n\nVISY',
  'colons of a fold': ':::details Head\nHIDDENX\n\nHIDDENX\n:::\n\nVISY',
  'colons with a class': '::: {.box .spoiler}\nHIDDENX\n:::\n\nVISY',
  'a text with a class': 'VISY [HIDDENX *b*]{.spoiler} b',
  'a paragraph with a class': 'HIDDENX *b*\nHIDDENX\n{: .spoiler}\n\nVISY',
  'a fold by indentation': 'VISY\n\n??? note "Head"\n    HIDDENX\n\n    - HIDDENX\n\nVISY',
  'an admonition': '!!! spoiler\n\n    HIDDENX\n\nVISY',
  'a fence of its name': '```ad-spoiler\nHIDDENX\n```\n\nVISY',
  'a folded callout': '> [!warning]- Spoilers ahead\n> HIDDENX\n> HIDDENX\n\nVISY',
  'a link’s title': 'VISY [the end](#s "HIDDENX") b',
  'a link’s words': 'VISY [HIDDENX](/spoiler) b',
};

describe.each(Object.entries(texts))('%s', (_, body) => {
  const { review } = readReview(head + body, { format: 'markdown' });

  test.each([
    ['terminal', () => writeBare(review, { columns: 80 })],
    ['text', () => writeText(review)],
    [
      'page',
      () =>
        writeHtml(review).replace(
          /<details[\s\S]*<\/details>|<span class="spoiler[\s\S]*?<\/span>/g,
          '',
        ),
    ],
  ] as const)('is hidden in the %s', (name, write) => {
    const shown = write();
    expect(shown).not.toContain('HIDDENX');
    if (name !== 'page') expect(shown).toContain('VISY');
  });

  test('is carried by what carries the source', () => {
    expect(writeMarkdown(review)).toContain(body.split('\n').at(-1));
    expect(writeJson(review)).not.toMatch(/"(?:pros|cons)": \[[^\]]*HIDDENX/);
  });
});

describe('what is no spoiler', () => {
  test.each([
    ['if (a || VISY) and (c || d)'],
    ['a >! VISY'],
    ['VISY || b'],
    ['<span class="spoiler-free">VISY</span> a'],
    ['<div class="no-spoiler">VISY</div>'],
    ['<p class="spoiler-warning">VISY</p>'],
    ['<span title="a hidden gem, no spoiler">VISY</span> a'],
    ['<span class="non-spoilers">VISY</span> a'],
    ['[details](http://ex.org) VISY'],
    ['[Spoilers](#spoilers) VISY'],
    ['[VISY]{.smallcaps} a'],
    ['> [!warning] Spoilers ahead\n> VISY'],
    ['> [!note]- Head\n> VISY'],
    ['(view all) VISY'],
    ['!!! note\n\n    VISY'],
    ['The details: VISY'],
    ['VISY\n{: .lead}'],
    ['`>!VISY!<`'],
    ['```\n||VISY||\n```'],
    ['a \\||VISY|| b'],
    ['[spoiler] VISY'],
  ])('%j', (body) => {
    const { review } = readReview(head + body, { format: 'markdown' });
    expect(writeText(review)).toContain('VISY');
  });

  test.each([
    ['<!--\nRating: 1/5\n-->\n\nText.'],
    [':::spoiler\nRating: 1/5\n:::\n\nText.'],
    ['Text.\n\n||Rating: 1/5||'],
    ['<details>\n\n## Rating: 1/5\n\n</details>\n\nText.'],
    ['```\nRating: 1/5\n```\n\nText.'],
  ])('no rating is taken from %j', (body) => {
    const { review } = readReview(`---\nfilm: A\n---\n\n${body}\n`, { format: 'markdown' });
    expect(review.rating).toBeNull();
  });
});

test.each([1000, 4000])('%i marks that stay open end', (count) => {
  for (const mark of [
    '[spoiler]',
    '<spoiler>',
    '||a ',
    '>!a ',
    '<details>',
    ':::spoiler\n',
    '>! a\n',
    '%%a ',
  ])
    expect(readReview(mark.repeat(count), { format: 'markdown' }).review).toBeDefined();
});
