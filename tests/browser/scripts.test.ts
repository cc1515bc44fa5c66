import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHtml } from '../../src/writers/html/html.ts';
import naughty from '../fixtures/naughty-strings.json' with { type: 'json' };
import scripts from '../fixtures/script-payloads.json' with { type: 'json' };
import { describeInBrowser } from './browser.ts';
import { bareReview, hostileReview, jsonReview } from './hostile.ts';
import { oddities } from './oddities.ts';

const payloads = [...scripts.map(({ payload }) => payload), ...naughty];

/** The pages that one payload makes: everywhere in a file, as a file, and out of JSON with spoilers open. */
const pagesOf: readonly ((payload: string) => string)[] = [
  (payload) => writeHtml(hostileReview(payload)),
  (payload) => writeHtml(bareReview(payload)),
  (payload) => writeHtml(jsonReview(payload), { spoilers: true }),
];

const plainPage = writeHtml(bareReview('a'));
const policy = '<meta http-equiv="Content-Security-Policy"';

/** Pages in one document: their heads after one another, then their bodies, with the policy of one. Nothing is drawn, which takes most of the time. */
function together(pages: readonly string[]): string {
  const parts = pages.map((page) => {
    const [, head, body] =
      /<head>\n([\s\S]*?)<style>\n[\s\S]*<\/style>\n<\/head>\n<body>\n([\s\S]*)<\/body>/.exec(
        page,
      ) ?? [];
    if (head === undefined || body === undefined) throw new Error('no page');
    return { head: head.replace(/^.*(?:charset|http-equiv|viewport).*\n/gm, ''), body };
  });
  const start = /^[\s\S]*?<title>/.exec(plainPage)?.[0].slice(0, -7);
  const heads = parts.map(({ head }) => head).join('');
  const bodies = parts.map(({ body }) => body).join('');
  return `${start}${heads}<style>main{display:none}</style></head><body>${bodies}</body></html>`;
}

describeInBrowser('pages that try to run something', (browser) => {
  let documents: readonly string[] = [];
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const document = documents[Number(/^\/(\d+)$/.exec(request.url ?? '')?.[1])];
      response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'text/html' });
      response.end(document);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** All that ran in the documents, and all that stands in them and should not. */
  async function found(shown: readonly string[]): Promise<string[]> {
    documents = shown;
    return visit(browser(), origin, shown.length);
  }

  test('what runs is noticed, and what should not be there', async () => {
    const planted: readonly (readonly [html: string, runs: boolean])[] = [
      ['<script>alert(1)</script>', true],
      ['<img src=x onerror=alert(1)>', true],
      ['<svg onload=alert(1)></svg>', true],
      ['<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', true],
      ['<a href="javascript:alert(1)">a</a>', false],
      ['<form action="https://x.example"></form>', false],
      ['<p style="color:red">a</p>', false],
      ['<font>a</font>', false],
    ];
    for (const [html, runs] of planted) {
      const page = together([plainPage, plainPage]).replace('</main>', `${html}</main>`);
      expect([html, await found([page])]).not.toEqual([html, []]);
      const ran = (await found([withoutPolicy(page)])).filter((line) => line.startsWith('ran'));
      expect([html, ran.length > 0]).toEqual([html, runs]);
    }
    expect(await found([together([plainPage, plainPage])])).toEqual([]);
  });

  test.each([
    ['with the policy', (document: string) => document],
    ['without the policy', withoutPolicy],
  ])(
    `nothing runs of ${payloads.length} payloads, %s`,
    { timeout: 300_000 },
    async (_, changed) => {
      expect(payloads.length).toBe(939);
      hostile ??= hostileDocuments();
      expect(await found(hostile.map(changed))).toEqual([]);
    },
  );
});

/** Written once for all tests. */
let hostile: readonly string[] | undefined;

/** Every payload in every place, many pages to a document. */
function hostileDocuments(): string[] {
  const documents: string[] = [];
  for (let from = 0; from < payloads.length; from += 40) {
    const some = payloads.slice(from, from + 40);
    for (const pageOf of pagesOf) documents.push(together(some.map(pageOf)));
  }
  return documents;
}

function withoutPolicy(document: string): string {
  const start = document.indexOf(policy);
  expect(start).toBeGreaterThan(0);
  const stripped = document.slice(0, start) + document.slice(document.indexOf('>', start) + 1);
  expect(stripped).not.toContain(policy);
  return stripped;
}

/** Opens the documents of a site one after the other, each until all is there, and says what ran and what is odd in them. */
async function visit(browser: Browser, origin: string, count: number): Promise<string[]> {
  const page = await browser.newPage();
  const lines: string[] = [];
  page.on('dialog', (dialog) => {
    lines.push(`ran: a dialog says ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => lines.push(`ran: a window opened ${popup.url()}`));
  page.on('worker', (worker) => lines.push(`ran: a worker ${worker.url()}`));
  const debug = await page.context().newCDPSession(page);
  // Whatever V8 compiles for a page's own world is reported, be it a script, an attribute or an address.
  debug.on('Debugger.scriptParsed', ({ url, executionContextAuxData, length }) => {
    const world = executionContextAuxData as { readonly isDefault?: boolean } | undefined;
    if (world?.isDefault === true) lines.push(`ran: a script of ${length} units in ${url}`);
  });
  await debug.send('Debugger.enable');
  for (let at = 0; at < count; at++) {
    const address = `${origin}/${at}`;
    await page.goto(address, { waitUntil: 'load' });
    lines.push(...(await oddOnes(debug)));
    for (const frame of page.frames())
      if (frame.url() !== address) lines.push(`odd: a frame of ${frame.url()}`);
  }
  await page.close();
  return lines;
}

/** Looks at the page from a world of its own, so that what looks is not taken for what is looked for. */
async function oddOnes(debug: CDPSession): Promise<string[]> {
  const { frameTree } = await debug.send('Page.getFrameTree');
  const { executionContextId: contextId } = await debug.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `(${oddities})()`;
  const { result } = await debug.send('Runtime.evaluate', {
    expression,
    contextId,
    returnByValue: true,
  });
  return result.value;
}
