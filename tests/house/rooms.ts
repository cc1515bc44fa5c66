import { dirname, join } from 'node:path/posix';
import { type Scanned, scan } from './scan.ts';

/** What a room may import, besides itself. */
export interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Node's own modules, or `any` of them. */
  readonly node: readonly string[] | 'any';
  /** True where `process` may be spoken of. */
  readonly process?: true;
}

const pure = ['model', 'text', 'markdown'];
const reading = [...pure, 'vocabulary', 'data', 'shapes'];
const engine = [
  ...reading,
  'readers',
  'writers',
  'lint',
  'reports',
  'tidy',
  'site',
  'preview',
  'library',
  'views',
  'terminal',
];

/** The table of docs/architecture.md. The most specific name counts. */
export const rooms: Readonly<Record<string, Room>> = {
  text: { rooms: [], packages: ['get-east-asian-width', 'fastest-levenshtein'], node: [] },
  model: { rooms: ['text'], packages: [], node: [] },
  vocabulary: { rooms: ['model', 'text'], packages: [], node: [] },
  data: { rooms: ['model', 'text'], packages: ['yaml'], node: [] },
  markdown: {
    rooms: ['model', 'text'],
    packages: ['marked', 'decode-named-character-reference'],
    node: [],
  },
  shapes: { rooms: ['model', 'text', 'vocabulary'], packages: [], node: [] },
  readers: { rooms: reading, packages: [], node: [] },
  writers: { rooms: reading, packages: ['marked'], node: [] },
  'writers/highlight': { rooms: [], packages: ['cli-highlight'], node: ['node:module'] },
  'writers/terminal': {
    rooms: [...reading, 'writers'],
    packages: ['marked', 'marked-terminal', 'chalk'],
    node: [],
  },
  reports: { rooms: ['model', 'text', 'shapes', 'writers'], packages: [], node: [] },
  tidy: { rooms: [...reading, 'readers', 'writers'], packages: [], node: [] },
  lint: { rooms: [...reading, 'readers'], packages: [], node: [] },
  site: { rooms: [...reading, 'writers'], packages: [], node: [] },
  preview: {
    rooms: ['model', 'text', 'writers'],
    packages: [],
    node: ['node:http', 'node:net', 'node:crypto', 'node:fs'],
  },
  library: { rooms: [...reading, 'readers'], packages: [], node: ['node:fs', 'node:path'] },
  views: { rooms: ['model', 'text', 'library', 'writers'], packages: [], node: [] },
  terminal: { rooms: [], packages: [], node: 'any', process: true },
  commands: { rooms: engine, packages: [], node: ['node:path'] },
  cli: {
    rooms: ['commands', 'model', 'text', 'reports', 'terminal'],
    packages: ['commander'],
    node: 'any',
    process: true,
  },
  launch: { rooms: [], packages: [], node: 'any', process: true },
  index: {
    rooms: engine.filter((room) => room !== 'terminal' && room !== 'reports'),
    packages: [],
    node: [],
  },
};

/** Sources by path below `src`, with slashes. */
export type Sources = ReadonlyMap<string, string>;

/** Every breach of the house's rules, a line each. */
export function breaches(sources: Sources): string[] {
  const scanned = new Map([...sources].map(([path, source]) => [path, scanAt(path, source)]));
  return [
    ...[...scanned].flatMap(([path, module]) => importBreaches(path, module)),
    ...formatBreaches(scanned, 'readers', /^readers\/formats\.ts$/),
    ...formatBreaches(scanned, 'writers', /^(?:writers\/formats\.ts$|(?!writers\/))/),
    ...cycles(scanned),
  ];
}

function scanAt(path: string, source: string): Scanned {
  try {
    return scan(source);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

function roomOf(path: string): string {
  const names = Object.keys(rooms).filter(
    (name) => path === `${name}.ts` || path.startsWith(`${name}/`),
  );
  return names.sort((one, other) => other.length - one.length)[0] ?? '';
}

function importBreaches(path: string, { imports, usesProcess }: Scanned): string[] {
  const name = roomOf(path);
  const room = rooms[name];
  if (room === undefined) return [`${path}: is in no room`];
  const forbidden = imports.filter((specifier) => !mayImport(path, name, room, specifier));
  return [
    ...forbidden.map((specifier) => `${path}: ${name} may not import ${specifier}`),
    ...(usesProcess && room.process !== true ? [`${path}: ${name} may not use process`] : []),
  ];
}

function mayImport(path: string, name: string, room: Room, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = roomOf(join(dirname(path), specifier));
    const parent = target.split('/')[0] as string;
    return (
      target === name ||
      parent === name ||
      room.rooms.includes(target) ||
      room.rooms.includes(parent)
    );
  }
  if (specifier.startsWith('node:')) return room.node === 'any' || room.node.includes(specifier);
  return room.packages.includes(specifier);
}

/** The modules that a room's `formats.ts` lists, one or one folder a format: they may not import each other. */
function formatBreaches(
  scanned: ReadonlyMap<string, Scanned>,
  room: string,
  allowed: RegExp,
): string[] {
  const listed = scanned.get(`${room}/formats.ts`)?.imports ?? [];
  const formats = listed
    .filter((specifier) => isFormat.test(specifier))
    .map((specifier) => join(room, specifier));
  const unitOf = (path: string): string | undefined => {
    const format = formats.find(
      (entry) =>
        path === entry || (dirname(entry) !== room && path.startsWith(`${dirname(entry)}/`)),
    );
    return format === undefined ? undefined : dirname(format) === room ? format : dirname(format);
  };
  return [...scanned].flatMap(([path, { imports }]) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier))
      .filter(
        (target) =>
          unitOf(target) !== undefined && unitOf(target) !== unitOf(path) && !allowed.test(path),
      )
      .map((target) => `${path}: only ${room}/formats.ts may import the format ${target}`),
  );
}

/** What a `formats.ts` imports that is a format: a file named as one, in the room or in a folder of that name. */
const isFormat = /^\.\/(?:(markdown|yaml|json|text|html|terminal)\.ts|([a-z-]+)\/\2\.ts)$/;

/** Each group of modules that reach each other, types included. */
function cycles(scanned: ReadonlyMap<string, Scanned>): string[] {
  const targets = (path: string): string[] =>
    (scanned.get(path)?.imports ?? [])
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of targets(path)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of scanned.keys()) visit(path, []);
  return found;
}
