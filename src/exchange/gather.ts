import type { ItemKind } from '../model/review.ts';
import { ownText } from '../text/own-text.ts';
import type { About, Identity, Row, RowProblem, Service } from './service.ts';
import { isProblem } from './service.ts';
import type { Part } from './source.ts';

/** Which things of an export are wanted. */
export type Only = 'rated' | 'reviewed' | 'all';

/** One thing of an export, known by all its rows. */
export interface Thing {
  /** Its name at the service; where it has none there, its own name and year. */
  readonly id: string;
  readonly join: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly year?: string;
  readonly maker?: string;
}

/** What is known of an export once it was read through: small, however long its texts are. */
export interface Gathered {
  readonly things: readonly Thing[];
  readonly isWanted: (thing: Thing) => boolean;
  readonly rows: number;
  /** Rows that speak of no thing, or cannot be read. */
  readonly problems: readonly RowProblem[];
  readonly about: About;
  /** The thing that a row speaks of; null for a row that was a problem. */
  readonly thingOf: (row: Row) => Thing | null;
  /** How many rows speak of a thing. */
  readonly rowsOf: (thing: Thing) => number;
}

/** A thing while its rows are counted: all that is held of an export of a hundred thousand, so there is one of them a thing. */
interface Counted extends Thing {
  rows: number;
  isRated: boolean;
  isReviewed: boolean;
}

const nobody: About = {};

/**
 * Reads an export through once, to learn which things its rows speak of: rows that say the service's id for it belong together, and so do those
 * that say only a name and a year, where one thing has them. `progress` is told the rows so far.
 */
export async function gather(
  service: Service,
  parts: readonly Part[],
  only: Only,
  progress: (rows: number) => void,
): Promise<Gathered> {
  const byId = new Map<string, Counted>();
  const byJoin = new Map<string, Counted>();
  const problems: RowProblem[] = [];
  let about = nobody;
  let rows = 0;
  for await (const row of rowsOf(service, parts, (problem) => problems.push(problem))) {
    const said = service.about?.(row) ?? null;
    if (said !== null) {
      about = { ...about, ...said };
      continue;
    }
    progress(++rows);
    const identity = service.identify(row);
    if (isProblem(identity)) problems.push(identity);
    else {
      const key = keyOf(service, identity);
      if (key === undefined) count(byJoin, identity.join, identity);
      else count(byId, key, identity);
    }
  }
  const joined = joinGroups(byId, byJoin);
  return {
    things: [...new Set([...byId.values(), ...joined.values()])],
    isWanted: (thing) => isWanted(thing as Counted, only),
    rows,
    problems,
    about,
    thingOf: (row) => {
      const identity = service.identify(row);
      if (isProblem(identity)) return null;
      const key = keyOf(service, identity);
      return (key === undefined ? joined.get(identity.join) : byId.get(key)) ?? null;
    },
    rowsOf: (thing) => (thing as Counted).rows,
  };
}

/** What a row's thing is counted by; undefined where only its name can tell. */
function keyOf({ joinsEditions }: Service, { id, join }: Identity): string | undefined {
  return joinsEditions === true ? join : id;
}

/** The rows of all parts, in the order in which the service wants them. */
async function* rowsOf(
  { parts: order = [] }: Service,
  parts: readonly Part[],
  say: (problem: RowProblem) => void,
): AsyncGenerator<Row> {
  const place = ({ name }: Part): number => order.indexOf(name);
  for (const part of [...parts].sort((a, b) => place(a) - place(b))) yield* part.rows(say);
}

function count(counted: Map<string, Counted>, key: string, identity: Identity): void {
  const known = counted.get(key);
  const { isRated, isReviewed } = identity;
  if (known === undefined) {
    const thing = thingOf(identity);
    const ownKey = key === identity.join ? thing.join : thing.id;
    counted.set(ownKey, Object.assign(thing, { rows: 1, isRated, isReviewed }));
  } else {
    known.rows++;
    known.isRated ||= isRated;
    known.isReviewed ||= isReviewed;
  }
}

/** Rows without an id belong to the one thing of their name and year; where there is none, or several, they make a thing of their own. */
function joinGroups(
  byId: ReadonlyMap<string, Counted>,
  byJoin: ReadonlyMap<string, Counted>,
): Map<string, Counted> {
  const owners = new Map<string, Counted | null>();
  for (const group of byId.values()) {
    const { join } = group;
    owners.set(join, owners.has(join) ? null : group);
  }
  const joined = new Map<string, Counted>();
  for (const [join, group] of byJoin) {
    const owner = owners.get(join) ?? null;
    if (owner !== null) {
      owner.rows += group.rows;
      owner.isRated ||= group.isRated;
      owner.isReviewed ||= group.isReviewed;
    }
    joined.set(join, owner ?? group);
  }
  return joined;
}

function thingOf({ id, join, name, kind, year, maker }: Identity): Thing {
  return {
    id: ownText(id ?? nameInWords(name, year ?? maker)),
    join: ownText(join),
    name: ownText(name),
    kind,
    ...(year === undefined ? {} : { year: ownText(year) }),
    ...(maker === undefined ? {} : { maker: ownText(maker) }),
  };
}

/** What a thing is called that has no id at its service. */
function nameInWords(name: string, more: string | undefined): string {
  return more === undefined ? name : `${name} (${more})`;
}

function isWanted({ isRated, isReviewed }: Counted, only: Only): boolean {
  if (only === 'all') return true;
  return only === 'reviewed' ? isReviewed : isRated || isReviewed;
}

/** A thing with all its rows. */
export interface ThingRows {
  readonly thing: Thing;
  readonly rows: readonly Row[];
}

/** Reads an export through again, and gives each wanted thing as soon as its last row was met: no more rows are held than have to be. */
export async function* thingsOf(
  service: Service,
  parts: readonly Part[],
  gathered: Gathered,
): AsyncGenerator<ThingRows> {
  const pending = new Map<Thing, Row[]>();
  // What is broken was said the first time.
  for await (const row of rowsOf(service, parts, () => undefined)) {
    if ((service.about?.(row) ?? null) !== null) continue;
    const thing = gathered.thingOf(row);
    if (thing === null || !gathered.isWanted(thing)) continue;
    const rows = pending.get(thing) ?? [];
    rows.push(row);
    if (rows.length < gathered.rowsOf(thing)) {
      pending.set(thing, rows);
      continue;
    }
    pending.delete(thing);
    yield { thing, rows };
  }
}
