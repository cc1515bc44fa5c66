import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one block of a page stands, in whole CSS pixels; `null` is one that is not shown. */
export type Placed = readonly [name: string, box: readonly [left: number, width: number] | null];

/** A page at a width: how far it is wider than that, and its blocks in their order. */
export interface Measured {
  readonly page: number;
  readonly width: number;
  readonly over: number;
  readonly blocks: readonly Placed[];
}

const blocks =
  'header, main, article, section, nav, aside, footer, h1, h2, h3, .rating, .points, .scores, figure, table, pre, blockquote, summary';

/** Runs within the browser: opens each page in a frame of each width, and sends what it sees. */
const script = (count: number, widths: readonly number[]): string => `
const measured = [];
const load = (page, width) => new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.scrolling = 'no';
  frame.style = 'border:0;height:800px;width:' + width + 'px';
  frame.onload = () => {
    const { documentElement } = frame.contentDocument;
    const { getComputedStyle } = frame.contentWindow;
    measured.push({
      page,
      width,
      over: documentElement.scrollWidth - documentElement.clientWidth,
      blocks: Array.from(frame.contentDocument.querySelectorAll('${blocks}'), (each) => {
        const box = each.getBoundingClientRect();
        const isShown = getComputedStyle(each).display !== 'none' && box.width > 0;
        return [each.tagName.toLowerCase() + '.' + each.className, isShown ? [Math.round(box.left), Math.round(box.width)] : null];
      }),
    });
    frame.remove();
    done();
  };
  frame.src = '/' + page;
  document.body.append(frame);
});
(async () => {
  for (let page = 0; page < ${count}; page++) for (const width of ${JSON.stringify(widths)}) await load(page, width);
  await fetch('/measured', { method: 'POST', body: JSON.stringify(measured) });
})();`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

/** What a browser, started by `command` with an address behind `args`, makes of pages at some widths. The folder of its profile is behind `profile`. */
export async function measure(
  command: string,
  args: readonly string[],
  profile: string,
  pages: readonly string[],
  widths: readonly number[],
): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'review-browser-'));
  const { promise, resolve, reject } = withResolvers<readonly Measured[]>();
  const server = createServer(async (request, response) => {
    const html = (text: string) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
    if (request.method === 'POST') {
      const text = await bodyOf(request);
      response.end();
      resolve(JSON.parse(text) as readonly Measured[]);
    } else if (request.url === '/probe')
      html(
        `<!doctype html><body style="margin:0"><script>${script(pages.length, widths)}</script>`,
      );
    else html(pages[Number((request.url ?? '').slice(1))] ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const profiled = profile.endsWith('=') ? [profile + folder] : [profile, folder];
  const browser = spawn(command, [...args, ...profiled, `http://127.0.0.1:${port}/probe`], {
    stdio: 'ignore',
    detached: true,
  });
  browser.on('error', reject);
  browser.on('exit', () => reject(new Error(`${command} ended before it had measured`)));
  try {
    return await promise;
  } finally {
    browser.removeAllListeners('exit');
    const gone = new Promise((done) => browser.once('exit', done));
    if (browser.pid !== undefined && browser.exitCode === null)
      process.kill(-browser.pid, 'SIGKILL');
    await gone;
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
