// Writes schema/ from what the built program says: `npm run build && node scripts/schema.js`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const schemas = [
  ['review.schema.json', []],
  ['review.config.schema.json', ['--config']],
  ['review-user-config.schema.json', ['--user']],
  ['review-export.schema.json', ['--json']],
  ['section.schema.json', ['--of', 'section']],
  ['toc.schema.json', ['--of', 'toc']],
  ['list.schema.json', ['--of', 'list']],
  ['search.schema.json', ['--of', 'search']],
  ['stats.schema.json', ['--of', 'stats']],
  ['import.schema.json', ['--of', 'import']],
  ['check.schema.json', ['--of', 'check']],
];

for (const [name, options] of schemas) {
  const text = execFileSync(process.execPath, ['bin/review.js', 'schema', ...options], {
    cwd: root,
  });
  writeFileSync(`${root}schema/${name}`, text);
}
