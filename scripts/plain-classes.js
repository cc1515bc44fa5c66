// Unicode's properties among the characters of plain text: what most reviews are written in, for which no table of V8's need be loaded.

/** Latin letters, the punctuation of texts, arrows, boxes, stars and ticks. */
const ranges = [
  [0, 0x24f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x21ff],
  [0x2500, 0x25ff],
  [0x2605, 0x2606],
  [0x2713, 0x2718],
];

const names = [
  'L',
  'Lu',
  'Ll',
  'Lo',
  'M',
  'N',
  'P',
  'Pd',
  'Pe',
  'Pf',
  'Pi',
  'Ps',
  'S',
  'Control',
  'Cs',
  'Default_Ignorable_Code_Point',
  'Enclosing_Mark',
  'Extended_Pictographic',
  'Format',
  'Nonspacing_Mark',
  'Spacing_Mark',
  'Surrogate',
];

const escaped = (point) => `\\u${point.toString(16).padStart(4, '0')}`;

function rangesOf(has) {
  const found = [];
  for (const [first, last] of ranges) {
    for (let point = first; point <= last; point++) {
      if (!has(String.fromCharCode(point))) continue;
      const open = found.at(-1);
      if (open?.[1] === point - 1) open[1] = point;
      else found.push([point, point]);
    }
  }
  return found
    .map(([first, last]) =>
      first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`,
    )
    .join('');
}

/** By name, what stands for the property in a class; nothing where no plain character has it. */
export const plainClasses = Object.fromEntries(
  names.map((name) => {
    const property = new RegExp(`\\p{${name}}`, 'u');
    return [name, rangesOf((character) => property.test(character))];
  }),
);

/** All plain characters. */
export const plainCharacters = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)),
);

const plainClass = rangesOf(() => true);

/** Matches a text of nothing but these. */
export const plainText = new RegExp(`^[${plainClass}]*$`);

/** This module as the bundle has it: what it comes to. */
export const plainModule = `export const plainClasses = ${JSON.stringify(plainClasses)};
export const plainText = ${plainText};
`;
