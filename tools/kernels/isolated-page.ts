import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../browser/find-chromium';

export interface IsolatedPage {
  /** Sends one message to a new worker that runs a bundled script, and resolves to its answer. */
  askWorker<Request, Answer>(script: string, request: Request): Promise<Answer>;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Bundles scripts, by name, for `openIsolatedPage`. */
export async function bundleScripts(entryPoints: Record<string, string>, directory: string): Promise<void> {
  await build({ entryPoints, bundle: true, format: 'iife', outdir: directory });
}

/** A browser with an empty page; shared memory, so threads, need it to be cross-origin isolated. Serves the files of directories. */
export async function openIsolatedPage(directories: readonly string[], { isolated = true } = {}): Promise<IsolatedPage> {
  const server = await serve(directories, isolated);
  const browser = await puppeteer.launch({ executablePath: await ensureChromium(() => undefined), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/index.html`);
  return {
    askWorker: (script, request) => page.evaluate(askInPage, script, request) as Promise<never>,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page. */
function askInPage(script: string, request: unknown): Promise<unknown> {
  const worker = new Worker(`/${script}`);
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(request);
  });
  return answer.finally(() => worker.terminate());
}

function serve(directories: readonly string[], isolated: boolean): Promise<Server> {
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '');
    const headers = { 'Content-Type': TYPES[path.extname(name)] ?? 'text/plain', ...(isolated ? ISOLATED : {}) };
    const contents = name === 'index.html' ? Promise.resolve('<!doctype html><title>Kernels</title>') : readFirst(directories, name);
    contents.then(
      (body) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, () => resolve(server)));
}

function readFirst(directories: readonly string[], name: string): Promise<Buffer> {
  return Promise.any(directories.map((directory) => readFile(path.join(directory, name))));
}
