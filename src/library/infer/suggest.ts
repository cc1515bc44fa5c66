import type { LibraryConfig } from '../../model/settings.ts';
import { counted } from '../../text/counted.ts';
import { usualScale } from '../../vocabulary/ratings.ts';
import { wordKey } from '../../vocabulary/word-key.ts';
import type { ChosenFiles } from './choose-files.ts';
import { countsOf, groupsOf } from './count.ts';
import type { Surveyed } from './survey.ts';

/** What is to be written down of a setting, and why. */
export interface Suggestion {
  readonly key: keyof LibraryConfig;
  /** The name within a mapping: a folder, a code. */
  readonly name?: string;
  readonly value: string | number | Readonly<Record<string, string | number>>;
  /** In a line. */
  readonly evidence: string;
}

const mostOf = 0.8;
const nearlyAll = 0.9;
const fewest = 3;

/** What the files of a folder say together that a configuration can hold, in the order of its keys. */
export function suggestionsFor(
  reviews: readonly Surveyed[],
  { include }: Pick<ChosenFiles, 'include'>,
): Suggestion[] {
  return [
    ...authorOf(reviews),
    ...scalesOf(reviews),
    ...kindsOf(reviews),
    ...languagesOf(reviews),
    ...(include ?? []).map(
      ({ glob, files, evident }): Suggestion => ({
        key: 'include',
        value: glob,
        evidence:
          files === 1
            ? 'rates something'
            : `${evident} of ${counted(files, 'file')} rate something`,
      }),
    ),
  ];
}

/** Who wrote them: a name that stands in four fifths of the reviews that name a critic. */
function authorOf(reviews: readonly Surveyed[]): Suggestion[] {
  const signed = reviews.filter(({ critics }) => critics.length > 0);
  const [first] = countsOf(signed.flatMap(({ critics }) => [...new Set(critics)]));
  if (first === undefined) return [];
  const [name, count] = first;
  const same = signed.filter(({ critics }) =>
    critics.some((each) => wordKey(each) === wordKey(name)),
  );
  if (count < fewest || same.length < signed.length * mostOf) return [];
  const evidence = `the critic in ${same.length} of ${counted(signed.length, 'review')} that name one`;
  return [{ key: 'author', value: name, evidence }];
}

interface Scale {
  readonly folder: string;
  readonly best: number;
  readonly least: number;
  readonly most: number;
  readonly files: number;
}

/** The scale of bare numbers, for all, and for folders that have another. */
function scalesOf(reviews: readonly Surveyed[]): Suggestion[] {
  const bare = reviews.filter(({ rating }) => rating === 'bare');
  const scales = groupsOf(bare, ({ folder }) => folder).map(([folder, all]): Scale => {
    const values = all.flatMap(({ value }) => value ?? []);
    const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const most = values.reduce((a, b) => Math.max(a, b), 0);
    return { folder, best: usualScale(most), least, most, files: values.length };
  });
  const total = new Map<number, number>();
  for (const { best, files } of scales) total.set(best, (total.get(best) ?? 0) + files);
  const [usual] = [...total].sort((a, b) => b[1] - a[1]);
  if (usual === undefined) return [];
  const same = scales.filter(({ best }) => best === usual[0]);
  const least = Math.min(...same.map((each) => each.least));
  const most = Math.max(...same.map((each) => each.most));
  const count = `${usual[1]} of ${counted(bare.length, 'bare rating')}`;
  return [
    {
      key: 'scale',
      value: usual[0],
      evidence: `${count} ${usual[1] === 1 ? 'is' : 'lie'} ${between(least, most)}`,
    },
    ...scales
      .filter(({ best }) => best !== usual[0])
      .map(
        ({ folder, best, files, ...ends }): Suggestion => ({
          key: 'folders',
          name: folder,
          value: { scale: best },
          evidence: `${counted(files, 'bare rating')} ${between(ends.least, ends.most)}`,
        }),
      ),
  ];
}

function between(least: number, most: number): string {
  return least === most ? `${most}` : `between ${least} and ${most}`;
}

/** The kind of a folder by its name, and where nearly all files of one say it and some say nothing. */
function kindsOf(reviews: readonly Surveyed[]): Suggestion[] {
  const byName = reviews.filter(({ kindFrom }) => kindFrom !== null);
  const named = groupsOf(byName, folderOfKind).map(([folder, all]): Suggestion => {
    const kind = all[0]?.kind ?? 'other';
    const evidence = `${counted(all.length, 'review')}, by the folder’s name`;
    return { key: 'kinds', name: folder, value: kind, evidence };
  });
  const known = new Set(named.map(({ name }) => name));
  const told = groupsOf(reviews, ({ folder }) => folder).flatMap(([folder, all]): Suggestion[] => {
    const open = all.filter(({ kind }) => kind === null);
    const [first] = countsOf(all.flatMap(({ kind }) => kind ?? []));
    if (open.length === 0 || first === undefined || known.has(folder)) return [];
    const [kind, count] = first;
    if (all.length < fewest + 1 || count < all.length * nearlyAll) return [];
    const evidence = `${count} of ${counted(all.length, 'review')} say so`;
    return [{ key: 'kinds', name: folder, value: kind, evidence }];
  });
  return [...named, ...told];
}

/** The path up to the folder whose name says the kind. */
function folderOfKind({ path, kindFrom }: Surveyed): string {
  const parts = path.split('/').slice(0, -1);
  const at = parts.lastIndexOf(kindFrom ?? '');
  return at < 0 ? '.' : parts.slice(0, at + 1).join('/');
}

/** The language of all that do not name theirs, where it is not English; else of the folders that are in another. */
function languagesOf(reviews: readonly Surveyed[]): Suggestion[] {
  const silent = reviews.filter(({ saysLang }) => !saysLang);
  const whole = languageIn(silent, '.');
  if (whole !== null) return [whole];
  return groupsOf(silent, ({ path }) => path.split('/').slice(0, 1).join('/'))
    .filter(([folder]) => silent.some(({ path }) => path.startsWith(`${folder}/`)))
    .flatMap(([folder, all]) => languageIn(all, folder) ?? []);
}

function languageIn(reviews: readonly Surveyed[], folder: string): Suggestion | null {
  const known = reviews.flatMap(({ lang }) => lang ?? []);
  const [first] = countsOf(known);
  if (first === undefined) return null;
  const [lang, count] = first;
  if (lang === 'en' || count < fewest || count < known.length * nearlyAll) return null;
  const evidence = `${count} of ${counted(known.length, 'text')} are in it, by their words`;
  return { key: 'folders', name: folder, value: { lang }, evidence };
}
