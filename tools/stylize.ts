#!/usr/bin/env node
/** `npm run --silent stylize -- --content c.png --style s.png --output g.png`, or `brushover …` of an installed package: the extension's own job, without an editor. */
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { helpText } from './cli/help';
import { readOrder, type Order } from './cli/order';
import { isPreviewOrder, runPreviewOrder } from './cli/preview';
import type { Painter } from './cli/painter';
import { say } from './cli/printable';
import { paintOrder } from './cli/run-order';
import { extensionPainter } from './cli/stylize-headless';
import { needsOtherEnvironment, spawnWithGpu } from './gpu/open-gpu';

/** Exit status: 0 all went well, 1 some pictures of a batch failed, 2 nothing could be done, 130 or 143 stopped by a signal. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(helpText());
  if (isPreviewOrder(process.argv)) return runPreviewOrder(process.argv.slice(2));
  const order = await readOrder(process.argv.slice(2));
  if (order.runsInNode && needsOtherEnvironment()) return runAgainWithGpu();
  const open = (): Promise<Painter> => (order.runsInNode ? openInNode(order) : openExtension(order));
  const status = await paintOrder(order, open, stopsAtSignals);
  process.exitCode ??= status;
}

async function openExtension({ engine, network }: Order): Promise<Painter> {
  await ensureBuilt();
  const extension = await launchExtension({ headless: true, tell: say, switches: switchesFor(engine), handlesSignals: false });
  return extensionPainter(extension, network.own);
}

/** Loaded only here: the method and its networks are most of the command's code. */
async function openInNode({ network }: Order): Promise<Painter> {
  const { openNodePainter } = await import('./gpu/node-painter');
  return openNodePainter(network.own);
}

/** Drivers are found by the environment that a process starts with. */
async function runAgainWithGpu(): Promise<void> {
  const child = spawnWithGpu(fileURLToPath(import.meta.url), process.argv.slice(2));
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 2)));
}

/** At the first signal the browser is closed, which drops the picture in work; what is finished stays. */
function stopsAtSignals(painter: Painter): AbortSignal {
  const stop = new AbortController();
  for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => {
      say('Stopped: the picture in work is dropped, finished ones are kept; --skip-finished goes on.');
      process.exitCode = status;
      stop.abort();
      void painter.close();
    });
  }
  return stop.signal;
}

/** Chromium on Linux keeps WebGPU behind a switch; without it a software device would be timed wherever the engine is chosen. */
function switchesFor(engine: string): string[] {
  return engine.endsWith('webgpu') ? ['--enable-unsafe-webgpu'] : [];
}

main().catch((error: unknown) => {
  // After a signal whatever was in work fails; the status is the signal's.
  if (process.exitCode !== undefined) return;
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
