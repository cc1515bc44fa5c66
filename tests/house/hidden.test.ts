import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

const sources = readSources();

/** Who may know what hides text, and what was hidden: hiding is nobody's own job. */
const may: readonly (readonly [what: string, pattern: RegExp, files: RegExp])[] = [
  [
    'look for hidden parts of a text',
    /\b(?:textParts|closedText|openedText|mayHide)\b/,
    /^(?:markdown\/|writers\/html\/card\/field\.ts)/,
  ],
  ['take hidden tokens out', /\bshownTokens\b/, /^markdown\//],
  [
    'ask whether a section is one of spoilers',
    /\bsaysSpoilers\b/,
    // A service has a mark of its own for what is hidden, and is told so.
    /^(?:markdown\/|exchange\/tables\/goodreads-table\.ts$)/,
  ],
  ['look behind a placeholder', /\.behind\(/, /^(?:markdown\/|writers\/html\/body\/)/],
  ['make a Shown', /\bas (?:Review as )?Shown\b/, /^markdown\/redact\/redact\.ts$/],
];

test.each(may)('only one place may %s', (_, pattern, files) => {
  const users = [...sources].filter(([, source]) => pattern.test(source)).map(([path]) => path);
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((path) => !files.test(path))).toEqual([]);
});
