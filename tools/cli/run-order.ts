import { join, parse } from 'node:path';
import type { HeadlessResult } from '../../src/headless';
import { severalIn } from '../../src/picture-files/several';
import type { Item } from './contents';
import { isLayeredName, openLayer, pngOfLayer, withResult } from './layer-order';
import { ensureFolder, isFile, readPicture, writeWhole } from './files';
import { inputName, type Order } from './order';
import type { ContentlessRequest } from './requests';
import { say } from './printable';
import type { Painter } from './painter';
import { encodeOutput } from './output/encode-output';
import { createProgressBar } from './progress-bar';
import { differenceFrom } from './recipe';
import { writeSummary, type Outcome } from './summary';

/**
 * Makes the pictures of an order, and opens a painter only where one is left to make. Answers with the exit status: 0 all went
 * well, 1 some pictures of a batch failed. Once the signal of `stopping` is aborted the rest is left.
 */
export async function paintOrder(order: Order, open: () => Promise<Painter>, stopping: (painter: Painter) => AbortSignal): Promise<0 | 1> {
  const outcomes = await outcomesBefore(order);
  if (!outcomes.some(({ state }) => state === 'left')) {
    await writeSummary(order.summary, outcomes);
    return 0;
  }
  const painter = await open();
  try {
    await runOrder(painter, order, outcomes, stopping(painter));
  } finally {
    await painter.close();
  }
  return outcomes.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** Says what is left out; a picture whose output is there is finished, because outputs are written whole and last. */
async function outcomesBefore({ items, leftOut, skipFinished }: Order): Promise<Outcome[]> {
  for (const path of leftOut) {
    if (isLayeredName(path)) say(`${path}: left out, it has layers; name it alone as --content, with --layer.`);
    else say(`${path}: left out, its format can't be read; save it as PNG, JPEG or WebP.`);
  }
  const isFinished = await Promise.all(items.map(async ({ output }) => skipFinished && (await isFile(output))));
  const finished = isFinished.filter(Boolean).length;
  if (finished > 0) say(`${finished} of ${items.length} pictures are there already and are skipped.`);
  return items.map(({ content, output }, i) => ({
    content,
    output,
    state: isFinished[i] ? 'skipped' : 'left',
    seconds: null,
    message: null,
  }));
}

/**
 * Stylises one picture after the other, and notes in `outcomes` what became of each; in a batch a failure is told and does not
 * stop the rest. Once `stopped` is aborted the picture in work is dropped and the others are left.
 */
async function runOrder(painter: Painter, order: Order, outcomes: Outcome[], stopped: AbortSignal): Promise<void> {
  if (order.folder === null) return runItem(painter, order, order.items[0]);
  await ensureFolder(order.folder);
  for (const [i, item] of order.items.entries()) {
    const outcome = outcomes[i];
    if (outcome.state !== 'left' || stopped.aborted) continue;
    const startedAt = performance.now();
    try {
      await runItem(painter, order, item);
      outcomes[i] = { ...outcome, state: 'done', seconds: (performance.now() - startedAt) / 1e3 };
      if (order.progress) say(`${i + 1} of ${outcomes.length}: ${item.output}, ${outcomes[i].seconds!.toFixed(0)} s`);
    } catch (error) {
      // A browser that was closed fails whatever was in work.
      if (stopped.aborted) break;
      const message = error instanceof Error ? error.message : String(error);
      outcomes[i] = { ...outcome, state: 'failed', message };
      say(`${item.content}: ${message}`);
    }
    await writeSummary(order.summary, outcomes);
  }
  await writeSummary(order.summary, outcomes);
}

async function runItem(painter: Painter, order: Order, item: Item): Promise<void> {
  const { content, output, report } = item;
  const file = await readPicture('content', content);
  const opened = await openLayer(content, file, order.layer);
  const several = severalIn(file);
  if (several) say(`${content}: several ${several}, of which the first is taken.`);
  const picture = opened ? await pngOfLayer(opened) : file;
  const request = { ...(await order.requestFor(item)), content: picture.toString('base64') };
  if (order.recipe) {
    const difference = differenceFrom(order.recipe.pictures, await painter.hashPictures(request));
    if (difference) say(`${content}: ${difference}`);
  }
  const result = await painter.stylize(request, order.progress ? createProgressBar() : undefined);
  if (order.writeInputs) await writeInputs(order.writeInputs, result.inputs);
  if (report) await writeWhole(report, `${JSON.stringify(result.report, null, 1)}\n`);
  const written =
    opened && isLayeredName(output)
      ? await withResult(opened, result, request.mask !== null, layerName(request))
      : await encodeOutput(result, order.form, picture);
  await writeWhole(output, written);
}

function layerName({ styles }: ContentlessRequest): string {
  return `Brushover · ${styles.map(({ name }) => parse(name).name).join(' + ')}`;
}

async function writeInputs(folder: string, inputs: HeadlessResult['inputs']): Promise<void> {
  await ensureFolder(folder);
  await writeWhole(join(folder, inputName(null)), Buffer.from(inputs.content, 'base64'));
  for (const [i, style] of inputs.styles.entries()) {
    await writeWhole(join(folder, inputName(i)), Buffer.from(style, 'base64'));
  }
}
