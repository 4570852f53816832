import { join } from 'node:path';
import type { HeadlessResult } from '../../src/headless';
import type { RunningExtension } from '../browser/launch-extension';
import type { Item } from './contents';
import { ensureFolder, readPicture, writeWhole } from './files';
import type { Order } from './order';
import { createProgressBar } from './progress-bar';
import { differenceFrom } from './recipe';
import { hashPicturesHeadless, stylizeHeadless } from './stylize-headless';

/** Stylises one picture after the other; in a batch a failure is told and does not stop the rest. Returns how many failed. */
export async function runOrder(extension: RunningExtension, order: Order): Promise<number> {
  if (order.folder === null) {
    await runItem(extension, order, order.items[0]);
    return 0;
  }
  await ensureFolder(order.folder);
  let failed = 0;
  for (const item of order.items) {
    try {
      await runItem(extension, order, item);
    } catch (error) {
      failed += 1;
      console.error(`${item.content}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}

async function runItem(extension: RunningExtension, order: Order, { content, output, report }: Item): Promise<void> {
  const request = { ...order.request, content: (await readPicture('content', content)).toString('base64') };
  if (order.recipe) {
    const difference = differenceFrom(order.recipe.pictures, await hashPicturesHeadless(extension, request));
    if (difference) console.error(`${content}: ${difference}`);
  }
  const result = await stylizeHeadless(extension, request, order.progress ? createProgressBar() : undefined);
  if (order.writeInputs) await writeInputs(order.writeInputs, result.inputs);
  if (report) await writeWhole(report, `${JSON.stringify(result.report, null, 1)}\n`);
  await writeWhole(output, Buffer.from(result.image, 'base64'));
}

async function writeInputs(folder: string, inputs: HeadlessResult['inputs']): Promise<void> {
  await ensureFolder(folder);
  await writeWhole(join(folder, 'content.png'), Buffer.from(inputs.content, 'base64'));
  for (const [i, style] of inputs.styles.entries()) {
    await writeWhole(join(folder, i === 0 ? 'style.png' : `style-${i + 1}.png`), Buffer.from(style, 'base64'));
  }
}
