import { type DataNode, isNull, type MapEntry, type MapNode } from '../../data/data-node.ts';
import type { Experience } from '../../model/review.ts';
import { isoDate } from '../../vocabulary/dates.ts';
import { meaningOf } from '../../vocabulary/spelling-lookup.ts';
import { normalizeKey } from '../../vocabulary/spellings.ts';
import { type Context, excerpt, keep, keepEntry, reject, report } from './context.ts';
import { booleanOf, isScalar, lineOf, peopleOf, textOf } from './values.ts';

/** `watchedDate: 2025-06-06`, a list of dates, or a list of `{date, repeat, venue, with}`. */
export function readExperienced(context: Context, entry: MapEntry): void {
  const { value } = entry;
  if (isNull(value)) return;
  // `watched: true` says no more than the review itself.
  if (booleanOf(value) !== undefined) {
    keepEntry(context, entry);
    return;
  }
  for (const node of value.kind === 'list' ? value.items : [value]) {
    if (node.text.trim() === '') continue;
    const experience =
      node.kind === 'map' ? ofMap(context, node, entry.key) : ofDate(context, node, entry);
    if (experience !== null) context.draft.experienced.push(experience);
  }
}

function ofDate(context: Context, node: DataNode, { key, value }: MapEntry): Experience | null {
  const date = dateOf(node);
  if (date !== null) return { date };
  const range = rangeOfDates(node);
  if (range !== null) return range;
  if (node === value && isOtherWord(node, key)) keep(context, key, node);
  else if (!isNull(node)) badDate(context, node, key);
  return null;
}

/** `12 March 2024 – 2 April 2024`. */
function rangeOfDates(node: DataNode): Experience | null {
  const parts = (textOf(node) ?? '').split(/\s+(?:[-–—~→]|to|until|bis|au|al)\s+/i);
  const [first = null, last = null] = parts.length === 2 ? parts.map(isoDate) : [];
  if (first === null || last === null) return null;
  return first <= last ? { date: last, began: first } : { date: first, began: last };
}

/** Obsidian writes `[[2025-06-06]]`, which YAML takes for a list in a list. */
function dateOf(node: DataNode): string | null {
  const text = textOf(node);
  return text === undefined ? null : isoDate(text);
}

/** `played: 40 hours`, `completed: soon`: such keys say many things, and only what looks like a date is a slip. */
function isOtherWord(node: DataNode, key: string): boolean {
  // `last_played: Never`: where no figure stands, no date was meant.
  if (!/\d/.test(node.text)) return true;
  return (
    /^(?:read|seen|watched|viewed|visited|played|heard|listened|finish(?:ed)?|completed|stop(?:ped)?|ended|start(?:ed)?|beg[aiu]n|readings|visits|viewings)$/.test(
      normalizeKey(key),
    ) && !/\d{4}|\d[./-]\d/.test(node.text)
  );
}

function badDate(context: Context, node: DataNode, key: string): void {
  report(context, node, 'date-invalid', `\`${excerpt(node)}\` is no date.`);
  keep(context, key, node);
}

function ofMap(context: Context, map: MapNode, key: string): Experience | null {
  let date: string | undefined;
  let began: string | undefined;
  let repeat: boolean | undefined;
  let venue: string | undefined;
  let companions: string[] | undefined;
  for (const entry of map.entries) {
    const name = normalizeKey(entry.key);
    const { value } = entry;
    if (isNull(value)) continue;
    const read = dateOf(value);
    if (['date', 'on', 'day', 'watched', 'read', 'finished'].includes(name) && read !== null)
      date = read;
    else if (meaningOf(entry.key)?.field === 'began' && read !== null) began = read;
    else if (
      ['repeat', 'rewatch', 'revisit', 'reread', 'replay'].includes(name) &&
      booleanOf(value) !== undefined
    )
      repeat = booleanOf(value);
    else if (
      ['venue', 'where', 'place', 'cinema', 'location', 'at'].includes(name) &&
      isScalar(value)
    )
      venue = lineOf(textOf(value));
    else if (['with', 'companions'].includes(name) && peopleOf(value, 'commas').length > 0)
      companions = peopleOf(value, 'commas').map((person) => person.name);
    else if (name === 'date') badDate(context, value, `${key}/${entry.key}`);
    else keep(context, `${key}/${entry.key}`, value);
  }
  const experience: Experience = {
    ...(date === undefined ? {} : { date }),
    ...(began === undefined ? {} : { began }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(venue === undefined ? {} : { venue }),
    ...(companions === undefined ? {} : { with: companions }),
  };
  return Object.keys(experience).length === 0 ? null : experience;
}

/** `started: 2024-01-02`: when the last one was begun. Read it after the dates. */
export function readBegan(context: Context, entry: MapEntry): void {
  const { value, key } = entry;
  if (isNull(value)) return;
  if (booleanOf(value) !== undefined) {
    keepEntry(context, entry);
    return;
  }
  const began = dateOf(value);
  if (began === null && isOtherWord(value, key)) {
    keepEntry(context, entry);
    return;
  }
  if (began === null) {
    badDate(context, value, key);
    return;
  }
  const list = context.draft.experienced;
  const last = list.pop() ?? {};
  list.push({ ...last, began });
}

/** `rewatch: true`, `venue: …`, `with: …` beside the date: they speak of the last one. Read them after the dates. */
export function readExperienceDetail(
  context: Context,
  entry: MapEntry,
  field: 'repeat' | 'venue' | 'companions',
): void {
  const { value } = entry;
  if (isNull(value)) return;
  const found = detailOf(value, field);
  if (found === null) {
    reject(context, entry, 'value-invalid', `\`${entry.key}\` cannot be \`${excerpt(value)}\`.`);
    return;
  }
  const list = context.draft.experienced;
  const last = list.pop() ?? {};
  list.push({ ...last, ...found });
}

function detailOf(value: DataNode, field: 'repeat' | 'venue' | 'companions'): Experience | null {
  if (field === 'repeat') {
    const repeat = booleanOf(value);
    return repeat === undefined ? null : { repeat };
  }
  if (field === 'companions') {
    const people = peopleOf(value, 'commas').map(({ name }) => name);
    return people.length === 0 ? null : { with: people };
  }
  const venue = lineOf(textOf(value));
  return venue === undefined ? null : { venue };
}
