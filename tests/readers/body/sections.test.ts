import { describe, expect, test } from 'vitest';
import { contentOf } from '../../../src/markdown/content.ts';
import type { Section } from '../../../src/model/review.ts';
import { flattenSections } from '../../../src/model/section-tree.ts';
import { readReview } from '../../../src/readers/formats.ts';

function outline(sections: readonly Section[]): string[] {
  return flattenSections(sections).map(
    ({ number, level, title, body }) => `${number} ${level} ${title}: ${body}`,
  );
}

function markdown(source: string) {
  return readReview(source, { format: 'markdown' }).review;
}

describe('Markdown', () => {
  test.each([
    ['# T\n\nx\n\n## A\n\ny', 'T', ['0 0 Introduction: x', '1 2 A: y']],
    ['T\n===\n\n## A', 'T', ['1 2 A: ']],
    ['---\ntitle: T\n---\n# T\nx', 'T', ['0 0 Introduction: x']],
    ['---\ntitle: T\n---\n# U\nx', 'T', ['1 1 U: x']],
    ['# Plot\na\n# Verdict\nb', undefined, ['1 1 Plot: a', '2 1 Verdict: b']],
    ['x\n\n# A\ny', undefined, ['0 0 Introduction: x', '1 1 A: y']],
    ['## A\n#### B\n### C', undefined, ['1 2 A: ', '1.1 4 B: ', '1.2 3 C: ']],
    [
      '```\n# no\n```\n> # no\n\n- # no',
      undefined,
      ['0 0 Introduction: ```\n# no\n```\n> # no\n\n- # no'],
    ],
  ])('%j', (source, title, sections) => {
    const review = markdown(source);
    expect(review.title).toBe(title);
    expect(outline(review.sections)).toEqual(sections);
  });

  test('ranges and bodies are stretches of the file, CRLF included', () => {
    const source =
      '---\r\ntitle: T\r\n---\r\n\r\nIntro\r\nmore\r\n\r\n## A\r\n\r\none\r\ntwo\r\n\r\n### B\r\n\r\nx\r\n';
    const [intro, a] = markdown(source).sections as [Section, Section];
    expect(source.slice(intro.range.start.offset, intro.range.end.offset)).toBe('Intro\r\nmore');
    expect(source.slice(a.range.start.offset, a.range.end.offset)).toBe(
      '## A\r\n\r\none\r\ntwo\r\n\r\n### B\r\n\r\nx',
    );
    expect(a.body).toBe('one\r\ntwo');
    expect(a.range.start).toMatchObject({ line: 8, column: 1 });
  });

  test('the body of a title has a range', () => {
    const [intro] = markdown('# T\n\none\ntwo\n').sections as [Section];
    expect(intro.range).toEqual({
      start: { line: 3, column: 1, offset: 5 },
      end: { line: 4, column: 4, offset: 12 },
    });
  });

  test('without sections nothing is cut, and the rest is the same', () => {
    const source = '# Heat *now*\n\nText.\n\nRating: 4/5\n';
    const { sections, ...rest } = markdown(source);
    expect(readReview(source, { format: 'markdown', sections: false }).review).toEqual({
      ...rest,
      sections: [],
    });
  });

  test('tokens are remembered; a link defined elsewhere is one', () => {
    const review = markdown('## A\n\n[a]\n\n## B\n\n[a]: http://b\n');
    const tokens = contentOf(review).bodyOf(review.sections[0] as Section);
    expect(JSON.stringify(tokens)).toContain('"href":"http://b"');
  });
});

describe('YAML', () => {
  const yaml = (source: string) => readReview(source, { format: 'yaml' }).review;

  test.each([
    [
      'sections:\n  - heading: A\n    body: x\n    sections:\n      - {title: B, text: y}',
      ['1 2 A: x', '1.1 3 B: y'],
    ],
    [
      'sections:\n  intro: x\n  critical_reception: y\n  strengths: [a, b]',
      ['0 0 Introduction: x', '1 2 Critical reception: y', '2 2 Strengths: - a\n- b'],
    ],
    ['sections:\n  - body: x\n  - Plot: y', ['0 0 Introduction: x', '1 2 Plot: y']],
    ['sections:\n  A:\n    B: x', ['1 2 A: ', '1.1 3 B: x']],
    [
      'sections:\n  - heading: A\n    level: 1\n    body: |\n      x\n\n      ## B\n\n      y',
      ['1 1 A: x', '1.1 2 B: y'],
    ],
    ['body: |\n  x\n\n  ## A\n\n  y', ['0 0 Introduction: x', '1 2 A: y']],
    ['review: |\n  x\n\n  ## A\n', ['0 0 Introduction: x', '1 2 A: ']],
    ['text: x\nsections: [{heading: A, role: verdict}]', ['0 0 Introduction: x', '1 2 A: ']],
  ])('%j', (source, sections) => {
    expect(outline(yaml(source).sections)).toEqual(sections);
  });

  test('a role is said, or told by the heading', () => {
    const { sections } = yaml(
      'sections: [{heading: A, role: verdict}, {heading: Plot}, {heading: B}]',
    );
    expect(sections.map(({ role }) => role)).toEqual(['verdict', 'summary', null]);
  });

  test('a section has the range of its node', () => {
    const source = 'sections:\n  - heading: A\n    body: x\n  - heading: B\n';
    const { range } = yaml(source).sections[0] as Section;
    expect(source.slice(range.start.offset, range.end.offset)).toBe('heading: A\n    body: x');
  });
});

describe('hidden text in a heading', () => {
  test('is in neither its title nor its id, but in its Markdown', () => {
    const { review } = readReview('x\n\n## The end ||he dies||\n\ny\n', { format: 'markdown' });
    expect(review.sections[1]).toMatchObject({
      id: 'the-end-spoiler',
      title: 'The end [spoiler]',
      heading: 'The end ||he dies||',
    });
  });

  test.each([true, false])('keeps its marks in the title of the review: %s', (sections) => {
    const { review } = readReview('# Heat >!he dies!<\n\nx\n', { format: 'markdown', sections });
    expect(review.title).toBe('Heat >!he dies!<');
  });
});
