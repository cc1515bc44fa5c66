// Writes schema/ from what the built program says: `npm run build && node scripts/schema.js`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const schemas = [
  ['review.schema.json', []],
  ['review.config.schema.json', ['--config']],
  ['review-export.schema.json', ['--json']],
];

for (const [name, options] of schemas) {
  const text = execFileSync(process.execPath, ['bin/review.js', 'schema', ...options], {
    cwd: root,
  });
  writeFileSync(`${root}schema/${name}`, text);
}
