// commander asks for it at load, for commands that are programs of their own; there is none here, and it costs 4 ms.
export function spawn() {
  throw new Error('no command is a program of its own');
}
