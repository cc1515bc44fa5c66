import type { Library } from '../library/library.ts';
import type { ListEntry } from '../library/query.ts';
import { otherTexts } from '../library/walk.ts';
import { shownReview } from '../markdown/redact/redact.ts';
import { findSections } from '../model/find-section.ts';
import { pointsNamed } from '../model/points.ts';
import type { ItemKind, Review } from '../model/review.ts';
import { counted } from '../text/counted.ts';
import { shellWord } from '../text/shell-word.ts';
import { joinVisible, type VisibleText, visibleWords } from '../text/visible-text.ts';
import { kindName, kindNames } from '../vocabulary/kind-names.ts';
import type { Context } from './command.ts';
import { lookAt, newestOf } from './folder-look.ts';
import { isUnread } from './opening/each-review.ts';
import { libraryCommand } from './opening/library-command.ts';
import { allOf, openFound } from './opening/open.ts';

/** `review` alone: what was found, and what to try. */
export const welcome = libraryCommand(
  {
    name: 'welcome',
    summary: 'what was found, and what to try',
    arguments: [],
    options: [],
    examples: [],
  },
  async ({ context, library }) => {
    const head = [visibleWords`review — reads and formats reviews`, visibleWords``];
    const lines =
      library.place.origin === 'evident'
        ? await folderLines(context, library)
        : await libraryLines(context, library);
    context.write(joinVisible([...head, ...lines, visibleWords``], '\n'));
    return 'done';
  },
);

/** In a library: its newest reviews, and lines that work with it. */
async function libraryLines(context: Context, library: Library): Promise<readonly VisibleText[]> {
  const { place } = library;
  const isSample = place.origin === 'samples';
  const where = isSample ? 'the samples that come with the program' : place.folder;
  const count = counted(library.walk().files.length, 'review');
  return [
    visibleWords`Library: ${where} (${count})`,
    visibleWords``,
    ...(isSample ? [] : await newestLines(context, library)),
    visibleWords`Try:`,
    ...triesFor(context, library).map((line) => visibleWords`  ${line}`),
    visibleWords`  review read`,
    visibleWords``,
    visibleWords`'review list' shows all reviews, 'review --help' all commands.`,
  ];
}

const mostNewest = 3;

async function newestLines(context: Context, library: Library): Promise<readonly VisibleText[]> {
  const look = await lookAt(context, library);
  const newest = newestOf(look, mostNewest);
  if (newest.length === 0) return [];
  const { listLines } = await import('../views/list.ts');
  const { bareLine } = await import('../writers/terminal/bare-line.ts');
  const { tableColumns } = context.terminal;
  // Without its heading line.
  const rows = listLines(newest, tableColumns === 0 ? 0 : tableColumns - 2).slice(1);
  return [
    look.isWhole ? visibleWords`Newest:` : visibleWords`Changed last:`,
    ...rows.map((row) => visibleWords`  ${bareLine(row)}`),
    visibleWords``,
  ];
}

/** In a folder that was never made for the program: what it holds, and the two ways on. */
async function folderLines(context: Context, library: Library): Promise<readonly VisibleText[]> {
  const { files } = library.walk();
  const look = await lookAt(context, library);
  const number = look.isWhole ? look.entries.length : files.length;
  const others = otherTexts(library.walk());
  const beside = others === 0 ? '' : `, beside ${counted(others, 'other text')}`;
  const kinds = kindsOf(look.entries);
  const among = look.isWhole ? '' : `the ${look.entries.length} changed last: `;
  return [
    visibleWords`${library.place.folder} holds ${counted(number, 'review')}${beside}.`,
    ...(kinds === '' ? [] : [visibleWords`${among}${kinds}`]),
    visibleWords``,
    visibleWords`Go on with:`,
    visibleWords`  review list    all of them, as they are`,
    visibleWords`  review init    says what it finds here, asks, and writes a configuration`,
    visibleWords``,
    visibleWords`'review --help' shows all commands.`,
  ];
}

/** `30 films, 11 books, 2 of no kind`, the most first, those of none last. */
function kindsOf(entries: readonly ListEntry[]): string {
  const counts = new Map<string, number>();
  for (const { item } of entries)
    counts.set(item.kind ?? '', (counts.get(item.kind ?? '') ?? 0) + 1);
  return [...counts]
    .sort((one, other) => Number(one[0] === '') - Number(other[0] === '') || other[1] - one[1])
    .map(([kind, count]) => {
      if (kind === '') return `${count} of no kind`;
      const name = count === 1 ? kindName(kind as ItemKind) : kindNames(kind as ItemKind);
      return `${count} ${name.toLowerCase()}`;
    })
    .join(', ');
}

/** Files that are looked into for one that can be shown. */
const mostTried = 20;

/** Lines that work as they stand. */
function triesFor(context: Context, library: Library): readonly string[] {
  const { default: named } = library.config().config;
  if (library.place.origin === 'samples')
    return [`review show ${named ?? ''}`, 'review section weaknesses', 'review export --html'];
  const found = named === undefined ? null : library.find(named);
  const files = [
    ...(found?.kind === 'found' ? [found.file] : []),
    ...library.walk().files.slice(0, mostTried),
  ];
  for (const file of files) {
    const opened = openFound(quiet(context), library, file);
    if ('outcome' in opened) continue;
    const [first] = allOf(opened.value);
    if (first === undefined || isUnread(first)) continue;
    const name = shellWord(first.libraryId ?? file.id);
    // The default is meant where none is named.
    const isDefault =
      found?.kind === 'found' && file === found.file && opened.value.many === undefined;
    const ref = isDefault ? '' : ` ${name}`;
    return [`review show ${name}`, sectionLine(first.review, ref), `review export${ref} --html`];
  }
  return ["review new film 'The Salt Road' --rating 4/5"];
}

function quiet(context: Context): Context {
  return { ...context, note: () => undefined };
}

const usual = ['weaknesses', 'strengths', 'verdict', 'summary'] as const;

/** A section that the review has, by its role where it has one of the usual. */
function sectionLine(review: Review, ref: string): string {
  const shown = shownReview(review);
  const role = usual.find(
    (each) =>
      ['role', 'id'].includes(findSections(shown, each).by ?? '') ||
      pointsNamed(shown, each) !== null,
  );
  const first = shown.sections.find(({ level }) => level > 0) ?? shown.sections[0];
  if (role === undefined && first === undefined) return `review toc${ref}`;
  return `review section ${role ?? first?.number ?? ''}${ref}`;
}
