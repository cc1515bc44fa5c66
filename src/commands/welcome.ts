import { counted } from '../text/counted.ts';
import type { Command } from './command.ts';
import { configIsReadable, openedLibrary } from './opening/open.ts';

/** `review` alone: what was found, and what to try. */
export const welcome: Command = {
  spec: {
    name: 'welcome',
    summary: 'what was found, and what to try',
    arguments: [],
    options: [],
    examples: [],
  },
  run: async (context, input) => {
    const library = openedLibrary(context, input);
    if (!configIsReadable(context, library)) return 'failed';
    const { files } = library.walk();
    const first = library.config().config.default ?? files[0]?.id ?? 'my-review.md';
    const count = counted(files.length, 'review');
    const where =
      library.place.origin === 'samples'
        ? 'the samples that come with the program'
        : library.place.folder;
    const lines = [
      'review — reads and formats reviews',
      '',
      `Library: ${where} (${count})`,
      '',
      'Try:',
      `  review show ${first}`,
      '  review section weaknesses',
      '  review export --html',
      '',
      "'review list' shows all reviews, 'review --help' all commands.",
    ];
    context.write(`${lines.join('\n')}\n`);
    return 'done';
  },
};
