import { createLibrary } from '../../library/library.ts';
import type { LibraryPlace } from '../../library/locate.ts';
import type { FoundFile } from '../../library/walk.ts';
import { serve } from '../../threads/serve.ts';
import type { Outcome } from '../command.ts';
import { type TaskName, tasks } from './tasks.ts';

/** What a thread is told once. */
export interface ThreadData {
  readonly place: LibraryPlace;
  readonly cwd: string;
  readonly task: TaskName;
  readonly options: unknown;
}

/** What a task made of one file, and what it had to say on the way. */
export interface Done<Value> {
  readonly said: readonly string[];
  readonly result: { readonly value: Value } | { readonly outcome: Outcome };
}

/** What a thread of the program does: one task, for the files it is sent. */
export function work(): void {
  serve(({ place, cwd, task, options }: ThreadData) => {
    const library = createLibrary(place);
    return (file: FoundFile): Done<unknown> => {
      const said: string[] = [];
      const context = { cwd, note: (line: string) => said.push(line) };
      return { said, result: tasks[task](context, library, file, options as never) };
    };
  });
}
