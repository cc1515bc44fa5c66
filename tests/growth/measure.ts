import { lint } from '../../src/lint/lint.ts';
import { type ReadReview, readReview } from '../../src/readers/formats.ts';
import { tidy } from '../../src/tidy/tidy.ts';
import { writeFormats } from '../../src/writers/formats.ts';
import { type Construct, deepest } from './constructs.ts';

/** One thing done with a file, timed by itself; `read` is what the first of them gave. */
export interface Job {
  readonly name: string;
  readonly run: (text: string, path: string, read: () => ReadReview) => unknown;
}

/** What sees the line ends as they stand in the file. */
export const readingJobs: readonly Job[] = [
  { name: 'read', run: (text, path) => readReview(text, { path }) },
  { name: 'check', run: (_, __, read) => lint(read(), { fileExists: () => false }) },
  { name: 'tidy', run: (text, path) => tidy(text, { path }) },
];

/** What sees the review alone, in the formats named. */
export async function writingJobs(formats: readonly string[]): Promise<readonly Job[]> {
  const known = writeFormats.filter(({ name }) => formats.includes(name));
  return await Promise.all(
    known.map(async ({ name, load }): Promise<Job> => {
      const write = await load();
      return { name: `write ${name}`, run: (_, __, read) => write(read().review, {}) };
    }),
  );
}

/** A job whose time grows faster than the text; times in milliseconds of an eighth of the constructs and of all of them. */
export interface Steep {
  readonly job: string;
  readonly exponent: number;
  readonly short: number;
  readonly long: number;
}

/** Squares grow with 2. What grows in line is found below 1.3, and now and then, on a busy machine, below this. */
const steepest = 1.6;
/** Of what is never deeper than so many levels. */
const steepestInDepth = 2.3;

/** Times are compared with one another only; less than this is no time to compare. */
const leastTime = 0.5;

const times = 8;

/** The jobs whose time grows faster than a construct's text, from an eighth of `count` to all of it. */
export function steepJobs(
  { text, path, most }: Construct,
  count: number,
  lineEnd: string,
  jobs: readonly Job[],
): Steep[] {
  const ofCount = (of: number) => text(Math.max(1, Math.round(of))).replaceAll('\n', lineEnd);
  const long = ofCount(count);
  const short = ofCount(count / times);
  const read = readReview(long, { path });
  const growth = long.length / short.length;
  const limit = most === deepest ? steepestInDepth : steepest;
  const grown = ({ name }: Job, before: number, after: number): Steep => {
    const exponent = Math.log(after / Math.max(before, leastTime)) / Math.log(growth);
    return { job: name, exponent, short: before, long: after };
  };
  return jobs.flatMap((job) => {
    const once = timeOf(() => job.run(long, path, () => read));
    // What takes next to no time needs no second look; nearly all do.
    if (once <= growth ** limit * leastTime) return [];
    if (grown(job, bestOf(job, path, short, 2), once).exponent < limit) return [];
    // A machine may be busy with something else for a while.
    const steep = grown(job, bestOf(job, path, short, 4), bestOf(job, path, long, 3));
    return steep.exponent < limit ? [] : [steep];
  });
}

function bestOf({ name, run }: Job, path: string, text: string, tries: number): number {
  const found: number[] = [];
  for (let at = 0; at < tries; at++) {
    // A fresh review each time: what was lexed of one is kept with it.
    const read = name === 'read' ? undefined : readReview(text, { path });
    found.push(timeOf(() => run(text, path, () => read as ReadReview)));
  }
  return Math.min(...found);
}

/** The time that the processor was at it: a busy machine lets it wait, and the engine's own threads count in the processor's time alone. */
function timeOf(run: () => unknown): number {
  const start = performance.now();
  const used = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(used);
  return Math.min(performance.now() - start, (user + system) / 1000);
}
