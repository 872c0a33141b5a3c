// Serves the release build from dist/ with the headers that a host should send.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** The headers of xtask/headers.txt, which `cargo xtask serve` sends too. */
async function policy() {
  const lines = (await readFile(join(root, 'xtask/headers.txt'), 'utf8')).trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2)));
}

/** As a host that packs ahead of time would send it. */
const pack = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Starts on a free port; gives the origin and a function that stops it. `packed`: answers are packed with brotli. */
export async function serve({ packed = false } = {}) {
  const headers = await policy();
  const answers = new Map();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(dist, path.endsWith(sep) ? join(path, 'index.html') : path);
    try {
      if (!packed || !answers.has(file)) answers.set(file, packed ? pack(await readFile(file)) : await readFile(file));
      const encoding = packed ? { 'Content-Encoding': 'br' } : {};
      response.writeHead(200, { ...headers, ...encoding, 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(answers.get(file));
    } catch {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' });
      response.end('There is no such file.\n');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
}
