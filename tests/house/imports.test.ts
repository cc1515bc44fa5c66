import { describe, expect, it } from 'vitest';
import { breaches, crowdedRooms, longFiles, unusedPermissions } from './rooms.ts';
import { scan } from './scan.ts';
import { readSources } from './sources.ts';
import { rooms } from './table.ts';

describe('the rooms of src', () => {
  const sources = readSources();

  it('import only what the table allows', () => {
    expect(sources.size).toBeGreaterThan(50);
    expect(breaches(sources)).toEqual([]);
  });

  it('have no permission that nobody uses', () => {
    expect(unusedPermissions(sources)).toEqual([]);
  });

  it('are rooms, not attics', () => {
    expect(crowdedRooms(sources)).toEqual([]);
    expect(longFiles(sources)).toEqual([]);
  });

  it('all exist', () => {
    const paths = [...sources.keys()];
    const missing = Object.keys(rooms).filter(
      (room) => !paths.some((path) => path === `${room}.ts` || path.startsWith(`${room}/`)),
    );
    expect(missing).toEqual([]);
  });
});

describe('each rule bites', () => {
  const planted: readonly (readonly [path: string, source: string, breach: string])[] = [
    ['model/x.ts', "import { a } from '../readers/y.ts';", 'model may not import ../readers/y.ts'],
    [
      'model/x.ts',
      "import type { A } from '../library/y.ts';",
      'model may not import ../library/y.ts',
    ],
    ['model/x.ts', "import { readFileSync } from 'node:fs';", 'model may not import node:fs'],
    ['model/x.ts', "import chalk from 'chalk';", 'model may not import chalk'],
    ['text/x.ts', "import { a } from '../model/y.ts';", 'text may not import ../model/y.ts'],
    ['text/x.ts', "import w from 'string-width';", 'text may not import string-width'],
    [
      'markdown/x.ts',
      "export * from '../writers/y.ts';",
      'markdown may not import ../writers/y.ts',
    ],
    ['markdown/x.ts', "import 'chalk';", 'markdown may not import chalk'],
    [
      'readers/x.ts',
      "import { a } from '../library/y.ts';",
      'readers may not import ../library/y.ts',
    ],
    ['readers/x.ts', "import { a } from 'marked';", 'readers may not import marked'],
    ['readers/x.ts', "import { a } from 'node:fs';", 'readers may not import node:fs'],
    [
      'writers/x.ts',
      "import { a } from '../readers/y.ts';",
      'writers may not import ../readers/y.ts',
    ],
    ['writers/x.ts', "import { a } from 'node:fs';", 'writers may not import node:fs'],
    [
      'writers/x.ts',
      "import { a } from 'marked-terminal';",
      'writers may not import marked-terminal',
    ],
    ['writers/layout/x.ts', "import { a } from 'chalk';", 'writers/layout may not import chalk'],
    [
      'writers/terminal/x.ts',
      "import { a } from 'cli-highlight';",
      'writers/terminal may not import cli-highlight',
    ],
    [
      'writers/terminal/x.ts',
      "import { a } from 'node:fs';",
      'writers/terminal may not import node:fs',
    ],
    [
      'library/x.ts',
      "import { a } from '../writers/y.ts';",
      'library may not import ../writers/y.ts',
    ],
    ['library/x.ts', "import { a } from 'yaml';", 'library may not import yaml'],
    ['library/x.ts', "import { a } from 'node:http';", 'library may not import node:http'],
    [
      'terminal/x.ts',
      "import { a } from '../model/y.ts';",
      'terminal may not import ../model/y.ts',
    ],
    ['commands/x.ts', "await import('../cli/y.ts');", 'commands may not import ../cli/y.ts'],
    ['commands/x.ts', "import { a } from 'commander';", 'commands may not import commander'],
    ['commands/x.ts', "import { a } from 'node:fs';", 'commands may not import node:fs'],
    ['commands/x.ts', 'const a = process.env;', 'commands may not use process'],
    ['readers/x.ts', 'const { env } = globalThis.a ?? process;', 'readers may not use process'],
    ['cli/x.ts', "import { a } from '../readers/y.ts';", 'cli may not import ../readers/y.ts'],
    ['cli/x.ts', "import { a } from '../launch/y.ts';", 'cli may not import ../launch/y.ts'],
    ['launch/x.ts', "import { a } from '../cli/y.ts';", 'launch may not import ../cli/y.ts'],
    ['launch/x.ts', "import { a } from 'marked';", 'launch may not import marked'],
    ['index.ts', "export { a } from './cli/y.ts';", 'index may not import ./cli/y.ts'],
    ['site/x.ts', "import { a } from '../library/y.ts';", 'site may not import ../library/y.ts'],
    ['site/x.ts', "import { a } from 'node:fs';", 'site may not import node:fs'],
    [
      'preview/x.ts',
      "import { a } from '../library/y.ts';",
      'preview may not import ../library/y.ts',
    ],
    ['preview/x.ts', "import 'node:child_process';", 'preview may not import node:child_process'],
    ['attic/x.ts', '', 'is in no room'],
    [
      'readers/fields/x.ts',
      "import '../../shapes/y.ts';",
      'readers/fields may not import ../../shapes/y.ts',
    ],
    ['writers/html/x.ts', "import '../layout/y.ts';", 'writers/html may not import ../layout/y.ts'],
  ];

  it.each(planted)('%s: %s', (path, source, breach) => {
    expect(breaches(new Map([[path, source]]))).toEqual([`${path}: ${breach}`]);
  });

  it('a reader that imports another', () => {
    const sources = new Map([
      ['readers/formats.ts', "import { a } from './json.ts';\nimport { b } from './yaml.ts';"],
      ['readers/json.ts', "import { b } from './yaml.ts';"],
      ['readers/yaml.ts', "import { c } from './values.ts';"],
      ['readers/values.ts', ''],
    ]);
    expect(breaches(sources)).toEqual([
      'readers/json.ts: only readers/formats.ts may import the format readers/yaml.ts',
    ]);
  });

  it('a service that imports another', () => {
    const sources = new Map([
      ['exchange/services/services.ts', "import { a } from './goodreads.ts';"],
      ['exchange/services/goodreads.ts', "import { b } from './trakt.ts';"],
      ['exchange/services/trakt.ts', ''],
    ]);
    expect(breaches(sources)).toEqual([
      'exchange/services/goodreads.ts: only exchange/services/services.ts may import the service exchange/services/trakt.ts',
    ]);
  });

  it('a writer that imports another, or a shared module that imports a writer', () => {
    const sources = new Map([
      ['writers/formats.ts', "import('./html/html.ts'); import('./json.ts'); import('./text.ts');"],
      ['writers/html/html.ts', "import { b } from './css.ts';"],
      ['writers/html/css.ts', "import { b } from '../json.ts';"],
      ['writers/json.ts', ''],
      ['writers/text.ts', "import type { Css } from './html/css.ts';"],
      ['writers/layout/page.ts', "import { b } from '../text.ts';"],
    ]);
    expect(breaches(sources)).toEqual([
      'writers/html/css.ts: only writers/formats.ts may import the format writers/json.ts',
      'writers/text.ts: only writers/formats.ts may import the format writers/html/css.ts',
      'writers/layout/page.ts: only writers/formats.ts may import the format writers/text.ts',
    ]);
  });

  it('a cycle of types', () => {
    const sources = new Map([
      ['model/a.ts', "import type { B } from './b.ts';"],
      ['model/b.ts', "import type { C } from './c.ts';"],
      ['model/c.ts', "import { a } from './b.ts';"],
    ]);
    expect(breaches(sources)).toEqual(['cycle: model/b.ts → model/c.ts → model/b.ts']);
  });
});

