import type { Library } from '../library/library.ts';
import { shownReview } from '../markdown/redact/redact.ts';
import { findSections } from '../model/find-section.ts';
import { pointsNamed } from '../model/points.ts';
import type { Review } from '../model/review.ts';
import { counted } from '../text/counted.ts';
import { shellWord } from '../text/shell-word.ts';
import { joinVisible, visibleWords } from '../text/visible-text.ts';
import type { Context } from './command.ts';
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
    const { files } = library.walk();
    const tries = triesFor(context, library);
    const count = counted(files.length, 'review');
    const where =
      library.place.origin === 'samples'
        ? 'the samples that come with the program'
        : library.place.folder;
    const lines = [
      visibleWords`review — reads and formats reviews`,
      visibleWords``,
      visibleWords`Library: ${where} (${count})`,
      visibleWords``,
      visibleWords`Try:`,
      ...tries.map((line) => visibleWords`  ${line}`),
      visibleWords`  review read`,
      visibleWords``,
      visibleWords`'review list' shows all reviews, 'review --help' all commands.`,
    ];
    context.write(joinVisible([...lines, visibleWords``], '\n'));
    return 'done';
  },
);

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
