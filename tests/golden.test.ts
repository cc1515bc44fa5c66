import { join } from 'node:path';
import { expect, test } from 'vitest';
import { review, root } from './cli/run.ts';
import samples from './commands/samples.json' with { type: 'json' };

/** Each sample as every command and format prints it. A change here is a change of what people see: look at it. */
const views: readonly (readonly [name: string, line: (id: string) => string[]])[] = [
  ['80.ansi', (id) => ['show', id, '--width', '80', '--color', 'always', '--theme', 'dark']],
  ['40.txt', (id) => ['show', id, '--width', '40']],
  ['toc.txt', (id) => ['toc', id]],
  ['txt', (id) => ['export', id, '--text']],
  ['html', (id) => ['export', id, '--html']],
  ['json', (id) => ['export', id, '--json']],
  ['md', (id) => ['export', id, '--markdown']],
  ['yaml', (id) => ['export', id, '--yaml']],
];

test.each(samples.flatMap(({ id }) => views.map(([name, line]) => [id, name, line] as const)))(
  '%s as %s',
  async (id, name, line) => {
    const { status, stdout, stderr } = await review(line(id));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const file = `${id.replaceAll('/', '-')}.${name}`;
    // The style sheet is the same in every page, and not what these are about.
    const page = stdout.replace(/<style>[\s\S]*?<\/style>/, '<style></style>');
    await expect(page).toMatchFileSnapshot(join(root, 'tests/golden', file));
  },
);

test.each([
  ['list', ['list', '--width', '100']],
  ['list-40', ['list', '--width', '40']],
  ['stats', ['stats', '--width', '80']],
  ['stats-40', ['stats', '--width', '40']],
  ['welcome', []],
  ['help', ['--help']],
  ['help-show', ['show', '--help']],
  ['help-section', ['section', '--help']],
])('%s', async (name, line) => {
  const { stdout } = await review(line, { cwd: '/' });
  await expect(stdout).toMatchFileSnapshot(join(root, `tests/golden/${name}.txt`));
});
