import { buildSync } from 'esbuild';
import { Worker } from 'node:worker_threads';
import type { Thread } from '../../src/nst/engines/wasm/thread-team';

/** What a browser's worker offers its script, made of what Node offers. */
const WORKER_SCOPE = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

let script: string | null = null;

/** A helper thread of the WebAssembly engine on Node. */
export function createNodeThread(): Thread {
  script ??= WORKER_SCOPE + bundled('src/nst/engines/wasm/thread.ts');
  const worker = new Worker(script, { eval: true });
  const thread: Thread = {
    postMessage: (message: unknown) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  const listener = thread as unknown as {
    onmessage: ((event: { data: unknown }) => void) | null;
    onerror: ((event: unknown) => void) | null;
  };
  worker.on('message', (data) => listener.onmessage?.({ data }));
  worker.on('error', (error) => listener.onerror?.({ message: String(error), preventDefault: () => undefined }));
  return thread;
}

function bundled(entry: string): string {
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2022' });
  return outputFiles[0].text;
}
