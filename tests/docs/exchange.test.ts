import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { services } from '../../src/exchange/services/services.ts';
import { goodreadsTable } from '../../src/exchange/tables/goodreads-table.ts';
import { root } from '../cli/run.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

test('docs/exchange.md has the columns of each service', async () => {
  const path = join(root, 'docs/exchange.md');
  const tables = services.flatMap(({ title, name, columns, write }) => {
    const isBack = write !== undefined;
    return [
      `### ${title}`,
      '',
      `\`--from ${name}\``,
      '',
      isBack ? '| column | becomes | back |' : '| column | becomes |',
      isBack ? '|---|---|---|' : '|---|---|',
      ...columns.map(({ name: column, also = [], to, goesBack }) => {
        const names = [column, ...also].map((each) => `\`${each}\``).join(', ');
        const row = `| ${names} | ${cell(to === 'extra' ? `kept under \`${name}\`` : to)} |`;
        return isBack ? `${row} ${goesBack === true ? 'yes' : ''} |` : row;
      }),
      '',
    ];
  });
  const page = readFileSync(path, 'utf8');
  const start = page.indexOf('<!-- columns -->\n') + '<!-- columns -->\n'.length;
  const whole = `${page.slice(0, start)}${tables.join('\n')}${page.slice(page.indexOf('<!-- /columns -->'))}`;
  await expect(whole).toMatchFileSnapshot(path);
});

test('what goes back to Goodreads is a column of its table', () => {
  const columns = services.find(({ name }) => name === 'goodreads')?.columns ?? [];
  const back = columns.filter(({ goesBack }) => goesBack === true).map(({ name }) => name);
  expect(goodreadsTable.columns).toEqual(expect.arrayContaining(back));
});
