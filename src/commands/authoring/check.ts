import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Findings } from '../../reports/report.ts';
import { together } from '../../reports/together.ts';
import { arrange } from '../../shapes/arrange.ts';
import { counted } from '../../text/counted.ts';
import {
  joinVisible,
  type VisibleText,
  visibleText,
  visibleWords,
} from '../../text/visible-text.ts';
import {
  type Context,
  defineCommand,
  type Input,
  type OptionSpec,
  type OptionsOf,
  type Outcome,
} from '../command.ts';
import { checkLoaded, configDiagnostics, fixLoaded } from '../opening/check-files.ts';
import { type LeftFile, noteLeftAlone, outcomeOfLeft } from '../opening/left-alone.ts';
import { allOf, openedLibrary, worst } from '../opening/open.ts';
import { referredReviews } from '../opening/referred.ts';
import { shownPath } from '../opening/shown-path.ts';
import type { Explanation } from '../output/explained.ts';
import { jsonText } from '../output/json-text.ts';
import { painted } from '../output/painted.ts';
import { eachTask } from '../tasks/each-file.ts';
import { UsageError } from '../usage-error.ts';

const formats = ['pretty', 'line', 'json', 'github', 'sarif'] as const;
type Format = (typeof formats)[number];

const options = [
  { flags: '--fix', description: 'mend what can be mended without a doubt' },
  {
    flags: '--all',
    description: 'all that is said of each file, not once for what holds for many',
  },
  {
    flags: '--explain',
    description: 'where each fact of each review came from: file and line, folder, configuration',
  },
  {
    flags: '--format <format>',
    description:
      'pretty with the lines and carets (default in a terminal), line (default elsewhere), or for programs',
    choices: formats,
  },
  { flags: '--json', description: 'write an array of diagnostics, as --format json' },
] as const satisfies readonly OptionSpec[];

type Values = OptionsOf<typeof options>;

/** `review check`: what is wrong or unwise in the files. */
export const check = defineCommand(
  {
    name: 'check',
    summary: 'report what is wrong or unwise in the files, and how to mend it',
    arguments: [{ name: '[ref...]', description: 'names or paths; by default the whole library' }],
    options,
    examples: [
      { line: 'review check', does: 'the whole library; what holds for a folder is said once' },
      { line: 'review check --all', does: 'all there is to say of each file' },
      { line: 'review check ballerina --format pretty', does: 'one review, with its lines' },
      { line: 'review check ballerina --explain', does: 'also where each of its facts came from' },
      { line: 'review check --format sarif', does: 'for a service that reads SARIF' },
      { line: 'review check --json | jq length', does: 'how many findings' },
    ],
  },
  runCheck,
);

