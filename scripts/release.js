// What `npm pack` makes, installed as a stranger would: `node scripts/release.js`. The package goes into a fresh prefix, and the three lines run in an empty folder with
// an empty home. Packages come from npm's cache where it has them. The build must be there.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { version, man, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'review-release-'));
const npm = (...args) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function check(name, isSo) {
  if (!isSo) throw new Error(`${name}: not so in the package that was installed`);
  console.log(`ok  ${name}`);
}

try {
  const prefix = join(scratch, 'prefix');
  const [{ filename }] = JSON.parse(
    npm('pack', '--json', '--ignore-scripts', '--pack-destination', scratch),
  );
  npm('install', '--global', '--prefix', prefix, '--prefer-offline', join(scratch, filename));
  const home = join(scratch, 'home');
  mkdirSync(home);
  const env = { PATH: process.env.PATH, HOME: home };
  const run = (...args) =>
    execFileSync(join(prefix, 'bin/review'), args, { cwd: home, env, encoding: 'utf8' });
  const inside = join(prefix, 'lib/node_modules/review');

  check('--version', run('--version') === `${version}\n`);
  check('review show ballerina', /Ballerina[\s\S]*Weaknesses/.test(run('show', 'ballerina')));
  check('review section weaknesses', run('section', 'weaknesses').includes('Weaknesses'));
  const page = run('export', '--html');
  check('review export --html', /^<!doctype html>[\s\S]*<\/html>\n$/i.test(page));
  check('once more, with what it keeps between runs', run('export', '--html') === page);
  const changes = readFileSync(join(inside, 'CHANGELOG.md'), 'utf8');
  check(
    'the changelog',
    changes.includes('## [Unreleased]') || changes.includes(`## [${version}]`),
  );
  for (const file of ['LICENSE', 'README.md', 'dist/THIRD-PARTY.md', ...man, ...Object.values(bin)])
    check(file, existsSync(join(inside, file)));
  check('no source, no test', !['src', 'tests'].some((name) => existsSync(join(inside, name))));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
