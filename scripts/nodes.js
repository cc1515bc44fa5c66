// The program and the quick tests on every newer Node that is claimed: `node scripts/nodes.js [major …]`. Each is npm's own package of Node, kept in
// node_modules/.cache. The build must be there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const versions = ['22.23.3', '24.21.0', '26.10.0'];

/** What is said must be the same on each, on standard error too: no warning of what a newer Node will end. */
const lines = [
  ['show', 'ballerina'],
  ['section', 'weaknesses'],
  ['export', '--html'],
  ['list', '--json'],
  ['search', 'the'],
  ['check', '--json'],
  ['stats'],
];

const root = fileURLToPath(new URL('../', import.meta.url));
const program = join(root, 'bin/review.js');

/** The folder of a Node's program, installed where it is not. */
function installed(version) {
  const folder = join(root, 'node_modules/.cache/nodes', version);
  const binary = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}\n');
    const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', ['install', ...options, `node@${version}`], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`node@${version} cannot be installed`);
  }
  return dirname(binary);
}

/** What each line says, run twice: the second time with the code that the first has kept. */
function saidBy(node) {
  const scratch = mkdtempSync(join(tmpdir(), 'review-nodes-'));
  const env = { PATH: process.env.PATH, HOME: scratch };
  const run = (args) =>
    spawnSync(node, [program, ...args], { cwd: scratch, env, encoding: 'utf8' });
  try {
    return [...lines, ...lines].map((args) => {
      const { status, stdout, stderr } = run(args);
      return { line: args.join(' '), status, stdout, stderr };
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const majors = process.argv.slice(2);
const chosen = versions.filter(
  (version) => majors.length === 0 || majors.includes(version.split('.')[0]),
);
const here = saidBy(process.execPath);
for (const version of chosen) {
  const folder = installed(version);
  for (const [at, { line, ...said }] of saidBy(join(folder, 'node')).entries()) {
    const { line: _, ...wanted } = here[at];
    if (JSON.stringify(said) !== JSON.stringify(wanted)) {
      console.error(`review ${line} on Node ${version}:`, said, 'and here:', wanted);
      process.exit(1);
    }
  }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'test:fast'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
  if (status !== 0) {
    console.error(stdout, stderr, `\nthe quick tests on Node ${version}: failed`);
    process.exit(1);
  }
  console.log(`ok  Node ${version}`);
}
