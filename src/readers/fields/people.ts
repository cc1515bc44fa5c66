import type { DataNode } from '../../data/data-node.ts';
import { type Context, keepRest } from './context.ts';
import { personKeys, personName } from './values.ts';

/** Keeps what is said of people besides their name and address, under `key/name`. */
export function keepPeople(context: Context, key: string, node: DataNode): void {
  if (node.kind === 'list') for (const item of node.items) keepPeople(context, key, item);
  const name = personName(node);
  if (name !== undefined) keepRest(context, `${key}/${name}`, node, personKeys);
}
