import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a preview serves. Everything is asked for anew with each request. */
export interface PreviewContent {
  /** A page by its path, as HTML, and the Content-Security-Policy it is to be shown under; null where there is none. */
  readonly page: (
    path: string,
  ) => Promise<{ readonly html: string; readonly policy: string } | null>;
  /** Where the first page lies, with `/` between folders: pictures are found from there. */
  readonly path: string;
  /** A picture by its path, or null for what is none. */
  readonly picture: (
    path: string,
  ) => { readonly bytes: Uint8Array; readonly mediaType: string } | null;
}

export interface PreviewServer {
  readonly port: number;
  /** The page's address. */
  readonly url: string;
  /** Tells every page that is open to load itself again. */
  readonly changed: () => void;
  /** Ends every connection and the server. */
  readonly close: () => Promise<void>;
}

/** Reachable from this machine alone. */
const host = '127.0.0.1';
/** Where pages hear of changes. */
export const eventsPath = '/events';

/**
 * Serves a page on 127.0.0.1, to GET and HEAD alone, and only where the request names this machine as its host: a web page whose
 * name was pointed here gets nothing. Port 0 takes a free one. Rejects with the system's error when the port cannot be had.
 */
export async function startPreview(content: PreviewContent, port: number): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, content, listeners).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', `The page could not be made: ${String(error)}\n`);
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://${host}:${taken}${pagePath(content)}`,
    changed: () => {
      for (const response of listeners) response.write('event: change\ndata: \n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  content: PreviewContent,
  listeners: Set<ServerResponse>,
): Promise<void> {
  if (!isForUs(request)) return send(response, 421, 'text/plain', 'Not this host.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'text/plain', 'Only GET and HEAD.\n');
  }
  const path = pathOf(request);
  if (path === '/') {
    response.setHeader('Location', pagePath(content));
    return send(response, 302, 'text/plain', '');
  }
  if (path === eventsPath) return subscribe(request, response, listeners);
  const page = path === null ? null : await content.page(path.slice(1));
  if (page !== null) {
    response.setHeader('Content-Security-Policy', page.policy);
    return send(response, 200, 'text/html; charset=utf-8', page.html);
  }
  const picture = path === null ? null : content.picture(path.slice(1));
  if (picture === null) return send(response, 404, 'text/plain', 'There is no such file.\n');
  send(response, 200, picture.mediaType, picture.bytes);
}

function isForUs({ headers, socket }: IncomingMessage): boolean {
  const names = [host, 'localhost'].map((name) => `${name}:${socket.localPort}`);
  return names.includes(headers.host?.toLowerCase() ?? '');
}

/** The path that is asked for, decoded, without `..`; null when it is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(url, `http://${host}`).pathname);
  } catch {
    return null;
  }
}

function pagePath({ path }: PreviewContent): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A stream of server-sent events that stays open (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
function subscribe(
  request: IncomingMessage,
  response: ServerResponse,
  listeners: Set<ServerResponse>,
): void {
  setSafeHeaders(response);
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function send(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string | Uint8Array,
): void {
  setSafeHeaders(response);
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  response.writeHead(status, { 'Content-Type': mediaType, 'Content-Length': bytes.length });
  // Node leaves the body of an answer to HEAD out.
  response.end(bytes);
}

/** Nothing is kept, guessed at, or shown within the pages of others. */
function setSafeHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}
