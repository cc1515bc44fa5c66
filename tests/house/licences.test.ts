import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../cli/run.ts';

it('the package names the licence of each package that it is made of', () => {
  const page = readFileSync(join(root, 'dist/THIRD-PARTY.md'), 'utf8');
  const parts = page.split(/^## /m).slice(1);
  const names = parts.map((part) => part.split(' ')[0] ?? '');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const part of parts)
    expect(part).toMatch(/^\S+ \d+\.\d+\.\d+\S*\n\n(?:MIT|ISC|BSD|Apache|0BSD)/);
});
