/** Markdown reviews whose every part must survive being written and read again. */
export const markdownSamples: Readonly<Record<string, string>> = {
  plain:
    '---\ntitle: Heat\nkind: film\nrating: ★★★★☆\n---\n\nIntro.\n\n## Plot\n\nText.\n\n### Deep\n\nMore.\n\n## Verdict\n\nGood.\n',
  crlf: '---\r\ntitle: Heat\r\nrating: 4/5\r\n---\r\n\r\n## Plot\r\n\r\nOne\r\ntwo.\r\n\r\n## Verdict\r\n\r\nGood.\r\n',
  headings:
    '---\ntitle: T\n---\n\n## `code` and [link](http://a.b)\n\nx\n\n## C#\n\n## A \\# b\n\nSetext *one*\n---\n\ny\n\n## C#\n\nz\n\n#### Skipped\n\n# Level one\n\nw\n',
  setextHash: '---\ntitle: T\n---\n\nfoo #\n---\n\nbar\n',
  rule: '---\ntitle: T\n---\n\n---\n\nbody: x\n\n---\n\n## A\n\n---\n',
  noKeys: '---\n\nText.\n\n---\n\nMore.\n',
  fences: '---\nfilm: X\n---\n\n## A\n\n```\n# no\n## no\n```\n\n> # no\n\n- # no\n\n    # no\n',
  refs: '# Title\n\nSee [a] and note[^1].\n\n## B\n\n[a]: http://a.b\n\n[^1]: A note.\n\n    More of it.\n',
  trailing: 'Intro\n\n## End\n\nText.\n\nRating: ★★★½\n',
  scores: '---\nrating: 8\nbest: 10\nscores:\n  Story: 7/10\n  overall: 9/10\n---\nx\n',
  bare: '---\nrating: 4\nscores: [{aspect: A, value: 1, best: 3}, {aspect: A, value: 2, best: 3, worst: 1}]\n---\n',
  book: '---\nbook: Mort\nauthor: Terry Pratchett\nreviewer: {name: Ann, url: http://ann.x}\nisbn: 0375826696\npages: 300\npublish: 1987-11-12\ndateRead: [2020-01-01, 2021-02-03]\nreread: yes\n---\n\nText\n',
  bookAlone: '---\nkind: book\nauthor: A, B\ntranslator: C\n---\n',
  unknown:
    '---\nkind: sandwich\ndate: never\nstars: 3/5\nrating: 4/5\nfoo: {a: [1, null, "x"]}\n"b: c": "1917"\ntags: [a, "2"]\n---\n',
  film: '---\nfilm: Heat\ndirector: Mann\ncast: [Pacino, De Niro]\nrelease_date: 1995-12-15\nruntime: 170\nwatchedDate: 2025-06-06\nvenue: Odeon\nwith: Ann, Ben\npros: ["Acting: great", "- dash"]\ncons: |\n  - too\n    long\n  - loud\nsummary: "a # b"\nrecommended: yes\ndraft: true\nspoilers: yes\nlang: en\nurl: http://x\nimage: a.jpg\n---\n',
  noKind: '---\ncreators: [{role: director, name: X}, {role: gaffer, name: Y}]\ntotal: 3\n---\n',
  badRating: '---\nrating: 0xF\nscores: {A: 0xF, B: 4/5}\n---\n',
  roleTops: '# Plot\n\na\n\n# Verdict\n\nb\n',
  hostile: '---\ntitle: "a\\e[31m\\u202Eb"\nfoo: "\\u2028\\x7f"\n---\n\nText\n',
  emptySections: '## A\n\n## B\n\n##\n\n## A\n',
  intro: '\n\n    code\n\ntext  \n\n\n## A\n\n\n\tcode\n\n',
  spoiler: '## A\n\n:::spoiler\n\n## inside\n\n:::\n\n## B\n\n<details>\n\nx\n\n</details>\n',
};

/** What is read but for ranges. */
export function withoutRanges(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each) => (key === 'range' && isRange(each) ? undefined : each)),
  );
}

function isRange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
