/** A command line that is well formed and asks for what cannot be. Exit status 2. */
export class UsageError extends Error {}
