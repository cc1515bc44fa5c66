import { expect, test } from 'vitest';
import { roleOfHeading } from '../../src/model/roles.ts';
import { readReview } from '../../src/readers/formats.ts';
import { blogHeadings, plainHeadings } from './blog-headings.ts';

/** Headings of blogs, by the role that they have. */
const byRole = {
  weaknesses: [
    "What I didn't love",
    'What I Didn’t Like',
    'could be better',
    'Not so good',
    'The not-so-good',
    'What could have been better',
    'Drawbacks',
    'Shortcomings',
    'Gripes',
    'Nitpicks',
    'What bothered me',
    'Room for improvement',
    'What fell flat',
    'The Bad',
    'Cons:',
    'Criticisms',
    'Complaints',
    'Issues',
    'Was mir nicht gefallen hat',
    'Ce que je n’ai pas aimé',
    'Lo malo',
    'Минусы',
    '悪い点',
  ],
  strengths: [
    'What I loved',
    'What I enjoyed',
    'Things I liked',
    'Highlights',
    'The Good',
    'Pros',
    'The best bits',
    'What went well',
    'Stärken',
    'Points forts',
    'O que gostei',
    'Co działa',
    '优点',
    '장점',
  ],
  verdict: [
    'Final thoughts',
    'My take',
    'In conclusion',
    'Wrapping up',
    'Takeaways',
    'Overall impressions',
    'Should you read it?',
    'Final Words',
    'Fazit',
    'Mein Fazit',
    'Veredicto',
    'Conclusioni',
    'Eindoordeel',
    'Podsumowanie',
    'Вердикт',
    'まとめ',
    '总结',
    '총평',
  ],
  summary: [
    'The plot',
    'Synopsis',
    "What it's about",
    'Handlung',
    'Intrigue',
    'Trama',
    'Fabuła',
    'Сюжет',
    'あらすじ',
  ],
  characters: ['Characters', 'Figuren', 'Personnages', 'Personaggi', 'Bohaterowie'],
  sound: ['Soundtrack', 'Musik', 'Bande-son', 'Colonna sonora'],
} as const;

const without = [
  'Introduction to the author',
  'My history with the series',
  'Buying advice for collectors',
  'How I read this',
  'Where else to look',
  'Day two',
  'A walk through town',
  'Why I wrote this',
  'Update, one year later',
  'The best sushi in town',
  'Issues of faith',
  'Problems of translation',
  'Hits of the decade',
  'The good, the bad and the ugly',
  'Favourite quotes',
  'Next in line',
  'Chapter one',
  'About the author',
  'Further reading',
  'Reading log',
  'Le Havre',
  'Ein Nachmittag im Mai',
  'Mi barrio',
];

function roleOf(heading: string): string | null | undefined {
  const source = `---\nfilm: Heat\n---\n\nIntro.\n\n## ${heading}\n\nText.\n\n## Other part\n\nText.\n`;
  return readReview(source, { format: 'markdown' }).review.sections[1]?.role;
}

const rows = Object.entries(byRole).flatMap(([role, headings]) =>
  headings.map((heading) => [heading, role] as const),
);

test.each(rows)('%s: %s', (heading, role) => {
  expect(roleOf(heading)).toBe(role);
});

test.each(without)('no role: %s', (heading) => {
  expect(roleOf(heading)).toBeNull();
});

test.each(Object.entries(blogHeadings))('what blogs say for %s', (role, headings) => {
  const roles = headings.map((heading) => [heading, roleOfHeading(heading)]);
  expect(roles).toEqual(headings.map((heading) => [heading, role]));
});

test('what blogs say besides', () => {
  const roles = plainHeadings.map((heading) => [heading, roleOfHeading(heading)]);
  expect(roles).toEqual(plainHeadings.map((heading) => [heading, null]));
});
