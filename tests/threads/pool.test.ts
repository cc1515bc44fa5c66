import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inThreads, type Worked } from '../../src/threads/pool.ts';
import { folderOf } from '../library/folder.ts';

/** A thread that doubles numbers; 70 it cannot stand, and every third chunk takes it longer. */
const script = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', (jobs) => {
  if (jobs === null) return parentPort.close();
  if (jobs.includes(workerData.deadly)) throw new Error('no such number');
  if (jobs.includes(workerData.last)) process.exit(3);
  const results = jobs.map((job) => job * 2);
  setTimeout(() => parentPort.postMessage(results), jobs[0] % 96 === 0 ? 30 : 0);
});`;

async function doubled(count: number, data: object): Promise<Worked<number, number>[]> {
  const path = join(folderOf({ 'double.cjs': script }), 'double.cjs');
  const jobs = Array.from({ length: count }, (_, at) => at);
  const all: Worked<number, number>[] = [];
  for await (const worked of inThreads<number, number>({ path, data, arguments: [] }, jobs))
    all.push(worked);
  return all;
}

test('results come in the order of the jobs, whichever thread is done first', async () => {
  const all = await doubled(1000, {});
  expect(all.flatMap((each) => ('results' in each ? each.results : []))).toEqual(
    Array.from({ length: 1000 }, (_, at) => at * 2),
  );
});

test('nothing to do starts nothing', async () => {
  expect(await doubled(0, {})).toEqual([]);
});

test('of a thread that dies its jobs are told, and why; the others are done', async () => {
  const all = await doubled(1000, { deadly: 70, last: 999 });
  const dead = all.filter((each) => 'died' in each);
  expect(dead).toEqual([
    { jobs: Array.from({ length: 32 }, (_, at) => 64 + at), died: 'no such number' },
    { jobs: Array.from({ length: 8 }, (_, at) => 992 + at), died: 'it ended early' },
  ]);
  expect(all.flatMap(({ jobs }) => jobs)).toEqual(Array.from({ length: 1000 }, (_, at) => at));
});

test('who stops taking results stops the threads', async () => {
  const path = join(folderOf({ 'double.cjs': script }), 'double.cjs');
  const jobs = Array.from({ length: 10_000 }, (_, at) => at);
  for await (const worked of inThreads<number, number>({ path, data: {}, arguments: [] }, jobs)) {
    expect('results' in worked && worked.results[1]).toBe(2);
    break;
  }
});
