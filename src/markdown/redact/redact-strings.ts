import {
  closedText,
  hiddenText,
  mayHide,
  openedText,
  textParts,
  withoutPlaceholders,
} from '../hidden-text.ts';

/** A value whose strings were gone over. */
export interface Strings<Value> {
  /** The same object when no string in it changed. */
  readonly value: Value;
  /** How many hidden parts there are in its strings. */
  readonly count: number;
}

/** Every string of a value, keys included, at any depth, with `[spoiler]` where hidden text stood. */
export function closedStrings<Value extends object>(value: Value): Strings<Value> {
  if (!mayHideIn(value)) return { value, count: 0 };
  let count = 0;
  const closed = mapStrings(value, (text) => {
    const shown = closedText(text);
    if (shown !== text) count += textParts(text).filter(({ hidden }) => hidden).length;
    return shown;
  });
  return { value: closed, count };
}

/** Every string of a value, keys included, at any depth, with what is hidden in it shown without marks. */
export function openedStrings<Value extends object>(value: Value): Strings<Value> {
  return { value: mayHideIn(value) ? mapStrings(value, openedText) : value, count: 0 };
}

/** What is said of a text, as those who read it may see it: its messages quote what was written, hidden parts and all. */
export function closedMessages<Said extends { readonly message: string; readonly hint?: string }>(
  said: readonly Said[],
): readonly Said[] {
  return said.map((each) => ({
    ...each,
    message: closedText(each.message),
    ...(each.hint === undefined ? {} : { hint: closedText(each.hint) }),
  }));
}

/** Every string of a redacted value with `bar` in place of its placeholders. */
export function barredStrings<Value extends object>(value: Value, bar: string): Value {
  return mapStrings(value, (text) => text.replaceAll(hiddenText, bar));
}

/** Every string of a redacted value without its placeholders; what held nothing else is left out of lists. */
export function bareStrings<Value extends object>(value: Value): Value {
  return mapStrings(value, withoutPlaceholders, true);
}

/** Whether any string of a value can hold hidden text, keys included; nothing is made for the look, since most have none that does. */
export function mayHideIn(value: unknown): boolean {
  if (typeof value === 'string') return mayHide(value);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(mayHideIn);
  return Object.keys(value).some(
    (key) => mayHide(key) || mayHideIn((value as Readonly<Record<string, unknown>>)[key]),
  );
}

/** A value with every string in it changed, keys included, at any depth. The same object when none was. */
export function mapStrings<Value extends object>(
  value: Value,
  change: (text: string) => string,
  dropsEmpty = false,
): Value {
  return mapped(value, change, dropsEmpty) as Value;
}

function mapped(value: unknown, change: (text: string) => string, dropsEmpty: boolean): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return mappedList(value, change, dropsEmpty);
  if (value === null || typeof value !== 'object') return value;
  let isChanged = false;
  const entries = Object.entries(value).map(([key, inner]) => {
    const entry = [change(key), mapped(inner, change, dropsEmpty)] as const;
    if (entry[0] !== key || entry[1] !== inner) isChanged = true;
    return entry;
  });
  if (!isChanged) return value;
  const kept = dropsEmpty ? entries.filter(([key]) => key !== '') : entries;
  return Object.fromEntries(kept);
}

function mappedList(
  list: readonly unknown[],
  change: (text: string) => string,
  dropsEmpty: boolean,
): readonly unknown[] {
  let isChanged = false;
  const values = list.flatMap((inner) => {
    const value = mapped(inner, change, dropsEmpty);
    if (value === inner) return [inner];
    isChanged = true;
    return dropsEmpty && isEmpty(value) ? [] : [value];
  });
  return isChanged ? values : list;
}

/** Nothing is left of a text, or of the name of somebody. */
function isEmpty(value: unknown): boolean {
  if (value === '') return true;
  return typeof value === 'object' && value !== null && 'name' in value && value.name === '';
}
