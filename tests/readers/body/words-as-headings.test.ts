import { describe, expect, test } from 'vitest';
import { findSections } from '../../../src/model/find-section.ts';
import type { Section } from '../../../src/model/review.ts';
import { readReview } from '../../../src/readers/formats.ts';
import { writeMarkdown } from '../../../src/writers/markdown.ts';
import { writeText } from '../../../src/writers/text.ts';
import { writeYaml } from '../../../src/writers/yaml.ts';
import { withoutRanges } from '../samples.ts';

function read(text: string, format = 'markdown') {
  return readReview(text, { format }).review;
}

/** `2 Title: role` of each section, those within it in brackets. */
function outline(sections: readonly Section[]): string[] {
  return sections.map(({ level, title, role, sections: inner }) =>
    [
      `${level} ${title}: ${role}`,
      ...(inner.length === 0 ? [] : [`[${outline(inner).join(' | ')}]`]),
    ].join(' '),
  );
}

const intro = '0 Introduction: null';

describe('a heading, whatever it is dressed in', () => {
  test.each([
    ['👍 The Good', 'strengths'],
    ['The Good 👍', 'strengths'],
    ['3. The Bad', 'weaknesses'],
    ['3) The Bad', 'weaknesses'],
    ['(3) The Bad', 'weaknesses'],
    ['3️⃣ The Bad', 'weaknesses'],
    ['#3 The Bad', 'weaknesses'],
    ['2.1 Acting — superb', 'performances'],
    ['👎 3. The Bad', 'weaknesses'],
    ['IV. Final Thoughts', 'verdict'],
    ['iv) Verdict', 'verdict'],
    ['Verdict:', 'verdict'],
    ['**Verdict**', 'verdict'],
    ['*The good:*', 'strengths'],
    ['`Cons`', 'weaknesses'],
    ['⭐ Final thoughts ⭐', 'verdict'],
    ['WHAT DIDN’T WORK!', 'weaknesses'],
    ['7 Samurai', null],
    ['C. S. Lewis', null],
    ['1984', null],
  ])('%s', (heading, role) => {
    expect(read(`## ${heading}\n\nx\n`).sections[0]?.role).toBe(role);
  });
});

describe('a line in bold', () => {
  test.each<[text: string, ...expected: string[]]>([
    [
      'x\n\n**The good:**\n\n- a\n\n**The bad:**\n\n- b\n',
      intro,
      '2 The good:: strengths',
      '2 The bad:: weaknesses',
    ],
    [
      'x\n\n**The good:**\n- a\n\n**The bad**:\n- b\n',
      intro,
      '2 The good:: strengths',
      '2 The bad: weaknesses',
    ],
    [
      '__Pros__\nOne line.\nAnother.\n\n__Cons__  \nOne.\n',
      '2 Pros: strengths',
      '2 Cons: weaknesses',
    ],
    ['**Plot**\n\nx\n\n**A detour**\n\ny\n', '2 Plot: summary', '2 A detour: null'],
    ['# T\n\n**Plot**\n\nx\n\n**A detour**\n\ny\n', '2 Plot: summary', '2 A detour: null'],
    [
      '## Pros and cons\n\n**Pros**\n\n- a\n\n**Cons**\n\n- b\n\n## Verdict\n\nz\n',
      '2 Pros and cons: null [3 Pros: strengths | 3 Cons: weaknesses]',
      '2 Verdict: verdict',
    ],
    ['## A\n\n**A detour**\n\nx\n', '2 A: null'],
    ['**A detour**\n\nx\n\n**Another**\n\ny\n', intro],
    ['**Plot** is what it lacks.\n', intro],
    ['**The plot is thin.**\n\nx\n', intro],
    ['**Plot** and **cast**\n\nx\n', intro],
    ['- **Plot**\n\n> **Cast**\n', intro],
    ['    **Plot**\n\nx\n', intro],
    ['###### A\n\n**Plot**\n\nx\n', '6 A: null', '6 Plot: summary'],
  ])('%j', (text, ...expected) => {
    const source = text.startsWith('# T') ? text : `---\ntitle: T\n---\n\n${text}`;
    const review = read(source);
    expect(outline(review.sections)).toEqual(expected);
    for (const [written, format] of [
      [writeMarkdown(review), 'markdown'],
      [writeMarkdown(review, { canonical: true }), 'markdown'],
      [writeYaml(review), 'yaml'],
    ] as const)
      expect(withoutRanges(read(written, format))).toEqual(withoutRanges(review));
  });

  test('keeps every word, and has its place', () => {
    const source = '## A\n\n**Pros:**\nfast *and* `light`\nand [cheap](x)\n\n**Cons**\n\nloud\n';
    const review = read(source);
    const [pros, cons] = review.sections[0]?.sections ?? [];
    expect(pros).toMatchObject({
      body: 'fast *and* `light`\nand [cheap](x)',
      range: { start: { line: 3, column: 1 }, end: { line: 5 } },
    });
    expect(cons).toMatchObject({ body: 'loud', range: { start: { line: 7, column: 1 } } });
    expect(writeText(review)).toMatch(/Pros:[\s\S]*fast and light and cheap[\s\S]*Cons[\s\S]*loud/);
    expect(findSections(review, 'weaknesses').sections).toEqual([cons]);
  });

  test('is one in a section of YAML too, as its library says', () => {
    const yaml =
      'sections:\n  - heading: A\n    body: |\n      x\n\n      **Gripes**\n\n      y\n\n      **A detour**\n\n      z\n';
    const { review } = readReview(yaml, { format: 'yaml', roles: { weaknesses: ['gripes'] } });
    expect(outline(review.sections)).toEqual(['2 A: null [3 Gripes: weaknesses]']);
  });
});

