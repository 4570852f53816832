import { join } from 'node:path';
import type { HeadlessResult } from '../../src/headless';
import type { RunningExtension } from '../browser/launch-extension';
import type { Item } from './contents';
import { ensureFolder, isFile, readPicture, writeWhole } from './files';
import { inputName, type Order } from './order';
import { say } from './printable';
import { createProgressBar } from './progress-bar';
import { differenceFrom } from './recipe';
import { hashPicturesHeadless, stylizeHeadless } from './stylize-headless';

/** Says what is left out; a picture whose output is there is finished, because outputs are written whole and last. */
export async function itemsToDo({ items, leftOut, skipFinished }: Order): Promise<Item[]> {
  for (const path of leftOut) say(`${path}: left out, its format can't be read; save it as PNG, JPEG or WebP.`);
  if (!skipFinished) return items;
  const isFinished = await Promise.all(items.map(({ output }) => isFile(output)));
  const left = items.filter((_, i) => !isFinished[i]);
  if (left.length < items.length) say(`${items.length - left.length} of ${items.length} pictures are there already and are skipped.`);
  return left;
}

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
      say(`${item.content}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}

async function runItem(extension: RunningExtension, order: Order, { content, output, report }: Item): Promise<void> {
  const request = { ...order.request, content: (await readPicture('content', content)).toString('base64') };
  if (order.recipe) {
    const difference = differenceFrom(order.recipe.pictures, await hashPicturesHeadless(extension, request));
    if (difference) say(`${content}: ${difference}`);
  }
  const result = await stylizeHeadless(extension, request, order.progress ? createProgressBar() : undefined);
  if (order.writeInputs) await writeInputs(order.writeInputs, result.inputs);
  if (report) await writeWhole(report, `${JSON.stringify(result.report, null, 1)}\n`);
  await writeWhole(output, Buffer.from(result.image, 'base64'));
}

async function writeInputs(folder: string, inputs: HeadlessResult['inputs']): Promise<void> {
  await ensureFolder(folder);
  await writeWhole(join(folder, inputName(null)), Buffer.from(inputs.content, 'base64'));
  for (const [i, style] of inputs.styles.entries()) {
    await writeWhole(join(folder, inputName(i)), Buffer.from(style, 'base64'));
  }
}
