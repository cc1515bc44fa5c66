const bounds = /^(>=|<=|>|<)(.+)$/;

/** The ends of a range, any of which may be open. */
export interface Bounds<Value> {
  readonly from?: Value;
  readonly above?: Value;
  readonly to?: Value;
  readonly below?: Value;
}

export function isWithin<Value extends number | string>(
  value: Value,
  range: Bounds<Value>,
): boolean {
  const { from, above, to, below } = range;
  return (
    (from === undefined || value >= from) &&
    (above === undefined || value > above) &&
    (to === undefined || value <= to) &&
    (below === undefined || value < below)
  );
}

/** `4`, `>=4`, `<4`, `3..4`, `3..`, `..4`. A day's `last` is its end, so `date:2024..2025` holds both years. */
export function readRange<Value extends number | string>(
  text: string,
  parse: (text: string) => { readonly first: Value; readonly last: Value } | null,
): Bounds<Value> | null {
  const sign = bounds.exec(text);
  if (sign !== null) {
    const limit = parse((sign[2] as string).trim());
    if (limit === null) return null;
    if (sign[1] === '>=') return { from: limit.first };
    if (sign[1] === '>') return { above: limit.last };
    return sign[1] === '<' ? { below: limit.first } : { to: limit.last };
  }
  const [from = '', to] = text.split('..');
  if (from === '' && (to ?? '') === '') return null;
  const low = from === '' ? undefined : parse(from);
  const high = to === undefined ? low : to === '' ? undefined : parse(to);
  if (low === null || high === null) return null;
  return {
    ...(low === undefined ? {} : { from: low.first }),
    ...(high === undefined ? {} : { to: high.last }),
  };
}
