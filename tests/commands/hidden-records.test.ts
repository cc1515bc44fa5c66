import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { review } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';

/** A name that hides something, as each notation of many reviews in a file has it; the others are seen. */
const records: readonly (readonly [file: string, text: (name: string) => string])[] = [
  ['many.csv', (name) => `title,rating\n"${name}",4/5\nHeat,3/5\n`],
  [
    'many.json',
    (name) =>
      JSON.stringify([
        { film: name, rating: '4/5' },
        { film: 'Heat', rating: '3/5' },
      ]),
  ],
  [
    'many.jsonl',
    (name) => `${JSON.stringify({ film: name, rating: '4/5' })}\n{"film":"Heat","rating":"3/5"}\n`,
  ],
  ['many.yaml', (name) => `film: "${name}"\nrating: 4/5\n---\nfilm: Heat\nrating: 3/5\n`],
  ['list.yaml', (name) => `- film: "${name}"\n  rating: 4/5\n- film: Heat\n  rating: 3/5\n`],
  [
    'many.toml',
    (name) =>
      `[[films]]\ntitle = "${name}"\nrating = "4/5"\n[[films]]\ntitle = "Heat"\nrating = "3/5"\n`,
  ],
  [
    'front.md',
    (name) =>
      `---\nfilms:\n  - title: "${name}"\n    rating: 4/5\n  - title: Heat\n    rating: 3/5\n---\n`,
  ],
  ['rows.md', (name) => `| film | rating |\n|---|---|\n| ${name} | 4/5 |\n| Heat | 3/5 |\n`],
  ['headings.md', (name) => `# Films\n\n## ${name} 4/5\n\nCalm.\n\n## Heat 3/5\n\nFine.\n`],
];

const names: readonly (readonly [name: string, seen: string])[] = [
  ['Ronin ||KRAKEN||', 'ronin'],
  ['Ronin >!by Kraken, a KRAKEN!<', 'ronin'],
  ['||KRAKEN||', 'review'],
  ['Ronin [spoiler]KRAKEN (1990)[/spoiler] Two', 'ronin-two'],
  ['Ronin %%KRAKEN%%', 'ronin'],
];

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

describe('the name of one review of many', () => {
  // Each notation with one name, each name in two notations.
  const all = records.flatMap(([file, text], at) =>
    names
      .filter((_, index) => index === at % names.length || /^(?:many\.csv|headings)/.test(file))
      .map(([name, seen]) => [file, name, text(name), seen] as const),
  );
  test.each(all)(
    '%s: %s is hidden in ids, addresses and pages',
    { timeout: 20_000 },
    async (file, _, text, seen) => {
      const cwd = folderOf({ [`reviews/${file}`]: text });
      const list = JSON.parse((await review('list --json', { cwd })).stdout);
      const stem = file.replace(/\..*/, '');
      expect(list.map(({ id }: { id: string }) => id).sort()).toEqual(
        [`${stem}/heat`, `${stem}/${seen}`].sort(),
      );
      const outputs: string[] = [];
      for (const line of [
        'list',
        'list --json',
        'stats --json',
        'search kraken',
        `show ${stem}/${seen}`,
        `toc ${stem}/${seen}`,
      ]) {
        const ran = await review(line, { cwd });
        outputs.push(ran.stdout, ran.stderr.replace("'kraken' is in no review", ''));
      }
      const exported = await review('export --all --html -o site --base-url https://ex.org/', {
        cwd,
      });
      expect(exported.status).toBe(0);
      const pages = pagesIn(join(cwd, 'site'));
      expect(pages).toContain(join(stem, `${seen}.html`));
      outputs.push(exported.stderr, pages.join('\n'));
      for (const page of pages.filter((each) => /\.\w+$/.test(each))) {
        const whole = readFileSync(join(cwd, 'site', page), 'utf8');
        outputs.push(whole.replace(/<details(?:(?!<details)[\s\S])*?<\/details>/g, ''));
      }
      expect(outputs.filter((each) => /krak|aken/i.test(each))).toEqual([]);
      expect((await review(`show ${stem}/${seen} --json`, { cwd })).stdout).toContain('KRAKEN');
    },
  );
});
