import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { globalOptions } from '../../src/commands/global-options.ts';
import { commands } from '../../src/commands/index.ts';
import { root } from '../cli/run.ts';
import { commandPage, programPage } from './manual-page.ts';

const described = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version } = described;
const manual = { version, date: '2026-11-27' };
const specs = (await Promise.all(commands.map(({ load }) => load()))).map(({ spec }) => spec);
const pages = new Map([
  ['review.1', programPage(specs, globalOptions, manual)],
  ...specs.map(
    (spec) => [`review-${spec.name}.1`, commandPage(spec, globalOptions, manual)] as const,
  ),
]);

describe('the manual', () => {
  it('is made of the commands’ own tables', async () => {
    for (const [name, text] of pages)
      await expect(text).toMatchFileSnapshot(join(root, 'man', name));
  });

  it('has no page besides, and the package ships each', async () => {
    const named = [...pages.keys()].toSorted();
    const man = named.map((name) => `./man/${name}`);
    const text = `${JSON.stringify({ ...described, man }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(root, 'package.json'));
    expect(readdirSync(join(root, 'man')).toSorted()).toEqual(named);
  });

  const tools = [
    {
      name: 'man',
      run: (file: string) => ['--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', file],
    },
    { name: 'mandoc', run: (file: string) => ['-T', 'lint', '-W', 'warning', file] },
  ];
  const missing = tools.filter(({ name }) => spawnSync(name, ['-V']).error !== undefined);

  it('has what checks it at hand where nobody looks', () => {
    if (process.env.CI) expect(missing.map(({ name }) => name)).toEqual([]);
  });

  for (const { name, run } of tools) {
    it.skipIf(missing.some((tool) => tool.name === name))(`has no fault that ${name} knows`, () => {
      for (const file of pages.keys()) {
        const path = join(root, 'man', file);
        const { stdout, stderr } = spawnSync(name, run(path), { encoding: 'utf8' });
        expect(stderr + (name === 'mandoc' ? stdout : ''), file).toBe('');
      }
    });
  }

  it.skipIf(missing.some(({ name }) => name === 'man'))('reads well', () => {
    const shown = execFileSync('man', ['-l', join(root, 'man/review-show.1')], {
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '78', MAN_KEEP_FORMATTING: '', LC_ALL: 'C.UTF-8' },
    });
    expect(shown).toContain('review show');
    expect(shown).toContain('--spoilers');
    expect(shown).not.toContain('\\');
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
