import { counted } from '../text/counted.ts';
import { joinVisible, visibleWords } from '../text/visible-text.ts';
import { libraryCommand } from './opening/library-command.ts';

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
    const first = library.config().config.default ?? files[0]?.id ?? 'my-review.md';
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
      visibleWords`  review show ${first}`,
      visibleWords`  review section weaknesses`,
      visibleWords`  review export --html`,
      visibleWords``,
      visibleWords`'review list' shows all reviews, 'review --help' all commands.`,
    ];
    context.write(joinVisible([...lines, visibleWords``], '\n'));
    return 'done';
  },
);
