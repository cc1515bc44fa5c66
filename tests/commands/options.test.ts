import { describe, expectTypeOf, test } from 'vitest';
import type { OptionsOf } from '../../src/commands/command.ts';

const table = [
  { flags: '-s, --section <name>', description: '', repeatable: true },
  { flags: '--base-url <url>', description: '' },
  { flags: '--no-open', description: '' },
  { flags: '--all', description: '' },
  { flags: '--links <how>', description: '', choices: ['inline', 'none'] },
] as const;

type Values = OptionsOf<typeof table>;

describe('the values of options have the types that their table says', () => {
  test('by what the flags take', () => {
    expectTypeOf<Values['section']>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<Values['baseUrl']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Values['open']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<Values['all']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<Values['links']>().toEqualTypeOf<'inline' | 'none' | undefined>();
    expectTypeOf<Values['library']>().toEqualTypeOf<string | undefined>();
  });

  test('and no other is there', () => {
    // @ts-expect-error: no option of the table has this name
    expectTypeOf<Values['fix']>().toBeAny();
  });
});
