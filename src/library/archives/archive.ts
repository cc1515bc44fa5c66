/** A file of an export: its path within it, with `/` between folders, and its bytes, as often as they are wanted. */
export interface ArchiveFile {
  readonly path: string;
  /** What breaks off is thrown: a `FileError`, or the system's error. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** An export as a service hands it out: a file, a folder, or a zip. */
export interface Archive {
  readonly files: readonly ArchiveFile[];
  readonly close: () => void;
}
