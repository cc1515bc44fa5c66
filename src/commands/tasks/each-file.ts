import type { Library } from '../../library/library.ts';
import type { FoundFile } from '../../library/walk.ts';
import { inThreads, threadCount } from '../../threads/pool.ts';
import type { Context, Outcome } from '../command.ts';
import { sayWalk } from '../opening/each-review.ts';
import { withProgress } from '../opening/progress.ts';
import { type TaskName, type TaskOptions, type TaskValue, tasks } from './tasks.ts';
import type { Done, ThreadData } from './thread.ts';

/** Fewer files are done before threads have started. */
const fewestThreaded = 2000;

/**
 * What a task makes of each file of a library, in their order; what cannot be opened is said on stderr and added to `outcomes`. A large library is worked in several
 * threads, with what comes of it in the same order.
 */
export async function* eachTask<Name extends TaskName>(
  context: Context,
  library: Library,
  outcomes: Outcome[],
  task: Name,
  options: TaskOptions<Name>,
  isWanted: (file: FoundFile) => boolean = () => true,
): AsyncGenerator<{ readonly file: FoundFile; readonly value: TaskValue<Name> }> {
  sayWalk(context, library, outcomes);
  const files = library.walk().files.filter(isWanted);
  const results =
    files.length >= fewestThreaded && context.thread !== null && threadCount() > 1
      ? threaded(context, context.thread, library, files, task, options)
      : inTurn(context, library, files, task, options);
  try {
    for (const file of withProgress(context, files, 'reading')) {
      const { value: result } = (await results.next()) as {
        value: Done<TaskValue<Name>>['result'];
      };
      if ('outcome' in result) outcomes.push(result.outcome);
      else yield { file, value: result.value };
    }
    await results.next();
  } finally {
    await results.return(undefined);
  }
}

type Results<Name extends TaskName> = AsyncGenerator<
  Done<TaskValue<Name>>['result'],
  undefined,
  undefined
>;

async function* inTurn<Name extends TaskName>(
  context: Context,
  library: Library,
  files: readonly FoundFile[],
  task: Name,
  options: TaskOptions<Name>,
): Results<Name> {
  for (const file of files)
    yield tasks[task](context, library, file, options as never) as Done<TaskValue<Name>>['result'];
  return undefined;
}

async function* threaded<Name extends TaskName>(
  { cwd, env, note }: Context,
  path: string,
  library: Library,
  files: readonly FoundFile[],
  task: Name,
  options: TaskOptions<Name>,
): Results<Name> {
  const data: ThreadData = { place: library.place, cwd, task, options };
  const flags = env.REVIEW_CACHE === 'off' ? ['--no-cache'] : [];
  const script = { path, data, arguments: flags };
  for await (const worked of inThreads<FoundFile, Done<TaskValue<Name>>>(script, files)) {
    if ('died' in worked) {
      const names = worked.jobs.map((file) => file.path).join(', ');
      note(`review: the thread that read these files died (${worked.died}): ${names}`);
      for (const _ of worked.jobs) yield { outcome: 'failed' };
      continue;
    }
    for (const { said, result } of worked.results) {
      for (const line of said) note(line);
      yield result;
    }
  }
  return undefined;
}
