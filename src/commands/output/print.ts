import { visiblePage } from '../../text/visible-text.ts';
import type { WriteFormat } from '../../writers/formats.ts';
import type { Context } from '../command.ts';

/** Prints what a writer gave on standard output: pages through the pager, texts to look at, documents as they are. */
export async function print(
  context: Context,
  { printedAs }: WriteFormat,
  text: string,
): Promise<void> {
  if (printedAs === 'document') context.writeDocument(text);
  else if (printedAs === 'page') await context.page(visiblePage(text));
  else context.write(visiblePage(text));
}
