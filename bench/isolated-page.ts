import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer';
import { ensureChromium } from '../tools/browser/find-chromium';
import { serveLocally, type LocalServer } from '../tools/local-server';

export interface IsolatedPage {
  /** Such as "Chrome/140.0.7339.0". */
  readonly browser: string;
  /** Sends one message to a new worker that runs a bundled script, and resolves to its answer. */
  askWorker<Request, Answer>(script: string, request: Request): Promise<Answer>;
  /** Sends one message to the function "answer" of a bundled script that runs in the page itself, and resolves to its answer. */
  askPage<Request, Answer>(script: string, request: Request): Promise<Answer>;
  /** Starts a worker that answers many messages, one at a time. */
  startWorker<Request, Answer>(script: string): Promise<PageWorker<Request, Answer>>;
  close(): Promise<void>;
}

interface PageAnswers {
  answer(request: unknown): Promise<unknown>;
}

interface PageWorker<Request, Answer> {
  ask(request: Request): Promise<Answer>;
  end(): Promise<void>;
}

export interface IsolatedPageOptions {
  isolated?: boolean;
  /** More command-line switches for the browser. */
  switches?: string[];
}

/** Work in a page may take this long. */
const PATIENCE_MILLISECONDS = 3_600_000;

const EMPTY_PAGE = '<!doctype html><title>Kernels</title>';
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Bundles scripts, by name, for `openIsolatedPage`. */
export async function bundleScripts(entryPoints: Record<string, string>, directory: string): Promise<void> {
  await build({ entryPoints, bundle: true, format: 'iife', outdir: directory });
}

/** A browser with an empty page; shared memory, so threads, need it to be cross-origin isolated. Serves the files of directories. */
export async function openIsolatedPage(
  directories: readonly string[],
  { isolated = true, switches = [] }: IsolatedPageOptions = {},
): Promise<IsolatedPage> {
  const server = await serve(directories, isolated);
  const browser = await puppeteer.launch({
    executablePath: await ensureChromium(() => undefined),
    args: ['--no-sandbox', ...switches],
    protocolTimeout: PATIENCE_MILLISECONDS,
  });
  const page = await browser.newPage();
  await page.goto(`${server.url}/index.html`);
  const startWorker: IsolatedPage['startWorker'] = async (script) => {
    const worker = await page.evaluateHandle((name) => new Worker(`/${name}`), script);
    return {
      ask: (request) => page.evaluate(askInPage, worker, request) as Promise<never>,
      end: async () => {
        await worker.evaluate((ending) => ending.terminate());
        await worker.dispose();
      },
    };
  };
  return {
    browser: await browser.version(),
    startWorker,
    askWorker: async (script, request) => {
      const worker = await startWorker(script);
      try {
        return (await worker.ask(request)) as never;
      } finally {
        await worker.end();
      }
    },
    askPage: async (script, request) => {
      const loaded = await page.$(`script[src="/${script}"]`);
      if (!loaded) await page.addScriptTag({ url: `/${script}` });
      await loaded?.dispose();
      return page.evaluate((message) => (globalThis as unknown as PageAnswers).answer(message), request) as Promise<never>;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page. */
function askInPage(worker: Worker, request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'A worker could not start.'));
    worker.postMessage(request);
  });
}

function serve(directories: readonly string[], isolated: boolean): Promise<LocalServer> {
  return serveLocally(
    async (pathname) => {
      const name = path.posix.normalize(pathname).slice(1);
      return name === 'index.html' ? EMPTY_PAGE : readFirst(directories, name);
    },
    isolated ? ISOLATED : {},
  );
}

function readFirst(directories: readonly string[], name: string): Promise<Buffer> {
  return Promise.any(directories.map((directory) => readFile(path.join(directory, name))));
}
