import { readConfig } from '../../library/config/read-config.ts';
import { countsOf } from '../../library/infer/count.ts';
import type { Suggestion } from '../../library/infer/suggest.ts';
import { createLibrary, type Library } from '../../library/library.ts';
import { configName, type LibraryPlace } from '../../library/locate.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { counted } from '../../text/counted.ts';
import type { Context } from '../command.ts';
import { checkLoaded } from '../opening/check-files.ts';
import { eachFile } from '../opening/each-review.ts';

/** A warning that so many files have is their way of writing, or of keeping pictures elsewhere. */
const mostFiles = 0.25;

/** What `check` would say of files that are in order, each with a rule that turns it off. */
export function rulesFor(context: Context, place: LibraryPlace, text: string): Suggestion[] {
  const { config } = readConfig(text, configName);
  const library = createLibrary({ ...place, config: null }, config);
  const { files, byCode } = checked({ ...context, note: () => undefined }, library);
  return [...byCode].flatMap(([code, { severity, count }]): Suggestion[] => {
    const isWanted = severity === 'info' || (severity === 'warning' && count >= files * mostFiles);
    const evidence = `said of ${count} of ${counted(files, 'file')}`;
    return isWanted ? [{ key: 'rules', name: code, value: 'off', evidence }] : [];
  });
}

function checked(context: Context, library: Library) {
  const byCode = new Map<Diagnostic['code'], { severity: Diagnostic['severity']; count: number }>();
  let files = 0;
  for (const loaded of eachFile(context, library, [], { doing: 'checking' })) {
    files++;
    const { remaining } = checkLoaded(context, library, loaded);
    for (const [code] of countsOf(remaining.map((each) => each.code))) {
      const severity = remaining.find((each) => each.code === code)?.severity ?? 'info';
      byCode.set(code, { severity, count: (byCode.get(code)?.count ?? 0) + 1 });
    }
  }
  return { files, byCode };
}
