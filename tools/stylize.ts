/** `npm run --silent stylize -- --content c.png --style s.png --output g.png`: the extension's own job, without an editor. */
import { ensureBuilt } from './build/ensure-built';
import { launchExtension } from './browser/launch-extension';
import { helpText } from './cli/help';
import { readOrder } from './cli/order';
import { isPreviewOrder, runPreviewOrder } from './cli/preview';
import { say } from './cli/printable';
import { itemsToDo, runOrder } from './cli/run-order';

/** Exit status: 0 all went well, 1 some pictures of a batch failed, 2 nothing could be done. */
async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(helpText());
  if (isPreviewOrder(process.argv)) return runPreviewOrder(process.argv.slice(2));
  const order = await readOrder(process.argv.slice(2));
  const items = await itemsToDo(order);
  if (items.length === 0) return;
  await ensureBuilt();
  const extension = await launchExtension({ headless: true, tell: say, switches: switchesFor(order.request.engine) });
  try {
    if ((await runOrder(extension, { ...order, items })) > 0) process.exitCode = 1;
  } finally {
    await extension.close();
  }
}

/** Chromium on Linux keeps WebGPU behind a switch; without it a software device would be timed wherever the engine is chosen. */
function switchesFor(engine: string): string[] {
  return engine.endsWith('webgpu') ? ['--enable-unsafe-webgpu'] : [];
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
