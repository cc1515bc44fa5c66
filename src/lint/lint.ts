import type { Diagnostic } from '../model/diagnostic.ts';
import { createLocator } from '../model/position.ts';
import type { RuleSettings } from '../model/settings.ts';
import { inSourceOrder } from '../readers/diagnostics-order.ts';
import type { ReadReview } from '../readers/formats.ts';
import { withFix } from './mending/reader-fixes.ts';
import { rules } from './rules.ts';
import type { Subject } from './subject.ts';

export interface LintSettings {
  /** Severities that a library's configuration changes; `off` leaves a code out. */
  readonly rules?: RuleSettings;
  readonly spellings?: Subject['spellings'];
  /** The share of the folder's files that have a key, 0..1: what most of them have is no slip. */
  readonly shareOf?: (key: string) => number | null;
  /** Whether a path, relative to the review's folder, is a file. Without it, missing images are not reported. */
  readonly fileExists?: (path: string) => boolean;
}

/** Codes that say that the reader made nothing of the keys or the file: what else is missing then is no news. */
const hopeless: ReadonlySet<string> = new Set([
  'file-too-large',
  'front-matter-unclosed',
  'toml-syntax',
  'front-matter-too-large',
  'json-syntax',
  'json-shape',
  'not-a-mapping',
]);

/**
 * All there is to say of a review that was read: what its reader found and what the rules find, in the order of the source,
 * with the severities of the configuration and with fixes where they are safe. Ranges are in `read.source`.
 */
export function lint(read: ReadReview, settings: LintSettings = {}): Diagnostic[] {
  const subject: Subject = {
    ...read,
    locator: createLocator(read.source),
    spellings: settings.spellings,
    shareOf: settings.shareOf ?? null,
    fileExists: settings.fileExists ?? null,
  };
  const fromReader = read.diagnostics.map((diagnostic) => withFix(subject, diagnostic));
  // Fixes are written as YAML, which would break keys in another notation.
  const isMendable = ({ range }: Diagnostic): boolean =>
    read.notation === undefined ||
    (read.bodyStart !== undefined && (range?.start.offset ?? 0) >= read.bodyStart);
  const isHopeless =
    read.diagnostics.some(({ code }) => hopeless.has(code)) ||
    (read.keys === undefined && read.diagnostics.some(({ code }) => code === 'yaml-syntax'));
  const fromRules = isHopeless ? [] : rules.flatMap((rule) => [...rule(subject)]);
  return inSourceOrder([...fromReader, ...fromRules]).flatMap((diagnostic) => {
    const severity = settings.rules?.[diagnostic.code];
    if (severity === 'off') return [];
    const { fix, ...rest } = diagnostic;
    const kept = fix === undefined || isMendable(diagnostic) ? diagnostic : rest;
    return [severity === undefined ? kept : { ...kept, severity }];
  });
}