describe('what else is held', () => {
  it('a permission that nobody uses', () => {
    expect(
      unusedPermissions(new Map([['text/a.ts', "import w from 'get-east-asian-width';"]])),
    ).toContain('text may import fastest-levenshtein, and does not');
  });

  it('a room of nineteen files, a file of 301 lines', () => {
    const many = Array.from({ length: 19 }, (_, index) => [`lint/${index}.ts`, ''] as const);
    expect(crowdedRooms(new Map(many))).toEqual(['lint: 19 files at its top']);
    expect(longFiles(new Map([['lint/a.ts', '\n'.repeat(301)]]))).toEqual(['lint/a.ts: 301 lines']);
  });
});

describe('the scanner', () => {
  it('sees every form of import', () => {
    const source = `
      import a from 'a'; import { b, type C } from "b";
      import type {
        D,
      } from 'd';
      import 'e'
      export * from 'f'; export { g } from 'g';
      type H = typeof import('h'); const i = await import( 'i' );
      const j = createRequire(import.meta.url)('j'); const k = require('k');
      const l = \`\${await import('l')}\`;`;
    expect(scan(source).imports.toSorted().join(' ')).toBe('a b d e f g h i j k l');
  });

  it('sees none in comments, strings and patterns', () => {
    const source = `
      // import a from 'a';
      /* import 'b'; process */
      const c = "process import('c')", d = \`import 'd' \${"}"} process\`;
      const e = /['"\`]process/.test(f) ? 4 / 2 / 1 : { process: 1 }; g.process = h /2;`;
    expect(scan(source)).toMatchObject({ imports: [], usesProcess: false });
  });

  it('refuses a module whose name is computed', () => {
    expect(() => scan('await import(name);')).toThrow('no plain string');
  });
});
