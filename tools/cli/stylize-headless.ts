import type { HeadlessRequest, HeadlessResult } from '../../src/headless';
import type { JobProgress } from '../../src/protocol/calls';
import type { RunningExtension } from '../browser/launch-extension';
import { UsageError } from './options';

/** Runs one job through the extension's headless page. A failure becomes a UsageError with its sentence. */
export async function stylizeHeadless(
  extension: RunningExtension,
  request: HeadlessRequest,
  onProgress?: (progress: JobProgress) => void,
): Promise<HeadlessResult> {
  const page = await extension.openPage('headless/index.html');
  try {
    if (onProgress) await page.exposeFunction('onBrushoverProgress', onProgress);
    const answer = await page.evaluate((order) => globalThis.brushover.stylize(order), request);
    if (!answer.ok) throw new UsageError(answer.failure.message);
    return answer.result;
  } finally {
    await page.close();
  }
}
