import type { Row, RowProblem, Service } from './service.ts';

/** A file of an export: its path within it, with `/` between folders, and its bytes, as often as they are wanted. */
export interface Source {
  readonly path: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** A file of an export that a service knows. */
export interface Part {
  readonly source: Source;
  readonly service: Service;
  readonly name: string;
  readonly rows: (say: (problem: RowProblem) => void) => AsyncIterable<Row>;
}
