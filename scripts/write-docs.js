// Writes docs/diagnostics.md from the table of codes. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { diagnosticKinds } from '../dist/index.js';

const rows = Object.entries(diagnosticKinds).map(
  ([code, { severity, meaning, hint }]) => `| \`${code}\` | ${severity} | ${escape(meaning)} | ${escape(hint)} |`,
);
const page = `# Diagnostics

What \`review\` says of a file: \`file:line:column: severity: message [code]\`, with a hint on the next line.
Lines and columns count from 1; a column counts UTF-16 units. This page is written by \`npm run docs\` from
\`src/model/diagnostic.ts\`.

| code | severity | what it means | what to do |
|---|---|---|---|
${rows.join('\n')}
`;
const path = new URL('../docs/diagnostics.md', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== page) {
    console.error('docs/diagnostics.md is not what the table says: run npm run docs');
    process.exitCode = 1;
  }
} else writeFileSync(path, page);

function escape(text) {
  return text.replaceAll('|', '\\|');
}
