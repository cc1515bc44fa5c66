import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

/** What Chromium is called where it is installed. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** No name is resolved, so that nothing leaves the machine; the rest makes it start fast and anywhere. */
const flags = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of Chromium: `CHROMIUM` of the environment, else the first of its usual names on the path. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tests in a real browser, which is started once for all of them. Without one they are skipped, and say so;
 * where `CI` is set that is a fault.
 */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    const missing = `${name}: no Chromium is installed (CHROMIUM names one), so this is not tested`;
    test.skipIf(!process.env.CI)(missing, () => {
      throw new Error(missing);
    });
    if (!process.env.CI) console.warn(`skipped: ${missing}`);
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: flags });
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
    });
    tests(() => browser as Browser);
  });
}
