import { counted } from '../../text/counted.ts';
import type { ChosenFiles } from './choose-files.ts';
import { countsOf, groupsOf } from './count.ts';
import type { Surveyed } from './survey.ts';

/** A row of what was found: what it is about, and what was seen, a line each. */
export interface FindingRow {
  readonly name: string;
  readonly lines: readonly string[];
}

const mostNamed = 5;

/** What was found in a folder, in rows; those that have nothing to say are left out. */
export function findingRows(
  reviews: readonly Surveyed[],
  { files, others }: Pick<ChosenFiles, 'files' | 'others'>,
): FindingRow[] {
  const rows: FindingRow[] = [
    {
      name: 'Reviews',
      lines: [`${counted(reviews.length, 'review')} in ${counted(files.length, 'file')}`],
    },
    { name: 'Written as', lines: notations(reviews) },
    { name: 'Several', lines: several(reviews) },
    { name: 'Kinds', lines: kinds(reviews) },
    { name: 'Ratings', lines: ratings(reviews) },
    { name: 'Names', lines: people(reviews) },
    { name: 'Dates', lines: dates(reviews) },
    { name: 'Languages', lines: languages(reviews) },
    {
      name: 'No review',
      lines: others.length === 0 ? [] : [`${counted(others.length, 'file')}: ${named(others)}`],
    },
  ];
  return rows.filter(({ lines }) => lines.length > 0);
}

function notations(reviews: readonly Surveyed[]): string[] {
  return groupsOf(reviews, ({ notation }) => notation).map(([notation, all]) => {
    const paths = new Set(all.map(({ path }) => path));
    return `${notation}: ${counted(paths.size, 'file')}, as ${[...paths][0] ?? ''}`;
  });
}

function several(reviews: readonly Surveyed[]): string[] {
  const many = countsOf(reviews.map(({ path }) => path)).filter(([, count]) => count > 1);
  const lines = many.slice(0, mostNamed).map(([path, count]) => `${path}: ${count} reviews`);
  return many.length > mostNamed ? [...lines, `and ${many.length - mostNamed} more`] : lines;
}

const reasons: Readonly<Record<string, string>> = {
  key: 'keys of the files',
  folder: 'the names of folders',
  layout: 'the layout',
  tags: 'tags or categories',
  file: 'the names of files',
};

function kinds(reviews: readonly Surveyed[]): string[] {
  return groupsOf(reviews, ({ kind }) => kind ?? '').map(([kind, all]) => {
    if (kind === '') return `unknown: ${all.length}, as ${all[0]?.path ?? ''}`;
    const why = countsOf(all.flatMap(({ kindBy }) => kindBy ?? [])).map(
      ([rule]) => reasons[rule] ?? rule,
    );
    return `${kind}: ${all.length}, by ${why.join(' and ')}`;
  });
}

function ratings(reviews: readonly Surveyed[]): string[] {
  const of = (sort: Surveyed['rating']) => reviews.filter(({ rating }) => rating === sort);
  const [scale, grades, words, none] = [of('scale'), of('grade'), of('words'), of('none')];
  const bare = groupsOf(of('bare'), ({ ratingKey }) => ratingKey ?? '').map(([key, all]) => {
    const values = all.flatMap(({ value }) => value ?? []);
    const ends = [Math.min(...values), Math.max(...values)];
    const under = key === '' ? '' : ` under \`${key}\``;
    return `${counted(all.length, 'bare number')}${under}, from ${ends[0]} to ${ends[1]}`;
  });
  const list = countsOf(words.flatMap((each) => each.words ?? [])).map(([text]) => `“${text}”`);
  return [
    ...(scale.length === 0 ? [] : [`${scale.length} say their scale`]),
    ...bare,
    ...(grades.length === 0 ? [] : [`${counted(grades.length, 'letter grade')}`]),
    ...(words.length === 0 ? [] : [`${words.length} in words: ${named(list)}`]),
    ...(none.length === 0 ? [] : [`${none.length} without`]),
  ];
}

function people(reviews: readonly Surveyed[]): string[] {
  const critics = countsOf(reviews.flatMap(({ critics: names }) => names));
  const makers = reviews.filter(({ hasMaker }) => hasMaker).length;
  const names = critics.slice(0, mostNamed).map(([name, count]) => `${name} (${count})`);
  const more = critics.length > mostNamed ? [`${critics.length - mostNamed} more`] : [];
  return [
    critics.length === 0 ? 'no critic is named' : `critics: ${[...names, ...more].join(', ')}`,
    ...(makers === 0 ? [] : [`makers: in ${makers}`]),
  ];
}

function dates(reviews: readonly Surveyed[]): string[] {
  const published = reviews.filter((each) => each.dates.published).length;
  const experienced = reviews.filter((each) => each.dates.experienced).length;
  return [
    ...(published === 0 ? [] : [`published: in ${published}`]),
    ...(experienced === 0 ? [] : [`read, seen, played or visited: in ${experienced}`]),
  ];
}

function languages(reviews: readonly Surveyed[]): string[] {
  const tags = countsOf(reviews.flatMap(({ lang }) => lang ?? []));
  return tags.length === 0 ? [] : [tags.map(([tag, count]) => `${tag} (${count})`).join(', ')];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} …` : shown;
}
