import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typedWords } from '../../src/commands/completion/shells.ts';
import { review, root } from './run.ts';

const library = mkdtempSync(join(tmpdir(), 'review-completion-'));
const bin = join(library, 'bin');

beforeAll(() => {
  mkdirSync(bin);
  symlinkSync(join(root, 'bin/review.js'), join(bin, 'review'));
  mkdirSync(join(library, 'reviews'));
  const put = (name: string, text: string) => writeFileSync(join(library, 'reviews', name), text);
  put('Past Lives.md', '---\nfilm: Past Lives\n---\n\n## The end\n\nx\n');
  put("Ocean's Eleven.md", '---\nfilm: Ocean’s Eleven\n---\n\nx\n');
  put(
    'heat.md',
    '---\nfilm: Heat\ntitle: A long night\n---\n\n## Weaknesses\n\nx\n\n## Verdict\n\ny\n',
  );
  put('\u001B[31mred.md', '---\nfilm: Red\n---\n\nx\n');
  put('broken.md', '---\nfilm: [\n---\n\nx\n');
  put('spoiler.md', '---\nfilm: Ronin >!zwx!<\n---\n\nx\n');
});

afterAll(() => rmSync(library, { recursive: true, force: true }));

/** What a script of bash gets for a line up to the cursor. */
async function answer(line: string, cwd = library): Promise<string[]> {
  const { stdout, stderr, status } = await review(['--complete', 'bash', line], { cwd });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').slice(0, -1);
}

describe('what is offered', () => {
  const lines: readonly (readonly [line: string, ...offered: string[]])[] = [
    ['review sh', 'words', 'show'],
    ['review --library x sho', 'words', 'show'],
    ['review help exp', 'words', 'export'],
    ['review show --sp', 'words', '--spoilers'],
    ['review show --spoilers --sp', 'words'],
    ['review show --color ne', 'words', 'never'],
    ['review show --color=ne', 'words', 'never'],
    ['review export --theme mo', 'words', 'mono'],
    ['review export -o ', 'file'],
    ['review list --library ', 'folder'],
    ['review list kind:boardg', 'words', 'boardgame'],
    ['review list not:kind:boardg', 'words', 'boardgame'],
    ['review list rat', 'words', 'rating:'],
    ['review new boardg', 'words', 'boardgame'],
    ['review completion z', 'words', 'zsh'],
    ['review show he', 'words', 'heat'],
    // A word of the title.
    ['review show nig', 'words', 'heat'],
    ['review show Past', 'words', 'Past\\ Lives'],
    ["review show 'Past", 'words', 'Past Lives'],
    ['review show Past\\ L', 'words', 'Past\\ Lives'],
    ['review show oce', 'words', "Ocean\\'s\\ Eleven"],
    ['review show "oce', 'words', "Ocean's Eleven"],
    ["review show 'oce", 'words', "Ocean'\\''s Eleven"],
    ['review show heat#v', 'words', 'heat#verdict'],
    ['review section --review heat ver', 'words', 'verdict'],
    ['review show brok', 'words', 'broken'],
    // A file's name that steers a terminal is none that anybody types.
    ['review show red', 'words'],
    // What is hidden is no word to find a review by.
    ['review show zwx', 'file'],
    ['review nonsense he', 'words'],
    ['review show -- he', 'words', 'heat'],
  ];

  it.each(lines)('%s', async (line, ...offered) => {
    expect(await answer(line)).toEqual(offered);
  });

  it('is nothing, and no word, for a folder that cannot be read and a shell nobody knows', async () => {
    expect(await answer('review show --library /nowhere he')).toEqual(['file']);
    const { stdout, stderr } = await review(['--complete', 'tcsh', 'review sh'], { cwd: library });
    expect(stdout + stderr).toBe('');
  });

  it('is nothing where more than 500 reviews fit', async () => {
    const many = mkdtempSync(join(tmpdir(), 'review-many-'));
    mkdirSync(join(many, 'reviews'));
    for (let at = 0; at < 501; at++)
      writeFileSync(join(many, 'reviews', `r${at}.md`), `---\nfilm: R${at}\n---\n`);
    expect(await answer('review show r', many)).toEqual(['file']);
    expect(await answer('review show r50', many)).toEqual(['words', 'r50', 'r500']);
    rmSync(many, { recursive: true });
  });
});

describe('a line as far as it is typed', () => {
  it.each([
    ['review show ', ['review', 'show', ''], '', ''],
    ["review show 'a b", ['review', 'show', 'a b'], "'", "'a b"],
    ['review "a\\"b" c\\ d', ['review', 'a"b', 'c d'], '', 'c\\ d'],
    ["a 'it'\\''s", ['a', "it's"], "'", "'it'\\''s"],
  ] as const)('%s', (line, words, quote, raw) => {
    expect(typedWords(line)).toEqual({ words, quote, raw });
  });
});

/** How each shell is started without anybody's own settings, and what makes it complete for this run. */
const shells = [
  { name: 'bash', start: 'bash --noprofile --norc -i', load: 'source <(review completion bash)' },
  {
    name: 'zsh',
    start: 'zsh -f -i',
    load: 'bindkey -e; autoload -Uz compinit && compinit -u -D; source <(review completion zsh)',
  },
  { name: 'fish', start: 'fish --no-config -i', load: 'review completion fish | source' },
];

const missing = shells.filter(({ name }) => !isInstalled(name)).map(({ name }) => name);

it('has every shell at hand where nobody looks', () => {
  if (process.env.CI) expect(missing).toEqual([]);
});

describe.each(shells)('$name itself', ({ name, start, load }) => {
  // Without the shell there is nothing to try; where CI is set, the test above fails.
  if (missing.includes(name)) return it.skip(`completes (${name} is not installed)`);

  let shell: ChildProcess;
  let screen = '';

  const waitFor = async (text: string): Promise<void> => {
    const until = Date.now() + 30_000;
    while (!screen.includes(text)) {
      if (Date.now() > until) throw new Error(`${text} never came:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  /** Types a line with a Tab at its end, then has the shell print its words, of which the last one is looked for. */
  const completed = async (typed: string, last: string): Promise<void> => {
    screen = '';
    shell.stdin?.write(`${typed}\t\u0001printf '<%s>' \u0005\n`);
    await waitFor(`<${last}>`);
  };

  beforeAll(async () => {
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      TERM: 'xterm',
      HOME: library,
    };
    shell = spawn('script', ['-qefc', start, '/dev/null'], { cwd: library, env });
    for (const stream of [shell.stdout, shell.stderr])
      stream?.on('data', (data: Buffer) => {
        screen += data.toString();
      });
    shell.stdin?.write(`stty cols 200; ${load}; echo rea''dy\n`);
    await waitFor('ready');
  });

  afterAll(() => {
    shell?.stdin?.end();
    shell?.kill();
  });

  it('completes commands, options, reviews and sections', async () => {
    await completed('review exp', 'export');
    await completed('review show --spoi', '--spoilers');
    await completed('review show hea', 'heat');
    await completed('review show Past', 'Past Lives');
    await completed('review show heat#ver', 'heat#verdict');
  });
});

function isInstalled(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
