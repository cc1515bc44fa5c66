import { emptyReview, type Rating, type Review } from '../../src/model/review.ts';
import { readReview } from '../../src/readers/formats.ts';

/** A review that has `payload` in every place that a file can put a text in. */
export function hostileReview(payload: string): Review {
  const { review } = readReview(`---\n${frontMatter(payload)}\n---\n\n${body(payload)}`, {
    format: 'markdown',
  });
  const rating: Rating = { value: 4, best: 5, worst: 1, normalized: 0.8, source: payload };
  // What the reader would not take as one of these fields is put there as JSON could bring it.
  return {
    ...review,
    item: { ...review.item, image: payload, released: payload },
    author: [{ name: payload, url: payload }],
    rating,
    scores: [{ ...rating, aspect: payload }],
    published: payload,
    updated: payload,
    lang: payload,
    url: payload,
  };
}

/** A review that is nothing but the payload, as Markdown: what starts a line, a block or the file. */
export function bareReview(payload: string): Review {
  return readReview(payload, { format: 'markdown' }).review;
}

/** A review whose text is read out of JSON, heading and all. */
export function jsonReview(payload: string): Review {
  const range = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  };
  const section = { number: '1', level: 2, role: null, range, sections: [] };
  return {
    ...emptyReview,
    id: payload,
    sections: [
      { ...section, id: payload, title: payload, heading: payload, body: payload },
      { ...section, id: 'a', title: payload, body: '' },
      { ...section, id: 'b', title: 'b', body: `<details>\n\n${payload}\n\n</details>` },
    ],
  };
}

function frontMatter(payload: string): string {
  const value = JSON.stringify(payload);
  return [
    `title: ${value}`,
    `film: ${value}`,
    `director: ${value}`,
    `cast: [${value}, b]`,
    'reviewer: a',
    `summary: ${value}`,
    `pros: [${value}, ${JSON.stringify(`||${payload}||`)}]`,
    `cons: [${value}]`,
    `tags: [${value}]`,
    `imdb: ${value}`,
    `letterboxd_url: ${value}`,
    `runtime: ${value}`,
    `venue: ${value}`,
    `with: [${value}]`,
    `foo: {bar: ${value}, baz: [${value}]}`,
    `${value}: ${value}`,
  ].join('\n');
}

/** In every kind of block and line; what could swallow the rest of the file stands last, with nothing changed in it. */
function body(payload: string): string {
  const line = payload.replace(/[\r\n]+/g, ' ');
  return [
    `a ${line} b`,
    `[a](${line}) [b](<${line}>) [c](d "${line}") [d](e '${line}') [${line}](f) [g][g] <${line}>`,
    `![a](${line}) ![b](<${line}>) ![c](d "${line}") ![${line}](e.png) [![](f.png)](${line})`,
    `![a](b.png "${line}")`,
    `*${line}* **${line}** ~~${line}~~ \`${line}\` ||${line}|| >!${line}!< <kbd>${line}</kbd>`,
    `[g]: ${line}`,
    `a[^1]\n\n[^1]: ${line}`,
    `- ${line}\n- [ ] ${line}`,
    `> ${line}\n\n> [!NOTE]\n> ${line}`,
    `| ${line} | b |\n|---|---|\n| ${line} | [a](${line}) |`,
    `\`\`\`${line}\n${line}\n\`\`\``,
    `    ${line}`,
    `:::spoiler ${line}\n${line}\n:::`,
    `<details>\n<summary>${line}</summary>\n\n${line}\n\n</details>`,
    `<div>${line}</div>`,
    `# ${line}\n\n## ${line}\n\n${line}\n===`,
    payload,
  ].join('\n\n');
}
