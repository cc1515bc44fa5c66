import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { previewSlots } from '../../src/preview/page.ts';
import { browserCommand } from '../../src/terminal/browser.ts';
import { review, root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { faultsOf, pageOf } from '../writers/html/html-pages.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request, as it is: no redirect is followed, any host may be named. */
function ask(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(url);
  return askPath(Number(port), pathname + search, method, headers, hostname);
}

function askPath(
  port: number,
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  host = '127.0.0.1',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host, port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('latin1');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const film = (keys = '', text = 'Words.') =>
  `---\nfilm: Heat\nrating: 4/5\n${keys}---\n${text}\n\n## Verdict\n\nGood.\n`;

/** Runs a preview, and `visit` while it serves; what the program said comes back. */
async function previewed(
  line: string,
  cwd: string,
  visit: (url: string) => Promise<void>,
  env: Record<string, string> = {},
) {
  let isVisited = false;
  const ran = await review(`preview ${line}`, {
    cwd,
    env,
    meanwhile: async (stdout) => {
      await visit(stdout.trim());
      isVisited = true;
    },
  });
  expect(isVisited, ran.stderr).toBe(true);
  return ran;
}

describe('what is served', () => {
  test('the page, on 127.0.0.1 and a free port, until the end', async () => {
    const cwd = folderOf({ 'reviews/sub/a b.md': film() });
    let address = '';
    const ran = await previewed('--no-open', cwd, async (url) => {
      address = url;
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sub\/a%20b\.html$/);
      const page = await ask(url);
      expect(page.status).toBe(200);
      expect(page.body).toContain('<h1 class="p-name">Heat</h1>');
      const start = await ask(new URL('/', url).href);
      expect(start).toMatchObject({ status: 302, headers: { location: '/sub/a%20b.html' } });
      const head = await ask(url, 'HEAD');
      expect(head).toMatchObject({ status: 200, body: '' });
      expect(head.headers['content-length']).toBe(page.headers['content-length']);
      expect((await ask(new URL('/other.html', url).href)).status).toBe(404);
    });
    expect(ran).toEqual({
      status: 0,
      stdout: `${address}\n`,
      stderr: 'Ctrl-C ends the preview\n',
    });
    await expect(ask(address)).rejects.toThrow('ECONNREFUSED');
  });

  test('to GET and HEAD of this machine alone', async () => {
    const cwd = folderOf({ 'reviews/a.md': film() });
    await previewed('--no-open', cwd, async (url) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
        expect(await ask(url, method)).toMatchObject({
          status: 405,
          headers: { allow: 'GET, HEAD' },
        });
      const { port } = new URL(url);
      for (const host of [
        'evil.example',
        `evil.example:${port}`,
        '127.0.0.1',
        `127.0.0.1:1`,
        '[::1]',
      ]) {
        const refused = await ask(url, 'GET', { Host: host });
        expect(refused.status, host).toBe(421);
        expect(refused.body).not.toContain('Heat');
        expect((await ask(new URL('/events', url).href, 'GET', { Host: host })).status).toBe(421);
      }
      expect((await ask(url, 'GET', { Host: `localhost:${port}` })).status).toBe(200);
    });
  });

  test('under a policy that knows its own script by its hash', async () => {
    const cwd = folderOf({ 'reviews/a.md': film() });
    await previewed('--no-open', cwd, async (url) => {
      const { headers, body } = await ask(url);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https:; script-src 'sha256-[\w+/]{43}='; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(body).not.toContain('http-equiv="Content-Security-Policy"');
      expect(body.match(/<script>/g)).toHaveLength(1);
    });
  });

  test('pictures of the library, and nothing else of the disk', async () => {
    const cwd = folderOf({
      'reviews/sub/a.md': film('image: own.png\n'),
      'reviews/sub/own.png': 'own picture',
      'reviews/sub/x.svg': '<svg/>',
      'reviews/review.config.yaml': '',
      'secret.png': 'secret',
    });
    symlinkSync(join(cwd, 'secret.png'), join(cwd, 'reviews/link.png'));
    await previewed('--no-open', cwd, async (url) => {
      expect(await ask(new URL('own.png', url).href)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'image/png' },
        body: 'own picture',
      });
      const port = Number(new URL(url).port);
      for (const path of [
        '/../secret.png',
        '/..%2fsecret.png',
        '/%2e%2e/secret.png',
        '/sub/..%2f..%2f..%2fsecret.png',
        '/link.png',
        '/sub/x.svg',
        '/sub/a.md',
        '/review.config.yaml',
        '/%00.png',
        '/%zz',
        '//evil.example/a.png',
        '/etc/passwd',
      ]) {
        const answer = await askPath(port, path);
        expect(answer.status, path).toBe(404);
        expect(answer.body, path).not.toContain('secret');
      }
    });
  });

  test('what check finds, and nothing when it finds nothing', async () => {
    const cwd = folderOf({
      'reviews/a.md': '---\nfilm: <Heat>\nrating: 0xF\n---\nWords.\n\n## Empty <x>\n',
    });
    await previewed('--no-open', cwd, async (url) => {
      const { body } = await ask(url);
      expect(body).toMatch(/<details class="findings" open>[\s\S]*3:9 error: .*rating-unreadable/);
      expect(await faultsOf(body)).toEqual([]);
    });
    const plain = pageOf('## </head> </body>\n\nText.\n', { slots: previewSlots([]) });
    expect(plain).not.toContain('<details class="findings"');
    expect(plain).not.toContain('Content-Security-Policy');
    expect(plain).toMatch(/<\/style>\n<\/head>\n<body>[\s\S]*<\/script>\n<\/body>\n<\/html>\n$/);
  });

  test('spoilers when they are asked for, a file of no library, a section to start at', async () => {
    const cwd = folderOf({ 'x/draft.md': film('', '||SECRET||') });
    await previewed('./x/draft.md#verdict --no-open --spoilers', cwd, async (url) => {
      expect(url).toMatch(/\/draft\.html#verdict$/);
      expect((await ask(url)).body).toMatch(/<span class="spoiler">SECRET/);
    });
  });
});

