import { parentPort, workerData } from 'node:worker_threads';

/** Works what the pool sends to this thread, a result for each job, until nothing more comes. `begin` is told the pool's data once. */
export function serve<Data, Job, Result>(begin: (data: Data) => (job: Job) => Result): void {
  const work = begin(workerData as Data);
  parentPort?.on('message', (jobs: readonly Job[] | null) => {
    if (jobs === null) parentPort?.close();
    else parentPort?.postMessage(jobs.map(work));
  });
}
