import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEditable } from '../../src/library/writing/editable.ts';
import { folderOf } from './folder.ts';

test('what another program wrote meanwhile is not written over', () => {
  const path = join(folderOf({ a: 'one' }), 'a');
  const file = openEditable(path);
  writeFileSync(path, 'two');
  expect(() => file.replace('three')).toThrow('another program has changed it meanwhile');
  expect(readFileSync(path, 'utf8')).toBe('two');
});