describe('a change', () => {
  test('of the file tells every open page, and the page is the new one', async () => {
    const cwd = folderOf({ 'reviews/a.md': film() });
    const file = join(cwd, 'reviews/a.md');
    await previewed('--no-open', cwd, async (url) => {
      const events = await fetch(new URL('/events', url));
      expect(events.headers.get('content-type')).toBe('text/event-stream');
      const reader = (events.body as ReadableStream<Uint8Array>).getReader();
      const heard = async (): Promise<string> => {
        const { value } = await reader.read();
        return new TextDecoder().decode(value);
      };
      expect(await heard()).toBe('retry: 500\n\n');
      writeFileSync(file, film('', 'Quite other words.'));
      expect(await heard()).toBe('event: change\ndata: \n\n');
      expect((await ask(url)).body).toContain('Quite other words.');
      rmSync(file);
      expect(await heard()).toBe('event: change\ndata: \n\n');
      const gone = await ask(url);
      expect(gone).toMatchObject({ status: 200, body: expect.stringContaining('No preview') });
      expect(await faultsOf(gone.body)).toEqual([]);
      expect(await ask(new URL('/events', url).href, 'HEAD')).toMatchObject({ status: 200 });
      await reader.cancel();
    });
  });
});

describe('the port', () => {
  test('is the one asked for, or an error when it is taken', async () => {
    const cwd = folderOf({ 'reviews/a.md': film() });
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const taken = await review(`preview --no-open --port ${port}`, { cwd });
    expect(taken).toEqual({
      status: 2,
      stdout: '',
      stderr: `review: port ${port} is in use; leave --port away for a free one\n`,
    });
    other.close();
    await once(other, 'close');
    await previewed(`--no-open --port ${port}`, cwd, async (url) => {
      expect(new URL(url).port).toBe(String(port));
    });
  });

  test.each(['x', '65536', '-1', '1.5'])('%s is none', async (port) => {
    const cwd = folderOf({ 'reviews/a.md': film() });
    const ran = await review(['preview', '--no-open', `--port=${port}`], { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('a port is a number');
  });
});

test.each([
  ['preview -', 2, /standard input cannot be previewed/],
  ['preview nothing', 1, /no review 'nothing'/],
  ['preview a#nothing', 1, /no section 'nothing'/],
])('%s ends at once', async (line, status, message) => {
  const ran = await review(line, { cwd: folderOf({ 'reviews/a.md': film() }) });
  expect(ran).toMatchObject({ status, stdout: '' });
  expect(ran.stderr).toMatch(message);
});

describe('the browser', () => {
  test.runIf(process.platform === 'linux')('is opened, unless told not to', async () => {
    const cwd = folderOf({
      'reviews/a.md': film(),
      'bin/xdg-open': '#!/bin/sh\necho "$1" > "$OUT"\n',
    });
    chmodSync(join(cwd, 'bin/xdg-open'), 0o755);
    const out = join(cwd, 'opened');
    const env = { PATH: `${join(cwd, 'bin')}:/usr/bin:/bin`, OUT: out };
    const wait = async (): Promise<void> => {
      while (!existsSync(out) || readFileSync(out, 'utf8') === '')
        await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const ran = await previewed(
      '',
      cwd,
      async (url) => {
        await wait();
        expect(readFileSync(out, 'utf8')).toBe(`${url}\n`);
      },
      env,
    );
    expect(ran.stderr).toBe('Ctrl-C ends the preview\n');
  });

  test.runIf(process.platform === 'linux')('that is missing is said, and no more', async () => {
    const cwd = folderOf({ 'reviews/a.md': film(), 'bin/x': '' });
    mkdirSync(join(cwd, 'none'));
    const ran = await previewed('', cwd, async () => undefined, { PATH: join(cwd, 'none') });
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stderr).toMatch(
      /no browser opened \(xdg-open: .*ENOENT\); open the address yourself/,
    );
  });

  test('has one program a system, and no shell', () => {
    expect(browserCommand('darwin', 'u')).toEqual(['open', 'u']);
    expect(browserCommand('win32', 'u')).toEqual(['rundll32', 'url.dll,FileProtocolHandler', 'u']);
    expect(browserCommand('freebsd', 'u')).toEqual(['xdg-open', 'u']);
  });
});

describe('the program itself', () => {
  async function started(): Promise<{ child: ChildProcess; url: string }> {
    const args = [join(root, 'bin/review.js'), 'preview', 'ballerina', '--no-open'];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    return { child, url: chunk.toString().trim() };
  }

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it cleanly, with pages open',
    async (signal) => {
      const { child, url } = await started();
      const events = await fetch(new URL('/events', url));
      expect(events.status).toBe(200);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      await events.body?.cancel().catch(() => undefined);
    },
  );
});
