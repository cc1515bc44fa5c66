import type { Outcome } from '../commands/command.ts';

/** The exit status of each way a run can end. An interrupt (130) comes from the signal itself, but where a program on the full screen reads it as a key. */
export const exitStatus: Readonly<Record<Outcome | 'usage' | 'internal', number>> = {
  done: 0,
  'nothing-found': 1,
  'errors-found': 1,
  failed: 2,
  interrupted: 130,
  usage: 2,
  internal: 2,
};
