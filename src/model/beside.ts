/** What is known of objects beside what they say: `get` and `set` of a WeakMap. */
export interface Beside<Key extends object, Value> {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
}

/**
 * A place for what is known of objects, for as long as each of them lives. It lies on the object itself, under a symbol that no copy, no JSON and no loop
 * sees: V8 keeps the values of a WeakMap until it looks through the whole heap, and so the tokens of thousands of reviews that nobody holds any more.
 */
export function beside<Key extends object, Value>(): Beside<Key, Value> {
  const place = Symbol('beside');
  // What somebody froze takes no more properties.
  const ofFrozen = new WeakMap<Key, Value>();
  return {
    get: (key) => (key as { [place]?: Value })[place] ?? ofFrozen.get(key),
    set: (key, value) => {
      if (Object.isExtensible(key)) Object.defineProperty(key, place, { value, writable: true });
      else ofFrozen.set(key, value);
    },
  };
}
