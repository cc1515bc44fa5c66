import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What became of some jobs that went to one thread together: a result for each, or why the thread ended before that. */
export type Worked<Job, Result> =
  | { readonly jobs: readonly Job[]; readonly results: readonly Result[] }
  | { readonly jobs: readonly Job[]; readonly died: string };

/** What each thread runs: a script that calls `serve`, with the data that it is told once. */
export interface ThreadScript {
  readonly path: string;
  readonly data: unknown;
  readonly arguments: readonly string[];
}

/** So many jobs go to a thread at once. */
const perChunk = 32;
/** So many chunks for each thread may be under way or wait to be taken: no more results than that are held. */
const ahead = 4;
const mostThreads = 8;

/** How many threads are worth starting here. */
export function threadCount(): number {
  return Math.min(availableParallelism(), mostThreads);
}

/** Works jobs in several threads; what becomes of them comes in their order, whichever is done first. A thread that dies is replaced. */
export async function* inThreads<Job, Result>(
  script: ThreadScript,
  jobs: readonly Job[],
): AsyncGenerator<Worked<Job, Result>> {
  const chunks = Array.from({ length: Math.ceil(jobs.length / perChunk) }, (_, at) =>
    jobs.slice(at * perChunk, (at + 1) * perChunk),
  );
  const count = Math.min(threadCount(), chunks.length);
  const done = new Map<number, Worked<Job, Result>>();
  const threads = new Set<Thread>();
  let taken = 0;
  let given = 0;
  let wake = (): void => undefined;
  const settle = (thread: Thread, worked: Worked<Job, Result>): void => {
    if (thread.chunk !== null) done.set(thread.chunk, worked);
    thread.chunk = null;
    wake();
  };
  const give = (thread: Thread): void => {
    if (thread.chunk !== null || given >= Math.min(chunks.length, taken + count * ahead)) return;
    thread.chunk = given++;
    thread.worker.postMessage(chunks[thread.chunk]);
  };
  const start = (): void => {
    const worker = new Worker(script.path, {
      workerData: script.data,
      argv: [...script.arguments],
    });
    const thread: Thread = { worker, chunk: null };
    threads.add(thread);
    let reason = 'it ended early';
    worker.on('message', (results: readonly Result[]) => {
      settle(thread, { jobs: chunks[thread.chunk as number] as readonly Job[], results });
      give(thread);
    });
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      threads.delete(thread);
      if (thread.chunk === null) return;
      settle(thread, { jobs: chunks[thread.chunk] as readonly Job[], died: reason });
      if (given < chunks.length) start();
    });
    give(thread);
  };
  try {
    for (let at = 0; at < count; at++) start();
    for (; taken < chunks.length; taken++) {
      while (!done.has(taken))
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const worked = done.get(taken) as Worked<Job, Result>;
      done.delete(taken);
      yield worked;
      for (const thread of threads) give(thread);
    }
    await Promise.all([...threads].map(ended));
  } finally {
    await Promise.all([...threads].map(({ worker }) => worker.terminate()));
  }
}

interface Thread {
  readonly worker: Worker;
  /** What it works on; null while it waits. */
  chunk: number | null;
}

/** Once it is told that nothing more comes, it keeps its compiled code for the next run. */
function ended({ worker }: Thread): Promise<void> {
  return new Promise((resolve) => {
    worker.on('exit', () => resolve());
    worker.postMessage(null);
  });
}
