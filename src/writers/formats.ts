import type { Review } from '../model/review.ts';
import { array, compactArray, lines, type Several, texts } from './several.ts';
import type {
  HtmlOptions,
  JsonOptions,
  MarkdownOptions,
  PageOptions,
  TerminalOptions,
  WriteOptions,
} from './writer.ts';

/** Every option of any writer; each takes those it knows. */
export type AnyWriteOptions = TerminalOptions &
  PageOptions &
  HtmlOptions &
  JsonOptions &
  MarkdownOptions &
  WriteOptions;

/** One format that reviews are written to. */
export interface WriteFormat {
  readonly name: string;
  /** The ending of its files. */
  readonly ending: string;
  /** How it is printed: a page that may go through a pager, a text to look at, or a document that another program reads. */
  readonly printedAs: 'page' | 'text' | 'document';
  /** True where the source is carried, hidden text and all: it is written to be read back. */
  readonly carriesSource: boolean;
  /** Which options it takes besides those of all: of a terminal's page, of a web page, of JSON. They are a usage error with any other. */
  readonly takes: { readonly terminal?: true; readonly html?: true; readonly json?: true };
  /** False where it is what is written when no format is named: then it has no flag of its own. */
  readonly hasFlag: boolean;
  /** True where it is written to be kept as the review's file from now on: a conversion. */
  readonly isConversion: boolean;
  /** True where a folder of all reviews is a site, with an index and feeds. */
  readonly isSite: boolean;
  /** What it is for, for help texts and the README's table. */
  readonly description: string;
  /** How several documents make one; absent when they cannot. */
  readonly several?: (options: JsonOptions) => Several;
  /** The writer; what only other options need is left out when these are known. */
  readonly load: (
    options?: AnyWriteOptions,
  ) => Promise<(review: Review, options?: AnyWriteOptions) => string>;
}

const table = [
  {
    name: 'terminal',
    ending: '.ansi',
    printedAs: 'page',
    carriesSource: false,
    takes: { terminal: true },
    hasFlag: false,
    isConversion: false,
    isSite: false,
    description: 'a page for the terminal',
    load: async (options) =>
      options?.color === 0
        ? (await import('./terminal/bare.ts')).writeBare
        : (await import('./terminal/terminal.ts')).writeTerminal,
  },
  {
    name: 'html',
    ending: '.html',
    printedAs: 'document',
    carriesSource: false,
    takes: { html: true },
    hasFlag: true,
    isConversion: false,
    isSite: true,
    description: 'a whole web page: one file, no script',
    load: async () => (await import('./html/html.ts')).writeHtml,
  },
  {
    name: 'json',
    ending: '.json',
    printedAs: 'document',
    carriesSource: true,
    takes: { json: true },
    hasFlag: true,
    isConversion: false,
    isSite: false,
    description: 'the model, to compute with; reads back exactly',
    several: ({ compact }) => (compact === true ? compactArray : array),
    load: async () => (await import('./json.ts')).writeJson,
  },
  {
    name: 'jsonl',
    ending: '.jsonl',
    printedAs: 'document',
    carriesSource: true,
    takes: { json: true },
    hasFlag: true,
    isConversion: false,
    isSite: false,
    description: 'JSON on one line, of many reviews one a line',
    several: () => lines,
    load: async () => (await import('./json.ts')).writeJsonLine,
  },
  {
    name: 'text',
    ending: '.txt',
    printedAs: 'text',
    carriesSource: false,
    takes: {},
    hasFlag: true,
    isConversion: false,
    isSite: false,
    description: 'plain text, for mail and notes',
    several: () => texts,
    load: async () => (await import('./text.ts')).writeText,
  },
  {
    name: 'markdown',
    ending: '.md',
    printedAs: 'document',
    carriesSource: true,
    takes: {},
    hasFlag: true,
    isConversion: true,
    isSite: false,
    description: 'Markdown with front matter, bodies byte for byte',
    load: async () => (await import('./markdown.ts')).writeMarkdown,
  },
  {
    name: 'yaml',
    ending: '.yaml',
    printedAs: 'document',
    carriesSource: true,
    takes: {},
    hasFlag: true,
    isConversion: true,
    isSite: false,
    description: 'pure YAML, bodies as Markdown',
    load: async () => (await import('./yaml.ts')).writeYaml,
  },
] as const satisfies readonly WriteFormat[];

/** The name of a format. */
export type FormatName = (typeof table)[number]['name'];

/** The name of a format that has a flag of its own. */
export type FlagName = Extract<(typeof table)[number], { readonly hasFlag: true }>['name'];

/** Every format, one entry each; a writer is loaded when it is used. */
export const writeFormats: readonly (WriteFormat & { readonly name: FormatName })[] = table;

/** The format with this name or a usual short form of it (`md`, `txt`, `yml`), or undefined. */
export function writeFormat(name: string): WriteFormat | undefined {
  const plain = name.toLowerCase().replace(/^\./, '');
  return writeFormats.find(
    (format) =>
      format.name === plain || format.ending === `.${plain}` || shortForms[plain] === format.name,
  );
}

const shortForms: Readonly<Record<string, string>> = {
  htm: 'html',
  markdown: 'markdown',
  yml: 'yaml',
  ndjson: 'jsonl',
  plain: 'text',
};
