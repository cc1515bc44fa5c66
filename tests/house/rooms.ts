import { dirname, join } from 'node:path/posix';
import { formats as readFormats } from '../../src/readers/formats.ts';
import { writeFormats } from '../../src/writers/formats.ts';
import { type Scanned, scan } from './scan.ts';
import { type Room, rooms } from './table.ts';

/** Sources by path below `src`, with slashes. */
export type Sources = ReadonlyMap<string, string>;

/** Every breach of the house's rules, a line each. */
export function breaches(sources: Sources): string[] {
  const scanned = new Map([...sources].map(([path, source]) => [path, scanAt(path, source)]));
  return [
    ...[...scanned].flatMap(([path, module]) => importBreaches(path, module)),
    ...formatBreaches(scanned, 'readers', /^readers\/formats\.ts$/),
    ...formatBreaches(scanned, 'writers', /^(?:writers\/formats\.ts$|(?!writers\/))/),
    ...serviceBreaches(scanned),
    ...cycles(scanned),
  ];
}

/** Every permission of the table that no file makes use of, a line each. */
export function unusedPermissions(sources: Sources): string[] {
  const used = new Map<string, Set<string>>();
  for (const [path, source] of sources) {
    const name = roomOf(path);
    const names = used.get(name) ?? new Set();
    used.set(name, names);
    for (const specifier of scanAt(path, source).imports) {
      const target = specifier.startsWith('.') ? roomOf(join(dirname(path), specifier)) : specifier;
      names.add(target);
      names.add(target.split('/')[0] as string);
    }
  }
  return Object.entries(rooms).flatMap(([name, room]) =>
    [...room.rooms, ...room.packages, ...(room.node === 'any' ? [] : room.node)]
      .filter((permission) => !used.get(name)?.has(permission))
      .map((permission) => `${name} may import ${permission}, and does not`),
  );
}

/** Rooms with more files at their top than one can take in, a line each. */
export function crowdedRooms(sources: Sources): string[] {
  const counts = new Map<string, number>();
  for (const path of sources.keys())
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > mostFiles)
    .map(([folder, count]) => `${folder}: ${count} files at its top`);
}

const mostFiles = 18;
const mostLines = 300;

/** Files that are too long to be read at once, a line each; tables of data are exempt. */
export function longFiles(sources: Sources): string[] {
  return [...sources]
    .map(([path, source]) => ({ path, lines: source.split('\n').length - 1 }))
    .filter(
      ({ path, lines }) => lines > mostLines && !tables.some((table) => path.startsWith(table)),
    )
    .map(({ path, lines }) => `${path}: ${lines} lines`);
}

/** Tables of data: rows and nothing else. */
const tables = [
  'vocabulary/spellings',
  'vocabulary/languages/',
  'model/role-synonyms',
  'model/diagnostic.ts',
];

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
      // Named by a room within it, a room stands for its own files alone.
      (room.rooms.includes(parent) && !name.startsWith(`${parent}/`))
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

/** A service imports no other; their table imports them all. */
function serviceBreaches(scanned: ReadonlyMap<string, Scanned>): string[] {
  const room = 'exchange/services/';
  const table = `${room}services.ts`;
  const isService = (path: string): boolean => path.startsWith(room) && path !== table;
  return [...scanned].flatMap(([path, { imports }]) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier))
      .filter((target) => isService(target) && path !== table)
      .map((target) => `${path}: only ${table} may import the service ${target}`),
  );
}

const names = [...readFormats, ...writeFormats].map(({ name }) => name).join('|');

/** What a `formats.ts` imports that is a format: a file named as one of the arrays, in the room or in a folder of that name. */
const isFormat = new RegExp(`^\\./(?:(${names})\\.ts|(${names})/\\2\\.ts)$`);

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
