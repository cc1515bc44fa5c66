import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { review, root } from '../cli/run.ts';
import { zipOf } from '../exchange/zip.ts';
import { folderOf } from '../library/folder.ts';

/** What a person has who brings reviews home: the files that the examples of `import` name. */
function putExports(cwd: string): void {
  const ratings =
    'Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,https://boxd.it/1,4.5\n';
  writeFileSync(join(cwd, 'letterboxd.zip'), zipOf(new Map([['ratings.csv', ratings]])));
  mkdirSync(join(cwd, 'export'));
  writeFileSync(join(cwd, 'export/ratings.csv'), ratings);
  writeFileSync(join(cwd, 'log.csv'), 'Film,Stars,Seen\nRonin,4,2024-03-04\n');
}

describe('help', () => {
  test.each(commands.map(({ name }) => name))(
    '%s --help has an example that works',
    async (name) => {
      const ran = await review([name, '--help']);
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toMatch(/\nExamples:\n {2}review /);
      expect(await review(['help', name])).toEqual(ran);
      const command = await commands.find((entry) => entry.name === name)?.load();
      for (const { line } of command?.spec.examples ?? []) {
        // What a shell does with standard output is no word of the program's.
        const [words = '', input] = (line.split(/ (?:>|\| (?:jq|xargs)) /)[0] ?? '').split(' < ');
        const cwd = folderOf({});
        cpSync(join(root, 'reviews'), join(cwd, 'reviews'), { recursive: true });
        putExports(cwd);
        const stdin =
          input === undefined ? {} : { stdin: '---\nfilm: Heat\nrating: 4/5\n---\nWords.\n' };
        const env = { EDITOR: 'true', PATH: process.env.PATH ?? '', HOME: cwd };
        expect(
          await review(words.replace(/^review /, ''), { cwd, env, ...stdin }),
          line,
        ).toMatchObject({ status: 0 });
      }
    },
  );
});
