import { expect, it } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

it('says what a report should, and names no folder unless asked', async () => {
  const cwd = folderOf({
    'reviews/heat.md': '---\nfilm: Heat\n---\nx\n',
    'reviews/README.md': 'x',
  });
  const env = { TERM: 'xterm-256color', HOME: cwd };
  const { stdout } = await review('version --json', { cwd, env });
  expect(JSON.parse(stdout)).toMatchObject({
    node: process.version,
    terminal: 'none, 80 columns, xterm-256color',
    library: 'found upwards, 1 file, 1 left aside',
    pager: 'less',
    cache: 'on',
    catalog: 'none',
  });
  expect(stdout).not.toContain(cwd);
  const all = await review('version --paths', { cwd, env, screen: { columns: 90, rows: 24 } });
  expect(all.stdout).toMatch(/terminal +90 × 24, xterm-256color\ncolours +256\n/);
  expect(all.stdout).toContain(`${cwd}/reviews`);
  const paged = { cwd, env: { ...env, PAGER: `${cwd}/bin/most -s` } };
  expect((await review('version', paged)).stdout).toMatch(/^pager +most -s$/m);
  expect((await review('version --paths', paged)).stdout).toContain(`${cwd}/bin/most -s`);
});
