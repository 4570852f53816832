import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lookup } from 'mrmime';

export interface LocalServer {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

type Content = Uint8Array | string;

/**
 * Serves pages to browsers on this machine alone. `contentOf` gives what lies at a path such as `/panel/panel.html`; where it
 * rejects there is nothing. Types follow from the path's ending, and nothing is kept by the browser.
 */
export async function serveLocally(
  contentOf: (path: string) => Promise<Content>,
  headers: Readonly<Record<string, string>> = {},
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    contentOf(path).then(
      (content) => response.writeHead(200, { 'content-type': typeOf(path), 'cache-control': 'no-store', ...headers }).end(content),
      (error: Error) => response.writeHead(404, { 'content-type': 'text/plain' }).end(error.message),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function typeOf(path: string): string {
  const type = lookup(path.endsWith('/') ? 'index.html' : path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
