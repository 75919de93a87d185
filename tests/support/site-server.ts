import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** A folder, or pages by path (`{ '/a.html': '<!doctype html>…' }`); one that is promised is answered when it is there. */
export type SiteContent = string | Readonly<Record<string, string | Promise<string>>>;

export interface SiteOptions {
  /** Pages that may not be stored are not kept alive when they are left either. */
  readonly cacheControl?: string;
}

export interface SiteServer {
  readonly port: number;
  /** Address of a path on any host that resolves to this machine. */
  url(host: string, path?: string): string;
  /** Paths asked for so far, in order. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

function pathOf(url: string | undefined): string {
  const path = decodeURIComponent(new URL(url ?? '/', 'http://site.test').pathname);
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function readContent(content: SiteContent, path: string): Promise<Buffer | string | undefined> {
  if (typeof content !== 'string') return content[path] ?? content[path.replace(/index\.html$/, '')];
  return readFile(join(content, normalize(path))).catch(() => undefined);
}

/** Serves a site on a free loopback port, whatever the host name it is asked by. */
export async function serveSite(
  content: SiteContent,
  { cacheControl = 'no-store' }: SiteOptions = {},
): Promise<SiteServer> {
  const requested: string[] = [];
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url);
    requested.push(path);
    const body = await readContent(content, path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': type,
      'cache-control': cacheControl,
    });
    response.end(body ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    requested,
    url: (host, path = '/') => `http://${host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
