import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

/** What browsers are called where they are installed, and which variable of the environment names another. */
const known = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'] },
} as const;

/** No name is resolved, so that nothing leaves the machine; the rest makes it start fast and anywhere. */
export const flags = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a browser: what its variable names, else the first of its usual names on the path. */
export function findBrowser(browser: keyof typeof known): string | undefined {
  const { variable, names } = known[browser];
  const named = process.env[variable];
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

/** A test that is left out, and says so, because a browser is not installed; where `CI` is set that is a fault. */
export function testMissing(name: string, browser: keyof typeof known): void {
  const missing = `${name}: no ${browser} is installed (${known[browser].variable} names one), so this is not tested`;
  test.skipIf(!process.env.CI)(missing, () => {
    throw new Error(missing);
  });
  if (!process.env.CI) console.warn(`skipped: ${missing}`);
}

/** Tests in Chromium, which is started once for all of them. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) {
    testMissing(name, 'chromium');
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
