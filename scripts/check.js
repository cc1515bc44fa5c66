// `npm run check`: everything CI runs, one line for each step; the first that fails ends it.
import { spawnSync } from 'node:child_process';

const steps = [
  ['format and lint', 'npx biome ci --error-on-warnings .'],
  ['types', 'npx tsc -p .'],
  ['unused code', 'npx knip'],
  ['build and tests', 'npm test -- --coverage'],
  ['package', 'npx publint --strict'],
  ['package types', 'npx attw --pack . --profile esm-only'],
  ['package installed', 'node scripts/release.js'],
  ['newer Nodes', 'node scripts/nodes.js'],
];

for (const [name, command] of steps) {
  const start = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(0)} s)`,
  );
  if (status !== 0) process.exit(1);
}
