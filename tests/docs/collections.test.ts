import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/library/config/read-config.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

const path = join(root, 'docs/collections.md');

const fence = /```(markdown|text|yaml)(?: ([^\n]+))?\n([\s\S]*?)```/g;

test('the folders in docs/collections.md are listed as it says', async () => {
  let page = readFileSync(path, 'utf8');
  const sections = page.split(/^### /m).slice(1);
  expect(sections).toHaveLength(4);
  for (const section of sections) {
    const cwd = folderOf({});
    for (const [block, language, name = '', text = ''] of section.matchAll(fence)) {
      if (language === 'markdown') {
        mkdirSync(dirname(join(cwd, name)), { recursive: true });
        writeFileSync(join(cwd, name), text);
      } else if (language === 'text') {
        const ran = await review(name.replace('$ review ', ''), { cwd });
        expect(ran.stdout).not.toContain('ballerina');
        expect(ran.status, ran.stderr).toBe(0);
        page = page.replace(block, `\`\`\`text ${name}\n${ran.stdout}\`\`\``);
      }
    }
  }
  await expect(page).toMatchFileSnapshot(path);
});

test('its configuration is one', () => {
  const block = [...readFileSync(path, 'utf8').matchAll(fence)].findLast(
    ([, language]) => language === 'yaml',
  );
  expect(readConfig(block?.[3] ?? '-', 'review.config.yaml').diagnostics).toEqual([]);
});
