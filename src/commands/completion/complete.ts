import { type VisibleText, visibleText } from '../../text/visible-text.ts';
import type { Context, GlobalOptions } from '../command.ts';
import { type Completion, completionOf } from './answer.ts';
import { shells } from './shells.ts';
import type { CompletionTable } from './table.ts';

/**
 * What the script of a shell is answered: `given` are the shell's name and what it passes on. Nothing for a shell that is not known. Whatever goes
 * wrong gives no candidates and no word: a person who types is not told of faults.
 */
export async function completionAnswer(
  [name, ...given]: readonly string[],
  table: () => Promise<CompletionTable>,
  context: () => Promise<Context>,
): Promise<VisibleText> {
  const shell = shells.find((each) => each.name === name);
  if (shell === undefined) return visibleText('');
  const words = shell.words(given);
  let completion: Completion;
  try {
    completion = await completionOf(await table(), words, async () => {
      const { folderAt } = await import('./folder.ts');
      return folderAt(await context(), { arguments: [], options: optionsIn(words) });
    });
  } catch {
    completion = { candidates: [] };
  }
  return visibleText(shell.answer(completion, given));
}

/** The options before the cursor that say which library and review are meant. */
function optionsIn(words: readonly string[]): GlobalOptions {
  const writtenFor = (name: string): string | undefined => {
    const at = words.findLastIndex(
      (word, index) => index < words.length - 1 && (word === name || word.startsWith(`${name}=`)),
    );
    const word = words[at];
    return word === name ? words[at + 1] : word?.slice(name.length + 1);
  };
  const [library, review] = [writtenFor('--library'), writtenFor('--review')];
  return {
    ...(library === undefined ? {} : { library }),
    ...(review === undefined ? {} : { review }),
  };
}
