import type { ElementHandle, Page } from 'puppeteer';
import type { Answered, HeadlessRequest, HeadlessResult } from '../../src/headless';
import type { PictureHashes } from '../../src/nst/recipe';
import type { JobProgress } from '../../src/protocol/job';
import type { RunningExtension } from '../browser/launch-extension';
import type { CommandNetwork } from './network-flag';
import { UsageError } from './options';
import type { Painter } from './painter';

/** Runs one job through the extension's headless page. A failure becomes a UsageError with its sentence. */
export function stylizeHeadless(
  extension: RunningExtension,
  request: HeadlessRequest,
  onProgress?: (progress: JobProgress) => void,
): Promise<HeadlessResult> {
  return ask(extension, async (page) => {
    if (onProgress) await page.exposeFunction('onBrushoverProgress', onProgress);
    return page.evaluate((order) => globalThis.brushover.stylize(order), request);
  });
}

function hashPicturesHeadless(extension: RunningExtension, request: HeadlessRequest): Promise<PictureHashes> {
  return ask(extension, (page) => page.evaluate((order) => globalThis.brushover.pictureHashes(order), request));
}

/** The extension's own jobs. */
export function extensionPainter(extension: RunningExtension, own: CommandNetwork['own'] = null): Painter {
  let network: Promise<string> | null = null;
  return {
    stylize: async (request, onProgress) => {
      network ??= own && addNetwork(extension, own);
      return stylizeHeadless(extension, { ...request, network: await network }, onProgress);
    },
    hashPictures: (request) => hashPicturesHeadless(extension, request),
    close: () => extension.close(),
  };
}

/** The browser reads the files itself: they are too large to be handed over. Answers with the network's id. */
function addNetwork(extension: RunningExtension, { paths, preprocessing }: NonNullable<CommandNetwork['own']>): Promise<string> {
  return ask(extension, async (page) => {
    const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
    return page.evaluate((choice) => globalThis.brushover.addNetwork(choice), preprocessing);
  });
}

async function ask<Result>(extension: RunningExtension, question: (page: Page) => Promise<Answered<Result>>): Promise<Result> {
  const page = await extension.openPage('headless/index.html');
  try {
    const answer = await question(page);
    if (!answer.ok) throw new UsageError(answer.failure.message);
    return answer.result;
  } finally {
    await page.close();
  }
}