async function runCheck(context: Context, input: Input<Values>): Promise<Outcome> {
  const format = formatOf(context, input);
  if (input.options.explain === true && (format === 'github' || format === 'sarif'))
    throw new UsageError(`--explain is a table, or JSON with --json, and no ${format}`);
  if (input.options.fix === true && input.arguments.includes('-'))
    throw new UsageError('--fix changes files, and standard input is none');
  const library = openedLibrary(context, input);
  const outcomes: Outcome[] = [];
  const config = configDiagnostics(context, library);
  if (config === null) return 'failed';
  const diagnostics = [...config];
  const fixed: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const leftFiles: LeftFile[] = [];
  const explanations: Explanation[] = [];
  const nameOf = (file: string): string => {
    const shown = shownPath(context, file);
    return file.endsWith('/') ? `${shown.replace(/\/$/, '') || '.'}/` : shown;
  };
  const files: string[] = [];
  const say = (file: string, remaining: readonly Diagnostic[], text: string): void => {
    files.push(file);
    // Not all at once: there may be more than what a call can take.
    for (const each of remaining) diagnostics.push(each);
    if (remaining.length > 0 && format === 'pretty') sources.set(file, text);
  };
  if (input.arguments.length > 0 || input.options.fix === true || input.options.explain === true)
    for await (const loaded of referredReviews(context, library, input.arguments, outcomes)) {
      if (input.options.explain === true) {
        const { explain } = await import('../output/explained.ts');
        for (const one of allOf(loaded)) explanations.push(explain(context, library, one, true));
      }
      const result =
        input.options.fix === true
          ? fixLoaded(context, library, loaded)
          : { ...checkLoaded(context, library, loaded), ...untouched };
      outcomes.push(result.outcome);
      if (result.left !== null) {
        leftFiles.push({ name: nameOf(loaded.file), left: result.left });
        outcomes.push(outcomeOfLeft(result.left, input.arguments.length > 0));
      }
      for (const each of result.fixed) fixed.push(each);
      say(loaded.file, result.remaining, result.text);
    }
  else
    for await (const { value } of eachTask(context, library, outcomes, 'check', {
      texts: format === 'pretty',
    }))
      say(value.file, value.remaining, value.text);
  if (input.options.explain === true) await writeExplained(context, format, explanations);
  // Programs, and who asks for some files, are told all.
  const isWhole =
    input.options.all === true ||
    input.arguments.length > 0 ||
    files.length === 1 ||
    !forPeople.has(format);
  const said = isWhole
    ? diagnostics
    : together(diagnostics, files, (file) => `review check ${nameOf(file)}`);
  if (input.options.explain !== true || format !== 'json')
    await write(context, format, { diagnostics: said, fixed, sources, nameOf });
  context.note(summary(files.length, diagnostics, fixed));
  noteLeftAlone(context, leftFiles);
  const isWrong = diagnostics.some(({ severity }) => severity === 'error');
  return worst([...outcomes, isWrong ? 'errors-found' : 'done']);
}

const forPeople: ReadonlySet<Format> = new Set<Format>(['pretty', 'line']);

const untouched = { fixed: [], outcome: 'done', left: null } as const;

function formatOf({ terminal }: Context, { options: asked }: Input<Values>): Format {
  const { format, json } = asked;
  if (json === true && format !== undefined && format !== 'json')
    throw new UsageError(`one format at a time, not json and ${format}`);
  if (json === true) return 'json';
  return format ?? (terminal.interactive ? 'pretty' : 'line');
}

/** As JSON, they are all that is written. */
async function writeExplained(
  context: Context,
  format: Format,
  explanations: readonly Explanation[],
): Promise<void> {
  const { explanationJson, explanationPage } = await import('../output/explained.ts');
  context.write(
    format === 'json'
      ? explanationJson(explanations)
      : joinVisible([await explanationPage(context, explanations), visibleWords`\n`], ''),
  );
}

async function write(context: Context, format: Format, findings: Findings): Promise<void> {
  context.write(await reportText(context, format, findings));
}

async function reportText(
  context: Context,
  format: Format,
  findings: Findings,
): Promise<VisibleText> {
  switch (format) {
    case 'json':
      return diagnosticsJson(findings);
    case 'sarif':
      return jsonText((await import('../../reports/sarif.ts')).sarifLog(findings));
    case 'github':
      return visibleText((await import('../../reports/github.ts')).githubReport(findings));
    case 'line':
      return visibleText((await import('../../reports/line.ts')).lineReport(findings));
    case 'pretty': {
      const { prettyLines } = await import('../../reports/pretty.ts');
      const { columns } = context.terminal;
      const lines = prettyLines(findings, columns === 0 ? Number.POSITIVE_INFINITY : columns);
      return lines.length === 0 ? visibleWords`` : painted(context, lines);
    }
  }
}

async function diagnosticsJson({ diagnostics, fixed }: Findings): Promise<VisibleText> {
  const { reportedDiagnostic } = await import('../../shapes/diagnostic-shape.ts');
  const all = [...fixed.map((each) => ({ ...each, fixed: true })), ...diagnostics];
  return jsonText(all.map((each) => arrange(reportedDiagnostic, each)));
}

function summary(
  files: number,
  diagnostics: readonly Diagnostic[],
  fixed: readonly Diagnostic[],
): string {
  const count = (wanted: Severity): number =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const parts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')];
  const notes = count('info');
  if (notes > 0) parts.push(counted(notes, 'note'));
  if (fixed.length > 0) parts.push(`${fixed.length} fixed`);
  return `${counted(files, 'file')}: ${parts.join(', ')}`;
}
