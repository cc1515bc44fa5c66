import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { review, root } from '../cli/run.ts';
import { fill } from '../library/folder.ts';

const page = join(root, 'docs/first-hour.md');
/** What the page calls the folder that it works in. */
const folder = '/home/ada/late-reviews';

/** The files that the page shows: their names stand behind the language. */
function filesOf(text: string): Record<string, string> {
  const blocks = text.matchAll(/^````\w+ (\S.*)\n([\s\S]*?)^````$/gm);
  return Object.fromEntries(Array.from(blocks, ([, name = '', body = '']) => [name, body]));
}

/** The page with the true output of each of its lines. */
async function rerun(text: string, cwd: string): Promise<string> {
  const parts = text.split(/^(```console\n[\s\S]*?^```$)/m);
  const run: string[] = [];
  for (const part of parts) {
    if (!part.startsWith('```console')) {
      run.push(part);
      continue;
    }
    const lines = part.match(/^\$ review.*$/gm) ?? [];
    const outputs: string[] = [];
    for (const line of lines) outputs.push(`${line}\n${await outputOf(line, cwd)}`);
    run.push(`\`\`\`console\n${outputs.join('\n')}\`\`\``);
  }
  return run.join('');
}

async function outputOf(line: string, cwd: string): Promise<string> {
  let output = '';
  const onText = (text: string): void => {
    output += text;
  };
  await review(line.replace(/^\$ review ?/, ''), { cwd, onText });
  return output.replaceAll(cwd, folder).replace(/(?<=pages? in )[\d.]+ m?s/g, '0.4 s');
}

test('the first hour is as it is told', { timeout: 60_000 }, async () => {
  const text = readFileSync(page, 'utf8');
  const cwd = mkdtempSync(join(tmpdir(), 'review-hour-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const files = filesOf(text);
  expect(Object.keys(files).length).toBeGreaterThan(4);
  fill(cwd, files);
  await expect(await rerun(text, cwd)).toMatchFileSnapshot(page);
});
