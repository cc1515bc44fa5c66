import { visibleText } from '../../text/visible-text.ts';
import { defineCommand } from '../command.ts';
import { jsonText } from '../output/json-text.ts';
import { shells } from './shells.ts';
import { completionTable } from './table.ts';

const names = shells.map(({ name }) => name);

/** `review completion`: what a shell needs to complete command lines. */
export const completion = defineCommand(
  {
    name: 'completion',
    summary: 'the script that lets a shell complete commands, options, reviews and sections',
    arguments: [
      {
        name: '<shell>',
        description: `${names.join(', ')}; table for the data that they ask`,
        choices: [...names, 'table'],
      },
    ],
    options: [],
    examples: [
      ...shells.map(({ name, install }) => ({
        line: install,
        does: `for ${name}, in every shell to come`,
      })),
    ],
  },
  async (context, { arguments: [wanted] }) => {
    const shell = shells.find(({ name }) => name === wanted);
    context.write(
      shell === undefined
        ? jsonText(completionTable(await context.specs()))
        : visibleText(shell.script),
    );
    return 'done';
  },
);