describe('points without a heading', () => {
  test.each<[text: string, pros: string[], cons: string[]]>([
    ['Pros: fast, light, and cheap\nCons: loud', ['fast', 'light', 'cheap'], ['loud']],
    ['**Pros:** fast; light.\n\n**Cons:** loud', ['fast', 'light'], ['loud']],
    ['- **Pros:** a, b\n- __Cons__: c', ['a', 'b'], ['c']],
    [
      'The good: the acting is great from the first scene, and so is the music.',
      ['the acting is great from the first scene, and so is the music'],
      [],
    ],
    [
      'Pros:\n- fast\n- light\n\nCons:\n\n1. loud\n2. ugly\n\nMore.\n- no point',
      ['fast', 'light'],
      ['loud', 'ugly'],
    ],
    ['+ fast\n+ light\n- loud', ['fast', 'light'], ['loud']],
    ['+ fast\n\n- loud\n', ['fast'], ['loud']],
    ['✅ fast\n✅ light\n❌ loud', ['fast', 'light'], ['loud']],
    ['- 👍 fast\n- 👎 loud', ['fast'], ['loud']],
    ['✔️ fast\n✖️ loud', ['fast'], ['loud']],
    ['✓ fast\n✘ loud', ['fast'], ['loud']],
    ['(+) fast\n(+) light\n(–) loud', ['fast', 'light'], ['loud']],
    [
      '| Pros | Cons |\n|:--|---|\n| fast \\| quick | loud |\n| light | |\n\n| a | b |\n|---|---|\n| c | d |',
      ['fast | quick', 'light'],
      ['loud'],
    ],
    ['The bad | **The good**\n-- | --\nloud | fast', ['fast'], ['loud']],
    ['| Pros | Cons | Price |\n|---|---|---|\n| a | b | c |', [], []],
    ['| Pros | Plot |\n|---|---|\n| a | b |', [], []],
    ['| Pros | Cons |\n\n| a | b |', [], []],
    ['```\n| Pros | Cons |\n|---|---|\n| a | b |\n```', [], []],
    ['+ fast\n+ light', [], []],
    ['- foo\n- bar\n+ baz', [], []],
    ['- fast\n\n+ light\n\n- loud', [], []],
    ['- fast\n- light', [], []],
    ['```\nPros: a\nCons: b\n+ c\n- d\n```', [], []],
    ['    Pros: a', [], []],
    ['Note: a, b', [], []],
    ['He said: the good', [], []],
  ])('%j', (text, pros, cons) => {
    const source = `---\ntitle: T\n---\n\nIntro.\n\n${text}\n`;
    const review = read(source);
    expect({ pros: review.pros, cons: review.cons }).toEqual({ pros, cons });
    expect(writeMarkdown(review)).toBe(`${source.trimEnd()}\n`);
    expect(withoutRanges(read(writeYaml(review), 'yaml'))).toEqual(withoutRanges(review));
  });

  test('what the keys say counts', () => {
    const review = read('---\npros: [quiet]\n---\n\nPros: fast\nCons: loud\n');
    expect(review).toMatchObject({ pros: ['quiet'], cons: ['loud'] });
  });

  test('in the words of another language, where the review is in it', () => {
    const text = 'Stärken: Licht, Ton\n\nSchwächen: zu lang\n';
    const points = { pros: ['Licht', 'Ton'], cons: ['zu lang'] };
    expect(read(`---\nlang: de\n---\n\n${text}`)).toMatchObject(points);
    expect(read(`---\nlang: zh\n---\n\n优点：画面、音乐。\n\n缺点：节奏慢\n`)).toMatchObject({
      pros: ['画面', '音乐'],
      cons: ['节奏慢'],
    });
    expect(read('---\nlang: fr\n---\n\nSagte er: die Stärken\n')).toMatchObject({ pros: [] });
  });

  test('a section of its own needs no list', () => {
    expect(read('## Pros\n\n+ a\n- b\n')).toMatchObject({ pros: [], cons: [] });
  });

  test('in YAML and in plain text', () => {
    expect(read('title: T\nbody: |\n  Pros: fast\n  Cons: loud\n', 'yaml')).toMatchObject({
      pros: ['fast'],
      cons: ['loud'],
    });
    expect(
      read(
        'A title\n\nSome prose that is long enough to be prose.\n\nPros: fast, light\nCons: loud\n\nMore prose, which ends.\n',
        'text',
      ),
    ).toMatchObject({ pros: ['fast', 'light'], cons: ['loud'] });
  });
});
