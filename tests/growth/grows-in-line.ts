import { expect, test } from 'vitest';
import type { Construct } from './constructs.ts';
import { readingJobs, type Steep, steepJobs, writingJobs } from './measure.ts';

/** How much of a construct's usual count. `GROWTH=2` looks closer, at all of them and at all line ends; it takes half an hour. */
const scale = Number(process.env.GROWTH ?? 0.1);
const isThorough = process.env.GROWTH !== undefined;

const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const;

/** A test for each of the constructs. One of the other line ends in turn; what is written does not depend on them. */
export function growsInLine(constructs: readonly Construct[]): void {
  const formats = isThorough
    ? ['terminal', 'text', 'html', 'json', 'markdown', 'yaml']
    : ['terminal', 'html', 'markdown'];
  const writing = writingJobs(formats);
  const chosen = constructs.filter(({ isRare }) => isThorough || !isRare);
  test.each(chosen.map((construct, index) => [construct.name, construct, index] as const))(
    '%s',
    async (_, construct, index) => {
      const others = isThorough
        ? (['CRLF', 'CR'] as const)
        : ([index % 2 === 0 ? 'CRLF' : 'CR'] as const);
      const count = Math.min(construct.count * scale, construct.most);
      const found = [
        ...steepJobs(construct, count, lineEnds.LF, [...readingJobs, ...(await writing)]),
        ...others.flatMap((end) => steepJobs(construct, count, lineEnds[end], readingJobs)),
      ];
      expect(found.map(inWords)).toEqual([]);
    },
    300_000,
  );
}

function inWords({ job, exponent, short, long }: Steep): string {
  return `${job}: grows with ${exponent.toFixed(1)}, ${short.toFixed(1)} ms to ${long.toFixed(1)} ms`;
}
