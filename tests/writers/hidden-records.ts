import type { GeneratorValue } from 'fast-check';
import { readReview } from '../../src/readers/formats.ts';
import { writeJson } from '../../src/writers/json.ts';
import { writeYaml } from '../../src/writers/yaml.ts';
import { hidingReview, marked, type Pen, penOf } from './hidden-reviews.ts';

/** A file that hides words in every place that its notation has. */
export interface HidingFile {
  readonly path: string;
  readonly source: string;
}

type Fields = Readonly<Record<string, string>>;

/** The fields of one record of many, as texts. */
function fieldsOf(pen: Pen): Fields {
  const value = (): string => pen.pick([`a ${marked(pen)} b`, marked(pen), `${marked(pen)}, c`]);
  const name = pen.pick([
    `${pen.seen()} ${marked(pen)}`,
    marked(pen),
    `${marked(pen)} ${pen.seen()}`,
  ]);
  const keys = ['author', 'director', 'tags', 'summary', 'venue', 'genre', 'notes', 'pros', 'kind'];
  return {
    film: name,
    rating: '4/5',
    date: '2025-01-02',
    ...Object.fromEntries(keys.filter(() => pen.below(3) === 0).map((key) => [key, value()])),
    ...(pen.below(4) === 0 ? { [`k ${marked(pen)}`]: value() } : {}),
    ...(pen.below(4) === 0 ? { id: value() } : {}),
  };
}

/** Values that no column lacks: a table has the same keys in each row. */
function rowsOf(pen: Pen, count: number): Fields[] {
  const [first = {}, ...rest] = Array.from({ length: count }, () => fieldsOf(pen));
  return [
    first,
    ...rest.map((row) =>
      Object.fromEntries(Object.keys(first).map((key) => [key, row[key] ?? 'x'])),
    ),
  ];
}

const quoted = (text: string): string => JSON.stringify(text);
const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function yamlOf(fields: Fields, indent: string): string {
  return Object.entries(fields)
    .map(([key, value], at) => `${at === 0 ? '' : indent}${quoted(key)}: ${quoted(value)}`)
    .join('\n');
}

/** Marks that a cell's bars would cut are another matter; those of a spoiler belong together. */
function cell(text: string): string {
  return text.replaceAll('\n', ' ');
}

type Notation = (pen: Pen, g: GeneratorValue) => HidingFile;

function table(path: string, separator: string): Notation {
  return (pen) => {
    const rows = rowsOf(pen, 3);
    const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
    return { path, source: lines.map((line) => line.map(csvCell).join(separator)).join('\n') };
  };
}

const notations: readonly Notation[] = [
  table('a.csv', ','),
  table('a.tsv', '\t'),
  (pen) => ({ path: 'a.json', source: JSON.stringify([fieldsOf(pen), fieldsOf(pen)]) }),
  (pen) => ({ path: 'a.json', source: JSON.stringify({ films: [fieldsOf(pen), fieldsOf(pen)] }) }),
  (pen) => ({
    path: 'a.jsonl',
    source: [fieldsOf(pen), fieldsOf(pen)].map((each) => JSON.stringify(each)).join('\n'),
  }),
  (pen) => ({
    path: 'a.yaml',
    source: `${yamlOf(fieldsOf(pen), '')}\n---\n${yamlOf(fieldsOf(pen), '')}\n`,
  }),
  (pen) => ({
    path: 'a.yaml',
    source: `- ${yamlOf(fieldsOf(pen), '  ')}\n- ${yamlOf(fieldsOf(pen), '  ')}\n`,
  }),
  (pen) => ({
    path: 'a.md',
    source: `---\nfilms:\n  - ${yamlOf(fieldsOf(pen), '    ')}\n  - ${yamlOf(fieldsOf(pen), '    ')}\n---\n`,
  }),
  (pen) => ({
    path: 'a.toml',
    source: [fieldsOf(pen), fieldsOf(pen)]
      .map(
        (each) =>
          `[[films]]\n${Object.entries(each)
            .map(([key, value]) => `${quoted(key)} = ${quoted(value)}`)
            .join('\n')}`,
      )
      .join('\n\n'),
  }),
  (pen) => {
    const rows = rowsOf(pen, 3);
    const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
    const head = Object.keys(rows[0] ?? {});
    return {
      path: 'a.md',
      source: [
        line(head),
        line(head.map(() => '---')),
        ...rows.map((row) => line(Object.values(row))),
      ].join('\n'),
    };
  },
  (pen) => {
    const heading = (): string =>
      pen.pick([
        `## ${pen.seen()} ${marked(pen)} 4/5`,
        `## ${marked(pen)} by Ann (1995) 4/5`,
        `## ${pen.seen()} ${marked(pen)}\n\n4/5`,
        `## ${pen.seen()} by ${marked(pen)}: ★★★★`,
      ]);
    const record = (): string =>
      `${heading()}\n\na ${marked(pen)} b\n\n:::spoiler\n${pen.hidden()}\n:::\n`;
    return {
      path: 'a.md',
      source: `# Films ${marked(pen)}\n\n${record()}\n${record()}\n${record()}`,
    };
  },
  (_, g) => ({
    path: 'a.json',
    source: writeJson(readReview(hidingReview(g).source, { format: 'markdown' }).review, {}),
  }),
  (_, g) => ({
    path: 'a.yaml',
    source: writeYaml(readReview(hidingReview(g).source, { format: 'markdown' }).review, {}),
  }),
  (pen) => {
    const block = (): string =>
      pen.pick([
        `a ${marked(pen)} b.`,
        `:::spoiler\n${pen.hidden()}\n\nTHE ${pen.hidden().toUpperCase()}\n\nmore ${pen.hidden()}\n:::`,
        `[spoiler]\n${pen.hidden()}\n[/spoiler]`,
        `The End ${marked(pen)}\n\nIt ends ${marked(pen)} well.`,
        `%%\n${pen.hidden()}\n%%`,
        `Pros: a, ${marked(pen)}, b`,
      ]);
    return {
      path: 'a.txt',
      source: `${pen.seen()} ${marked(pen)}\n\nBy Ann Bell\n\n${[block(), block(), block()].join('\n\n')}\n\nRating: 4/5\n`,
    };
  },
];

/** A file of one review or several in any notation that is read. */
export function hidingFile(g: GeneratorValue): HidingFile {
  const pen = penOf(g);
  return pen.pick(notations)(pen, g);
}
