import { counted } from '../../text/counted.ts';
import { joinVisible, type VisibleText, visibleWords } from '../../text/visible-text.ts';
import { type Action, actions, type ImportedEntry, type ImportReport } from './import-shape.ts';

/** The report as lines: what a person has to look at, then the sum. */
export function reportText(report: ImportReport, title: string): VisibleText {
  const lines = report.files.flatMap((file) => entryLines(file, title));
  const { rows, read } = report;
  const sum = actions
    .filter((action) => report[action] > 0 || action === 'new')
    .map((action) => `${report[action]} ${words[action]}`);
  const gone = report.gone === 0 ? '' : `; ${report.gone} gone there, and left here`;
  const dry = report.dryRun ? ' (dry run: nothing was written)' : '';
  const last = `${title}: ${read} read (${counted(rows, 'row')}): ${sum.join(', ')}${gone}${dry}`;
  return joinVisible([...lines, visibleWords`${last}`, visibleWords``], '\n');
}

const words: Readonly<Record<Action, string>> = {
  new: 'new',
  same: 'same',
  changed: 'changed',
  merged: 'merged',
  left: 'left (edited)',
  broken: 'broken',
  passed: 'passed over',
};

function entryLines({ action, path, differences }: ImportedEntry, title: string): VisibleText[] {
  if (action === 'gone') return [visibleWords`${path}: not at ${title} any more; it stays`];
  if (action === 'changed') return [visibleWords`${path}: changed`];
  if (action !== 'left' && action !== 'merged') return [];
  const what =
    action === 'left'
      ? `edited here, changed at ${title}; left as it is`
      : `gained what it lacked of ${title}`;
  return [
    visibleWords`${path}: ${what}`,
    ...differences.map(
      ({ field, here, there }) =>
        visibleWords`  ${field}: ${here ?? 'nothing'} here, ${there} there`,
    ),
  ];
}
